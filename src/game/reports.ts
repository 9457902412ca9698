/** What a quarter is reported as: the known side for the screen, the true side for the debrief. Kept apart as types. */

import type { PairId, PathId, QuarterPlan } from '../company/controls.ts';
import type { LevelId, Stocks } from '../company/firm.ts';
import type { Reason } from '../company/guards.ts';
import type { MarketSign } from '../company/marketSigns.ts';
import type { LedgerParts } from '../company/money.ts';
import type { RivalMove } from '../company/rival.ts';
import type { SignId } from '../company/signs.ts';
import type { CriterionId } from '../scenario/criteria.ts';
import type { KpiId } from '../scenario/kpi.ts';
import type { CauseId } from '../sim/market.ts';
import type { MergeCounts } from '../sim/records/merges.ts';
import type { CaseView } from './caseView.ts';
import type { Estimate } from './estimate.ts';
import type { FrameTruth } from './frameTruth.ts';
import type { ChannelTruth } from './channelTruth.ts';
import type { CampaignTruth } from './campaigns/truth.ts';
import type { CampaignSheet } from './known/campaign.ts';
import type { ChannelSheet } from './known/channelSheet.ts';
import type { DataRoom } from './known/dataRoom.ts';
import type { LoyaltyKnown, ModulesKnown } from './known/loyalty.ts';
import type { ModelsKnown } from './known/models.ts';
import type { ReviewKnown } from './known/review.ts';
import type { StaffSheet } from './known/staffSheet.ts';
import type { LoyaltyTruth, ModuleTruth } from './loyaltyTruth.ts';
import type { OpportunityDone } from './opportunityDone.ts';
import type { OpportunityFollowed, OpportunityView } from './opportunities.ts';
import type { ReviewTruth } from './reviewView.ts';
import type { CycleKnown } from './known/cycle.ts';
import type { CycleTruth } from './cycle/truth.ts';
import type { DriverId } from './run.ts';
import type { Cap } from './score/caps.ts';
import type { Evidence } from './score/evidence.ts';

export type { Estimate } from './estimate.ts';
export type { CriterionId } from '../scenario/criteria.ts';
export { kpiIds, type KpiId } from '../scenario/kpi.ts';

/** Money of a quarter in currency and units, as the firm's own books show it. */
export type Ledger = LedgerParts;

export interface MatrixView {
  level: LevelId;
  /** I as last audited with its interval, P from the firm's own logs; points 0-100. */
  information: Estimate;
  individualisation: Estimate;
  /** One entry a path: gap in points and all that still refuses it; empty = open. */
  paths: readonly { path: PathId; gap: number; cost: number; turns: readonly [number, number]; lacks: readonly Reason[] }[];
}

export interface ProgrammeView {
  state: 'idle' | 'analysing' | 'checking' | 'planning' | 'approved' | 'piloting' | 'rollingOut' | 'embedding' | 'stalled' | 'rollingBack';
  path: PathId;
  gap: number;
  adoption: number;
  rollout: number;
  /** Named cause of a stall, and the refusals of the last attempt to submit. */
  stalledBy: string | null;
  refused: readonly Reason[];
  stocks: Stocks;
  /** Links between pairs of departments, points 0-100. */
  links: Readonly<Record<PairId, number>>;
  /** How far the tool suits the work, points 0-100, as a trial has shown it; null where nothing was tried. */
  toolFit: number | null;
  /** Early signs of a stall that people notice now, the gravest first. */
  signs: readonly SignId[];
}

export interface RivalSeen {
  id: string;
  move: RivalMove;
  price: number;
}
export interface EventSeen {
  id: string;
  kind: string;
}
/** A part of the change of a KPI since last quarter, in the KPI's unit. */
export interface Driver {
  driver: DriverId | 'otherDecisions' | 'remainder';
  effect: number;
}

export interface KnownReport {
  quarter: number;
  kpi: Record<KpiId, Estimate>;
  money: Ledger;
  matrix: MatrixView;
  programme: ProgrammeView;
  /** Cases that wait for an answer, and those closed in the quarter. */
  inbox: readonly CaseView[];
  /** Offers that must be answered before the next quarter, and those whose job was on in this one. */
  opportunities: { open: readonly OpportunityView[]; followed: readonly OpportunityFollowed[] };
  rivals: readonly RivalSeen[];
  events: readonly EventSeen[];
  /** Signals of the market that are watched for and heard now; reports of older engines have none. */
  marketSigns?: readonly MarketSign[];
  /** The sheet by which staff are paid, null where nobody is; reports of older engines have none. */
  staff?: StaffSheet | null;
  /** The channels of the quarter played last, null before it; reports of older engines have none. */
  channels?: ChannelSheet | null;
  /** The firm's own look at its records; reports of older engines have none. */
  data?: DataRoom;
  /** The models at work, null where there are none; reports of older engines have none. */
  models?: ModelsKnown | null;
  /** The loyalty programme and the modules in force, null where there are none; reports of older engines have none. */
  loyalty?: LoyaltyKnown | null;
  modules?: ModulesKnown | null;
  /** The campaign of the quarter played last, null where there was none; reports of older engines have none. */
  campaign?: CampaignSheet | null;
  /** The customer cycle in the quarter, null before the second one; reports of older engines have none. */
  cycle?: CycleKnown | null;
  /** The firm's evaluations so far; reports of older engines have none. */
  review?: ReviewKnown;
  /** Share of leavers by told reason; empty where nobody was asked. */
  reasonsTold: readonly { cause: CauseId; share: number; n: number }[];
  /** Answers of analyses bought this quarter, by analysis id; figures keyed by segment id, path id or cause. */
  analyses: readonly { id: string; figures: Readonly<Record<string, number>> }[];
  /** Shares 0-1 as last asked: of felt failures those complained of, of leavers those who went over one without a word; reports of
   *  older engines have none. */
  unheard?: { voiced: Estimate; leftSilent: Estimate };
}

