/** The formulas of a quarter, one each, as plain functions of numbers. The kernel calls them; tests and the glass box read them. */

import { exp, pow } from '../math/elementary.ts';
import type { ParameterValues } from '../parameters.ts';

/** Share of prospects that spending reaches, 0-1: ceiling (1 - exp(-k spend)). Blattberg & Deighton 1996. */
export function reachOfSpend(spend: number, parameters: ParameterValues): number {
  return saturation(spend, parameters['acquisition.ceiling'], parameters['acquisition.steepness']);
}

/** What money does that does less and less: ceiling (1 - exp(-steepness spend)). */
export const saturation = (spend: number, ceiling: number, steepness: number): number => ceiling * (1 - exp(-steepness * spend));

/** Attribute 0-1 that a relative price stands for: .5 at the market's price, less when dearer. */
export function priceAttribute(price: number, parameters: ParameterValues): number {
  return 0.5 - parameters['choice.priceSlope'] * (price - 1);
}

/**
 * Share of contacts that wait longer than promised, 0-1, at utilisation `load`: probability of waiting in a pool of c servers by
 * Sakasegawa (1977), load^(sqrt(2 (c + 1)) - 1), times the exponential tail exp(-(1 - load) c promise); 1 at or above full load.
 */
export function shareWaiting(load: number, parameters: ParameterValues): number {
  if (load <= 0) return 0;
  if (load >= 1) return 1;
  const servers = parameters['experience.servers'];
  const exponent = Math.sqrt(2 * (servers + 1)) - 1;
  return pow(load, exponent) * exp(-(1 - load) * servers * parameters['experience.promise']);
}

/** Care as delivered at a contact, 0-1: p = 1 - (1 - h)(1 - g u), mechanics 3. */
export function careDelivered(responsive: number, grain: number, usable: number): number {
  return 1 - (1 - responsive) * (1 - grain * usable);
}

/** Fit of an offer 0-1: 1 - half the distance between needs as believed and needs as they are, mechanics 3. */
export function offerFit(distance: number): number {
  return 1 - 0.5 * distance;
}

/** Satisfaction target 0-1: start level + quality + disconfirmation, shortfall weighing more. Anderson & Sullivan 1993. */
export const satisfactionTarget = (
  start: number,
  performanceChange: number,
  disconfirmation: number,
  quality: number,
  excess: number,
  shortfall: number,
): number => start + quality * performanceChange + excess * disconfirmation + (shortfall - excess) * belowZero(disconfirmation);

/** Weight of the newest quarter in satisfaction, 0-1: high for new customers, falling with tenure in quarters. Bolton 1998. */
export function updateWeight(tenure: number, parameters: ParameterValues): number {
  const old = parameters['experience.anchorOld'];
  return old + (parameters['experience.anchorNew'] - old) / (1 + tenure / 4);
}

/** `updateWeight` at each tenure of 0 to 255 quarters. */
export function updateWeights(parameters: ParameterValues): Float64Array {
  return Float64Array.from({ length: 256 }, (_, tenure) => updateWeight(tenure, parameters));
}

/** Depth of the relationship that is wanted, 0-3: who needs much attention (0-1 of all needs) wants more. */
export const wantedDepth = (attentionNeed: number): number => Math.min(MOST_DEPTH, attentionNeed * DEPTH_PER_NEED);

/** Depth of the relationship offered, 0-3, as far as it is wanted, less what is too much. */
export function depthFit(depth: number, attentionNeed: number): number {
  const wanted = wantedDepth(attentionNeed);
  return depth <= wanted ? depth : wanted - (depth - wanted);
}
const MOST_DEPTH = 3;
const DEPTH_PER_NEED = 8;

/** Log odds that a felt failure is spoken of, from severity, ease of complaining and propensity, each 0-1, and the harmony wanted. */
export function voiceLogit(severity: number, ease: number, propensity: number, parameters: ParameterValues): number {
  return (
    parameters['complaint.voiceBase'] +
    parameters['complaint.voiceSeverity'] * severity +
    parameters['complaint.voiceEase'] * ease +
    parameters['complaint.voicePropensity'] * propensity -
    parameters['complaint.voiceHarmony'] * (parameters['complaint.harmony'] - USUAL_HARMONY)
  );
}

/** Harmony wanted 0-1 that the log odds of speaking were fitted at. */
const USUAL_HARMONY = 0.3;

/**
 * Justice 0-1 of an answer: remedy over loss, speed and authority, empathy, apology and explanation. Conflict 3.4.
 * @param refused the remedy is refused, since the error was the customer's own
 */
