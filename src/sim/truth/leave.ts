/** Steps 2, 7 and 8: how an offer compares, who stays or leaves and why, and what people say. */

import { NEEDS, NOBODY, WORD } from './columns.ts';
import { rowOf, type QuarterContext } from './context.ts';
import { dissatisfactionLogit, talk } from './formulas.ts';
import { causeIndex } from './leaving.ts';
import { attributesSeen } from './market.ts';
import { at, causeOffset, toldOffset } from './tallies.ts';
import { T } from './treatment.ts';

/** How readily a leaver names waiting, and contacts too many per point of annoyance; they move the reason told, not who leaves. */
const WAITED_WEIGHT = 0.6;
const OVERCONTACT_WEIGHT = 4;

/** Utility of a company over what the customer was used to: value, brand, and for a known supplier relationship and satisfaction. */
export function utility(c: QuarterContext, i: number, k: number, s: number, supplier: boolean): number {
  const { columns, people, parameters, market } = c;
  const row = rowOf(c, k, s);
  const value = attributesSeen(columns, i, c.changes, row);
  let sum = parameters['choice.value'] * value + parameters['choice.brand'] * c.changes[row + T.brand]!;
  if (supplier) {
    const start = market.spec.segments[s]!.satisfaction;
    sum +=
      parameters['choice.relationship'] * (columns.relationship[k * people + i]! / WORD - market.reference[row + T.tie]!) +
      parameters['choice.satisfaction'] * (columns.satisfaction[k * people + i]! / WORD - start);
  }
  return sum;
}

/** Step 7: log odds of leaving over the customer's base, with the causes weighed. */
export function leavingLogit(c: QuarterContext, i: number, k: number, s: number, row: number): number {
  const { columns, parameters, people, market, rows } = c;
  const start = market.spec.segments[s]!.satisfaction;
  const place = k * people + i;
  const unhappy = dissatisfactionLogit(columns.satisfaction[place]! / WORD, start, columns.switchingCost[i]! / 255, parameters);
  const tieLost = parameters['leaving.relationship'] * (market.reference[row + T.tie]! - columns.relationship[place]! / WORD);
  const brandOverValue = parameters['choice.brand'] / Math.max(1e-9, parameters['choice.value']);
  const own = attributesSeen(columns, i, c.changes, row) + brandOverValue * c.changes[row + T.brand]!;
  let best = -Infinity;
  for (let other = 0; other < c.companies; other += 1) {
    if (other === k) continue;
    const otherRow = rowOf(c, other, s);
    const value = attributesSeen(columns, i, c.changes, otherRow) + brandOverValue * c.changes[otherRow + T.brand]!;
    if (value > best) best = value;
  }
  const rival = c.companies > 1 ? parameters['leaving.rivalOffer'] * (best - own) : 0;
  const reach = c.reachSum[s]! - rows[row + T.reach]! - (c.referenceReachSum[s]! - market.reference[row + T.reach]!);
  const poached = parameters['acquisition.poaching'] * reach;
  const { causes } = c;
  causes.clear();
  const priceLoss = parameters['leaving.rivalOffer'] * (columns.needs[i * NEEDS]! / 255) * (market.reference[row]! - rows[row]!);
  causes.add('price', priceLoss);
  causes.add('rivalOffer', rival - Math.max(0, priceLoss));
  causes.add('rivalOffer', poached);
  causes.add('failure', c.failureLogit);
  causes.add('waiting', c.waited ? WAITED_WEIGHT : 0);
  causes.add('neglect', tieLost);
  causes.add('overcontact', c.overContact * parameters['contact.annoyance'] * OVERCONTACT_WEIGHT);
  causes.add('quality', unhappy);
  return unhappy + tieLost + rival + poached + c.failureLogit;
}

export function leave(c: QuarterContext, i: number, k: number, cell: number, uCause: number, uTold: number): void {
  const { columns, tallies, people } = c;
  const cause = c.causes.pick(uCause);
  columns.leftBecause[i] = cause;
  columns.active[i]! &= ~(1 << k);
  columns.supplier[i] = NOBODY;
  tallies[cell + at.lost]! += 1;
  tallies[cell + at.satisfactionOfLost]! += columns.satisfaction[k * people + i]! / WORD;
  tallies[cell + causeOffset(cause)]! += 1;
  if (c.silent && cause === causeIndex.failure) tallies[cell + at.silentExits]! += 1;
  if (uTold < c.parameters['leaving.told']) {
    tallies[cell + toldOffset(cause)]! += 1;
    tallies[cell + at.leftTold]! += 1;
  }
  speak(c, i, k, cell);
}

export function remain(c: QuarterContext, i: number, k: number, cell: number): void {
  const { columns, tallies, people } = c;
  tallies[cell + at.customers]! += 1;
  tallies[cell + at.satisfaction]! += columns.satisfaction[k * people + i]! / WORD;
  speak(c, i, k, cell);
}

/** Step 8: word of mouth, counted for the next quarter. */
export function speak(c: QuarterContext, i: number, k: number, cell: number): void {
  const { columns, parameters, people, tallies } = c;
  const satisfaction = columns.satisfaction[k * people + i]! / WORD;
  const heard = talk(satisfaction, parameters) * (0.5 + columns.reach[i]! / 255);
  tallies[cell + (satisfaction >= parameters['wordOfMouth.middle'] ? at.praise : at.blame)]! += heard;
}
