/** The x axis of a chart over quarters: bare numbers on the ticks, and what they count said once under them. */

import * as m from '../../text/generated/messages.js';
import { number } from '../format.ts';
import type { ChartData } from './chartData.ts';

/** @param quarters in their order */
export const quarterAxis = (quarters: readonly number[]): Pick<ChartData, 'labels' | 'axis'> => ({
  labels: quarters.map((quarter) => number(quarter)),
  axis: m.column_quarter(),
});
/** Quarters 1 to `count`. */
export const firstQuarters = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
