/** What the questions of the honesty check bring to light about a review: a code for the words, and what it is about. From records and plans only. */

import type { LevelId } from '../../company/firm.ts';
import { biasIds, type BiasId, type CriterionChoiceId, type FindingId, type QuestionId } from '../../company/review/reviewOptions.ts';
import type { HeldReview, ReviewFigure } from '../../company/review/reviewState.ts';

export interface ReviewAnswer {
  question: QuestionId;
  /** `reviewAnswer.QUESTION.code` in the words. */
  code: string;
  /** Whether it asks for something to be mended. */
  warns: boolean;
  criteria?: readonly CriterionChoiceId[];
  biases?: readonly BiasId[];
  finding?: FindingId;
  /** A number of the answer: people, points, quarter, units, as the words say. */
  value?: number;
}

/** What is on file beside the review itself. */
export interface AnswerGrounds {
  level: LevelId;
  /** Share 0-1 of customers who agreed, as last audited; null = nobody has looked. */
  consent: number | null;
  baseline: number | null;
  control: boolean;
  /** Per cent of pay that hangs on the measure of the staff. */
  bonus: number;
  /** Units kept back to adjust with. */
  reserve: number;
  openChains: number;
}

type Figure = Pick<ReviewFigure, 'method' | 'id' | 'value' | 'low' | 'high' | 'n'>;
interface Asked {
  held: HeldReview;
  figures: readonly Figure[];
  grounds: AnswerGrounds;
}
type Answer = Omit<ReviewAnswer, 'question'>;

const says = (code: string, more: Partial<Answer> = {}): Answer => ({ code, warns: false, ...more });
const warns = (code: string, more: Partial<Answer> = {}): Answer => ({ code, warns: true, ...more });

/** Counts of what was done: they rise with effort and serve no goal of the programme. */
const vanity: readonly CriterionChoiceId[] = ['newCustomers', 'followers', 'ticketsClosed', 'recordsHeld'];
/** A good figure can be bought at the customer's cost: closed without a solution, served less, held by what leaving costs, filed for its own sake. */
const atHisCost: readonly CriterionChoiceId[] = ['ticketsClosed', 'costPerCustomer', 'churn', 'retention', 'recordsHeld'];
/** Needs records of single customers, joined over time, which a firm at the first level has not. */
const needsRecords: readonly CriterionChoiceId[] = ['customerEquity', 'equityDrivers', 'targetLift', 'loyaltyClasses'];
/** Moved by the market or the whole house: nobody who is judged by it can change it alone. */
const beyondReach: readonly CriterionChoiceId[] = ['followers', 'newCustomers', 'customerEquity'];
const seesGone: readonly CriterionChoiceId[] = ['satisfactionOfLost', 'silentExits'];

/** Answer with the criteria it is about, or the other where there are none. */
const about = (criteria: readonly CriterionChoiceId[], some: string, none: string): Answer =>
  criteria.length > 0 ? warns(some, { criteria }) : says(none);
const biased = ({ drafted }: HeldReview, some: readonly BiasId[], found: string, clean: string): Answer => {
  const biases = biasIds.filter((id) => some.includes(id) && drafted.includes(id));
  return biases.length > 0 ? warns(found, { biases }) : says(clean);
};

/** Fewer people than give an interval of about ten points. */
const few = 100;
/** Agreed on file by this share or more: the data may be asked for. */
const lawful = 0.9;
/** Bonus in per cent of pay from which on the sheet is written for the bonus. */
const tempting = 10;

function otherCut(figures: readonly Figure[]): Answer {
  const cuts = figures.filter(({ method, id, value }) => method === 'satisfaction' && id.startsWith('segment.') && value !== null);
  if (cuts.length < 2) return warns('uncut');
  const lowest = Math.min(...cuts.map(({ value, high }) => high ?? value!));
  const highest = Math.max(...cuts.map(({ value, low }) => low ?? value!));
  return lowest < highest ? warns('differs', { value: cuts.length }) : says('same', { value: cuts.length });
}

function baseline({ grounds }: Asked): Answer {
  const { baseline: wave, control } = grounds;
  if (wave === null) return control ? warns('controlOnly') : warns('none');
  return control ? says('both', { value: wave }) : warns('waveOnly', { value: wave });
}

