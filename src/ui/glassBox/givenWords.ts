/** What stands beside a number, as the glass box takes it. */

import type { PairedDifference } from '../../game/pairs.ts';
import type { CountedTable } from '../../game/glassBox/countedFormulas.ts';
import type { GlassUnit } from '../../game/glassBox/formula.ts';
import type { Estimate } from '../../game/reports.ts';
import { opening } from './opening.ts';

type Given = Readonly<Record<string, number>>;

/** Draws of luck behind a mean, and its interval where there is one. */
export const drawsBehind = ({ n, sd, range }: PairedDifference): Given => ({
  drawsMean: n,
  draws: n,
  ...(range !== null && { drawsSd: sd, low95: range[0], high95: range[1] }),
});

/** A measured figure with its interval and sample; empty where nobody knows it. */
export const measuredGiven = ({ value, low, high, n }: Pick<Estimate, 'value' | 'low' | 'high' | 'n'>): Given =>
  value === null ? {} : { value, ...(low !== null && { low }), ...(high !== null && { high }), sampled: n };

/** A number of a table about the closed run that opens. @param name what its column or sentence calls it; @param quarter where it is of one */
export const counted = (table: CountedTable, unit: GlassUnit, value: number, words: string, name: string, quarter?: number): string =>
  opening(`counted:${table}/${unit}`, words, { given: { value, ...(quarter !== undefined && { quarter }) } }, name);
