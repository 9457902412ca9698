/** The report of a played quarter for the learner's firm: the known side, the true side, and what was skipped. */

import { triedFit } from '../company/adoption.ts';
import { inForce } from '../company/inForce.ts';
import { parametersOf } from '../company/parameters.ts';
import { pathViews } from '../company/pathReport.ts';
import { concerningEvents, type MarketSign, marketSigns } from '../company/marketSigns.ts';
import { rivalIntent, rivalMove } from '../company/rival.ts';
import { programmeSigns } from '../company/signs.ts';
import { closedNow, openCases } from './cases.ts';
import { isOwn, seenNow } from './gatherEvidence.ts';
import { askPreference } from './unheard.ts';
import { followedIn, opportunityViews } from './opportunities.ts';
import { othersOf } from './otherChannels.ts';
import { campaignSheet, type CampaignSheet } from './known/campaign.ts';
import { channelSheet, type ChannelSheet } from './known/channelSheet.ts';
import { cycleKnown } from './known/cycle.ts';
import { dataRoom } from './known/dataRoom.ts';
import { knownKpis } from './known/estimates.ts';
import { knownLoyalty, knownModules } from './known/loyalty.ts';
import { knownModels, type ModelsKnown } from './known/models.ts';
import { knownReport } from './known/knownReport.ts';
import { boughtWithinYear } from './known/recency.ts';
import type { PeopleInput } from './known/people.ts';
import { evidenceOf } from './evidenceOf.ts';
import { dataRoomInput } from './dataRoomInput.ts';
import type { CompanyQuarter, PlayedQuarter } from './playQuarter.ts';
import { isHeldOut } from './models/scores.ts';
import type { KnownReport, QuarterReport } from './reports.ts';
import { reviewOf } from './reviewView.ts';
import { truthReport } from './truthReport.ts';
import { recordsOf, type PlayedCompany, type World } from './world.ts';

/** The known side of a company as the world stands; quarter 0 before the first one is played. */
export function knownOf(world: World, company: PlayedCompany, played: PlayedQuarter | null): KnownReport {
  const own = played?.companies.find((each) => each.company === company);
  return knownReport({
    evidence: evidenceOf(world, company),
    paths: pathViews(company.firm, company.spec, company.plan, company.analysed),
    signs: programmeSigns(company.firm, company.spec, company.inForce),
    ledger: own?.ledger ?? emptyLedger(company),
    refused: own?.refused ?? [],
    inbox: [...openCases(world, company, world.quarter + 1), ...closedNow(world, company)],
    opportunities: { open: opportunityViews(world, company, world.quarter + 1), followed: followedIn(company, world.quarter) },
    rivals: world.rivals.map((rival) => ({
      id: rival.spec.id,
      move: rivalMove(rival.state),
      price: played?.offers[rival.index]!.price ?? rival.spec.offer.price,
    })),
    events: (played?.events ?? []).map(({ id, kind }) => ({ id, kind })),
    answers: company.answers,
    staff: company.staff,
    channels: own === undefined ? null : channelsOf(world, company, played!, own),
    models: modelsKnown(world, company),
    loyalty: knownLoyalty(company.loyaltyQuarter, world.quarter),
    modules: knownModules(company.rewards.modules, seenNow(world, company, played?.market ?? null), world.market.represents),
    campaign: own === undefined ? null : campaignKnown(world, company, own),
    cycle: cycleKnown(company.cycle, world.market.spec.relation === 'contractual', world.market.represents, world.quarter),
    marketSigns: signsHeard(world, company),
    data: dataRoom(dataRoomInput(world, company)),
    review: reviewOf(world, company),
    toolFit: shownByTrial(company),
  });
}

