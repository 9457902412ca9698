/** The customer cycle as a quarter ends: who stayed, who came back when asked, and what it cost. */

import { cycleTreatment } from '../../company/cycle.ts';
import { parametersOf } from '../../company/parameters.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import { knowsReason, lossIds, stageIds, triggerIds } from '../../sim/records/cycle.ts';
import { WORD } from '../../sim/truth/columns.ts';
import { lossOf, winBack } from '../../sim/truth/cycle.ts';
import { type MarketQuarter } from '../../sim/truth/quarter.ts';
import { at, ROW } from '../../sim/truth/tallies.ts';
import type { PlayedCompany, World } from '../world.ts';
import { type CycleBegun, hasStage } from './begin.ts';
import { type Counted, type CycleQuarter, noLoss, nobody, plus, type StageCount } from './state.ts';

const HALF_A_CONTACT = 0.5;

/** Books the quarter of the cycle, in place: money and returns into the tallies, what the firm remembers into its memory. */
export function closeCycle(
  world: World,
  company: PlayedCompany,
  begun: CycleBegun | null,
  offer: CompanyOffer,
  played: MarketQuarter,
): void {
  company.cycle = begun === null ? null : cycleQuarter(world, company, begun, offer, played);
}

function cycleQuarter(world: World, company: PlayedCompany, begun: CycleBegun, offer: CompanyOffer, played: MarketQuarter): CycleQuarter {
  const { market } = world;
  const { columns, spec } = market;
  const contractual = spec.relation === 'contractual';
  const bit = 1 << company.index;
  const bought = played.touches[company.index]!.purchases;
  const left = (i: number): boolean => (columns.active[i]! & bit) === 0;
  const seenGone = contractual ? left : (i: number): boolean => bought[i] === 0;
  const count = (people: readonly number[]): Counted => ({ n: people.length, gone: people.filter(seenGone).length });
  const { firings, calls, memory } = begun;
  const stages = begun.stages === null ? null : stagesOf(begun, seenGone, left);
  const contacted = count(firings.person);
  const control = count(begun.held);
  for (const i of calls?.back ?? []) book(world, company, played, i, at.gained, 1);
  if (memory !== null && begun.ownBefore !== null && contractual) {
    noteClosed(memory.closedIn, begun.ownBefore, columns.active, bit, world.quarter);
  }
  const costs = payContacts(world, company, begun, offer, played);
  const back = returnsOf(world, company, begun, offer, played);
  const before = company.cycle;
  return {
    winBack: begun.winBack,
    triggers: begun.triggers.map((trigger) => {
      const t = triggerIds.indexOf(trigger);
      return {
        trigger,
        fired: firings.trigger.filter((one) => one === t).length,
        reached: calls?.reached[t] ?? 0,
        mistaken: calls?.mistaken[t] ?? 0,
        missed: begun.missed[t]!,
        kept: calls?.kept[t] ?? 0,
      };
    }),
    noConsent: begun.noConsent,
    undone: begun.undone,
    heldOut: begun.held.length,
    contacted: plus(before?.contacted ?? nobody, contacted),
    control: plus(before?.control ?? nobody, control),
    cost: costs,
    spent: (before?.spent ?? 0) + costs,
    withdrew: calls?.withdrew ?? 0,
    back: calls?.back.length ?? 0,
    tried: begun.asked.length,
    ...back,
    wonBack: wonBackOf(begun, seenGone, world.quarter),
    stages,
  };
}

/** The quarter in which each closed his account who closed it now. */
function noteClosed(closedIn: Uint8Array, before: Uint8Array, active: Uint8Array, bit: number, quarter: number): void {
  for (let i = 0; i < closedIn.length; i += 1) if ((before[i]! & ~active[i]! & bit) !== 0) closedIn[i] = quarter;
}

/** Adds to a counter of the segment of person i. */
function book({ market }: World, { index }: PlayedCompany, { tallies }: MarketQuarter, i: number, offset: number, amount: number): void {
  tallies[(index * market.spec.segments.length + market.columns.segment[i]!) * ROW + offset]! += amount;
}

