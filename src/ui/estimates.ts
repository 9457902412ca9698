/** An estimate in words: its 80% interval, its sample and where it comes from. */

import { isPartial } from '../game/estimate.ts';
import type { Estimate, KpiId } from '../game/reports.ts';
import * as m from '../text/generated/messages.js';
import { word } from '../text/words.ts';
import { figure, number } from './format.ts';
import { language } from './language.svelte.ts';
import { kpiReadings, type KpiUnit } from './kpis.ts';

/** Counted in full: no interval to speak of. */
export const isExact = ({ low, high, value }: Estimate): boolean => value !== null && low === value && high === value;

/** Counted one by one: receipts that all say the same of a sample of their holders give no width either, and are no count of all. */
export const isCounted = (estimate: Estimate): boolean =>
  isExact(estimate) && (estimate.method !== 'records' || estimate.n >= estimate.value!);

/** Word of the way a figure was got: an audit that drew everybody is a count. */
const sourceOf = (estimate: Estimate): string => (estimate.method === 'audit' && isExact(estimate) ? 'auditOfAll' : estimate.method);

export function rangeWords(kpi: KpiId, estimate: Estimate, currency: string): string {
  const { unit } = kpiReadings[kpi];
  if (isExact(estimate) && !isCounted(estimate)) return m.estimate_alike();
  if (isExact(estimate) || estimate.low === null || estimate.high === null) return m.estimate_counted();
  return `${figure(estimate.low, unit, currency)}–${figure(estimate.high, unit, currency)}`;
}

/** How a figure was got, over how many, and of whom it speaks where that is not everybody. */
export function sampleWords(estimate: Estimate): string {
  const source = word('method', sourceOf(estimate));
  const counted = estimate.n > 0 ? m.estimate_sample({ n: number(estimate.n), source }) : source;
  const sample = isPartial(estimate.frame) ? m.estimate_among({ sample: counted, frame: word('frame', estimate.frame) }) : counted;
  return estimate.asOf > 0 ? sample : m.estimate_at_start({ sample });
}

/** All that can be said of how sure a figure is: its interval, how it was got, over how many, whom it speaks of, and of when it is. */
export function doubtWords(kpi: KpiId, estimate: Estimate, currency: string): string {
  const said = [word('methodHelp', sourceOf(estimate))];
  if (!isExact(estimate)) said.unshift(m.estimate_interval({ range: rangeWords(kpi, estimate, currency) }));
  if (estimate.n > 0) said.push(m.estimate_n({ n: number(estimate.n) }));
  if (estimate.frame !== undefined) said.push(word('frameHelp', estimate.frame));
  if (isPartial(estimate.frame) && !isExact(estimate)) said.push(m.estimate_frame_only());
  if (estimate.asOf > 0) said.push(m.estimate_as_of({ quarter: number(estimate.asOf) }));
  return said.join(' ');
}

/** The ways in which figures were got, and the groups they speak of, each once with what it means. */
export function sourceWords(estimates: readonly Estimate[]): readonly { name: string; help: string }[] {
  const known = estimates.filter(({ value }) => value !== null);
  const methods = new Set(known.map(sourceOf));
  const frames = new Set(known.flatMap(({ frame }) => frame ?? []));
  return [
    ...[...methods].map((id) => ({ name: word('method', id), help: word('methodHelp', id) })),
    ...[...frames].map((id) => ({ name: word('frame', id), help: word('frameHelp', id) })),
  ].map(({ name, help }) => ({ name: name.charAt(0).toLocaleUpperCase(language.current) + name.slice(1), help }));
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
