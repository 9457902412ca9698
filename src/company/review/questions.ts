/** The honesty check: five questions of the twenty-five a review, in turn, and what each can bring to light about a draft report. */

import { rightCauses } from './adjustment.ts';
import { gravestOf } from './findings.ts';
import {
  accuracyQuestionIds,
  adjustmentQuestionIds,
  appropriatenessQuestionIds,
  biasIds,
  honestyQuestionIds,
  questionIds,
  questionsAReview,
  type BiasId,
  type CauseOfFindingId,
  type FindingId,
  type QuestionId,
} from './reviewOptions.ts';
import type { HeldReview } from './reviewState.ts';

/** Biases of a draft that a question brings to light, where the draft has them. */
export const biasesShownBy: Readonly<Partial<Record<QuestionId, readonly BiasId[]>>> = {
  badForCustomer: ['openedAsSolved'],
  seesLost: ['lostLeftOut', 'recentBuyers'],
  relative: ['relativeWithoutBase'],
  whoIsIn: ['recentBuyers', 'lostLeftOut'],
  when: ['askedAfterGift', 'recentBuyers'],
  baseline: ['movedBaseline', 'relativeWithoutBase'],
  twoSources: ['openedAsSolved'],
  otherCut: ['recentBuyers', 'lostLeftOut'],
  whoGains: ['openedAsSolved', 'askedAfterGift'],
  changedAfter: ['movedBaseline'],
  leftOut: ['lostLeftOut', 'recentBuyers'],
  badAsEarly: ['lostLeftOut', 'openedAsSolved', 'movedBaseline'],
  redo: ['relativeWithoutBase', 'movedBaseline', 'askedAfterGift'],
};

const groups = [appropriatenessQuestionIds, accuracyQuestionIds, honestyQuestionIds] as const;

/**
 * Five questions of a review, in the order of the list: one each on fitness, accuracy, honesty and adjustment, and a second of the three
 * first groups in turn, so that seven reviews put all of them. A question that every draft escapes would be no check: where none of the five
 * bears on the draft, the one on honesty gives way to the next in turn that does.
 * @param held reviews held before; @param drafted biases of the staff's draft
 */
export function questionsFor(held: readonly HeldReview[], drafted: readonly BiasId[] = []): QuestionId[] {
  const before = held.length;
  const turn = <T extends QuestionId>(group: readonly T[], by: number): T => group[by % group.length]!;
  const extra = groups[before % groups.length]!;
  const chosen = new Set<QuestionId>([...groups.map((group) => turn<QuestionId>(group, before)), turn(adjustmentQuestionIds, before)]);
  for (let by = before + 3; chosen.size < questionsAReview; by += 1) chosen.add(turn<QuestionId>(extra, by));
  const shows = (question: QuestionId): boolean => (biasesShownBy[question] ?? []).some((bias) => drafted.includes(bias));
  if (drafted.length > 0 && ![...chosen].some(shows)) {
    const honest = honestyQuestionIds.map((_, by) => turn(honestyQuestionIds, before + by)).find((id) => shows(id) && !chosen.has(id));
    if (honest !== undefined) {
      chosen.delete(turn(honestyQuestionIds, before));
      chosen.add(honest);
    }
  }
  return questionIds.filter((id) => chosen.has(id));
}

/** What a question that was asked tells of a review. */
export interface QuestionTells {
  /** Biases of the draft that it brings to light. */
  biases: readonly BiasId[];
  /** Questions on what to do name the gravest finding and its nearest cause; null where there is none or the question asks something else. */
  finding: FindingId | null;
  cause: CauseOfFindingId | null;
}

export function answersTo(question: QuestionId, held: Pick<HeldReview, 'drafted' | 'found'>): QuestionTells {
  const biases = (biasesShownBy[question] ?? []).filter((bias) => held.drafted.includes(bias));
  const onCause = question === 'causeOrSymptom' || question === 'whatAtFault';
  const gravest = onCause ? gravestOf(held.found) : null;
  return { biases, finding: gravest?.finding ?? null, cause: gravest === null ? null : rightCauses[gravest.finding][0]! };
}

/** Biases of the draft that the questions asked so far have brought to light, in the order of the list. */
export function revealedBiases(held: Pick<HeldReview, 'drafted' | 'found' | 'asked'>): BiasId[] {
  const shown = (held.asked ?? []).flatMap((question) => answersTo(question, held).biases);
  return biasIds.filter((bias) => shown.includes(bias));
}
