/** One quarter of a run: firms commit their plans, the market plays, records and firms move on, reports are written. */

import { type BreachQuarter, breachEvent } from '../company/breach.ts';
import { afterCampaign } from '../company/campaign.ts';
import { classingOf } from '../company/classing.ts';
import type { AnalysisId, QuarterPlan } from '../company/controls.ts';
import type { EventSpec } from '../company/firm.ts';
import type { Reason } from '../company/guards.ts';
import type { Move } from '../company/orders.ts';
import { mergePlan } from '../company/plan.ts';
import type { PlanCosts } from '../company/costs.ts';
import { eventsFor } from '../company/events.ts';
import { closeQuarter, commitQuarter, keptFields, recordActionsOf, type LedgerParts } from '../company/quarter.ts';
import { closeRival } from '../company/rival.ts';
import { keyedUnit } from '../sim/math/keys.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { ObservedQuarter } from '../sim/outcome.ts';
import { purpose } from '../sim/purposes.ts';
import { bookHistory } from '../sim/records/history.ts';
import { eraseFields } from '../sim/records/erase.ts';
import { playRecordsQuarter } from '../sim/records/quarter.ts';
import type { Records } from '../sim/records/records.ts';
import type { MarketMoment } from '../sim/truth/alone.ts';
import { observe } from '../sim/truth/observe.ts';
import { playMarketQuarter, type MarketQuarter } from '../sim/truth/quarter.ts';
import { at, total } from '../sim/truth/tallies.ts';
import { silosByChannel } from '../sim/truth/usable.ts';
import { type CaseWork, caseWork, handleCases } from './cases.ts';
import { beginCycle } from './cycle/begin.ts';
import { closeCycle } from './cycle/close.ts';
import { disputesNow } from './disputeCandidates.ts';
import { raisedNow } from './raisedCases.ts';
import { gatherEvidence, ownOf } from './gatherEvidence.ts';
import { loyaltyAtWork } from './loyaltyMembers.ts';
import { bookLoyalty } from './loyaltyQuarter.ts';
import { modulesGiven } from './modulesGiven.ts';
import { modelsAtWork } from './models/scores.ts';
import { noteAnswers, offersOpen } from './opportunities.ts';
import { commissionBilled, toldTo } from './otherChannels.ts';
import { classesOf } from './valueClasses.ts';
import { campaignNow } from './campaigns/plan.ts';
import { campaignDone, seenPrice } from './campaigns/outcome.ts';
import { boardReacts } from './review/boardReacts.ts';
import { reviewDue, reviewPaid } from './review/due.ts';
import { holdReview } from './review/holdReview.ts';
import type { Reckoning } from './review/reckoning.ts';
import { reserveUnits, takeReviewSteps } from './review/takeSteps.ts';
import { breachNow, strikeRecords } from './strikeRecords.ts';
import { offersOf } from './offersNow.ts';
import { recordsOf, type PlayedCompany, type World } from './world.ts';

/** What a firm decided for the quarter: controls to change and moves, in the order given. */
export interface Decisions {
  plan: Partial<QuarterPlan>;
  standing?: Partial<PlayedCompany['standing']>;
  moves: readonly Move[];
}
export const noDecisions: Decisions = { plan: {}, moves: [] };

/** What one played company's quarter came to. */
export interface CompanyQuarter {
  company: PlayedCompany;
  /** The firm as the quarter met the market: decided, not yet closed. */
  opened: PlayedCompany['firm'];
  books: ObservedQuarter;
  costs: PlanCosts;
  ledger: LedgerParts;
  refused: readonly Reason[];
  /** What its review reckoned with; null where market or records have changed since. */
  reckoning: Reckoning | null;
}

/** Everything a quarter leaves that reports are made of. */
export interface PlayedQuarter {
  offers: readonly CompanyOffer[];
  market: MarketQuarter;
  /** By played company in world order. */
  companies: readonly CompanyQuarter[];
  events: readonly EventSpec[];
}

/** Hears what a quarter's market is about to be played with, and answers the records that staff have at hand in it: as a rule those kept. */
export type MarketHook = (ready: MarketMoment) => readonly (Records | null)[];