/** The channels of the quarter just played, from books and logs. */
function channelsOf(world: World, company: PlayedCompany, played: PlayedQuarter, own: CompanyQuarter): ChannelSheet {
  const waiting = openCases(world, company, world.quarter + 1);
  const log = played.market.touches[company.index]!.channels;
  return channelSheet({
    log,
    asked: askPreference(world, company, log),
    represents: world.market.represents,
    quarter: world.quarter,
    ledger: own.ledger,
    owned: inForce(own.opened, company.inForce, 'svc.log') === 'yes',
    conflicts: waiting.filter(({ kind }) => kind === 'channel').length,
    parameters: parametersOf(company.spec),
    ...othersOf(world, company, own, played.offers[company.index]!),
  });
}

/** What the company knows of the campaign of the quarter just played. */
function campaignKnown({ market }: World, { campaignDone: done }: PlayedCompany, { ledger }: CompanyQuarter): CampaignSheet | null {
  if (done === null) return null;
  const margin = ledger.revenue > 0 ? 1 - ledger.directCost / ledger.revenue : 0;
  return campaignSheet({ done, represents: market.represents, margin, window: market.parameters['campaign.window'] });
}

/** Signals of the market that the company watches for and hears as the world stands. */
function signsHeard({ scenario, rivals, quarter }: World, { spec, inForce }: PlayedCompany): MarketSign[] {
  return marketSigns(
    inForce['imp.sense'],
    rivals.map((rival) => ({ id: rival.spec.id, intent: rivalIntent(rival.state) })),
    concerningEvents(scenario.events, spec.id, scenario.firms),
    quarter,
    parametersOf(spec)['sense.lead'],
  );
}

/** What a trial has shown, points 0-100. */
function shownByTrial({ firm, spec, inForce }: PlayedCompany): number | null {
  const fit = triedFit(firm, spec, inForce, parametersOf(spec));
  return fit === null ? null : 100 * fit;
}

/** What the company knows of the models at work in the quarter played last. */
function modelsKnown(world: World, company: PlayedCompany): ModelsKnown | null {
  if (company.models === null) return null;
  const { models, known, scored, lists } = company.models;
  return knownModels({
    models,
    known,
    person: scored.person,
    chances: scored.churn,
    listed: (i) => lists?.of[i] === 1,
    heldOut: isHeldOut(world, company),
    stays: world.market.spec.relation === 'contractual' ? isOwn(world, company) : null,
    represents: world.market.represents,
    quarter: world.quarter,
  });
}

function emptyLedger(company: PlayedCompany): KnownReport['money'] {
  return {
    revenue: 0,
    directCost: 0,
    serviceCost: 0,
    marketingCost: 0,
    fixedCost: 0,
    crmCost: 0,
    otherIncome: 0,
    result: 0,
    released: company.firm.released,
    spent: 0,
    unplanned: 0,
    cash: company.firm.cash,
  };
}

/** Report of the learner's firm (the first played one). */
export function quarterReport(
  world: World,
  played: PlayedQuarter,
  digest: string | null,
  skipped: QuarterReport['skipped'] = [],
): QuarterReport {
  const { company } = played.companies[0]!;
  return {
    quarter: world.quarter,
    digest,
    truth: truthReport(world, company, played.market, played.offers, recordsOf(world)),
    known: knownOf(world, company, played),
    skipped,
  };
}

/** What the models at work say of single customers; the chance of leaving only where that model was bought. */
function scoredBy({ models: atWork }: PlayedCompany): PeopleInput['scored'] {
  if (atWork === null) return null;
  const { models, scored, lists } = atWork;
  return { person: scored.person, churn: models.includes('churn') ? scored.churn : null, of: lists?.of ?? null };
}

/** What the known customers of a company are read from. */
export function peopleInputOf(world: World, company: PlayedCompany): PeopleInput {
  return {
    records: company.records,
    history: company.history,
    own: world.market.spec.relation === 'contractual' ? isOwn(world, company) : (i) => boughtWithinYear(company.history, i, world.quarter),
    people: world.market.people,
    quarter: world.quarter,
    represents: world.market.represents,
    // Without contracts customers are the buyers of the quarter, and names of the year would be set against them.
    named: company.recency === null ? null : company.recency.knownBuyers * world.market.represents,
    customers: knownKpis(evidenceOf(world, company)).customers,
    scored: scoredBy(company),
  };
}
