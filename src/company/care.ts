/** Responsive care: what good staff give a customer without any data (mechanics: P as delivered). */

import type { QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import type { FirmParameters } from './parameters.ts';

/** Authority factor .6 / .8 / 1 at case limits 0 / 40 / 70, straight in between. */
export function authorityFactor(limit: QuarterPlan['svc.authority'], p: FirmParameters): number {
  const none = p['care.authorityNone'];
  const middle = p['care.authorityMiddle'];
  const full = p['care.authorityFull'];
  return limit <= 40 ? none + ((middle - none) * limit) / 40 : middle + ((full - middle) * (limit - 40)) / 30;
}

/** Skill x authority part of care, 0-1: .7 x H/100 x authority. */
export function skilledCare(people: number, limit: number, p: FirmParameters): number {
  return ((p['care.factor'] * people) / 100) * authorityFactor(limit, p);
}

/** Tie bonus 0-1 that explains the start value of P over what skill and authority give; without a start value .15 x named agents. */
export function tieAtStart(spec: FirmSpec, people: number, plan: QuarterPlan, p: FirmParameters): number {
  if (spec.individualisation === undefined) return p['care.tie'] * spec.offer.namedAgents;
  const given = p['care.staffingAtStart'] * skilledCare(people, plan['svc.authority'], p);
  return Math.max(0, spec.individualisation / 100 - given);
}

/** Tie after a quarter: staff who leave take part of it along, less where sharing what they know is paid. */
export function tieAfter(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): number {
  const loss = plan['imp.reward'] === 'none' ? p['care.tieLoss'] : p['care.tieLossRewarded'];
  return firm.tie * (1 - (spec.staffTurnover ?? p['stock.turnover']) * loss);
}
