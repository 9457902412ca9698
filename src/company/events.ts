/** Scripted happenings as a firm feels them: shocks on stocks, cash, prices and the work of a few quarters. */

import type { QuarterPlan } from './controls.ts';
import type { EventKind, EventSpec, FirmSpec, FirmState, Stocks, TimedEffect } from './firm.ts';
import type { StandingOrders } from './orders.ts';
import type { FirmParameters } from './parameters.ts';
import { points } from './stocks.ts';

/**
 * Events that strike a firm among those of the quarter. An event that names no firm strikes the learner's (the first),
 * a rival's strike that names none is made by the first cost leader among the rivals, else by the first rival.
 */
export function eventsFor(events: readonly EventSpec[], firmId: string, firms: readonly FirmSpec[]): EventSpec[] {
  const rivals = firms.slice(1);
  const striker = (rivals.find((firm) => firm.generic === 'cost') ?? rivals[0])?.id;
  return events.filter((event) => (event.firm ?? (event.kind === 'rivalStrike' ? striker : firms[0]?.id)) === firmId);
}

const happens = (events: readonly EventSpec[], kind: EventKind): boolean => events.some((event) => event.kind === kind);
/** Events that begin in this quarter, not those that still last. */
const begun = (events: readonly EventSpec[], kind: EventKind, quarter: number): EventSpec[] =>
  events.filter((event) => event.kind === kind && event.quarter === quarter);

/** A vendor sells the tool cheaper this quarter; nothing happens to who does not buy. */
export const vendorOffer = (events: readonly EventSpec[]): boolean => happens(events, 'vendorOffer');

/** The sponsor leaves in this quarter. */
export const sponsorLeaves = (events: readonly EventSpec[], quarter: number): boolean => begun(events, 'sponsorLeft', quarter).length > 0;

/** Effects that last: a wave of failures, notes that the front line withholds unless sharing is paid. */
export function effectsOf(events: readonly EventSpec[], plan: QuarterPlan, quarter: number, p: FirmParameters): TimedEffect[] {
  const waves = begun(events, 'serviceWave', quarter).map((event): TimedEffect => ({
    quarter,
    effect: 'failureRate',
    size: event.size ?? p['shock.serviceWave'],
    lasts: event.lasts ?? 1,
  }));
  const paid = plan['imp.reward'] !== 'none';
  const withheld = paid ? [] : begun(events, 'notesWithheld', quarter);
  const notes = withheld.map((event): TimedEffect => ({
    quarter,
    effect: 'capture',
    size: event.size ?? p['records.notesWithheld'],
    lasts: Math.max(event.lasts ?? 1, p['records.notesQuarters']),
  }));
  return [...waves, ...notes];
}

/** Breaches of this quarter of which the customers are told nothing. */
export function silentBreaches(events: readonly EventSpec[], standing: StandingOrders, quarter: number): number {
  return standing.onBreach === 'sayNothing' ? begun(events, 'breach', quarter).length : 0;
}

/** Units that standing orders cost when something happens. */
export function eventCosts(events: readonly EventSpec[], standing: StandingOrders, quarter: number, p: FirmParameters): number {
  const sponsor = sponsorLeaves(events, quarter) && standing.onSponsorLost === 'newSponsor' ? p['price.newSponsor'] : 0;
  const breach = begun(events, 'breach', quarter).length > 0 && standing.onBreach === 'tellCustomers' ? p['price.tellCustomers'] : 0;
  return sponsor + breach;
}

/** Stocks after the shocks that begin this quarter: merger X -15, sponsor lost L -35 (half restored by a new one), a breach kept silent. */
export function shockedStocks(
  stocks: Stocks,
  events: readonly EventSpec[],
  standing: StandingOrders,
  quarter: number,
  p: FirmParameters,
): Stocks {
  const mergers = begun(events, 'merger', quarter).length;
  const lost = begun(events, 'sponsorLeft', quarter).length;
  const silent = silentBreaches(events, standing, quarter);
  const restored = standing.onSponsorLost === 'newSponsor' ? p['shock.sponsorRestored'] : 0;
  return {
    ...stocks,
    S: points(stocks.S - silent * p['shock.breachSilentS']),
    L: points(stocks.L - lost * p['shock.sponsorL'] * (1 - restored) - silent * p['shock.breachSilentL']),
    X: points(stocks.X - mergers * p['shock.mergerX']),
  };
}

/** Units of cash lost to defaulting customers in the quarter in which the event begins. */
export function creditLosses(events: readonly EventSpec[], quarter: number, p: FirmParameters): number {
  return begun(events, 'creditLoss', quarter).reduce((sum, event) => sum + (event.size ?? p['shock.creditLoss']), 0);
}

/** Timed effects that still act in `quarter` or later. */
export function stillPending(firm: FirmState, quarter: number): TimedEffect[] {
  return firm.pending.filter((effect) => effect.quarter + (effect.lasts ?? 1) > quarter);
}
