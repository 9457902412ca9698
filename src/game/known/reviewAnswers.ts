/** What the questions of the honesty check bring to light about a review: a code for the words, and what it is about. From records and plans only. */

import type { LevelId } from '../../company/firm.ts';
import { criterionFacts } from '../../company/review/criteriaFit.ts';
import { answersTo } from '../../company/review/questions.ts';
import type { BiasId, CauseOfFindingId, CriterionChoiceId, FindingId, QuestionId } from '../../company/review/reviewOptions.ts';
import type { HeldReview, ReviewFigure } from '../../company/review/reviewState.ts';

export interface ReviewAnswer {
  question: QuestionId;
  /** `reviewAnswer.QUESTION.code` in the words. */
  code: string;
  /** Whether it asks for something to be mended. */
  warns: boolean;
  criteria?: readonly CriterionChoiceId[];
  /** Sentences of the draft that it brings to light. */
  biases: readonly BiasId[];
  finding?: FindingId;
  cause?: CauseOfFindingId;
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
  /** The draft has a sentence that the question brings to light. */
  shows: boolean;
}
type Answer = Omit<ReviewAnswer, 'question' | 'biases'>;

const says = (code: string, more: Partial<Answer> = {}): Answer => ({ code, warns: false, ...more });
const warns = (code: string, more: Partial<Answer> = {}): Answer => ({ code, warns: true, ...more });

/** Needs records of single customers, joined over time, which a firm at the first level has not. */
const needsRecords: readonly CriterionChoiceId[] = ['customerEquity', 'equityDrivers', 'targetLift', 'loyaltyClasses'];
/** Moved by the market or the whole house: nobody who is judged by it can change it alone. */
const beyondReach: readonly CriterionChoiceId[] = ['followers', 'newCustomers', 'customerEquity'];

/** Answer with the criteria it is about, or the other where there are none. */
const about = (criteria: readonly CriterionChoiceId[], some: string, none: string): Answer =>
  criteria.length > 0 ? warns(some, { criteria }) : says(none);
const ofKind = ({ criteria }: HeldReview, kind: 'vanity' | 'mayHarm'): CriterionChoiceId[] =>
  criteria.filter((id) => criterionFacts[id][kind]);
const draft = (shows: boolean, found: string, clean: string): Answer => (shows ? warns(found) : says(clean));

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
  if (wave === null) return warns(control ? 'controlOnly' : 'none');
  return control ? says('both', { value: wave }) : warns('waveOnly', { value: wave });
}

function ofFinding(question: QuestionId, held: HeldReview): Answer {
  const { finding, cause } = answersTo(question, held);
  if (finding === null || cause === null) return says('none');
  return held.found.some(({ voided }) => voided) ? warns('symptoms', { finding, cause }) : says('causes', { finding, cause });
}

const answers: Readonly<Record<QuestionId, (asked: Asked) => Answer>> = {
  goal: ({ held }) => about(ofKind(held, 'vanity'), 'some', 'none'),
  badForCustomer: ({ held }) => about(ofKind(held, 'mayHarm'), 'some', 'none'),
  fitsLevel: ({ held, grounds }) =>
    about(grounds.level === 'l1' ? held.criteria.filter((id) => needsRecords.includes(id)) : [], 'ahead', 'fits'),
  seesLost: ({ held }) => {
    if (held.frame !== 'everyone') return warns('frame');
    return held.criteria.some((id) => criterionFacts[id].seesLost) ? says('sees') : warns('notJudged');
  },
  relative: ({ held }) => (held.criteria.some((id) => criterionFacts[id].relative) ? says('compared') : warns('own')),
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
    const outside = held.external.length > 0;
    return outside && held.internal.length > 0 ? says('both') : warns(outside ? 'outsideOnly' : 'insideOnly');
  },
  otherCut: ({ figures }) => otherCut(figures),
  whoGains: ({ shows, grounds: { bonus } }) => (bonus >= tempting ? warns('paid', { value: bonus }) : draft(shows, 'staff', 'nobody')),
  changedAfter: ({ shows }) => draft(shows, 'moved', 'same'),
  leftOut: ({ shows }) => draft(shows, 'left', 'nothing'),
  badAsEarly: ({ shows }) => draft(shows, 'hidden', 'level'),
  redo: ({ shows }) => draft(shows, 'no', 'yes'),
  safeToTell: ({ grounds: { bonus } }) => (bonus >= tempting ? warns('unsafe', { value: bonus }) : says('safe')),
  causeOrSymptom: ({ held }) => ofFinding('causeOrSymptom', held),
  whatAtFault: ({ held }) => ofFinding('whatAtFault', held),
  smallestTest: ({ grounds: { reserve } }) => (reserve > 0 ? says('reserve', { value: reserve }) : warns('noReserve')),
  whatWouldStop: ({ grounds: { openChains } }) => (openChains > 0 ? says('chains', { value: openChains }) : warns('none')),
  whoIsTold: ({ held }) => (held.frame === 'everyone' ? says('board') : warns('boardOnly')),
};

/** @returns one answer a question, in the order in which they were asked */
export function reviewAnswers(
  held: HeldReview,
  figures: readonly Figure[],
  asked: readonly QuestionId[],
  grounds: AnswerGrounds,
): readonly ReviewAnswer[] {
  return asked.map((question) => {
    const { biases } = answersTo(question, held);
    const answer = answers[question]({ held, figures, grounds, shows: biases.length > 0 });
    return { question, biases, ...answer, warns: answer.warns || biases.length > 0 };
  });
}
