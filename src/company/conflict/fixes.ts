/** What removes the cause of a conflict: a process redrawn, or a structure between those concerned (conflict 3.5, decision cnf.fix). */

import type { RootId } from './codes.ts';

export const fixIds = [
  'process',
  'training',
  'plainWords',
  'sharedGoal',
  'measure',
  'dataRight',
  'serviceAgreement',
  'jointTeam',
  'commission',
  'priceBand',
  'territory',
] as const;
export type FixId = (typeof fixIds)[number];

/** Units once, staff hours, and quarters until it works. */
export const fixWork: Readonly<Record<FixId, { units: number; hours: number; lag: number }>> = {
  process: { units: 4, hours: 60, lag: 2 },
  training: { units: 3, hours: 80, lag: 1 },
  plainWords: { units: 2, hours: 30, lag: 1 },
  sharedGoal: { units: 2, hours: 20, lag: 1 },
  measure: { units: 3, hours: 30, lag: 1 },
  dataRight: { units: 3, hours: 40, lag: 2 },
  serviceAgreement: { units: 2, hours: 30, lag: 1 },
  jointTeam: { units: 5, hours: 60, lag: 1 },
  commission: { units: 4, hours: 20, lag: 1 },
  priceBand: { units: 3, hours: 20, lag: 1 },
  territory: { units: 2, hours: 30, lag: 1 },
};

/** Card under which a remedy is billed: processes and words as redrawn work, all else as what binds those concerned together. */
export const cardOfFix = (fix: FixId): 'imp.process' | 'crm.align' =>
  fix === 'process' || fix === 'training' || fix === 'plainWords' ? 'imp.process' : 'crm.align';

/** How far a remedy reaches a root cause, 0-1; what is not named reaches it not at all. */
const reaches: Readonly<Record<RootId, Partial<Record<FixId, number>>>> = {
  untrained: { training: 1, process: 0.3 },
  overworked: { process: 0.7, serviceAgreement: 0.6, jointTeam: 0.4, training: 0.2 },
  rewardedWrongly: { measure: 1, sharedGoal: 0.6, training: 0.2 },
  onboarding: { process: 1, plainWords: 0.6, training: 0.3 },
  complaint: { process: 1, serviceAgreement: 0.6, training: 0.4 },
  billing: { process: 1, plainWords: 0.2 },
  handOver: { process: 1, dataRight: 0.7, serviceAgreement: 0.6, jointTeam: 0.5 },
  oversold: { plainWords: 1, measure: 0.6, sharedGoal: 0.4 },
  system: { process: 0.6, serviceAgreement: 0.6 },
  supply: { serviceAgreement: 1, process: 0.6 },
  misread: { plainWords: 1, training: 0.3 },
  misuse: { plainWords: 0.6 },
  goals: { sharedGoal: 1, jointTeam: 0.6, measure: 0.6 },
  measure: { measure: 1, sharedGoal: 0.7, jointTeam: 0.4 },
  resource: { serviceAgreement: 1, jointTeam: 0.7, sharedGoal: 0.4 },
  dataRights: { dataRight: 1, serviceAgreement: 0.4, jointTeam: 0.4 },
  duty: { serviceAgreement: 1, jointTeam: 0.7 },
  priceGap: { priceBand: 1, commission: 0.5, territory: 0.3 },
  webShop: { commission: 1, priceBand: 0.6, territory: 0.5 },
  territory: { territory: 1, commission: 0.5 },
  stockShare: { serviceAgreement: 1, sharedGoal: 0.4 },
  customerData: { dataRight: 1, commission: 0.3, serviceAgreement: 0.4 },
};

/** From here on the cause is gone. */
const cures = 0.6;

/** How far a remedy reaches a root cause, 0-1. */
export const reachOfFix = (fix: FixId, root: RootId): number => reaches[root][fix] ?? 0;
/** Whether a remedy removes a root cause. */
export const curesRoot = (fix: FixId, root: RootId): boolean => reachOfFix(fix, root) >= cures;