/** Real failures felt in a quarter and those complained of, complaints without cause, and real people who left, in all and unheard. */
export interface UnheardTruth {
  felt: number;
  voiced: number;
  claims: number;
  left: number;
  leftSilent: number;
}

/** What was agreed with a partner in a quarter, and real people who withdrew consent because their data were passed on. */
export interface PartnerQuarter {
  mode: QuarterPlan['biz.partner'];
  withdrew: number;
}

/** What the records of the own customers truly were at the end of a quarter, what the matching rule did in it, and the risk of a breach. */
export interface DataQuarter {
  /** Real customers whose row holds somebody else's facts too; with further rows; and those rows. */
  misjoined: number;
  duplicated: number;
  furtherRows: number;
  /** Rows, in real people, held against the rule; left standing; merged; merged into a stranger's. */
  merging: MergeCounts;
  safety: QuarterPlan['dat.safe'];
  /** Chance 0-1 of a breach as guarded and at basic security, and what the quarter's luck brought: one, or one but for the security. */
  chance: number;
  bare: number;
  struck: boolean;
  averted: boolean;
  /** Real people who withdrew consent over it. */
  withdrew: number;
}

export interface TruthReport {
  quarter: number;
  kpi: Record<KpiId, number>;
  /** The same among those whom the known figure speaks of, where these are not all; reports of older engines have none. */
  frames?: FrameTruth;
  /** Customer equity in currency, and its split: what value, brand and relationship add over the market's mean, and the rest. */
  equity: { total: number; value: number; brand: number; relationship: number; rest: number };
  bySegment: Readonly<
    Record<string, { customers: number; satisfaction: number; contribution: number; gained: number; lost: number; equity: number }>
  >;
  /** Real customers who left, by cause; reports of older engines know no substitutes. */
  leaving: Readonly<Record<Exclude<CauseId, 'substitute'>, number> & { substitute?: number }>;
  silentExits: number;
  /** Real customers won who were reached by what others say; reports of older engines have none. */
  referred?: number;
  /** Reports of older engines have none. */
  channels?: ChannelTruth;
  /** What was felt and what was heard; reports of older engines have none. */
  unheard?: UnheardTruth;
  /** Trust of customers, points 0-100, and all answers so far with what they moved; reports of older engines have none. */
  conduct?: { trust: number; opportunities: readonly OpportunityDone[]; partner: PartnerQuarter };
  /** Reports of older engines have none. */
  data?: DataQuarter;
  /** The loyalty matrix and the programme, and the modules, null where there are none; reports of older engines have none. */
  loyalty?: LoyaltyTruth;
  modules?: ModuleTruth | null;
  /** Null where there was no campaign; reports of older engines have none. */
  campaign?: CampaignTruth | null;
  /** The customer cycle as it was, null in quarters without one; reports of older engines have none. */
  cycle?: CycleTruth | null;
  /** The evaluations so far with their truth, in quarters that held one and in the last; reports of older engines have none. */
  review?: ReviewTruth | null;
}

export interface QuarterReport {
  quarter: number;
  digest: string | null;
  truth: TruthReport;
  known: KnownReport;
  /** Entries that were not legal in this replay. */
  skipped: readonly { seq: number; code: string }[];
}

export interface Criterion {
  id: CriterionId;
  /** null only in scores kept by older engines, which judged two criteria and left the others out of the total. */
  points: number | null;
  of: number;
  level: 0 | 1 | 2 | 3 | 4 | null;
  /** Measured value and the anchors it was set against, in the unit of the criterion (X1, X3 and X4 points, X2 currency). */
  measured?: { value: number; worst: number; stay: number; best: number; s: number };
  evidence: readonly Evidence[];
}
export interface Score {
  /** 0-100. */
  total: number;
  /** Points of both halves, of how many each, and the bound that the smaller sets on the total; scores kept by older engines have none. */
  halves?: { result: number; practice: number; of: number; bound: number };
  criteria: readonly Criterion[];
  caps: readonly Cap[];
  weights: Readonly<Record<string, number>>;
  /** Share 0-1 of the entries that were not legal in the replays; where it is large, between what the middle 80% of their totals lie. */
  adaptive?: { share: number; interval: readonly [number, number] | null };
  luck: { seeds: number; mean: number; sd: number; thisRun: number; percentile: number } | null;
}
