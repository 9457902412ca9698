/** What stands beside a number, as the glass box takes it. */

import type { PairedDifference } from '../../game/pairs.ts';
import type { Estimate } from '../../game/reports.ts';

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
