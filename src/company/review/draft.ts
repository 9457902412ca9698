/** The draft of the board report that the staff write: sentences that dress the figures up, and true ones, side by side. */

import { findingScales } from './findingParameters.ts';
import { mostTold, type BiasId, type FindingId } from './reviewOptions.ts';
import type { FoundDefect, HeldReview, TrueSentence } from './reviewState.ts';

/** Sentences that dress up in a draft at most. */
const mostBiased = 2;

/** What the biased sentences of a draft are made from. */
export interface DraftBasis extends Pick<HeldReview, 'quarter' | 'frame' | 'moment' | 'criteria' | 'internal'> {
  /** Customers were asked: the external half was held. */
  asked: boolean;
  /** There is an earlier wave that a rise can be told from. */
  waved: boolean;
  /** There is a wave or a control group to hold figures against. */
  based: boolean;
}

/** Whom the review heard: those asked if it asked, else the names on file. */
function heardOf({ asked, frame, internal }: DraftBasis): BiasId[] {
  if (asked) return [frame === 'everyone' ? 'lostLeftOut' : 'recentBuyers'];
  return internal.includes('retention') ? ['lostLeftOut'] : [];
}

/**
 * The biases of a draft: nobody lies, everybody picks what looks best. Whom the review heard decides the first; the others that it gives room
 * for come in turn, year by year. Nothing here hangs on how a figure came out.
 */
export function draftedBiases(basis: DraftBasis): BiasId[] {
  const { quarter, moment, criteria, internal, asked, waved, based } = basis;
  const first = heardOf(basis);
  const room: readonly (readonly [BiasId, boolean])[] = [
    ['movedBaseline', asked && waved],
    ['askedAfterGift', asked && moment === 'afterGift'],
    ['openedAsSolved', criteria.includes('ticketsClosed') || criteria.includes('complaintsSolved')],
    ['relativeWithoutBase', !based && (internal.includes('targets') || criteria.includes('targetLift'))],
  ];
  const others = room.filter(([, has]) => has).map(([bias]) => bias);
  const turn = Math.floor(quarter / 4);
  return [...first, ...others.map((_, place) => others[(turn + place) % others.length]!)].slice(0, mostBiased);
}

/**
 * Biases that the draft of a review may come with on another luck: the plan is the same, but money may have sufficed for more or less, and with
 * it an earlier wave or a group kept out may be there or not.
 */
export function possibleDraft({ quarter, frame, moment, criteria, internal, refused }: PossibleBasis): BiasId[] {
  const lots = [true, false];
  const short = refused.some(({ code }) => code === 'budget');
  const bought = short ? [internal, [...internal, 'targets', 'retention'] as const] : [internal];
  const all = bought.flatMap((methods) =>
    lots.flatMap((asked) =>
      lots.flatMap((waved) =>
        lots.flatMap((based) => draftedBiases({ quarter, frame, moment, criteria, internal: methods, asked, waved, based })),
      ),
    ),
  );
  return all.filter((bias, place) => all.indexOf(bias) === place);
}
export type PossibleBasis = Pick<HeldReview, 'quarter' | 'frame' | 'moment' | 'criteria' | 'internal' | 'refused'>;

/** Of a programme no staff writes that it is well: there may be none. */
const neverPraised: readonly FindingId[] = ['pathUnfit', 'programmeStalled'];

/**
 * The true sentences of a draft: the gravest thing found, and the good news that weighs most.
 * @param found defects of the review; @param well findings that it looked for and that are none even at the harsher end of the interval
 */
export function trueSentences(found: readonly FoundDefect[], well: readonly FindingId[]): TrueSentence[] {
  const gravest = [...found].sort((a, b) => b.gravity - a.gravity)[0];
  const good = well
    .filter((finding) => !neverPraised.includes(finding))
    .sort((a, b) => findingScales[b].weight - findingScales[a].weight)
    .slice(0, mostTold - 1);
  return [
    ...good.map((finding): TrueSentence => ({ finding, news: 'good' })),
    ...(gravest === undefined ? [] : [{ finding: gravest.finding, news: 'bad' } as const]),
  ];
}

/** A sentence as it stands in the draft, true or not: the reader has to find out which. */
export type DraftSentence = { bias: BiasId } | { told: TrueSentence };
const nameOf = (sentence: DraftSentence): string => ('bias' in sentence ? sentence.bias : sentence.told.finding);

/** The draft as it is read: all its sentences by name, so that the place of one says nothing of its truth. */
export function draftSentences({ drafted, told }: Pick<HeldReview, 'drafted' | 'told'>): DraftSentence[] {
  const all: DraftSentence[] = [...drafted.map((bias) => ({ bias })), ...told.map((one) => ({ told: one }))];
  return all.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
