/** A playbook: a whole run written down as rules, played without a person. */

import type { QuarterPlan } from '../company/controls.ts';
import type { Move, StandingOrders } from '../company/orders.ts';

export interface Playbook {
  format: 1;
  /** The file is playbooks/NAME.yaml. */
  name: string;
  /** Controls decided in quarter 1, over the scenario's start plan. */
  start: Partial<QuarterPlan>;
  /** Later quarters, in order; `plan` replaces only the controls it names. */
  changes: readonly { quarter: number; plan?: Partial<QuarterPlan>; moves?: readonly Move[] }[];
  standing?: Partial<StandingOrders>;
}
