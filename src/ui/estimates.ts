/** An estimate in words: its 80% interval, its sample and where it comes from. */

import type { Estimate, KpiId } from '../game/reports.ts';
import * as m from '../text/generated/messages.js';
import { word } from '../text/words.ts';
import { figure, number } from './format.ts';
import { kpiReadings, type KpiUnit } from './kpis.ts';

/** Counted in full: no interval to speak of. */
export const isExact = ({ low, high, value }: Estimate): boolean => value !== null && low === value && high === value;

export function rangeWords(kpi: KpiId, estimate: Estimate, currency: string): string {
  const { unit } = kpiReadings[kpi];
  if (isExact(estimate) || estimate.low === null || estimate.high === null) return m.estimate_counted();
  return `${figure(estimate.low, unit, currency)}–${figure(estimate.high, unit, currency)}`;
}

export function sampleWords(estimate: Estimate): string {
  // Whom a figure speaks of, where that is not everybody, says more than how it was got.
  const source = estimate.frame === undefined ? word('method', estimate.method) : word('frame', estimate.frame);
  const sample = estimate.n > 0 ? m.estimate_sample({ n: number(estimate.n), source }) : source;
  return estimate.asOf > 0 ? sample : m.estimate_at_start({ sample });
}

/** Ends of the axis on which an estimate is drawn, wide enough for the one before. */
export function estimateScale(unit: KpiUnit, now: Estimate, before: Estimate | null): [number, number] {
  if (unit === 'points') return [0, 100];
  const ends = [now.low, now.high, now.value, before?.value].filter((end): end is number => typeof end === 'number');
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (unit === 'share') return [0, Math.min(1, Math.max(0.1, high * 1.4))];
  const room = Math.max((high - low) * 0.6, Math.abs(high) * 0.1, 1);
  return [low - room, high + room];
}
