/** A rival that nobody plays: what it offers and how it moves on what it sees of the market. */

import type { SegmentSpec } from '../sim/market.ts';
import type { CompanyOffer } from '../sim/offer.ts';
import type { rivalMoveIds } from './controls.ts';
import { type GenericId } from './controls.ts';
import type { EventSpec, FirmSpec } from './firm.ts';
import type { RivalObservation } from './observation.ts';
import { rivalManner } from './optionTables.ts';
import { type FirmParameters, parametersOf } from './parameters.ts';
import { type RivalAnswer, type RivalContext, type RivalFacts, type RivalMachineId } from './rivalMachine.ts';
import type { Machine } from './machine.ts';
import { step } from './step.ts';

export type RivalMove = (typeof rivalMoveIds)[number];

/** A rival between quarters: its machine as plain data, with the levers that the machine moves. */
export type RivalState = Machine<RivalMove, RivalContext>;

/** The machine that drives a rival of each strategy. */
export const rivalMachineOf: Readonly<Record<GenericId, RivalMachineId>> = {
  cost: 'costLeader',
  differentiation: 'differentiator',
  focus: 'focuser',
};

/** Budget, boldness and lag of a rival, the usual ones where the scenario says nothing. */
function temperOf(spec: FirmSpec, p: FirmParameters): { budget: number; boldness: number; lag: number } {
  return spec.rival ?? { budget: p['rival.budget'], boldness: p['rival.boldness'], lag: p['rival.lag'] };
}

/** A rival before its first quarter: steady, at its usual price. */
export function startRival(_spec: FirmSpec): RivalState {
  return { value: 'steady', context: { intent: null, wait: 0, turns: 0, cut: 0, careGain: 0 } };
}

/** What the rival is doing, as anybody can see. */
export const rivalMove = (rival: Machine): RivalMove => (rival as RivalState).value;

/** The answer that the rival prepares, which nobody sees who does not watch for it; null = none. */
export const rivalIntent = (rival: Machine): RivalAnswer | null => (rival as RivalState).context.intent;

/** Care 0-1 that the rival's staff give. */
function careOf(rival: RivalState, spec: FirmSpec): number {
  const usual = spec.individualisation === undefined ? rivalManner[spec.generic].care : spec.individualisation / 100;
  return Math.min(1, usual + rival.context.careGain);
}

/** Price relative to the market's reference; a scripted strike cuts at least as deep as its size, for as long as it lasts. */
export function rivalPrice(rival: Machine, spec: FirmSpec, events: readonly EventSpec[]): number {
  const p = parametersOf(spec);
  const { cut } = (rival as RivalState).context;
  const strikes = events.filter((event) => event.kind === 'rivalStrike').map((event) => event.size ?? p['shock.strike']);
  return spec.offer.price * (1 - Math.max(cut, 0, ...strikes));
}

/** Index of the segment in which the rival is strongest: the niche of a focuser. */
function coreOf(spec: FirmSpec, segments: readonly SegmentSpec[]): number {
  let core = 0;
  segments.forEach((segment, i) => {
    if ((segment.suppliers[spec.id] ?? 0) > (segments[core]!.suppliers[spec.id] ?? 0)) core = i;
  });
  return core;
}

/**
 * The offer of a rival in a quarter.
 * @param expectedServiceContacts simulated service contacts a quarter that the rival expects
 * @param events those that concern this rival now (eventsFor): a strike is a price cut that goes through choice like any other
 */