export function justice(
  policy: { hours: number; remedy: number; authority: number; empathy: number; apology: number; explanation: number },
  severity: number,
  parameters: ParameterValues,
  refused = false,
): number {
  const distributive = refused ? parameters['complaint.refusedFair'] : Math.min(1, policy.remedy / Math.max(severity, 0.2));
  const procedural = Math.max(0, 1 - policy.hours / (2 * parameters['complaint.promiseHours'])) * (0.6 + 0.4 * policy.authority);
  const interactional = 0.5 * policy.empathy + 0.3 * policy.apology + 0.2 * policy.explanation;
  return (
    parameters['complaint.weightDistributive'] * distributive +
    parameters['complaint.weightProcedural'] * procedural +
    parameters['complaint.weightInteractional'] * interactional
  );
}

/** Share 0-1 of trifles that are claimed for without cause: grows with what is given beyond the loss, none where the cause is looked into. */
export function claimsFor(policy: { ease: number; remedy: number; byFault?: boolean }, parameters: ParameterValues): number {
  if (policy.byFault === true || policy.remedy <= 1) return 0;
  return Math.min(1, parameters['complaint.claims'] * (policy.remedy - 1) * policy.ease);
}

/** Chance 0-1 that a complaint is settled late, when it was not settled at first with chance `settled` and may be asked after. */
export const settledLate = (policy: { follow?: number }, settled: number, parameters: ParameterValues): number =>
  policy.follow === undefined ? 0 : policy.follow * parameters['complaint.late'] * settled;

/** How quick an answer is, 0-1: 1 at once, 0 from the hours in which an answer is expected. */
export function quicknessOf(hours: number, parameters: ParameterValues): number {
  return Math.max(0, 1 - hours / parameters['complaint.promiseHours']);
}

/**
 * Log odds of leaving that a felt failure adds in its quarter, 0 or more: harm grows with the root of severity (0-1); being heard takes part
 * of it back, being satisfied more, being satisfied at once more still. Fitted to the eight shares of TARP 1986.
 */
export function exitAfterFailure(
  severity: number,
  answer: 'silent' | 'unsettled' | 'settled',
  quickness: number,
  parameters: ParameterValues,
): number {
  const harm = parameters['complaint.exit'] * Math.sqrt(severity);
  if (answer === 'silent') return harm;
  const heard = harm - parameters['complaint.voiceRelief'] * severity;
  if (answer === 'unsettled') return Math.max(0, heard);
  const settled = heard - parameters['complaint.settledRelief'] - parameters['complaint.settledSeverity'] * severity;
  const quick = parameters['complaint.quickRelief'] - parameters['complaint.quickSeverity'] * severity;
  return Math.max(0, settled - quickness * Math.max(0, quick));
}

/** Log odds added to leaving by dissatisfaction: convex below the start, held back by switching cost. Jones & Sasser 1995; Lam et al. 2004. */
export const dissatisfactionLogit = (below: number, switching: number, slope: number, convexity: number, heldBack: number): number => {
  const positive = aboveZero(below);
  const logit = slope * below + convexity * positive * positive;
  return logit - heldBack * switching * aboveZero(logit);
};

/** x where positive, else 0, and x where negative, else 0: without a branch, which half the customers would take either way. */
const aboveZero = (x: number): number => 0.5 * (x + Math.abs(x));
const belowZero = (x: number): number => 0.5 * (x - Math.abs(x));

/** Probability after its odds are multiplied by `factor`; an infinite factor makes anything possible certain. */
export function timesOdds(probability: number, factor: number): number {
  const odds = probability * Math.min(factor, Number.MAX_VALUE);
  return odds / (1 - probability + odds);
}

/** Share of customers who talk, 0-1: U-shaped in satisfaction above or below the middle, blame about twice praise. Anderson 1998. */
export function talk(above: number, base: number, praise: number, blame: number): number {
  const share = base + (above < 0 ? blame : praise) * above * above;
  return share < 1 ? share : 1;
}

/** Present value of `horizon` quarters of a margin of 1 kept with probability `keep` a quarter, first margin a quarter from now. */
export function lifetimeFactor(keep: number, parameters: ParameterValues): number {
  const ratio = keep / (1 + parameters['equity.discount']);
  if (ratio >= 1) return parameters['equity.horizon'];
  let left = Math.floor(parameters['equity.horizon']);
  let power = 1;
  for (let square = ratio; left > 0; square *= square, left >>= 1) if ((left & 1) === 1) power *= square;
  return (ratio * (1 - power)) / (1 - ratio);
}

export const clamp01 = (x: number): number => Math.max(0, Math.min(1, x));
