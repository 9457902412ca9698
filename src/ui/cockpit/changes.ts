/** What changed over a round, and whether the change is larger than what the firm cannot see. */

import type { Estimate, KnownReport, KpiId, Ledger } from '../../game/reports.ts';
import type { Prediction } from '../../game/run.ts';
import { kpiReadings, type KpiUnit, mainKpis } from '../kpis.ts';

/** clear: the 80% intervals do not overlap; blurred: they do; new: known for the first time; none: still unknown or the same. */
export type Verdict = 'clearUp' | 'clearDown' | 'blurred' | 'new' | 'none';

export interface Change {
  kpi: KpiId;
  now: Estimate;
  before: Estimate;
  /** In the KPI's unit; null where one of the two is unknown. */
  by: number | null;
  verdict: Verdict;
}

/** How the later of two estimates compares with the earlier one. */
export function verdictOf(now: Estimate, before: Estimate): Verdict {
  if (now.value === null) return 'none';
  if (before.value === null) return 'new';
  if (now.value === before.value) return 'none';
  const up = now.value > before.value;
  const [lower, upper] = up ? [before, now] : [now, before];
  const apart = (lower.high ?? lower.value ?? 0) < (upper.low ?? upper.value ?? 0);
  if (!apart) return 'blurred';
  return up ? 'clearUp' : 'clearDown';
}

/** Smallest change that can be seen in a figure as it is written; money is written to three digits, whatever its size. */
const shownStep: Readonly<Record<KpiUnit, number>> = { share: 0.001, points: 0.1, perThousand: 0.1, count: 1, money: 0 };

export function changesOver(before: KnownReport, now: KnownReport): readonly Change[] {
  return (Object.keys(kpiReadings) as KpiId[]).map((kpi) => {
    const [after, earlier] = [now.kpi[kpi], before.kpi[kpi]];
    const change = { kpi, now: after, before: earlier };
    if (after.value === null || earlier.value === null) return { ...change, by: null, verdict: verdictOf(after, earlier) };
    const by = after.value - earlier.value;
    if (Math.abs(by) < shownStep[kpiReadings[kpi].unit] / 2) return { ...change, by: 0, verdict: 'none' };
    return { ...change, by, verdict: verdictOf(after, earlier) };
  });
}

/** The changes worth a headline: clear ones of the main figures first. */
export const clearChanges = (changes: readonly Change[]): readonly Change[] =>
  changes
    .filter(({ verdict }) => verdict === 'clearUp' || verdict === 'clearDown')
    .sort((a, b) => Number((mainKpis as readonly KpiId[]).includes(b.kpi)) - Number((mainKpis as readonly KpiId[]).includes(a.kpi)));

/** stale: not measured again; staleStart: not measured since the firm was taken over. */
export type ChangeGroup = 'clear' | 'new' | 'blurred' | 'same' | 'stale' | 'staleStart';
const groupOf: Readonly<Record<Verdict, 'clear' | 'new' | 'blurred' | 'same'>> = {
  clearUp: 'clear',
  clearDown: 'clear',
  new: 'new',
  blurred: 'blurred',
  none: 'same',
};

export interface GroupedChanges {
  group: ChangeGroup;
  /** Quarter of the newest evidence, of figures that were not measured again; else null. */
  quarter: number | null;
  changes: readonly Change[];
}

/** True where nothing clear is told and the newest evidence is that of before: no sameness was measured. */
const isStale = ({ now, before, verdict }: Change): boolean =>
  (verdict === 'none' || verdict === 'blurred') && now.value !== null && now.asOf === before.asOf;

/** The known figures by how they may be read, the clear ones first, those that were not measured again last, by their quarter; groups without a figure are left out. */
export function changeGroups(changes: readonly Change[]): readonly GroupedChanges[] {
  const known = changes.filter(({ now }) => now.value !== null);
  const measured = known.filter((change) => !isStale(change));
  const stale = known.filter(isStale);
  const quarters = [...new Set(stale.map(({ now }) => now.asOf))].sort((a, b) => b - a);
  return [
    ...(['clear', 'new', 'blurred', 'same'] as const).map((group) => ({
      group,
      quarter: null,
      changes: measured.filter(({ verdict }) => groupOf[verdict] === group),
    })),
    ...quarters.map((quarter) => ({
      group: quarter > 0 ? ('stale' as const) : ('staleStart' as const),
      quarter,
      changes: stale.filter(({ now }) => now.asOf === quarter),
    })),
  ].filter((entry) => entry.changes.length > 0);
}

/** The figures nobody knows, by the reason, the commonest first. */
export function unknownGroups(changes: readonly Change[]): readonly { why: NonNullable<Estimate['why']>; kpis: readonly KpiId[] }[] {
  const unknown = changes.filter(({ now }) => now.value === null).map(({ kpi, now }) => ({ kpi, why: now.why ?? 'neverAsked' }));
  return [...new Set(unknown.map(({ why }) => why))]
    .map((why) => ({ why, kpis: unknown.filter((entry) => entry.why === why).map(({ kpi }) => kpi) }))
    .sort((a, b) => b.kpis.length - a.kpis.length);
}

export interface ForecastResult {
  prediction: Prediction;
  /** In the KPI's unit. */
  low: number;
  high: number;
  outcome: Estimate;
  hit: boolean | null;
  /** Quarter of what is on hand, where it is older than the forecast and so judges nothing; null where it was measured since, or never. */
  stale: number | null;
  /** How far the outcome lies above the range, below it if negative; 0 inside and while nobody knows. */
  off: number;
}

/** A forecast beside what the firm then believed; hit is null while the figure is unknown, or not measured since. @param first quarter of the round */
export function forecastResult(prediction: Prediction, known: KnownReport, first: number): ForecastResult {
  const [low, high] = [prediction.low / 1000, prediction.high / 1000];
  const outcome = known.kpi[prediction.kpi as KpiId];
  const came = outcome.value ?? low;
  const off = came > high ? came - high : came < low ? came - low : 0;
  const stale = outcome.value !== null && outcome.asOf < first ? outcome.asOf : null;
  const hit = outcome.value === null || stale !== null ? null : off === 0;
  return { prediction, low, high, outcome, hit, stale, off: hit === null ? 0 : off };
}

const flows = [
  'revenue',
  'directCost',
  'serviceCost',
  'marketingCost',
  'fixedCost',
  'crmCost',
  'commission',
  'loyaltyCost',
  'otherIncome',
  'result',
] as const satisfies readonly (keyof Ledger)[];
export type Flow = (typeof flows)[number];

/** Flows of which the books speak only where there was any. */
const occasional: readonly Flow[] = ['commission', 'loyaltyCost', 'otherIncome'];

/** The books of the round: flows summed over its quarters; commissions, a loyalty programme and income outside the usual business only where there were any. */
export const roundBooks = (reports: readonly KnownReport[]): readonly { flow: Flow; amount: number }[] =>
  flows
    .map((flow) => ({ flow, amount: reports.reduce((sum, { money }) => sum + (money[flow] ?? 0), 0) }))
    .filter(({ flow, amount }) => !occasional.includes(flow) || amount !== 0);