const answers: Readonly<Record<QuestionId, (asked: Asked) => Answer>> = {
  goal: ({ held }) =>
    about(
      held.criteria.filter((id) => vanity.includes(id)),
      'some',
      'none',
    ),
  badForCustomer: ({ held }) =>
    about(
      held.criteria.filter((id) => atHisCost.includes(id)),
      'some',
      'none',
    ),
  fitsLevel: ({ held, grounds }) =>
    about(grounds.level === 'l1' ? held.criteria.filter((id) => needsRecords.includes(id)) : [], 'ahead', 'fits'),
  seesLost: ({ held }) => {
    if (held.frame !== 'everyone') return warns('frame');
    return held.criteria.some((id) => seesGone.includes(id)) ? says('sees') : warns('notJudged');
  },
  relative: ({ held }) => (held.external.includes('valueMap') ? says('compared') : warns('own')),
  changeable: ({ held }) =>
    about(
      held.criteria.filter((id) => beyondReach.includes(id)),
      'some',
      'none',
    ),
  lawful: ({ grounds: { consent } }) => {
    if (consent === null) return warns('unknown');
    return consent < lawful ? warns('doubtful', { value: consent }) : says('agreed', { value: consent });
  },
  whoIsIn: ({ held }) => (held.frame === 'everyone' ? says('everyone') : warns(held.frame)),
  howMany: ({ held }) => (held.n < few ? warns('few', { value: held.n }) : says('enough', { value: held.n })),
  when: ({ held }) => (held.moment === 'ordinary' ? says('ordinary') : warns(held.moment)),
  baseline,
  dirtyRecords: ({ held }) => (held.internal.includes('data') ? says('sampled') : warns('unchecked')),
  twoSources: ({ held }) => {
    const outside = held.external.length > 0 && held.refused.length === 0;
    return outside && held.internal.length > 0 ? says('both') : warns(outside ? 'outsideOnly' : 'insideOnly');
  },
  otherCut: ({ figures }) => otherCut(figures),
  whoGains: ({ held, grounds: { bonus } }) => {
    if (bonus >= tempting) return warns('paid', { value: bonus });
    return held.drafted.length > 0 ? warns('staff') : says('nobody');
  },
  changedAfter: ({ held }) => biased(held, ['movedBaseline', 'relativeWithoutBase'], 'moved', 'same'),
  leftOut: ({ held }) => biased(held, ['recentBuyers', 'lostLeftOut'], 'left', 'nothing'),
  badAsEarly: ({ held }) => biased(held, ['openedAsSolved', 'lostLeftOut'], 'hidden', 'level'),
  redo: ({ held }) => biased(held, ['openedAsSolved', 'askedAfterGift', 'relativeWithoutBase'], 'no', 'yes'),
  safeToTell: ({ grounds: { bonus } }) => (bonus >= tempting ? warns('unsafe', { value: bonus }) : says('safe')),
  causeOrSymptom: ({ held }) => {
    const first = held.found[0];
    if (first === undefined) return says('none');
    return held.found.some(({ voided }) => voided)
      ? warns('symptoms', { finding: first.finding })
      : says('causes', { finding: first.finding });
  },
  whatAtFault: ({ held }) => {
    const first = held.found[0];
    return first === undefined ? says('none') : says('first', { finding: first.finding });
  },
  smallestTest: ({ grounds: { reserve } }) => (reserve > 0 ? says('reserve', { value: reserve }) : warns('noReserve')),
  whatWouldStop: ({ grounds: { openChains } }) => (openChains > 0 ? says('chains', { value: openChains }) : warns('none')),
  whoIsTold: ({ held }) => (held.frame === 'everyone' ? says('board') : warns('boardOnly')),
};

/** @returns one answer a question, in the order in which they were asked */
export const reviewAnswers = (
  held: HeldReview,
  figures: readonly Figure[],
  asked: readonly QuestionId[],
  grounds: AnswerGrounds,
): readonly ReviewAnswer[] => asked.map((question) => ({ question, ...answers[question]({ held, figures, grounds }) }));
