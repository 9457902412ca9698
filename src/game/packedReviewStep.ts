/** An act of an evaluation as bytes: which one, then its particulars in few numbers. */

import {
  adjustmentIds,
  biasIds,
  causeOfFindingIds,
  criterionChoiceIds,
  findingIds,
  mostCriteria,
  mostTold,
  questionIds,
  questionsAReview,
  reportOrderIds,
  retestIds,
  reviewGoalIds,
  type CriterionChoiceId,
  type ReviewGoalId,
} from '../company/review/reviewOptions.ts';
import { reviewStepIds, type ReviewStep } from '../company/review/reviewSteps.ts';
import { PackedDamage, type ByteReader, type ByteWriter } from './packedBytes.ts';

/** The lists that an index of this form points into. */
export const reviewLists = {
  reviewStepIds,
  questionIds,
  criterionChoiceIds,
  reviewGoalIds,
  biasIds,
  reportOrderIds,
  findingIds,
  causeOfFindingIds,
  adjustmentIds,
  retestIds,
};

/** Ways to write a report: its order, with or without limits and intervals. */
const reportWays = reportOrderIds.length * 4;

function writeSome<T>(writer: ByteWriter, all: readonly T[], some: readonly T[]): void {
  writer.number(some.length);
  for (const one of some) writer.number(all.indexOf(one));
}

function readSome<T>(reader: ByteReader, all: readonly T[], most: number): T[] {
  const count = reader.below(most + 1);
  const some = Array.from({ length: count }, () => all[reader.below(all.length)]!);
  if (new Set(some).size < count) throw new PackedDamage('a word named twice');
  return some;
}

export function writeReviewStep(writer: ByteWriter, step: ReviewStep): void {
  writer.number(reviewStepIds.indexOf(step.do));
  switch (step.do) {
    case 'call':
      return;
    case 'check': {
      writeSome(writer, questionIds, step.asked);
      const tied = criterionChoiceIds.filter((id) => step.goals[id] !== undefined);
      writer.number(tied.length);
      for (const id of tied) writer.number(criterionChoiceIds.indexOf(id) * reviewGoalIds.length + reviewGoalIds.indexOf(step.goals[id]!));
      return;
    }
    case 'report': {
      writeSome(writer, criterionChoiceIds, step.shown);
      writeSome(writer, biasIds, step.biases);
      const how = (reportOrderIds.indexOf(step.order) * 2 + (step.limits ? 1 : 0)) * 2 + (step.intervals ? 1 : 0);
      // A report that leaves nothing out is written as it was before there was anything to leave out.
      if (step.struck === undefined) return writer.number(how);
      writer.number(how + reportWays);
      return writeSome(writer, findingIds, step.struck);
    }
    case 'adjust': {
      const cause = findingIds.indexOf(step.finding) * causeOfFindingIds.length + causeOfFindingIds.indexOf(step.cause);
      return writer.number(
        (cause * adjustmentIds.length + adjustmentIds.indexOf(step.action)) * retestIds.length + retestIds.indexOf(step.retest),
      );
    }
  }
}

export function readReviewStep(reader: ByteReader): ReviewStep {
  const step = reviewStepIds[reader.below(reviewStepIds.length)]!;
  switch (step) {
    case 'call':
      return { do: step };
    case 'check': {
      const asked = readSome(reader, questionIds, questionsAReview);
      const goals: Partial<Record<CriterionChoiceId, ReviewGoalId>> = {};
      for (let left = reader.below(criterionChoiceIds.length + 1); left > 0; left -= 1) {
        const number = reader.below(criterionChoiceIds.length * reviewGoalIds.length);
        const id = criterionChoiceIds[Math.floor(number / reviewGoalIds.length)]!;
        if (goals[id] !== undefined) throw new PackedDamage('a criterion tied twice');
        goals[id] = reviewGoalIds[number % reviewGoalIds.length]!;
      }
      return { do: step, asked, goals };
    }
    case 'report': {
      const shown = readSome(reader, criterionChoiceIds, mostCriteria);
      const biases = readSome(reader, biasIds, biasIds.length);
      const number = reader.below(2 * reportWays);
      const how = number % reportWays;
      const struck = number < reportWays ? null : readSome(reader, findingIds, mostTold);
      return {
        do: step,
        shown,
        intervals: (how & 1) !== 0,
        limits: (how & 2) !== 0,
        order: reportOrderIds[how >>> 2]!,
        biases,
        ...(struck !== null && { struck }),
      };
    }
    case 'adjust': {
      const number = reader.below(findingIds.length * causeOfFindingIds.length * adjustmentIds.length * retestIds.length);
      const action = Math.floor(number / retestIds.length);
      const cause = Math.floor(action / adjustmentIds.length);
      return {
        do: step,
        finding: findingIds[Math.floor(cause / causeOfFindingIds.length)]!,
        cause: causeOfFindingIds[cause % causeOfFindingIds.length]!,
        action: adjustmentIds[action % adjustmentIds.length]!,
        retest: retestIds[number % retestIds.length]!,
      };
    }
  }
}
