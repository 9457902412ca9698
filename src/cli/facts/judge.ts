/** Holds what was measured against the bands of the facts. */

import facts from './facts.json' with { type: 'json' };
import type { Measured } from './measured.ts';

export type FactStatus = 'pass' | 'fail' | 'notYet';

export interface FactItem {
  id: string;
  status: FactStatus;
  measure: string;
  /** Published or measured value, and the band: null = open. */
  expect: number | null;
  low: number | null;
  high: number | null;
  measured: number | null;
  /** Standard error of the measured value over seeds. */
  monteCarloError: number | null;
  source: string;
}

/** Parts of the product that the experiments speak for as a whole; of the others they speak for single facts. */
const built: readonly string[] = ['market'];

/** Every fact with its verdict; one outside its band or not measured fails, or is notYet, with its figure, where its part is not built as a whole. */
export function judgeFacts(measured: ReadonlyMap<string, Measured>): FactItem[] {
  return facts.map(({ id, measure, expect, low, high, source, part }) => {
    const found = measured.get(id);
    const inside = found !== undefined && found.mean >= (low ?? -Infinity) && found.mean <= (high ?? Infinity);
    return {
      id,
      status: inside ? 'pass' : built.includes(part) ? 'fail' : 'notYet',
      measure,
      expect,
      low,
      high,
      measured: found?.mean ?? null,
      monteCarloError: found?.error ?? null,
      source,
    };
  });
}
