/** What a criterion of an evaluation is like: seen before the result or after it, or pleasant to count and of no use. */

import type { CriterionChoiceId } from '../../company/review/reviewOptions.ts';

/** Leading: moves before customers and money do. Lagging: the result itself. Vanity: grows by effort alone. */
export const criterionKinds: Readonly<Record<CriterionChoiceId, 'leading' | 'lagging' | 'vanity'>> = {
  satisfaction: 'leading',
  satisfactionOfLost: 'leading',
  customerEquity: 'lagging',
  equityDrivers: 'leading',
  customerValue: 'leading',
  loyaltyClasses: 'leading',
  retention: 'lagging',
  churn: 'lagging',
  complaintsSolved: 'leading',
  silentExits: 'lagging',
  waiting: 'leading',
  recordQuality: 'leading',
  targetLift: 'lagging',
  adoption: 'leading',
  staffSkill: 'leading',
  costPerCustomer: 'lagging',
  newCustomers: 'vanity',
  followers: 'vanity',
  ticketsClosed: 'vanity',
  recordsHeld: 'vanity',
};
