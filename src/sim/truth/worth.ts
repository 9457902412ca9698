/**
 * What many customers are worth, in short passes over arrays: V8 takes all calls of a short loop in, and boxes no number between them. The
 * arithmetic is that of one customer in `equity.ts`, step by step, so that both give the same bits.
 */

import { exp } from '../math/elementary.ts';
import { C, CELL_ROW } from './cells.ts';
import type { QuarterContext } from './context.ts';
import type { ExpectedExit } from './expectedExit.ts';
import { lifetimeFactor, timesOdds } from './formulas.ts';

/** Chance of leaving a quarter that no base rate goes beyond. */
const MOST_BASE = 0.999;

/** What values of one company's customers are reckoned with; see CustomerValues. */
export interface WorthTerms {
  readonly c: QuarterContext;
  readonly k: number;
  readonly contractual: boolean;
  readonly exits: readonly ExpectedExit[];
  /** Chance 0-1 that customer i of segment s meets a failure in a quarter in which he turns up. */
  failingFor(i: number, s: number): number;
}

/** Customers by place: index, log odds of leaving over the own base, purchases a quarter, and the margin in currency that they bring. */
export interface WorthRooms {
  readonly list: Int32Array;
  readonly logits: Float64Array;
  readonly bought: Float64Array;
  readonly brings: Float64Array;
}

export const makeWorthRooms = (list: Int32Array): WorthRooms => ({
  list,
  logits: new Float64Array(list.length),
  bought: new Float64Array(list.length),
  brings: new Float64Array(list.length),
});

/** Indices up to before `people` that belong, ascending. */
export function listOfAll(people: number, belongs: (i: number) => boolean): Int32Array {
  const list = new Int32Array(people);
  let count = 0;
  for (let i = 0; i < people; i += 1) if (belongs(i)) list[count++] = i;
  return list.subarray(0, count);
}

/** Probability 0-1 of leaving in a quarter without a failure. */
export const calmLeaving = (contractual: boolean, base: number, factor: number): number =>
  contractual ? timesOdds(Math.min(MOST_BASE, base), factor) : 1 - exp(-base * factor);

/** Writes the lifetime value of each customer of the list at his index in `out`, in currency. */
export function fillWorth(terms: WorthTerms, { list, logits, bought, brings }: WorthRooms, out: Float64Array): void {
  const calm = calmOf(terms, list, logits);
  const met = metOf(terms, list, bought);
  const keeps = keepsOf(terms, list, calm, met);
  const { parameters } = terms.c;
  for (let n = 0; n < list.length; n += 1) out[list[n]!] = brings[n]! * lifetimeFactor(keeps[n]!, parameters);
}

/** A loop a function: V8 leaves the first of two long loops badly where it has not come to the second yet. */
function keepsOf({ exits, c }: WorthTerms, list: Int32Array, calm: Float64Array, met: Float64Array): Float64Array {
  const { segment } = c.columns;
  const keeps = new Float64Array(list.length);
  for (let n = 0; n < list.length; n += 1) {
    const stays = calm[n]!;
    keeps[n] = 1 - ((1 - met[n]!) * stays + met[n]! * exits[segment[list[n]!]!]!.of(stays));
  }
  return keeps;
}

function calmOf({ c, k, contractual }: WorthTerms, list: Int32Array, logits: Float64Array): Float64Array {
  const { segment, leavingBase } = c.columns;
  const { cells, segments } = c;
  const calm = new Float64Array(list.length);
  for (let n = 0; n < list.length; n += 1) {
    const i = list[n]!;
    const base = leavingBase[i]! * cells[(k * segments + segment[i]!) * CELL_ROW + C.leaving]!;
    calm[n] = calmLeaving(contractual, base, exp(logits[n]!));
  }
  return calm;
}

/** Only those who buy meet anything in a repertoire market. */
function metOf(terms: WorthTerms, list: Int32Array, bought: Float64Array): Float64Array {
  const { segment } = terms.c.columns;
  const met = new Float64Array(list.length);
  for (let n = 0; n < list.length; n += 1) met[n] = terms.failingFor(list[n]!, segment[list[n]!]!);
  if (!terms.contractual) for (let n = 0; n < list.length; n += 1) met[n]! *= 1 - exp(-bought[n]!);
  return met;
}