/** Events that strike or still last in a quarter. */
export function eventsIn(world: World, quarter: number): EventSpec[] {
  return world.scenario.events.filter((event) => quarter >= event.quarter && quarter < event.quarter + (event.lasts ?? 1));
}

/**
 * Plays the next quarter in place. `decisions` by firm id; a firm without any goes on with its plan.
 * @param looks whether firms also ask and find out what only their reports show; what rules read is found out always
 * @param onMarket called when all is ready for the market, see MarketHook
 */
export function advance(
  world: World,
  decisions: ReadonlyMap<string, Decisions>,
  looks = true,
  onMarket: MarketHook = ({ records }) => records,
): PlayedQuarter {
  world.quarter += 1;
  const { quarter, market } = world;
  const events = eventsIn(world, quarter);
  const scripted = (firm: string): EventSpec[] => eventsFor(events, firm, world.scenario.firms);
  const risks = new Map<string, BreachQuarter>();
  const strikes = (firm: string): EventSpec[] =>
    risks.get(firm)?.struck === true ? [...scripted(firm), breachEvent(firm, quarter)] : scripted(firm);
  const decided = (company: PlayedCompany): Decisions => decisions.get(company.spec.id) ?? noDecisions;
  for (const company of world.played) {
    risks.set(company.spec.id, breachNow(world, company, decided(company).plan, scripted(company.spec.id)));
  }
  // A case goes by the firm as it stood when the learner played it.
  const work = world.played.map((company) => caseWork(world, company, decided(company).moves, quarter));
  const commits = world.played.map((company, place) =>
    commitCompany(world, company, decided(company), strikes(company.spec.id), work[place]!),
  );
  for (const company of world.played) boardReacts(world, company);
  for (const company of world.played) takeReviewSteps(world, company, decided(company).moves);
  const remedies = world.played.map((company, place) => handleCases(world, company, work[place]!, decided(company).moves, quarter));
  for (const company of world.played) strikeRecords(world, company, scripted(company.spec.id), risks.get(company.spec.id)!);
  for (const company of world.played) {
    company.classing = classingOf(company);
    company.classes = classesOf(world, company);
    company.models = modelsAtWork(world, company);
    company.rewards = { modules: modulesGiven(world, company), loyal: loyaltyAtWork(world, company) };
    company.campaign = campaignNow(world, company);
  }
  const offers = offersOf(world, strikes);
  const kept = recordsOf(world);
  const cycles = world.played.map((company) => beginCycle(world, company, offers, looks));
  const records = onMarket({ market, offers, records: kept, quarter });
  const played = playMarketQuarter(market, offers, records, quarter);
  const companies = world.played.map((company, place): CompanyQuarter => {
    closeCycle(world, company, cycles[place]!, offers[company.index]!, played);
    playRecords(world, company, played, offers);
    // Value classes read the books, so they are kept also where nobody looks.
    bookHistory(company.history, company.records, played.touches[company.index]!, market.people, quarter);
    const books = observe(market, played, company.index);
    const loyalty = bookLoyalty(world, company, played.touches[company.index]!, company.rewards.loyal);
    const { costs, refused, bought } = commits[place]!;
    company.books = books;
    company.campaignDone = campaignDone(world, company, played.touches[company.index]!, offers[company.index]!);
    company.year = [...company.year, books].slice(-4);
    const opened = company.firm;
    const disputes = disputesNow(world, company);
    company.raised = [...company.raised, ...raisedNow(world, company, played.touches[company.index]!.complained, disputes)];
    gatherEvidence(world, company, played, bought, looks);
    const reckoning = holdReview(world, company, played, offers);
    const { firm, ledger } = closeQuarter(company.firm, company.spec, company.inForce, company.standing, {
      quarter,
      books,
      records: company.quality,
      audited: company.audit?.quality ?? company.claimed,
      events: strikes(company.spec.id),
      remedies: remedies[place]!,
      ...(loyalty !== null && { loyalty }),
      ...commissionBilled(world, played.touches[company.index]!.channels, offers[company.index]!),
      stallDraw: keyedUnit(market.luckSeed, purpose.stall, company.index, quarter, 0),
    });
    company.firm = firm;
    company.results = [...company.results, ledger.result];
    company.plan = afterCampaign(company.plan);
    company.recentPlans = [...company.recentPlans, company.plan].slice(-3);
    const isLast = place === world.played.length - 1;
    return { company, opened, books, costs, ledger, refused, reckoning: isLast ? reckoning : null };
  });
  closeRivals(world, offers, played, strikes);
  return { offers, market: played, companies, events };
}

