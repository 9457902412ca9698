/** A simulated firm: how a scenario describes it and the state that a quarter changes. Plain data only. */

import type { RecordsSpec } from '../sim/records/recordActions.ts';
import type { CostLineId, GenericId, PathId, QuarterPlan } from './controls.ts';
import type { Machine } from './step.ts';

/** Six readiness stocks, points 0-100: strategy, leadership, cross-functional integration, people, technology, process quality. */
export const stockIds = ['S', 'L', 'X', 'H', 'T', 'Q'] as const;
export type StockId = (typeof stockIds)[number];
export type Stocks = Readonly<Record<StockId, number>>;

export const levelIds = ['l1', 'l2', 'l3', 'l4'] as const;
export type LevelId = (typeof levelIds)[number];

export interface FirmMoney {
  /** What the board grants over the run, in currency; 1 unit = 1/100 of it. */
  warChest: number;
  /** Units in hand at the start. */
  cash: number;
  /** Units that may be owed before insolvency. */
  debtLimit: number;
  /** Direct cost as a share of revenue, 0-1. */
  unitCost: number;
  /** Currency a quarter, not moved by any decision. */
  fixedCost: number;
  /** Currency a service contact and a firm-initiated contact. */
  serviceCost: number;
  contactCost: number;
  /** Currency spent on acquisition and retention together in a quarter when the plan is the start plan. */
  marketingCost: number;
}

/** What a firm offers before any decision, in the units of CompanyOffer. */
export interface FirmOffer {
  price: number;
  quality: number;
  convenience: number;
  brand: number;
  failureRate: number;
  /** Capacity over the service contacts expected at the start (1.1 = ten per cent spare). */
  slack: number;
  /** Part of the customers with a named agent (shops, branches), 0-1; gives the tie bonus .15. */
  namedAgents: number;
}

export interface FirmSpec {
  id: string;
  /** True for a firm that a person or a playbook plays: it has records, a programme and money of its own. */
  played: boolean;
  generic: GenericId;
  offer: FirmOffer;
  /** Played firms only. */
  level?: LevelId;
  stocks?: Stocks;
  /** P at the start, points 0-100. */
  individualisation?: number;
  records?: RecordsSpec;
  money?: FirmMoney;
  /** Cost of a CRM programme by TCO line, units per 20 units of path cost; hidden worlds may differ. */
  costLines?: Partial<Record<CostLineId, number>>;
  /** Staff turnover share a quarter, 0-1. */
  staffTurnover?: number;
  /** Rivals only: budget for attacks 0-1 and quarters of lag before they answer or copy. */
  rival?: { budget: number; lag: number; boldness: number };
}

/** A scripted happening; never depends on luck. Words live in the scenario under the same id. */
export const eventKinds = [
  'merger', 'breach', 'sponsorLeft', 'rivalStrike', 'consentRule', 'platformChange', 'vendorOffer', 'notesWithheld', 'creditLoss', 'serviceWave', 'story',
] as const;
export type EventKind = (typeof eventKinds)[number];
export interface EventSpec {
  id: string;
  /** Quarter 1..quarters in which it strikes. */
  quarter: number;
  kind: EventKind;
  /** Firm it strikes (id); default the learner's. */
  firm?: string;
  /** Size in the unit of its kind (price cut share, failure-rate factor, share of customers ...). */
  size?: number;
  /** Quarters it lasts; default 1. */
  lasts?: number;
  segment?: string;
}

export interface FirmState {
  id: string;
  stocks: Stocks;
  /** Adoption a 0-100 and roll-out share rho 0-1 of the running or last programme. */
  adoption: number;
  rollout: number;
  /** Continuous meters in points 0-100: truth I from the records, I as last audited, P as delivered (smoothed .5). */
  information: number;
  informationKnown: number;
  individualisation: number;
  /** Parallel regions position and programme of the matrix machine, as {value, context}. */
  matrix: Machine;
  /** Units. */
  cash: number;
  released: number;
  spentOnProgramme: number;
  /** Levers bought and when they begin to act: {control value key: quarter}. */
  pending: readonly { quarter: number; effect: string; size: number }[];
  store: 'notebook' | 'mart' | 'warehouse';
  lastPlan: QuarterPlan;
  path: PathId;
  insolvent: boolean;
}
