/** An offer and feelings that are otherwise than they are: what equity is split by, and what its drivers are told from. */

import { C, CELL_ROW } from './cells.ts';
import type { ParameterValues } from '../parameters.ts';
import { BYTE, WORD } from './columns.ts';
import type { QuarterContext } from './context.ts';
import { dissatisfactionLogit } from './formulas.ts';
import { NEEDS, PROFILES } from './needProfiles.ts';

/** What would be otherwise if a part of what the company offers were the market's mean, by segment: see equityDrivers. */
export interface Shift {
  /** Added to the value of the own offer by need, and to its brand in units of value. */
  needs: readonly Float64Array[];
  brand: Float64Array;
  /** Added to relationship and to satisfaction, shares 0-1. */
  tie: Float64Array;
  satisfaction: Float64Array;
}

/** What a shift adds to the log odds by which customer i of segment s leaves company k. */
export function shiftOfLogit(c: QuarterContext, k: number, i: number, s: number, shift: Shift): number {
  return (
    moodOf(c, k, i, s, shift) - byTie(c, k, s, shift) - c.parameters['leaving.rivalOffer'] * shiftOfValue(c, c.columns.kind[i]!, s, shift)
  );
}

/** The same for each of a list of customers, added to what they have, into `out` by place. */
export function addShifts(c: QuarterContext, k: number, list: Int32Array, shift: Shift, usual: Float64Array, out: Float64Array): void {
  const { segment, kind } = c.columns;
  // What needs and brand do is the same for all of a kind, a tie for all of a segment.
  const value = Float64Array.from({ length: c.segments * PROFILES }, (_, one) => {
    return c.parameters['leaving.rivalOffer'] * shiftOfValue(c, one, Math.floor(one / PROFILES), shift);
  });
  const tie = Float64Array.from({ length: c.segments }, (_, s) => byTie(c, k, s, shift));
  for (let n = 0; n < list.length; n += 1) {
    const i = list[n]!;
    const s = segment[i]!;
    out[n] = usual[n]! + (moodOf(c, k, i, s, shift) - tie[s]! - value[kind[i]!]!);
  }
}

function moodOf(c: QuarterContext, k: number, i: number, s: number, shift: Shift): number {
  const { columns, parameters: p, market } = c;
  const happier = shift.satisfaction[s]!;
  if (happier === 0) return 0;
  const below = market.spec.segments[s]!.satisfaction - columns.satisfaction[k * c.people + i]! / WORD;
  const switching = columns.switchingCost[i]! / BYTE;
  return unhappy(p, below - happier, switching) - unhappy(p, below, switching);
}

const byTie = (c: QuarterContext, k: number, s: number, shift: Shift): number =>
  (c.parameters['leaving.relationship'] + c.cells[(k * c.segments + s) * CELL_ROW + C.substitutes]!) * shift.tie[s]!;

const unhappy = (p: ParameterValues, below: number, switching: number): number =>
  dissatisfactionLogit(below, switching, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']);

/** What a shift adds to the utility that customer i of segment s sees in buying here. */
export function shiftOfUtility(c: QuarterContext, i: number, s: number, shift: Shift): number {
  const { parameters: p } = c;
  return (
    p['choice.value'] * shiftOfValue(c, c.columns.kind[i]!, s, shift) +
    p['choice.relationship'] * shift.tie[s]! +
    p['choice.satisfaction'] * shift.satisfaction[s]!
  );
}

/** @param kind need profile, of segment s */
function shiftOfValue({ market }: QuarterContext, kind: number, s: number, shift: Shift): number {
  const n = kind * NEEDS;
  const needs = shift.needs[s]!;
  const { needProfiles } = market;
  let sum = shift.brand[s]!;
  for (let need = 0; need < NEEDS; need += 1) sum += needs[need]! * needProfiles[n + need]!;
  return sum;
}
