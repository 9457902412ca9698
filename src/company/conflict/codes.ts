/** The four codes of a case (conflict 3.1): reason for contact, general cause, root cause, and why it was passed on. Closed words. */

/** What a customer says is wrong. */
export const complaintSymptomIds = ['bill', 'delay', 'faulty', 'promise', 'manner', 'data', 'access', 'unequal'] as const;
/** What a department or a partner says is wrong. */
export const disputeSymptomIds = ['lateWork', 'withheld', 'blame', 'lostOrders', 'pressure'] as const;
export const symptomIds = [...complaintSymptomIds, ...disputeSymptomIds] as const;
export type SymptomId = (typeof symptomIds)[number];

/** General cause: our people, our way of working, those on the other side. */
export const causeIds = ['people', 'process', 'otherSide'] as const;
export type GeneralCauseId = (typeof causeIds)[number];

/** Root causes of customers' complaints. Four of them are the processes that can be redrawn. */
export const complaintRootIds = [
  'untrained',
  'overworked',
  'rewardedWrongly',
  'onboarding',
  'complaint',
  'billing',
  'handOver',
  'oversold',
  'system',
  'supply',
  'misread',
  'misuse',
] as const;
/** Sources of conflict between departments, and with channel partners. */
export const departmentSourceIds = ['goals', 'measure', 'resource', 'dataRights', 'duty'] as const;
export const channelSourceIds = ['priceGap', 'webShop', 'territory', 'stockShare', 'customerData'] as const;
export const rootIds = [...complaintRootIds, ...departmentSourceIds, ...channelSourceIds] as const;
export type ComplaintRootId = (typeof complaintRootIds)[number];
export type DepartmentSourceId = (typeof departmentSourceIds)[number];
export type ChannelSourceId = (typeof channelSourceIds)[number];
export type RootId = (typeof rootIds)[number];

/** Why it did not end with whoever heard it first. */
export const escalationIds = ['waited', 'refused', 'passedOn', 'tone', 'unequal', 'repeated'] as const;
export type EscalationId = (typeof escalationIds)[number];

export interface CaseCodes {
  symptom: SymptomId;
  root: RootId;
  escalation: EscalationId;
}

const ofPeople: readonly RootId[] = ['untrained', 'overworked', 'rewardedWrongly'];
const ofOtherSide: readonly RootId[] = ['misread', 'misuse'];

/** The general cause under which a root cause falls. */
export function generalCauseOf(root: RootId): GeneralCauseId {
  if (ofPeople.includes(root)) return 'people';
  return ofOtherSide.includes(root) ? 'otherSide' : 'process';
}