export function rivalOffer(
  machine: Machine,
  spec: FirmSpec,
  segments: readonly SegmentSpec[],
  expectedServiceContacts: number,
  events: readonly EventSpec[],
): CompanyOffer {
  const rival = machine as RivalState;
  const p = parametersOf(spec);
  const way = rivalManner[spec.generic];
  const { budget } = temperOf(spec, p);
  const core = coreOf(spec, segments);
  const drive = rival.value === 'serviceDrive' ? p['rival.drive'] : rival.value === 'retreat' ? p['rival.retreat'] : 1;
  const acquisition = (spec.rival?.acquisition ?? p['rival.acquisition']) * (0.5 + budget) * drive;
  const retention = (spec.rival?.retention ?? p['rival.retention']) * (0.5 + budget) * drive;
  const focus = (i: number): number => {
    if (spec.generic !== 'focus') return 1;
    return i === core ? p['rival.niche'] : p['rival.outsideNiche'];
  };
  return {
    price: rivalPrice(rival, spec, events),
    quality: spec.offer.quality,
    convenience: spec.offer.convenience,
    brand: spec.offer.brand,
    promise: 0,
    failureRate: spec.offer.failureRate,
    capacity: expectedServiceContacts * spec.offer.slack,
    care: careOf(rival, spec),
    tie: p['care.tie'] * spec.offer.namedAgents,
    usable: way.usable,
    adoption: p['rival.adoption'],
    rollout: 1,
    contextLoss: p['rival.contextLoss'],
    unitCost: spec.money?.unitCost ?? p['rival.unitCost'],
    serviceCost: spec.money?.serviceCost ?? 0,
    contactCost: spec.money?.contactCost ?? 0,
    complaint: {
      ease: way.ease,
      hours: 48,
      remedy: 0.5,
      authority: 0.4,
      empathy: Math.min(1, 0.4 + careOf(rival, spec) / 2),
      apology: 0.6,
      explanation: 0.4,
      byFault: false,
      follow: 0,
    },
    classes: null,
    segments: segments.map((_, i) => ({
      contacts: way.contacts,
      grain: way.grain,
      acquisition: acquisition * focus(i),
      retention: retention * focus(i),
      depth: spec.generic === 'focus' && i === core ? 1 : 0,
      priority: focus(i),
    })),
  };
}

/** Quarters until an answer: the rival's own lag, a quarter sooner or later by luck. */
function lagOf(spec: FirmSpec, draw: number, p: FirmParameters): number {
  const { lag } = temperOf(spec, p);
  if (draw < 0.25) return Math.max(0, lag - 1);
  return draw >= 0.75 ? lag + 1 : lag;
}

/** Closes a rival's quarter: one event to its machine, then price and care follow what it is doing. */
export function closeRival(machine: Machine, spec: FirmSpec, observation: RivalObservation): RivalState {
  const rival = machine as RivalState;
  const p = parametersOf(spec);
  const facts: RivalFacts = {
    share: observation.share,
    shareBefore: observation.shareBefore,
    price: rivalPrice(rival, spec, []),
    care: careOf(rival, spec),
    lowestPrice: observation.lowestPrice,
    highestCare: observation.highestCare,
    lag: lagOf(spec, observation.draw, p),
  };
  const next = step(rivalMachineOf[spec.generic], rival, { type: 'quarter.end', facts });
  return { value: next.value, context: { ...next.context, ...leversAfter(rival, spec, next.value, observation, p) } };
}

/** Price cut and care after the quarter: a cut goes as deep as the rival is bold, a drive as far as its budget, copying half the way to the best. */
function leversAfter(
  rival: RivalState,
  spec: FirmSpec,
  move: RivalMove,
  observation: RivalObservation,
  p: FirmParameters,
): { cut: number; careGain: number } {
  const { budget, boldness } = temperOf(spec, p);
  const { cut, careGain } = rival.context;
  const most = p['rival.careGain'] * budget;
  switch (move) {
    case 'priceCut':
      return { cut: p['rival.deepestCut'] * boldness, careGain };
    case 'serviceDrive':
      return { cut: cut / 2, careGain: careGain + (most - careGain) / 2 };
    case 'copying': {
      const gap = Math.max(0, observation.highestCare - careOf(rival, spec));
      return { cut: cut / 2, careGain: Math.min(most, careGain + gap / 2) };
    }
    case 'retreat':
      return { cut: 0, careGain: careGain / 2 };
    case 'steady':
      return { cut: cut / 2, careGain: careGain * p['rival.fade'] };
  }
}
