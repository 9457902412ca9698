/** A run in progress as plain data: the market, the firms, their records and what each firm has found out so far. */

import type { BreachQuarter } from '../company/breach.ts';
import type { Classing } from '../company/classing.ts';
import type { LoyaltyProgramme } from '../company/loyalty.ts';
import type { AnalysisId, QuarterPlan } from '../company/controls.ts';
import type { FirmSpec, FirmState } from '../company/firm.ts';
import type { StandingOrders } from '../company/orders.ts';
import type { ReviewState } from '../company/review/reviewState.ts';
import type { RivalState } from '../company/rival.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ObservedQuarter } from '../sim/outcome.ts';
import type { LoyaltyTreatment, ModuleTreatment } from '../sim/rewards.ts';
import { copyHistory, type History } from '../sim/records/history.ts';
import type { MergeCounts } from '../sim/records/merges.ts';
import type { RecordQuality } from '../sim/records/recordActions.ts';
import { copyRecords, type Records } from '../sim/records/records.ts';
import { copyMarket, type Market } from '../sim/truth/market.ts';
import type { ClosedCase, RaisedCase } from './caseView.ts';
import type { LoyaltyQuarter } from './loyaltyBooks.ts';
import type { CampaignAtWork, CampaignDone } from './campaigns/atWork.ts';
import { copyMemory, type CycleMemory, type CycleQuarter } from './cycle/state.ts';
import type { ModelsAtWork } from './models/atWork.ts';
import type { ReviewDue } from './review/due.ts';
import type { OpportunityDone } from './opportunityDone.ts';
import type { StaffSheet } from './known/staffSheet.ts';
import type { AnalysisResult, AuditResult, Recency, SurveyAnswer, UnheardAnswer } from './known/evidence.ts';
import type { SpendLost } from './known/spendLost.ts';

/** A firm that a person or a playbook plays. */
export interface PlayedCompany {
  readonly index: number;
  readonly spec: FirmSpec;
  firm: FirmState;
  plan: QuarterPlan;
  /** The plan less what was refused this quarter; equals `plan` before the first. */
  inForce: QuarterPlan;
  standing: StandingOrders;
  records: Records;
  history: History;
  /** How customers were classed and treated by class in the last quarter; nobody was before the first. */
  classing: Classing;
  /** Value class of each person by the rule in force; null where nobody is classed. */
  classes: Uint8Array | null;
  /** Models at work in the last quarter and what they made of the files; null where there are none. */
  models: ModelsAtWork | null;
  /** Modules given and the loyalty programme at work in the last quarter; null where there are none. */
  rewards: { modules: ModuleTreatment | null; loyal: LoyaltyTreatment | null };
  /** The loyalty programme as the last quarter left it, and what the quarter came to; null without one. */
  loyalty: LoyaltyProgramme | null;
  loyaltyQuarter: LoyaltyQuarter | null;
  /** The campaign of the last quarter and what is left of the one before, null where there is neither; and what became of it. */
  campaign: CampaignAtWork | null;
  campaignDone: CampaignDone | null;
  /** Purchases of each person that the campaign of the last quarter brought forward; null where there was none. Not changed once made. */
  ahead: Float32Array | null;
  /** Campaigns that each person has had of late; null = none. Not changed once made. */
  worn: Float32Array | null;
  /** What is remembered of the customer cycle, null as long as nothing was done about it; and what the last quarter came to. */
  cycleMemory: CycleMemory | null;
  cycle: CycleQuarter | null;
  /** True quality of the records after the last quarter. */
  quality: RecordQuality;
  books: ObservedQuarter | null;
  /** Books of the last four quarters, the newest last. */
  year: readonly ObservedQuarter[];
  /** The sheet by which staff were paid in the last quarter; null where nobody was. */
  staff: StaffSheet | null;
  audit: AuditResult | null;
  survey: SurveyAnswer | null;
  unheard: UnheardAnswer | null;
  recency: Recency | null;
  /** Under contract: spending kept and lost in the last four quarters, the newest last. */
  spendLost: readonly SpendLost[];
  shareOfMarket: { value: number; n: number; quarter: number } | null;
  /** What the staff say of the records as long as nobody has looked: too good, as such claims are. */
  readonly claimed: RecordQuality;
  /** Analyses bought so far, and the answers of the last quarter. */
  analysed: readonly AnalysisId[];
  answers: readonly AnalysisResult[];
  /** Reviews held so far and what came of them. */
  review: ReviewState;
  /** The review held at the end of the quarter, null where none is; and the last campaign that kept some out by lot, null before one. */
  reviewing: ReviewDue | null;
  tested: CampaignDone | null;
  /** Cases that real customers have brought so far. */
  raised: readonly RaisedCase[];
  /** Cases closed so far. */
  cases: readonly ClosedCase[];
  /** Offers off the strategy answered so far. */
  opportunities: readonly OpportunityDone[];
  /** The partner in the quarter played last, and the simulated people who withdrew consent because their data were passed on. */
  partner: { mode: QuarterPlan['biz.partner']; withdrew: number };
  /** The risk of a breach in the quarter played last, and the simulated people who withdrew consent over one; null before the first. */
  breach: (BreachQuarter & { withdrew: number }) | null;
  /** What the matching rule did in the quarter played last. */
  merges: MergeCounts;
  /** Plans of the last three quarters, newest last. */
  recentPlans: readonly QuarterPlan[];
  /** Results of the quarters so far, in currency, and the equity at the start. */
  results: readonly number[];
  openingEquity: number;
  /** Customers at the start, simulated. */
  openingCustomers: number;
}

export interface RivalCompany {
  readonly index: number;
  readonly spec: FirmSpec;
  state: RivalState;
  share: number;
}

export interface World {
  readonly scenario: Scenario;
  market: Market;
  /** The run is played with every card open. */
  allOpen: boolean;
  /** Quarters played so far. */
  quarter: number;
  played: PlayedCompany[];
  rivals: RivalCompany[];
  /** Service contacts a quarter that each company expected at the start, in simulated contacts: what capacity is reckoned from. */
  readonly expectedContacts: readonly number[];
}

export interface Seeds {
  population: number;
  luck: number;
}

/** Records by company index; null for companies that keep none. */
export function recordsOf(world: World): (Records | null)[] {
  const records: (Records | null)[] = world.market.companyIds.map(() => null);
  for (const company of world.played) records[company.index] = company.records;
  return records;
}

/** A copy that can be played on without touching the first. Firms and machines are immutable and shared. */
export function copyWorld(world: World): World {
  return {
    ...world,
    market: copyMarket(world.market),
    played: world.played.map((company) => ({
      ...company,
      records: copyRecords(company.records),
      history: copyHistory(company.history),
      cycleMemory: company.cycleMemory && copyMemory(company.cycleMemory),
    })),
    rivals: world.rivals.map((rival) => ({ ...rival })),
  };
}
