/**
 * Trust of customers in a played firm, points 0-100: hidden from the learner, drawn slowly to what the firm does, felt in who gives consent,
 * which contacts are let in, whether an explanation is believed, and a little in who stays (Morgan & Hunt 1994: trust and commitment).
 */

import type { QuarterPlan } from './controls.ts';
import { silentBreaches } from './events.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { activeEffects, inForce } from './inForce.ts';
import type { FirmObservation } from './observation.ts';
import type { StandingOrders } from './orders.ts';
import type { FirmParameters } from './parameters.ts';
import { doors } from './optionTables.ts';
import { reach } from './rollout.ts';
import { points } from './stocks.ts';

const usualTrust = 50;

/** Trust that the scenario starts the firm with; 50 where it says nothing. */
export const trustAtStart = (spec: Pick<FirmSpec, 'trust'>): number => spec.trust ?? usualTrust;

/** Where trust stands between none (-1), the usual (0) and full (1). */
export const trustLean = ({ trust }: Pick<FirmState, 'trust'>): number => trust / 50 - 1;

/** Chance of consent over the usual: whoever trusts says yes. */
export const consentByTrust = (firm: FirmState, p: FirmParameters): number => 1 + p['trust.consent'] * trustLean(firm);

/** Share 0-1 of the firm's contacts that are let in: distrust does not pick up, trust above the usual adds none. */
export const contactsLetIn = (firm: FirmState, p: FirmParameters): number => 1 + p['trust.contacts'] * Math.min(0, trustLean(firm));

/** Factor on apology and explanation in a complaint: said by the same staff, believed less. */
export const belief = (firm: FirmState, p: FirmParameters): number => 1 + p['trust.belief'] * trustLean(firm);

/** Factor on what money to keep customers does. */
export const retentionByTrust = (firm: FirmState, p: FirmParameters): number => 1 + p['trust.retention'] * trustLean(firm);

/** Share 0-1 of personal treatment that rests on wrong records: designed grain x records in use x what in them is wrong. */
export function wrongAutomation(firm: FirmState, plan: QuarterPlan, accuracy: number): number {
  const grains = Object.values(inForce(firm, plan, 'cus.mode'));
  const grain = grains.reduce((sum, one) => sum + one, 0) / Math.max(1, grains.length) / 100;
  return grain * firm.funded * reach(firm).data * (1 - accuracy);
}

/**
 * Points to which conduct draws trust: promises of time kept and broken, weighed by how much was promised, how open the door to complaints is, complaints
 * settled or not, personal treatment by wrong records.
 */
export function deservedTrust(firm: FirmState, plan: QuarterPlan, { books, records }: FirmObservation, p: FirmParameters): number {
  const stake = { modest: p['trust.stakeModest'], market: 1, bold: p['trust.stakeBold'] }[plan['svc.promise']];
  const kept = p['trust.kept'] * (1 - books.waitedTooLong) - p['trust.broken'] * books.waitedTooLong;
  const heard = p['trust.listening'] * (doors[plan['svc.door']].ease - doors.asIs.ease);
  const settled = books.complaints > 0 ? books.complaintsSettled / books.complaints - p['trust.settledUsual'] : 0;
  return points(
    usualTrust +
      stake * kept +
      heard +
      p['trust.settled'] * settled -
      p['trust.wrongAutomation'] * wrongAutomation(firm, plan, records.accuracy),
  );
}

/** Trust after a quarter: part of the way to what the firm deserves; a breach kept silent and answers to dilemmas move it at once. */
export function trustAfter(
  firm: FirmState,
  plan: QuarterPlan,
  standing: StandingOrders,
  observation: FirmObservation,
  p: FirmParameters,
): number {
  const drawn = firm.trust + p['trust.pace'] * (deservedTrust(firm, plan, observation, p) - firm.trust);
  const silent = p['trust.breachSilent'] * silentBreaches(observation.events, standing, observation.quarter);
  const answers = activeEffects(firm, 'trust', observation.quarter).reduce((sum, size) => sum + size, 0);
  return points(drawn - silent + answers);
}