/** Time of the staff: a contact that reaches nobody takes half. Answers the cost. */
function payContacts(world: World, company: PlayedCompany, begun: CycleBegun, offer: CompanyOffer, played: MarketQuarter): number {
  const full = parametersOf(company.spec)['cycle.work'] * offer.serviceCost;
  let sum = 0;
  begun.firings.person.forEach((i, n) => {
    const cost = begun.calls?.done[n] === 0 ? HALF_A_CONTACT * full : full;
    book(world, company, played, i, at.contribution, -cost);
    sum += cost;
  });
  return sum;
}

type Returns = Pick<CycleQuarter, 'best' | 'triedBy' | 'returned' | 'winBackCost'>;

function returnsOf(world: World, company: PlayedCompany, begun: CycleBegun, offer: CompanyOffer, played: MarketQuarter): Returns {
  const { market, quarter } = world;
  const { records } = company;
  const p = parametersOf(company.spec);
  const maximumAge = Math.floor(market.parameters['records.maximumAge']);
  const triedBy = noLoss();
  const returned = noLoss();
  for (const i of begun.asked) triedBy[lossOf(market.columns.leftBecause[i]!)] += 1;
  const mended = Math.min(1, (begun.care * company.spec.offer.failureRate) / Math.max(1e-6, offer.failureRate));
  const knows = (i: number): boolean => knowsReason(records, i, maximumAge);
  const { asked, care } = begun;
  const back = winBack(market, records, played.tallies, company.index, asked, knows, cycleTreatment(p), mended, care, quarter);
  let cost = 0;
  const pay = (i: number, amount: number): void => {
    book(world, company, played, i, at.contribution, -amount);
    cost += amount;
  };
  for (const i of asked) pay(i, p['winBack.work'] * offer.serviceCost);
  for (const i of back) {
    const loss = lossOf(market.columns.leftBecause[i]!);
    returned[loss] += 1;
    begun.memory!.wonIn[i] = quarter;
    begun.memory!.wonFrom[i] = lossIds.indexOf(loss);
    begun.memory!.closedIn[i] = 0;
    pay(i, p['winBack.gift'] * market.columns.rate[i]! * market.columns.spend[i]! * shareOf(market, company.index, i));
  }
  const best = { tried: asked.filter((i) => begun.best.has(i)).length, returned: back.filter((i) => begun.best.has(i)).length };
  return { best, triedBy, returned, winBackCost: cost };
}

/** Part of a customer's purchases that are to his taste at company k: all under contract. */
const shareOf = ({ spec, columns, people }: World['market'], k: number, i: number): number =>
  spec.relation === 'contractual' ? 1 : columns.taste[k * people + i]! / WORD;

/** Those won back before this quarter, and how many of them are gone again now. */
function wonBackOf({ memory }: CycleBegun, gone: (person: number) => boolean, quarter: number): CycleQuarter['wonBack'] {
  const all = { price: { ...nobody }, fault: { ...nobody }, other: { ...nobody } };
  if (memory === null) return all;
  for (const i of wonBefore(memory.wonIn, quarter)) {
    const loss = all[lossIds[memory.wonFrom[i]!]!];
    loss.n += 1;
    if (gone(i)) loss.gone += 1;
  }
  return all;
}

function wonBefore(wonIn: Uint8Array, quarter: number): number[] {
  const people: number[] = [];
  for (let i = 0; i < wonIn.length; i += 1) {
    const won = wonIn[i]!;
    if (won !== 0 && won !== quarter) people.push(i);
  }
  return people;
}

function stagesOf(begun: CycleBegun, seenGone: (i: number) => boolean, left: (i: number) => boolean): StageCount[] {
  const { onFile, truly } = begun.stages!;
  const bit = 1 << begun.company.index;
  const contacted = new Set(begun.firings.person);
  const counts = stageIds.map(() => ({ onFile: { n: 0, gone: 0 }, contacted: 0, truly: { n: 0, gone: 0 } }));
  onFile.forEach((stage, i) => {
    if (hasStage(stage)) {
      const count = counts[stage]!;
      count.onFile.n += 1;
      if (seenGone(i)) count.onFile.gone += 1;
      if (contacted.has(i)) count.contacted += 1;
    }
    if (!hasStage(truly[i]!) || (begun.ownBefore![i]! & bit) === 0) return;
    const count = counts[truly[i]!]!;
    count.truly.n += 1;
    if (left(i)) count.truly.gone += 1;
  });
  return counts;
}
