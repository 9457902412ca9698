/** A run in progress as plain data: the market, the firms, their records and what each firm has found out so far. */

import type { BreachQuarter } from '../company/breach.ts';
import type { Classing } from '../company/classing.ts';
import type { LoyaltyProgramme } from '../company/loyalty.ts';
import type { AnalysisId, QuarterPlan } from '../company/controls.ts';
import type { EventSpec, FirmSpec, FirmState } from '../company/firm.ts';
import { defaultStandingOrders, type StandingOrders } from '../company/orders.ts';
import { startPlan } from '../company/plan.ts';
import { offerOf, startFirm } from '../company/quarter.ts';
import { rivalOffer, startRival, type RivalState } from '../company/rival.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { resolveWorld } from '../scenario/worlds.ts';
import { ln } from '../sim/math/elementary.ts';
import type { ObservedQuarter } from '../sim/outcome.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { LoyaltyTreatment, ModuleTreatment } from '../sim/rewards.ts';
import { completeness, measureQuality } from '../sim/records/quality.ts';
import { copyHistory, makeHistory, type History } from '../sim/records/history.ts';
import { type MergeCounts, noMerges } from '../sim/records/merges.ts';
import type { RecordQuality } from '../sim/records/recordActions.ts';
import { copyRecords, type Records } from '../sim/records/records.ts';
import { startRecords } from '../sim/records/start.ts';
import { WORD } from '../sim/truth/columns.ts';
import { copyMarket, createMarket, expectedServiceContacts, settleActivity, settleMarket, type Market } from '../sim/truth/market.ts';
import { siloOfChannel } from '../sim/truth/usable.ts';
import type { ClosedCase, RaisedCase } from './caseView.ts';
import type { LoyaltyQuarter } from './loyaltyBooks.ts';
import type { CampaignAtWork, CampaignDone } from './campaigns/atWork.ts';
import { copyMemory, type CycleMemory, type CycleQuarter } from './cycle/state.ts';
import type { ModelsAtWork } from './models/atWork.ts';
import type { OpportunityDone } from './opportunityDone.ts';
import type { StaffSheet } from './known/staffSheet.ts';
import type { AnalysisResult, AuditResult, Recency, SurveyAnswer, UnheardAnswer } from './known/evidence.ts';

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
  shareOfMarket: { value: number; n: number; quarter: number } | null;
  /** What the staff say of the records as long as nobody has looked: too good, as such claims are. */
  readonly claimed: RecordQuality;
  /** Analyses bought so far, and the answers of the last quarter. */
  analysed: readonly AnalysisId[];
  answers: readonly AnalysisResult[];
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

/**
 * The world of a scenario before the first quarter.
 * @param worldIndex hidden world, 0-based; @param customers people to simulate, 200 to 1,000,000
 * @throws RangeError for a world the scenario does not have
 */
export function createWorld(whole: Scenario, worldIndex: number, seeds: Seeds, customers: number): World {
  const scenario = resolveWorld(whole, worldIndex);
  const ids = scenario.firms.map((firm) => firm.id);
  const market = createMarket(scenario.market, ids, customers, scenario.quarters, seeds);
  const segmentIds = scenario.market.segments.map((segment) => segment.id);
  const plan = startPlan(scenario.startPlan, segmentIds);
  const expectedContacts = ids.map((_, k) => expectedServiceContacts(market, k));
  const partners = (scenario.partners ?? []).map(({ id }) => id);
  const begun = scenario.firms.flatMap((spec, index) =>
    spec.played
      ? [
          {
            index,
            spec,
            firm: startFirm(spec, plan, partners),
            inForce: plan,
            classes: null,
            models: null,
            rewards: noRewards,
            campaign: null,
          },
        ]
      : [],
  );
  const rivals = scenario.firms.flatMap((spec, index): RivalCompany[] =>
    spec.played ? [] : [{ index, spec, state: startRival(spec), share: 0 }],
  );
  // What is on file is a share of those who are customers as play begins.
  settleActivity(market, offersOf({ market, played: begun, rivals, expectedContacts }));
  const played = begun.map(({ index, spec, firm }) => startPlayed(market, index, spec, firm, plan, seeds));
  const world: World = { scenario, market, allOpen: false, quarter: 0, played, rivals, expectedContacts };
  settleMarket(market, offersOf(world), recordsOf(world));
  for (const company of played) company.openingCustomers = liveRelations(market, company.index);
  return world;
}

/** People with a live relation to company k, simulated. */
function liveRelations(market: Market, k: number): number {
  const { active, entry } = market.columns;
  let live = 0;
  for (let i = 0; i < market.people; i += 1) if (entry[i] === 0) live += (active[i]! >>> k) & 1;
  return live;
}

