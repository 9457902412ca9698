/** Step 7: the log odds of leaving over a customer's base, its parts, and what they say of the reason. */

import { C, CELL_ROW } from './cells.ts';
import { BYTE, WORD } from './columns.ts';
import { rowOf, type QuarterContext } from './context.ts';
import { dissatisfactionLogit } from './formulas.ts';
import { causeIndex, CauseWeights } from './leaving.ts';
import { NEEDS } from './needProfiles.ts';
import { S, SEEN_ROW } from './seen.ts';
import { T } from './treatment.ts';

/** How readily a leaver names waiting, and contacts too many per point of annoyance; they move the reason told, not who leaves. */
const WAITED_WEIGHT = 0.6;
const OVERCONTACT_WEIGHT = 4;

/** Log odds of leaving by the best other offer and the louder call of rivals. */
export function pullOn(c: QuarterContext, i: number, k: number): number {
  return c.seen.offers[(c.columns.kind[i]! * c.companies + k) * SEEN_ROW + S.pull]!;
}

/** Part of the pull that is the own price, over that of the start; below 0 where it fell. */
export function priceLossOn(c: QuarterContext, i: number, k: number): number {
  const priceNeed = c.market.needProfiles[c.columns.kind[i]! * NEEDS + T.price]!;
  return -c.parameters['leaving.rivalOffer'] * c.changes[rowOf(c, k, c.columns.segment[i]!) + T.price]! * priceNeed;
}

/** Log odds of leaving for what does the same job otherwise: a relationship holds, as far as there is one. */
function substitutePull(c: QuarterContext, i: number, k: number, s: number): number {
  return c.cells[(k * c.segments + s) * CELL_ROW + C.substitutes]! * (1 - c.columns.relationship[k * c.people + i]! / WORD);
}

/** Log odds of leaving company k, without failures of the quarter: dissatisfaction, relationship lost, substitutes, rival offers and calls. */
export function leavingLogit(c: QuarterContext, i: number, k: number, s: number): number {
  const { columns, parameters: p, people, market } = c;
  const row = rowOf(c, k, s);
  const place = k * people + i;
  const below = market.spec.segments[s]!.satisfaction - columns.satisfaction[place]! / WORD;
  const switching = columns.switchingCost[i]! / BYTE;
  return (
    dissatisfactionLogit(below, switching, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']) +
    p['leaving.relationship'] * (market.reference[row + T.tie]! - columns.relationship[place]! / WORD) +
    substitutePull(c, i, k, s) +
    pullOn(c, i, k)
  );
}

const causes = new CauseWeights();

/** Why a customer leaves, drawn at the uniform u from the parts of the log odds. */
export function causeOfLeaving(
  c: QuarterContext,
  i: number,
  k: number,
  s: number,
  met: { failureExit: number; waited: boolean; overContact: number },
  u: number,
): number {
  const { columns, parameters: p, people, market } = c;
  const row = rowOf(c, k, s);
  const place = k * people + i;
  const poached = c.poached[k * c.segments + s]!;
  const rival = pullOn(c, i, k) - poached;
  const priceLoss = priceLossOn(c, i, k);
  const below = market.spec.segments[s]!.satisfaction - columns.satisfaction[place]! / WORD;
  const switching = columns.switchingCost[i]! / BYTE;
  causes.clear();
  causes.add(causeIndex.price, priceLoss);
  causes.add(causeIndex.rivalOffer, rival - Math.max(0, priceLoss));
  causes.add(causeIndex.rivalOffer, poached);
  causes.add(causeIndex.substitute, substitutePull(c, i, k, s));
  causes.add(causeIndex.failure, met.failureExit);
  causes.add(causeIndex.waiting, met.waited ? WAITED_WEIGHT : 0);
  causes.add(causeIndex.neglect, p['leaving.relationship'] * (market.reference[row + T.tie]! - columns.relationship[place]! / WORD));
  causes.add(causeIndex.overcontact, met.overContact * p['contact.annoyance'] * OVERCONTACT_WEIGHT);
  causes.add(
    causeIndex.quality,
    dissatisfactionLogit(below, switching, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']),
  );
  return causes.pick(u);
}
