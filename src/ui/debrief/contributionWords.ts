/** What made the score, in words and as bars: groups that add up to the whole, and rounds left out one by one. */

import type { PlayedRound } from '../../game/contributions/contributionPlan.ts';
import type { MeasureId, Part, RoundContributions, Shared } from '../../game/contributions/contributions.ts';
import { type GroupId, groupIds } from '../../game/contributions/groups.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { bare, opening } from '../glassBox/opening.ts';
import { fixed, money, number, withSign } from '../format.ts';
import { type DecidedIn, roundName } from './decidedIn.ts';

export interface Bar {
  key: string;
  name: string;
  /** Where the bar begins and ends on the axis. */
  from: number;
  to: number;
  /** Ends of the interval of `to`; null where there is none. */
  range: readonly [low: number, high: number] | null;
  /** part: what something added; whole: a sum. */
  look: 'part' | 'whole';
  /** Opens where the glass box knows it. */
  value: string;
  /** How sure that is. */
  sure: string;
  decided: readonly DecidedIn[];
  /** What else is to be said when it is opened. */
  notes: readonly string[];
}

/** What parts come to: the run itself, their sum, and what no single one accounts for. */
const sums: readonly string[] = ['whole', 'parts', 'together'];

/** Makes one that opens of the part of a group, of a round or of nobody, of what they come to, and of what is left without a round (`rest.3`). */
export type PartMark = (part: string, value: string) => string;
export const groupMark =
  (measure: MeasureId): PartMark =>
  (part, value) =>
    opening(sums.includes(part) ? `${part}.${measure}.groups` : `share.${measure}.${part}`, value);
export const roundMark =
  (measure: MeasureId): PartMark =>
  (part, value) => {
    if (sums.includes(part)) return opening(`${part}.${measure}.rounds`, value);
    if (part === 'nobody') return opening(`share.${measure}.nobody`, value);
    return part.startsWith('rest.') ? opening(`rest:${measure}/${part.slice(5)}`, value) : opening(`round:${measure}/${part}`, value);
  };

/** A measure of a run in words. */
export interface Say {
  /** A value without its sign, and one with it. */
  plain: (value: number) => string;
  signed: (value: number) => string;
  /** The ends of an interval. */
  between: (range: readonly [low: number, high: number]) => string;
}

export function sayOf(measure: MeasureId, currency: string): Say {
  const bare = (value: number): string => (measure === 'score' ? fixed(Math.abs(value)) : money(Math.abs(value), currency));
  const size = (value: number): string => (measure === 'score' ? m.contributions_points({ points: bare(value) }) : bare(value));
  return {
    plain: (value) => (value < 0 ? withSign(value, size(value)) : size(value)),
    signed: (value) => withSign(value, size(value)),
    between: ([low, high]) => m.contributions_between({ low: withSign(low, bare(low)), high: withSign(high, bare(high)) }),
  };
}

const isSure = ({ range }: Part): boolean => range !== null && (range[0] > 0 || range[1] < 0);

/** Interval of a part; that it holds nothing is said too. */
function sureWords({ value, range }: Part, { between }: Say): string {
  if (value === 0 && (range === null || (range[0] === 0 && range[1] === 0))) return '';
  if (range === null) return m.contributions_early();
  const interval = m.contributions_range({ between: between(range) });
  return range[0] > 0 || range[1] < 0 ? interval : `${interval}, ${m.contributions_luck()}`;
}

/** Nobody's part first, then the groups from the one that made most, each bar beginning where the last one ended, then the whole. */
export function groupBars(shared: Shared, say: Say, decided: (group: GroupId) => readonly DecidedIn[], mark: PartMark = bare): Bar[] {
  const whole = (key: string, name: string, to: number, notes: readonly string[]): Bar => ({
    key,
    name,
    from: 0,
    to,
    range: null,
    look: 'whole',
    value: say.plain(to),
    sure: '',
    decided: [],
    notes,
  });
  const ranked = groupIds.map((id, i) => ({ id, part: shared.parts[i] })).sort((a, b) => b.part.value - a.part.value);
  const nobody = whole('nobody', m.contributions_nobody(), shared.nobody, [m.contributions_nobody_help()]);
  const all = whole('whole', m.contributions_whole(), shared.total, []);
  let end = shared.nobody;
  const parts = ranked.map(({ id, part }): Bar => {
    const from = end;
    end += part.value;
    const lines = decided(id);
    return {
      key: id,
      name: word('contributionGroup', id),
      from,
      to: end,
      range: part.range && [from + part.range[0], from + part.range[1]],
      look: 'part',
      value: mark(id, say.signed(part.value)),
      sure: sureWords(part, say),
      decided: lines,
      notes: lines.length === 0 ? [m.contributions_group_none()] : [],
    };
  });
  return [{ ...nobody, value: mark('nobody', nobody.value) }, ...parts, { ...all, value: mark('whole', all.value) }];
}

