/** The way of the firm over the matrix, quarter by quarter, as it was measured. */

import type { Estimate, KnownReport } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { isExact } from '../estimates.ts';
import { inSentence, number } from '../format.ts';
import { placeOf, type Point } from './plane.ts';

export interface TrailRow {
  quarter: number;
  level: string;
  /** Figures in words. */
  individualisation: string;
  information: string;
  /** Where it is drawn; null while an axis has not been measured. */
  at: Point | null;
}

const axisWords = (estimate: Estimate): string => {
  const { value, low, high } = estimate;
  if (value === null || low === null || high === null) return m.kpi_unknown();
  return isExact(estimate) ? number(value) : `${number(value)} (${number(low)}–${number(high)})`;
};

export const trailOf = (history: readonly Pick<KnownReport, 'quarter' | 'matrix'>[]): readonly TrailRow[] =>
  history.map(({ quarter, matrix }) => {
    const place = placeOf(matrix);
    return {
      quarter,
      level: matrix.level.toUpperCase(),
      individualisation: axisWords(matrix.individualisation),
      information: axisWords(matrix.information),
      at: place.measured ? place.at : null,
    };
  });

export const trailWords = ({ quarter, level, individualisation, information }: TrailRow): string =>
  m.trail_point({
    quarter: number(quarter),
    level,
    individualisation: inSentence(individualisation),
    information: inSentence(information),
  });
