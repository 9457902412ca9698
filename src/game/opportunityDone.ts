/** An offer off the strategy that has been answered. */

import type { AnsweredOpportunity } from '../company/opportunities.ts';

/** An offer that has been answered, and the team hours it has taken from CRM work so far. */
export interface OpportunityDone extends AnsweredOpportunity {
  displaced: number;
}
