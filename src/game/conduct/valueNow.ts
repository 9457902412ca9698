/** What customers truly think of the own offer beside those of rivals: customer value less the mean of the others', price included. */

import { NEEDS } from '../../sim/truth/needProfiles.ts';
import { rowOf, type QuarterContext } from '../../sim/truth/context.ts';
import { T } from '../../sim/truth/treatment.ts';

/**
 * Relative value of company k in points of the 0-1 scale of attributes x 100: attributes weighed by the needs of the segment, and brand.
 * Above 0 = right of the fair-value line. Mean over the segments given, weighed by its customers there.
 * @param segments places of the core segments; empty = all
 */
export function relativeValue(c: QuarterContext, k: number, segments: readonly number[]): number {
  const brand = c.parameters['choice.brand'] / Math.max(1e-9, c.parameters['choice.value']);
  const valueOf = (company: number, s: number): number => {
    const row = rowOf(c, company, s);
    let sum = brand * c.rows[row + T.brand]!;
    for (let need = 0; need < NEEDS; need += 1) sum += c.rows[row + need]! * c.needMeans[s * NEEDS + need]!;
    return sum;
  };
  const customers = new Float64Array(c.segments);
  const { active, segment, entry } = c.columns;
  for (let i = 0; i < c.people; i += 1) if (((active[i]! >>> k) & 1) === 1 && entry[i]! < c.quarter) customers[segment[i]!]! += 1;
  let [sum, all] = [0, 0];
  for (let s = 0; s < c.segments; s += 1) {
    if (segments.length > 0 && !segments.includes(s)) continue;
    let others = 0;
    for (let other = 0; other < c.companies; other += 1) if (other !== k) others += valueOf(other, s);
    const relative = valueOf(k, s) - (c.companies > 1 ? others / (c.companies - 1) : 0);
    // A segment without a customer left counts a little, so that whoever has lost them all has a value still.
    const weight = customers[s]! + 1;
    sum += weight * relative;
    all += weight;
  }
  return all > 0 ? (100 * sum) / all : 0;
}