/** One bar a round from nothing on, in their order. */
export function roundBars(
  rounds: readonly PlayedRound[],
  { fallen }: Pick<RoundContributions, 'fallen'>,
  shared: Shared,
  say: Say,
  decided: (round: PlayedRound) => readonly DecidedIn[],
  mark: PartMark = bare,
): Bar[] {
  return rounds.map((round, i): Bar => {
    const part = shared.parts[i];
    const none = round.seqs.length === 0;
    return {
      key: String(round.round),
      name: roundName(round),
      from: 0,
      to: part.value,
      range: part.range,
      look: 'part',
      value: mark(String(round.round), say.signed(part.value)),
      sure: sureWords(part, say),
      decided: decided(round),
      notes: [
        ...(none ? [m.contributions_round_none()] : []),
        ...(fallen[i].length > 0 ? [m.contributions_fallen({ count: number(fallen[i].length) })] : []),
      ],
    };
  });
}

/** The finding on groups: the one that made most, and the one that surely lost. */
export function groupTitle(measure: MeasureId, { total, nobody, parts }: Shared, say: Say, mark: PartMark = bare): string {
  const [first, last] = [mostOf(parts, 1), mostOf(parts, -1)];
  const group = (place: number): string => word('contributionGroup', groupIds[place]);
  const said = { total: mark('whole', say.plain(total)), nobody: mark('nobody', say.plain(nobody)) };
  const title = measure === 'score' ? m.contributions_groups_title_score : m.contributions_groups_title_equity;
  const gained =
    parts[first].value > 0
      ? title({ ...said, group: group(first), part: mark(groupIds[first], say.plain(parts[first].value)) })
      : m.contributions_groups_title_none(said);
  const lost = parts[last].value < 0 && isSure(parts[last]);
  return lost
    ? `${gained} ${m.contributions_groups_lost({ group: group(last), part: mark(groupIds[last], say.plain(-parts[last].value)) })}`
    : gained;
}

/** That the parts add up. */
export function groupSum({ total, nobody, parts }: Shared, say: Say, mark: PartMark = bare): string {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return m.contributions_groups_sum({
    nobody: mark('nobody', say.plain(nobody)),
    parts: mark('parts', say.signed(sum)),
    total: mark('whole', say.plain(total)),
  });
}

/** The finding on rounds: the one whose loss would have cost most, and the one that surely lost. */
export function roundTitle(measure: MeasureId, { total, parts }: Shared, say: Say, mark: PartMark = bare): string {
  const [first, last] = [mostOf(parts, 1), mostOf(parts, -1)];
  const title = measure === 'score' ? m.contributions_rounds_title_score : m.contributions_rounds_title_equity;
  const { value } = parts[first];
  const early = parts[first].range === null && value > 0;
  const gained =
    value > 0 && (early || isSure(parts[first]))
      ? title({
          round: number(first + 1),
          part: mark(String(first + 1), say.plain(value)),
          rest: mark(`rest.${first + 1}`, say.plain(total - value)),
        })
      : m.contributions_rounds_title_luck();
  const lost = parts[last].value < 0 && isSure(parts[last]);
  return lost
    ? `${gained} ${m.contributions_rounds_lost({ round: number(last + 1), part: mark(String(last + 1), say.plain(-parts[last].value)) })}`
    : gained;
}

/** Why the rounds do not add up, and by how much. */
export function roundSum({ total, nobody, parts, together }: Shared, say: Say, mark: PartMark = bare): string {
  const sum = say.signed(parts.reduce((all, { value }) => all + value, 0));
  const apart = say.plain(Math.abs(together));
  const said = {
    sum: mark('parts', sum),
    nobody: mark('nobody', say.plain(nobody)),
    total: mark('whole', say.plain(total)),
    together: mark('together', apart),
  };
  if (apart === say.plain(0)) return m.contributions_rounds_even(said);
  return together > 0 ? m.contributions_rounds_more(said) : m.contributions_rounds_less(said);
}

/** Place of the largest part, or with direction -1 of the least. */
const mostOf = (parts: readonly Part[], direction: 1 | -1): number =>
  parts.reduce((most, { value }, i) => (direction * value > direction * parts[most].value ? i : most), 0);
