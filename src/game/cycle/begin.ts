/** The customer cycle as a quarter begins: which events set off a contact, who is asked to come back, and in which stage each known customer stands. */

import { cycleTreatment, triggersInForce, type WinBack, winBackInForce } from '../../company/cycle.ts';
import { type FirmParameters, parametersOf } from '../../company/parameters.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import { purpose } from '../../sim/purposes.ts';
import {
  type CycleFiles,
  fires,
  hasNumber,
  LAPSED_AFTER,
  mayContact,
  somebodyElse,
  stageOf,
  stageOnFile,
  type TriggerId,
  triggerIds,
} from '../../sim/records/cycle.ts';
import { topOf } from '../../sim/records/models.ts';
import { callCustomers, type CallsMade, type Firings } from '../../sim/truth/cycle.ts';
import { knownCustomers } from '../models/files.ts';
import type { PlayedCompany, World } from '../world.ts';
import { byTrigger, type CycleMemory, newMemory } from './state.ts';

/** Share of the scored customers whom a model puts among those about to leave. */
const AT_RISK = 0.05;
const NO_STAGE = 255;

/** What a quarter of the cycle was begun with. */
export interface CycleBegun {
  company: PlayedCompany;
  winBack: WinBack;
  triggers: readonly TriggerId[];
  memory: CycleMemory | null;
  firings: Firings;
  /** Due, and kept aside to compare. */
  held: number[];
  calls: CallsMade | null;
  missed: Float64Array;
  noConsent: number;
  /** Due, but no hours were left. */
  undone: number;
  asked: readonly number[];
  best: ReadonlySet<number>;
  care: number;
  /** Stage by person, on file and in truth, NO_STAGE = none; and who was a customer; null where nobody looks. */
  stages: { onFile: Uint8Array; truly: Uint8Array } | null;
  ownBefore: Uint8Array | null;
}
export const hasStage = (stage: number): boolean => stage !== NO_STAGE;

/** Care that staff give, 0-1, if nobody had to wait. */
const careOf = ({ care, tie }: CompanyOffer): number => Math.max(0, Math.min(1, care + tie));

function filesOf({ market, quarter }: World, company: PlayedCompany): CycleFiles {
  const scores = company.models?.models.includes('churn') ? company.models.scored : null;
  const risky = scores === null ? null : new Set(topOf(scores.churn, AT_RISK).map((place) => scores.person[place]!));
  return {
    records: company.records,
    history: company.history,
    quarter: quarter - 1,
    maximumAge: Math.floor(market.parameters['records.maximumAge']),
    atRisk: (i) => risky?.has(i) ?? false,
  };
}

/**
 * Sets off the contacts of the quarter and makes them; takes their time and that of attempts to win back out of the offer's capacity.
 * Null where the card has never done anything and nobody looks.
 */
export function beginCycle(world: World, company: PlayedCompany, offers: CompanyOffer[], looks: boolean): CycleBegun | null {
  const triggers = triggersInForce(company.firm, company.inForce);
  const winBack = winBackInForce(company.firm, company.inForce);
  const acts = triggers.length > 0 || winBack !== 'none';
  // What is remembered goes on while the card rests: an attempt to win back reads it later.
  const minds = acts || company.cycleMemory !== null;
  if ((!minds && !looks) || world.quarter < 2) return null;
  const { market } = world;
  const p = parametersOf(company.spec);
  const files = filesOf(world, company);
  const known = knownCustomers(world, company, world.quarter - 1);
  const memory = acts ? (company.cycleMemory ??= newMemory(market.people)) : company.cycleMemory;
  const begun: CycleBegun = {
    company,
    winBack,
    triggers,
    memory,
    firings: { person: [], trigger: [], real: [] },
    held: [],
    calls: null,
    missed: byTrigger(),
    noConsent: 0,
    undone: 0,
    asked: [],
    best: new Set(),
    care: careOf(offers[company.index]!),
    stages: looks ? stagesNow(market.people, files, known) : null,
    ownBefore: minds || looks ? market.columns.active.slice() : null,
  };
  if (!acts) return begun;
  const offer = offers[company.index]!;
  const hours = p['cycle.share'] * company.firm.funded * offer.capacity;
  if (triggers.length > 0) setOff(world, begun, files, known, hours, p);
  const left = hours - begun.firings.person.length * p['cycle.work'];
  if (winBack !== 'none') listLost(world, begun, left, p);
  const work = (1 - p['cycle.blend']) * (hours - left + begun.asked.length * p['winBack.work']);
  offers[company.index] = { ...offer, capacity: offer.capacity - work };
  begun.calls = callCustomers(market, company.records, company.index, begun.firings, cycleTreatment(p), begun.care, world.quarter);
  return begun;
}
/** True if a person is kept aside to compare: drawn once for a population, apart from those whom no list of a model touches. */
export function isKeptAside({ market }: World, { index }: PlayedCompany, p: FirmParameters): (person: number) => boolean {
  return (person) => keyedUnit(market.populationSeed, purpose.cycleHoldout, person, 0, index) < p['cycle.holdout'];
}

