/**
 * Customer equity split into value, brand and relationship equity (Rust, Lemon & Zeithaml 2004; mechanics 8): each is what the company's
 * customers are worth more because that part of it is not the market's mean, by Shapley over the three; the rest is what they would be
 * worth to a company that is the mean in all three.
 */

import type { CompanyOffer } from '../offer.ts';
import type { Records } from '../records/records.ts';
import { WORD } from './columns.ts';
import { rowOf, type QuarterContext } from './context.ts';
import { CustomerValues, sumOfValues } from './equity.ts';
import type { Shift } from './equityShift.ts';
import type { Market } from './market.ts';
import { NEEDS } from './needProfiles.ts';
import { T } from './treatment.ts';

export interface EquityDrivers {
  /** In currency of simulated customers; the four sum to the equity. */
  value: number;
  brand: number;
  relationship: number;
  rest: number;
}

const driverIds = ['value', 'brand', 'relationship'] as const;
/** Price, quality and convenience are value; service and attention belong to the relationship. */
const VALUE_NEEDS: readonly number[] = [T.price, T.quality, T.convenience];
const RELATION_NEEDS: readonly number[] = [T.service, T.attention];

export function equityDrivers(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
  k: number,
): EquityDrivers {
  const values = new CustomerValues(market, offers, records, quarter, k);
  const means = marketMeans(values.c);
  const worth = (meanParts: number): number =>
    sumOfValues(values, meanParts === 0 ? null : shiftTo(values.c, k, means, meanParts)).reduce((sum, one) => sum + one, 0);
  // Bit d set: part d is the market's mean.
  const byParts = Array.from({ length: 8 }, (_, parts) => worth(parts));
  const shapley = driverIds.map((_, d) => {
    const bit = 1 << d;
    const [a, b] = [0, 1, 2].filter((other) => other !== d).map((other) => 1 << other) as [number, number];
    const gain = (others: number): number => byParts[others]! - byParts[others | bit]!;
    return (2 * gain(0) + gain(a) + gain(b) + 2 * gain(a | b)) / 6;
  });
  return { value: shapley[0]!, brand: shapley[1]!, relationship: shapley[2]!, rest: byParts[7]! };
}

interface Means {
  /** By company and segment: mean satisfaction and relationship of present customers, shares 0-1, and how many there are. */
  satisfaction: Float64Array;
  tie: Float64Array;
  customers: Float64Array;
}

function marketMeans(c: QuarterContext): Means {
  const cells = c.companies * c.segments;
  const means: Means = { satisfaction: new Float64Array(cells), tie: new Float64Array(cells), customers: new Float64Array(cells) };
  const { active, segment, satisfaction, relationship, entry } = c.columns;
  for (let i = 0; i < c.people; i += 1) {
    if (active[i] === 0 || entry[i]! >= c.quarter) continue;
    for (let k = 0; k < c.companies; k += 1) {
      if ((active[i]! & (1 << k)) === 0) continue;
      const cell = k * c.segments + segment[i]!;
      means.satisfaction[cell]! += satisfaction[k * c.people + i]! / WORD;
      means.tie[cell]! += relationship[k * c.people + i]! / WORD;
      means.customers[cell]! += 1;
    }
  }
  for (let cell = 0; cell < cells; cell += 1) {
    const n = Math.max(1, means.customers[cell]!);
    means.satisfaction[cell]! /= n;
    means.tie[cell]! /= n;
  }
  return means;
}

/** What must be added to company k so that the parts named by bits are the mean of the market, weighed by customers. */
function shiftTo(c: QuarterContext, k: number, means: Means, parts: number): Shift {
  const brandOverValue = c.parameters['choice.brand'] / Math.max(1e-9, c.parameters['choice.value']);
  const shift: Shift = {
    needs: Array.from({ length: c.segments }, () => new Float64Array(NEEDS)),
    brand: new Float64Array(c.segments),
    tie: new Float64Array(c.segments),
    satisfaction: new Float64Array(c.segments),
  };
  for (let s = 0; s < c.segments; s += 1) {
    const gap = (of: (company: number) => number): number => {
      let sum = 0;
      let all = 0;
      for (let other = 0; other < c.companies; other += 1) {
        const customers = means.customers[other * c.segments + s]!;
        sum += customers * of(other);
        all += customers;
      }
      return all > 0 ? sum / all - of(k) : 0;
    };
    const attribute = (need: number): number => gap((other) => c.rows[rowOf(c, other, s) + need]!);
    if ((parts & 1) !== 0) for (const need of VALUE_NEEDS) shift.needs[s]![need] = attribute(need);
    if ((parts & 2) !== 0) shift.brand[s] = brandOverValue * gap((other) => c.rows[rowOf(c, other, s) + T.brand]!);
    if ((parts & 4) === 0) continue;
    for (const need of RELATION_NEEDS) shift.needs[s]![need] = attribute(need);
    shift.tie[s] = gap((other) => means.tie[other * c.segments + s]!);
    shift.satisfaction[s] = gap((other) => means.satisfaction[other * c.segments + s]!);
  }
  return shift;
}
