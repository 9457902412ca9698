/** The world of a scenario as play begins. */

import type { QuarterPlan } from '../company/controls.ts';
import type { FirmSpec, FirmState } from '../company/firm.ts';
import { defaultStandingOrders } from '../company/orders.ts';
import { startPlan } from '../company/plan.ts';
import { startFirm } from '../company/quarter.ts';
import { reviewAtStart } from '../company/review/reviewState.ts';
import { startRival } from '../company/rival.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { resolveWorld } from '../scenario/worlds.ts';
import { ln } from '../sim/math/elementary.ts';
import { channelIds } from '../sim/market.ts';
import { completeness, measureQuality } from '../sim/records/quality.ts';
import { makeHistory } from '../sim/records/history.ts';
import { noMerges } from '../sim/records/merges.ts';
import type { RecordQuality } from '../sim/records/recordActions.ts';
import { startRecords } from '../sim/records/start.ts';
import { WORD } from '../sim/truth/columns.ts';
import { createMarket, expectedServiceContacts, settleActivity, settleMarket, type Market } from '../sim/truth/market.ts';
import { siloOfChannel } from '../sim/truth/usable.ts';
import { type PlayedCompany, type RivalCompany, type World, type Seeds, recordsOf } from './world.ts';
import { offersOf } from './offersNow.ts';

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
    nameless: (i: number) => columns.channel[i] === MARKETPLACE,
    rateScore: (i: number) => (ln(Math.max(1e-6, columns.rate[i]!)) - mean) / deviation,
  };
  const here = (i: number): number => (contractual ? 1 : columns.taste[index * market.people + i]! / WORD);
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
    // Last year's books hold what known customers spent here, never what they spent elsewhere; a person's own mean stands for it.
    history: makeHistory(
      records,
      market.people,
      (i) => here(i) * columns.rate[i]! * columns.spend[i]!,
      (i) => (contractual && columns.supplier[i] !== index ? 0 : columns.tenure[i]!),
      (i) => here(i) * columns.rate[i]!,
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
    spendLost: [],
    shareOfMarket: null,
    claimed: claimOf(quality),
    analysed: [],
    answers: [],
    review: reviewAtStart,
    reviewing: null,
    tested: null,
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

const MARKETPLACE = channelIds.indexOf('marketplace');
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
