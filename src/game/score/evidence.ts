/** Figures that a criterion rests on, each with a name of its own so that a screen can put it in words. */

import type { Place } from '../conduct/evidence.ts';
import type { KpiId } from '../../scenario/kpi.ts';

/** How a figure is read: share 0-1, points, a count, currency, units of the war chest, a plain number, 1 or 0 for yes or no, a quarter. */
export type FigureUnit = 'share' | 'points' | 'count' | 'money' | 'units' | 'number' | 'yes' | 'quarter';

export const figureUnits = {
  reviews: 'count',
  asked: 'count',
  lostAsked: 'yes',
  ordinaryMoment: 'yes',
  comparison: 'yes',
  segmentsSeen: 'share',
  coreRise: 'points',
  equityEstimated: 'yes',
  driversKnown: 'yes',
  budgetFollows: 'yes',
  equityGain: 'money',
  ownRated: 'yes',
  attributesWeighed: 'yes',
  rivalsRated: 'yes',
  valueMapped: 'count',
  valueMoved: 'points',
  matrixWaves: 'count',
  spuriousBefore: 'share',
  spuriousAfter: 'share',
  coverage: 'share',
  depth: 'share',
  accuracy: 'share',
  linkage: 'share',
  completeness: 'points',
  unusedFields: 'share',
  validConsent: 'share',
  sharingPairs: 'count',
  breaches: 'count',
  breachesUnguarded: 'count',
  breachesSilent: 'count',
  classed: 'yes',
  labelledShare: 'share',
  regretShare: 'share',
  regret: 'money',
  regretOneForAll: 'money',
  kappa: 'number',
  headHours: 'share',
  headShare: 'share',
  coreNamed: 'yes',
  saysNo: 'yes',
  needsAsked: 'yes',
  cycleQuarters: 'count',
  triggers: 'count',
  winBackQuarters: 'count',
  casesFixed: 'share',
  silentExits: 'share',
  silentExitsOfStay: 'share',
  adoption: 'points',
  reach: 'share',
  adoptedReach: 'share',
  skillGain: 'points',
  trainedQuarters: 'count',
  staffAsked: 'yes',
  falseEntries: 'share',
  toolBought: 'quarter',
  processRedrawn: 'quarter',
  trial: 'yes',
  vendorShort: 'number',
  toolFit: 'share',
  forecastError: 'share',
  unplannedShare: 'share',
  onStated: 'share',
  strategyRevealed: 'yes',
  contradictions: 'count',
  clashingQuarters: 'count',
  goalMeasured: 'yes',
  forcesRight: 'count',
  pathGap: 'points',
  pathArrived: 'yes',
  criteriaFit: 'share',
  vanity: 'count',
  leadingAndLagging: 'yes',
  smallestSample: 'count',
  largestSample: 'count',
  intervalScore: 'number',
  caught: 'share',
  reports: 'count',
  biasesMended: 'share',
  biasesDressed: 'count',
  limitsSaid: 'yes',
  badFirst: 'yes',
  foundOut: 'quarter',
  defectsFound: 'count',
  chains: 'count',
  retested: 'count',
  followedShare: 'share',
  fixedShare: 'share',
} as const satisfies Readonly<Record<string, FigureUnit>>;
export type FigureId = keyof typeof figureUnits;
export const figureIds = Object.keys(figureUnits) as readonly FigureId[];

/** A figure of a criterion; quarter and entry where it is about something done. */
export interface Evidence {
  figure?: FigureId;
  seq?: number;
  quarter?: number;
  kpi?: KpiId;
  value?: number;
}

/** One figure, with where it comes from. */
export function shown(figure: FigureId, value: number | boolean, place: Place | null = null): Evidence {
  return { figure, value: Number(value), ...(place && { quarter: place.quarter, ...(place.seq !== undefined && { seq: place.seq }) }) };
}

/** The same figures over several replays: the mean of each, in the order of the first replay that has it, with that one's place in the log. */
export function meanEvidence(replays: readonly (readonly Evidence[])[]): Evidence[] {
  const found = new Map<string, { first: Evidence; sum: number; n: number }>();
  for (const evidence of replays) {
    for (const each of evidence) {
      const key = each.figure ?? each.kpi ?? '';
      const known = found.get(key);
      if (known === undefined) found.set(key, { first: each, sum: each.value ?? 0, n: 1 });
      else {
        known.sum += each.value ?? 0;
        known.n += 1;
      }
    }
  }
  return [...found.values()].map(({ first, sum, n }) => ({ ...first, ...(first.value !== undefined && { value: sum / n }) }));
}
