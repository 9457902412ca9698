/** A simulated firm: how a scenario describes it and the state that a quarter changes. Plain data only. */

import type { ConflictState } from './conflict/conflictState.ts';
import type { RecordsSpec } from '../sim/records/recordActions.ts';
import type { CardId, CostLineId, ForceId, GenericId, PairId, PathId, QuarterPlan, VariableId, VendorId } from './controls.ts';
import type { FirmParameterId } from './parameters.ts';
import type { Machine } from './machine.ts';

/** Six readiness stocks, points 0-100: strategy, leadership, cross-functional integration, people, technology, process quality. */
export const stockIds = ['S', 'L', 'X', 'H', 'T', 'Q'] as const;
export type StockId = (typeof stockIds)[number];
export type Stocks = Readonly<Record<StockId, number>>;

/** Forces whose pressure the market feels by itself. */
export const pressingForces = ['buyers', 'substitutes'] as const satisfies readonly ForceId[];
export type PressingForce = (typeof pressingForces)[number];
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

/** How well a vendor's way of working suits the firm's (added to the fit of tool and work, 0-1), and the factor on its prices. */
export interface Vendor {
  fit: number;
  price: number;
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
  /** Trust of customers at the start, points 0-100; 50 where left out. */
  trust?: number;
  records?: RecordsSpec;
  money?: FirmMoney;
  /** Cost of a CRM programme by TCO line, units per 20 units of path cost; hidden worlds may differ. */
  costLines?: Partial<Record<CostLineId, number>>;
  /** Coefficients that this firm or a hidden world sets otherwise than parameters.ts. */
  parameters?: Partial<Record<FirmParameterId, number>>;
  /** Partner (id) who speaks for the agents who sell for the firm; left out = nobody's goodwill hangs on how they are treated. */
  agents?: string;
  /** Staff turnover share a quarter, 0-1. */
  staffTurnover?: number;
  /** The two strongest of the five forces in truth; naming others costs alignment. Left out = the cards are not judged. */
  forces?: readonly ForceId[];
  /** How hard two of the forces press in truth, points 0-100, whether named or not; left out = not at all. */
  pressure?: Partial<Record<PressingForce, number>>;
  /** Vendors whose fit or price differs from the usual (vendors.ts). */
  vendors?: Partial<Record<VendorId, Vendor>>;
  /** How the firm cut its market before play; left out = by age and region into four. */
  segmentation?: { variables: readonly VariableId[]; segments: number };
  /** Rivals only: budget for attacks 0-1, quarters of lag before they answer or copy, boldness 0-1 (how deep they cut);
   *  currency put into winning one prospect and keeping one customer a quarter (defaults in parameters.ts). */
  rival?: { budget: number; lag: number; boldness: number; acquisition?: number; retention?: number };
}

/** A scripted happening; never depends on luck. Words live in the scenario under the same id. */
export const eventKinds = [
  'merger',
  'breach',
  'sponsorLeft',
  'rivalStrike',
  'consentRule',
  'platformChange',
  'vendorOffer',
  'notesWithheld',
  'creditLoss',
  'serviceWave',
  'story',
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

/** A lever bought or a happening that acts for a while: from quarter `quarter` on, `lasts` quarters (left out = once, in that quarter). */
export interface TimedEffect {
  quarter: number;
  effect: TimedEffectId;
  size: number;
  lasts?: number;
}
export const timedEffectIds = [
  'store.mart',
  'store.warehouse',
  'processDone',
  'stock.T',
  'stock.Q',
  'stock.S',
  'stock.H',
  'failureRate',
  'capture',
  'trust',
  'cash',
  'hours',
  'fit',
] as const;
export type TimedEffectId = (typeof timedEffectIds)[number];

/** What earlier programmes left standing: shares 0-1 of customers within reach of the records and of the designed treatment,
 *  and adoption 0-100 of the tools in use. */
export interface Established {
  data: number;
  delivery: number;
  adoption: number;
}

/** Units of the quarter that is being played: granted by the board, spent on CRM in all, on the programme, and what nobody had planned;
 *  team hours that offers off the strategy took from CRM work. */
export interface QuarterSpending {
  granted: number;
  spent: number;
  programme: number;
  unplanned: number;
  displaced: number;
}

/** What the board was told when a programme was approved; quarters from 1, money in currency. */
export interface Expectation {
  since: number;
  /** Last quarter by whose end the programme is to have paid back. */
  due: number;
  /** Result of a usual quarter before it, null until one is known; results since then over as many usual ones. */
  usual: number | null;
  gain: number;
  /** Whether it had paid back on the day; null before. */
  met: boolean | null;
}

export interface FirmState {
  id: string;
  /** Quarter being played or last played; 0 before the first. */
  quarter: number;
  stocks: Stocks;
  /** Trust of customers, points 0-100; no screen shows it during a run. */
  trust: number;
  /** Adoption a 0-100 and roll-out share rho 0-1 of the running or last programme. */
  adoption: number;
  rollout: number;
  /** Growth of rho in the last quarter, 0-1 (the J-curve follows it). */
  rolloutGrowth: number;
  established: Established;
  /** Continuous meters in points 0-100: truth I from the records, I and consent as last audited (null = never), P as delivered (smoothed .5). */
  information: number;
  informationKnown: number | null;
  consentKnown: number | null;
  individualisation: number;
  /** Parallel regions meters, position and programme of the matrix machine, as {value, context}. */
  matrix: Machine;
  /** Path that ended (done or rolled back); it starts again only after the card has said something else. */
  settledPath: PathId | null;
  /** Units. */
  cash: number;
  released: number;
  /** Units a quarter that the firm spent on customers before play began; granted on top of the release. */
  runningBudget: number;
  /** Units of CRM spend that went into marketing and sales at the start. */
  marketingAtStart: number;
  /** Share 0-1 of the quarter's running work for which there are money and hands. */
  funded: number;
  spending: QuarterSpending;
  spentOnProgramme: number;
  /** Units billed for the running or last programme, by line of its cost sheet. */
  billedLines: Readonly<Record<CostLineId, number>>;
  /** Quarters of roll-out billed so far. */
  billedTurns: number;
  /** Lines of the cost sheet that were planned when the programme was approved. */
  plannedLines: readonly CostLineId[];
  /** What was promised of the running or last programme, null where nothing was; results of the last four quarters, oldest first. */
  expectation: Expectation | null;
  recentResults: readonly number[];
  /** Levers bought and happenings, and when they act. */
  pending: readonly TimedEffect[];
  store: 'notebook' | 'mart' | 'warehouse';
  /** Processes redrawn so far. */
  processes: readonly string[];
  /** Cards bought open before the scenario opens them, in the order bought. */
  opened: readonly CardId[];
  /** What works once in a run and has worked: advisers who taught what they know, a vision that was made public. */
  spentOnce: readonly ('advised' | 'published')[];
  /** Codes of the contradictions between cards that hold now. */
  contradictions: readonly string[];
  /** Links between pairs of departments, points 0-100. */
  links: Readonly<Record<PairId, number>>;
  /** What past conflicts left. */
  conflict: ConflictState;
  /** Care 0-1 that known staff give beyond skill and authority, solved from the start value of P. */
  tie: number;
  /** Open accounts in real customers as last booked; null before the first quarter. */
  accounts: number | null;
  /** Controls refused this quarter with the values that stand instead. */
  overruled: Partial<QuarterPlan>;
  /** Plan in force last quarter, and in the two before it (newest first). */
  lastPlan: QuarterPlan;
  earlierPlans: readonly QuarterPlan[];
  path: PathId;
  insolvent: boolean;
}