/** Puts the decisions of one company into force at the start of a quarter. */
function commitCompany(
  world: World,
  company: PlayedCompany,
  decisions: Decisions,
  events: readonly EventSpec[],
  work: CaseWork,
): { refused: readonly Reason[]; costs: PlanCosts; bought: readonly AnalysisId[] } {
  const { quarter } = world;
  const before = company.plan;
  company.plan = mergePlan(before, decisions.plan);
  company.standing = { ...company.standing, ...decisions.standing };
  // An analysis is bought in the quarter that names it; a plan that only goes on buys nothing again.
  const bought = decisions.plan['ana.buy'] ?? [];
  company.analysed = [...company.analysed, ...bought.filter((id) => !company.analysed.includes(id))];
  company.reviewing = reviewDue(company, decisions.moves, events, quarter);
  const { firm, plan, refused, costs, answered } = commitQuarter(
    company.firm,
    company.spec,
    company.plan,
    decisions.moves,
    company.standing,
    {
      quarter,
      audited: company.audit?.quality ?? company.claimed,
      analysed: company.analysed,
      bought,
      events,
      fixes: work.fixes,
      caseHours: work.hours,
      review: company.reviewing?.order ?? null,
      adjusting: reserveUnits(company, decisions.moves, quarter),
      opportunities: offersOpen(world, company, quarter),
    },
  );
  company.firm = firm;
  company.inForce = plan;
  company.reviewing = reviewPaid(company.reviewing, refused);
  noteAnswers(company, answered, quarter);
  return { refused, costs, bought };
}

function playRecords(world: World, company: PlayedCompany, played: MarketQuarter, offers: readonly CompanyOffer[]): void {
  const { market } = world;
  const touch = played.touches[company.index]!;
  const { own, ownBit } = ownOf(world, company);
  const { silos } = company.spec.records!;
  eraseFields(company.records, keptFields(company.firm, company.spec, company.inForce), market.people);
  const actions = recordActionsOf(company.firm, company.spec, company.inForce);
  company.merges = playRecordsQuarter(
    company.records,
    actions,
    {
      own,
      ownBit,
      contacts: touch.contacts,
      withdrew: touch.withdrew,
      silos,
      channel: market.columns.channel,
      siloOf: silosByChannel(silos),
      unsubscribed: touch.unsubscribed,
      synced: offers[company.index]!.channels?.synced ?? 0,
      ...toldTo(world, company, actions),
    },
    market.parameters,
    market.people,
    world.quarter,
    market.luckSeed,
  );
}

/** Rivals look at what is public and choose their next move. */
function closeRivals(world: World, offers: readonly CompanyOffer[], played: MarketQuarter, strikes: (firm: string) => EventSpec[]): void {
  const { market, quarter } = world;
  const segments = market.spec.segments.length;
  let everybody = 0;
  const customers = market.companyIds.map((_, k) => total(played.tallies, segments, k, at.customers));
  for (const count of customers) everybody += count;
  for (const rival of world.rivals) {
    const others = offers.filter((_, k) => k !== rival.index);
    const share = customers[rival.index]! / Math.max(1, everybody);
    rival.state = closeRival(rival.state, rival.spec, {
      quarter,
      share,
      shareBefore: quarter === 1 ? share : rival.share,
      lowestPrice: others.reduce((least, offer) => Math.min(least, seenPrice(world, offer)), Infinity),
      highestCare: others.reduce((most, offer) => Math.max(most, offer.care + offer.tie), 0),
      events: strikes(rival.spec.id),
      draw: keyedUnit(market.luckSeed, purpose.rival, rival.index, quarter, 0),
    });
    rival.share = share;
  }
}
