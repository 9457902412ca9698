/** A played firm's quarter from beginning to end: start, commit, offer and record work, close. */

export { closeQuarter } from './close.ts';
export { commitQuarter, type Committed } from './commit.ts';
export type { PlanCosts as QuarterCosts } from './costs.ts';
export type { LedgerParts } from './money.ts';
export { offerOf } from './offer.ts';
export { keptFields, recordActionsOf } from './recordWork.ts';
export type { QuarterStart } from './quarterStart.ts';
export { startFirm } from './start.ts';