/**
 * Who is to be contacted, and for what: the most urgent event only, not again within a few quarters, and as far as the hours go, heavy buyers
 * first within an event.
 * @param hours service contacts whose time may be spent
 */
function setOff(world: World, begun: CycleBegun, files: CycleFiles, known: Int32Array, hours: number, p: FirmParameters): void {
  const due: { i: number; about: number; real: number }[] = [];
  const { contactedIn } = begun.memory!;
  const heldOut = isKeptAside(world, begun.company, p);
  const { records } = files;
  const { triggers } = begun;
  for (let place = 0; place < known.length; place += 1) {
    const i = known[place]!;
    if (contactedIn[i]! > 0 && world.quarter - contactedIn[i]! < p['cycle.rest']) continue;
    const fired = firstOf(triggers, files, i, somebodyElse(known, place));
    if (fired === undefined) {
      const happened = firstOf(triggers, files, i, i);
      if (happened !== undefined) begun.missed[triggerIds.indexOf(happened)]! += 1;
      continue;
    }
    if (!hasNumber(records, i) || !mayContact(records, i, fired === 'complaint' ? 0 : 1)) {
      begun.noConsent += 1;
      continue;
    }
    if (heldOut(i)) begun.held.push(i);
    else due.push({ i, about: triggerIds.indexOf(fired), real: fires(files, i, i, fired) ? 1 : 0 });
  }
  const { spending } = files.history;
  due.sort((a, b) => a.about - b.about || spending[b.i]! - spending[a.i]! || a.i - b.i);
  const done = due.slice(0, Math.floor(hours / p['cycle.work']));
  begun.undone = due.length - done.length;
  begun.firings = { person: done.map(({ i }) => i), trigger: done.map(({ about }) => about), real: done.map(({ real }) => real) };
  for (const { i } of done) contactedIn[i] = world.quarter;
}

/** The first trigger that fires for customer i, see fires. */
function firstOf(triggers: readonly TriggerId[], files: CycleFiles, i: number, other: number): TriggerId | undefined {
  for (let n = 0; n < triggers.length; n += 1) if (fires(files, i, other, triggers[n]!)) return triggers[n];
  return undefined;
}

/** Who is asked to come back: closed accounts of a year, or who used to buy and has not for a year; once a year each. */
function listLost(world: World, begun: CycleBegun, hours: number, p: FirmParameters): void {
  const { company } = begun;
  const { records, history, index } = company;
  const { closedIn, triedIn } = begun.memory!;
  const { market, quarter } = world;
  const contractual = market.spec.relation === 'contractual';
  const { active } = market.columns;
  const { spending: spends, lastBought } = history;
  const lost: number[] = [];
  for (let i = 0; i < market.people; i += 1) {
    if (records.held[i] === 0) continue;
    if (contractual) {
      const closed = closedIn[i]!;
      if (closed === 0 || quarter - closed >= LAPSED_AFTER || (active[i]! & (1 << index)) !== 0) continue;
    } else if (quarter - 1 - lastBought[i]! !== LAPSED_AFTER || spends[i]! <= 0) continue;
    if (triedIn[i]! > 0 && quarter - triedIn[i]! < LAPSED_AFTER) continue;
    if (hasNumber(records, i) && mayContact(records, i, 1)) lost.push(i);
  }
  const spending = Float64Array.from(lost, (i) => spends[i]!);
  begun.best = new Set(topOf(spending, p['winBack.best']).map((place) => lost[place]!));
  const wanted = begun.winBack === 'all' ? topOf(spending, 1).map((place) => lost[place]!) : lost.filter((i) => begun.best.has(i));
  begun.asked = wanted.slice(0, Math.max(0, Math.floor(hours / p['winBack.work'])));
  for (const i of begun.asked) triedIn[i] = quarter;
}

function stagesNow(people: number, files: CycleFiles, known: Int32Array): { onFile: Uint8Array; truly: Uint8Array } {
  const onFile = new Uint8Array(people).fill(NO_STAGE);
  const truly = new Uint8Array(people).fill(NO_STAGE);
  known.forEach((i, place) => {
    onFile[i] = stageOnFile(files, i, somebodyElse(known, place));
    truly[i] = stageOf(files.history, i, files.quarter);
  });
  return { onFile, truly };
}
