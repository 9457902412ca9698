/** What players that are programs do in a review: an honest hand, and one that draws by lot. They see what a learner sees. */

import type { QuarterPlan } from '../company/controls.ts';
import { costLineIds } from '../company/controls.ts';
import { rightCauses } from '../company/review/adjustment.ts';
import { weightiestOf } from '../company/review/findings.ts';
import {
  adjustmentIds,
  biasIds,
  causeOfFindingIds,
  chainsAReview,
  reportOrderIds,
  retestIds,
  reviewGoalIds,
  type FindingId,
} from '../company/review/reviewOptions.ts';
import { honestCheck, honestReport } from '../company/review/reviewOrder.ts';
import type { ReviewStep } from '../company/review/reviewSteps.ts';
import type { HeldKnown, ReviewKnown } from './known/review.ts';
import type { Lots } from './lots.ts';
import type { KnownReport } from './reports.ts';
import type { EntryData } from './run.ts';

const asEntries = (steps: readonly ReviewStep[]): EntryData[] => steps.map((step) => ({ kind: 'move', data: { kind: 'review', step } }));

/** The review as the rules of a report read it; what was found is not asked for. */
const readable = (held: HeldKnown) => ({ ...held, figures: [], found: held.found ?? [], told: held.told ?? [] });

/** Findings of the newest review on which a chain may be opened now. */
function adjustable({ held, chains }: ReviewKnown): FindingId[] {
  const newest = held.at(-1);
  if (newest === undefined || newest.asked === null || newest.found === null) return [];
  const begun = chains.filter(({ review }) => review === newest.quarter).length;
  if (begun >= chainsAReview) return [];
  const busy = chains.filter(({ outcome }) => outcome === 'open').map(({ finding }) => finding);
  return newest.found.filter(({ finding, voided }) => !voided && !busy.includes(finding)).map(({ finding }) => finding);
}

/**
 * A check with all five questions and a report that mends what they bring to light, in the round after the review; in the round after that,
 * when the findings are known, the one that weighs most is taken up at its nearest cause, unless one was already.
 */
export function honestSteps({ review }: Pick<KnownReport, 'review'>, goal: QuarterPlan['crm.goal']): EntryData[] {
  const newest = review?.held.at(-1);
  if (review === undefined || newest === undefined) return [];
  if (newest.asked === null) {
    const held = readable(newest);
    return asEntries([honestCheck(held, goal), honestReport({ ...held, asked: newest.questions })]);
  }
  if (review.chains.some((chain) => chain.review === newest.quarter)) return [];
  const open = adjustable(review);
  const [first] = weightiestOf((newest.found ?? []).filter(({ finding }) => open.includes(finding)));
  if (first === undefined || review.reserve < 1) return [];
  return asEntries([{ do: 'adjust', finding: first.finding, cause: rightCauses[first.finding][0]!, action: 'tune', retest: 2 }]);
}

type Mending = (plan: QuarterPlan, known: KnownReport, segmentIds: readonly string[]) => Partial<QuarterPlan>;
const coreNamed: Mending = (plan, _, segmentIds) => (plan['cus.core'].length > 0 ? {} : { 'cus.core': segmentIds.slice(0, 1) });

/** The smallest change that bears on each finding, for a plan that is careful already. */
const mendings: Readonly<Record<FindingId, Mending>> = {
  cardsDisagree: coreNamed,
  spendingOffStrategy: coreNamed,
  pathUnfit: () => ({ 'imp.consult': 'advise' }),
  programmeStalled: () => ({ 'crm.people.reviews': 20, 'crm.people.frontLine': 5 }),
  recordsWrong: () => ({ 'dat.clean': 8 }),
  recordsThin: () => ({ 'dat.source': ['counter', 'call', 'web', 'purchaseLog'], 'dat.share': 6 }),
  fieldsUnused: (plan, known) => {
    const useful = (known.data?.fields ?? []).filter((field) => field.useful).map(({ field }) => field);
    return useful.length === 0 ? {} : { 'dat.fields': plan['dat.fields'].filter((field) => field === 'name' || useful.includes(field)) };
  },
  consentMissing: () => ({ 'dat.withdrawal': 'd1' }),
  wrongTargets: () => ({ 'idc.need': 'behaviour' }),
  skillLow: () => ({ 'imp.train': 9 }),
  adoptionLow: () => ({ 'imp.reward': 'bonus' }),
  hiddenCost: () => ({ 'crm.tco': [...costLineIds] }),
  failuresUnheard: () => ({ 'idc.cycle': ['complaint', 'silent'] }),
  waitingLong: () => ({ 'imp.process': 'complaint' }),
  valueBehind: () => ({ 'biz.range': 'deepen' }),
  spuriousLoyalty: () => ({ 'idc.cycle': ['complaint', 'falling'] }),
  earlyDecay: () => ({ 'idc.cycle': ['complaint', 'welcome'] }),
};

/** Changes of the plan that follow the chains opened so far: kept on, unless it made things worse. @param opening findings taken up now */
export function mended(
  known: KnownReport,
  plan: QuarterPlan,
  segmentIds: readonly string[],
  opening: readonly FindingId[] = [],
): Partial<QuarterPlan> {
  const chains = known.review?.chains ?? [];
  const taken = [...chains.filter(({ outcome }) => outcome !== 'worse').map(({ finding }) => finding), ...opening];
  return taken.reduce<Partial<QuarterPlan>>((all, finding) => ({ ...all, ...mendings[finding](plan, known, segmentIds) }), {});
}

/** Findings that the steps take up. */
export const takenUp = (entries: readonly EntryData[]): FindingId[] =>
  entries.flatMap(({ kind, data }) => {
    if (kind !== 'move' || data.kind !== 'review' || data.step.do !== 'adjust') return [];
    return [data.step.finding];
  });

/** A check, a report or an adjustment by lot, each now and then not at all. */
export function reviewByLot({ review }: Pick<KnownReport, 'review'>, lots: Lots): EntryData[] {
  const newest = review?.held.at(-1);
  if (review === undefined || newest === undefined) return [];
  const steps: ReviewStep[] = [];
  const open = newest.asked === null;
  const check = lots.one([true, false]);
  if (open && check) {
    const goals = Object.fromEntries(newest.criteria.map((criterion) => [criterion, lots.one(reviewGoalIds)]));
    steps.push({ do: 'check', asked: lots.some(newest.questions, newest.questions.length), goals });
  }
  if (newest.report === null && (!open || check)) {
    const [intervals, limits] = [lots.one([true, false]), lots.one([true, false])];
    const struck = lots.some(
      (newest.told ?? []).map(({ finding }) => finding),
      1,
    );
    const shown = lots.some(newest.criteria, newest.criteria.length);
    steps.push({
      do: 'report',
      shown,
      intervals,
      limits,
      order: lots.one(reportOrderIds),
      biases: lots.some(biasIds, 2),
      ...(struck.length > 0 && { struck }),
    });
  }
  const findings = adjustable(review);
  if (findings.length > 0 && review.reserve >= 1) {
    const action = lots.one(review.reserve >= 3 ? adjustmentIds : (['keep', 'tune', 'stop'] as const));
    steps.push({ do: 'adjust', finding: lots.one(findings), cause: lots.one(causeOfFindingIds), action, retest: lots.one(retestIds) });
  }
  return asEntries(steps);
}
