/** Evaluations looked back on: estimates beside the truth, defects found and missed, and what became of the draft's sentences. */

import { reportJudged } from '../../company/review/report.ts';
import { criterionFacts } from '../../company/review/criteriaFit.ts';
import {
  biasIds,
  findingIds,
  type BiasId,
  type CriterionChoiceId,
  type FindingId,
  type ReviewMethodId,
} from '../../company/review/reviewOptions.ts';
import type { HeldReview, ReviewFigure, TrueDefect, TrueSentence } from '../../company/review/reviewState.ts';
import type { TruthReport } from '../../game/reports.ts';
import type { ReviewTruth } from '../../game/reviewView.ts';

/** True where an interval holds the truth; null where either is not known. */
export function holdsTruth({ value, low, high, truth }: ReviewFigure): boolean | null {
  if (value === null || low === null || high === null || truth === null) return null;
  return low <= truth && truth <= high;
}

export interface Hits {
  inside: number;
  all: number;
}
/** Sampled intervals that hold the truth; what is counted in full has none. */
export function hitsOf(held: readonly HeldReview[]): Hits {
  const judged = held
    .flatMap(({ figures }) => figures)
    .filter(({ low, high }) => low !== high)
    .map(holdsTruth)
    .filter((hit) => hit !== null);
  return { inside: judged.filter(Boolean).length, all: judged.length };
}

export interface DefectRow {
  finding: FindingId;
  /** As judged by the review, null where it was missed; and as it was, null where it was not there. */
  found: number | null;
  truth: number | null;
  planted: boolean;
}
/** What a review found beside what was there, in the order of the evaluation. */
export function defectRows({ found }: HeldReview, defects: readonly TrueDefect[]): DefectRow[] {
  return findingIds.flatMap((finding): DefectRow[] => {
    const seen = found.find((one) => one.finding === finding);
    const real = defects.find((one) => one.finding === finding);
    if (!seen && !real) return [];
    return [{ finding, found: seen?.gravity ?? null, truth: real?.gravity ?? null, planted: real?.planted ?? false }];
  });
}

/** The truth of the quarter in which each review was held. */
export const truthAt = (truth: readonly TruthReport[], quarter: number): ReviewTruth | null =>
  truth.find((report) => report.quarter === quarter)?.review ?? null;

/** Defects found over the run, of all that were there when a review was held. */
export function defectHits(held: readonly HeldReview[], truth: readonly TruthReport[]): { found: number; there: number } {
  const rows = held.flatMap((one) => defectRows(one, truthAt(truth, one.quarter)?.defects ?? []));
  const there = new Set(rows.filter((row) => row.truth !== null).map(({ finding }) => finding));
  const found = new Set(rows.filter((row) => row.truth !== null && row.found !== null).map(({ finding }) => finding));
  return { found: found.size, there: there.size };
}

export type BiasFate = 'mended' | 'unasked' | 'kept' | 'added' | 'unreported';
/** What became of each sentence that dresses the figures up: of the draft, and those put in beside it. */
export function biasFates(held: HeldReview): { bias: BiasId; fate: BiasFate }[] {
  const { report } = held;
  if (report === null) return held.drafted.map((bias) => ({ bias, fate: 'unreported' }));
  const judged = reportJudged(report, held);
  const fates = ['mended', 'unasked', 'kept', 'added'] as const;
  return biasIds.flatMap((bias) => {
    // In the run itself whatever the draft lacked was put in by hand.
    const fate = judged.elsewhere.includes(bias) ? 'added' : fates.find((each) => judged[each].includes(bias));
    return fate === undefined ? [] : [{ bias, fate }];
  });
}

/** What became of the true sentences of the draft. */
export function toldFates({ told, report }: HeldReview): { told: TrueSentence; fate: string }[] {
  return told.map((one) => {
    const struck = report?.leftOut.some(({ finding }) => finding === one.finding) ?? false;
    return { told: one, fate: `${one.news}.${report === null ? 'unreported' : struck ? 'leftOut' : 'stays'}` };
  });
}

/** The one figure of a method that a criterion is told by. */
const toldBy: Readonly<Partial<Record<CriterionChoiceId, readonly [ReviewMethodId, string]>>> = {
  satisfaction: ['satisfaction', 'all'],
  satisfactionOfLost: ['satisfaction', 'lost'],
  customerEquity: ['equity', 'total'],
  loyaltyClasses: ['loyaltyMatrix', 'spurious'],
  recordQuality: ['data', 'accuracy'],
  targetLift: ['targets', 'lift'],
  adoption: ['training', 'adoption'],
  staffSkill: ['training', 'skill'],
};

/** Criteria that went to the board with the figure that the log has for each; null where no method measured it. */
export function reportedFigures({ report, figures }: HeldReview): { criterion: CriterionChoiceId; figure: ReviewFigure | null }[] {
  return (report?.shown ?? []).map((criterion) => {
    const [method, id] = toldBy[criterion] ?? [criterionFacts[criterion].method, ''];
    return { criterion, figure: figures.find((one) => one.method === method && one.id === id) ?? null };
  });
}