function startPlayed(market: Market, index: number, spec: FirmSpec, firm: FirmState, plan: QuarterPlan, seeds: Seeds): PlayedCompany {
  if (!spec.records) throw new RangeError(`played firm ${spec.id} has no records`);
  const { columns } = market;
  const own: number[] = [];
  const lapsed: number[] = [];
  const contractual = market.spec.relation === 'contractual';
  for (let i = 0; i < market.people; i += 1) {
    if (columns.entry[i] !== 0) continue;
    if (contractual ? columns.supplier[i] === index : ((columns.active[i]! >>> index) & 1) === 1) own.push(i);
    else if (!contractual && columns.taste[index * market.people + i]! > 0) lapsed.push(i);
  }
  const logs = own.map((i) => ln(Math.max(1e-6, columns.rate[i]!)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const variance = logs.reduce((sum, log) => sum + (log - mean) * (log - mean), 0) / Math.max(1, logs.length);
  const deviation = Math.sqrt(variance) || 1;
  const customers = {
    people: market.people,
    own,
    lapsed,
    silo: (i: number) => siloOfChannel(columns.channel[i]!),
    rateScore: (i: number) => (ln(Math.max(1e-6, columns.rate[i]!)) - mean) / deviation,
  };
  const records = startRecords(spec.records, customers, market.parameters['records.tilt'], seeds.population);
  const quality = measureQuality(records, Int32Array.from(own), spec.records.usefulFields, market.parameters['records.maximumAge']);
  return {
    index,
    spec,
    firm,
    plan,
    inForce: plan,
    standing: defaultStandingOrders,
    records,
    // Last year's books hold what known customers spent; a person's own mean stands for it.
    history: makeHistory(
      records,
      market.people,
      (i) => columns.rate[i]! * columns.spend[i]!,
      (i) => (contractual && columns.supplier[i] !== index ? 0 : columns.tenure[i]!),
      (i) => columns.rate[i]! * (contractual ? 1 : columns.taste[index * market.people + i]! / WORD),
    ),
    classing: { rule: 'none', hours: plan['idc.hours'], benefit: [] },
    classes: null,
    models: null,
    rewards: noRewards,
    loyalty: null,
    loyaltyQuarter: null,
    campaign: null,
    campaignDone: null,
    ahead: null,
    worn: null,
    cycleMemory: null,
    cycle: null,
    quality,
    books: null,
    year: [],
    staff: null,
    audit: null,
    survey: null,
    unheard: null,
    recency: null,
    shareOfMarket: null,
    claimed: claimOf(quality),
    analysed: [],
    answers: [],
    raised: [],
    cases: [],
    opportunities: [],
    partner: { mode: 'refuse', withdrew: 0 },
    breach: null,
    merges: noMerges,
    recentPlans: [],
    results: [],
    openingEquity: 0,
    openingCustomers: own.length,
  };
}

const noRewards: PlayedCompany['rewards'] = { modules: null, loyal: null };

/** Part of what is missing that an unaudited claim makes up for. */
const OVERRATED = 0.25;

/** Records as their keepers describe them: a quarter of every shortfall overlooked. Whoever trusts it passes the gate and stalls later. */
function claimOf(quality: RecordQuality): RecordQuality {
  const better = (share: number): number => share + OVERRATED * (1 - share);
  const coverage = better(quality.coverage);
  const depth = better(quality.depth);
  const accuracy = better(quality.accuracy);
  const linkage = better(quality.linkage);
  const consent = better(quality.consent);
  return {
    coverage,
    depth,
    accuracy,
    linkage,
    consent,
    duplicates: quality.duplicates / 2,
    completeness: completeness(coverage, depth, accuracy, linkage, consent),
  };
}

/** Offers of all companies as their plans stand, in company order; `strikes` are the events that concern a firm now. */
export function offersOf(
  world: Pick<World, 'market' | 'rivals' | 'expectedContacts'> & {
    played: readonly Pick<PlayedCompany, 'index' | 'firm' | 'spec' | 'inForce' | 'classes' | 'models' | 'rewards' | 'campaign'>[];
  },
  strikes: (firm: string) => readonly EventSpec[] = () => [],
): CompanyOffer[] {
  const offers: CompanyOffer[] = [];
  const { segments } = world.market.spec;
  const realPeople = world.market.people * world.market.represents;
  for (const company of world.played) {
    const offer = offerOf(
      company.firm,
      company.spec,
      company.inForce,
      segments,
      world.expectedContacts[company.index]!,
      realPeople,
      company.classes,
      company.models?.lists ?? null,
      company.rewards,
    );
    offers[company.index] = company.campaign === null ? offer : { ...offer, campaign: company.campaign.treatment };
  }
  for (const rival of world.rivals) {
    offers[rival.index] = rivalOffer(rival.state, rival.spec, segments, world.expectedContacts[rival.index]!, strikes(rival.spec.id));
  }
  return offers;
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
