/** Figures of a table about the closed run that are counted over everybody in it; the sentence says of all columns how. */

import type { Family, GlassUnit } from './formula.ts';
import { shownFormula } from './shownFormulas.ts';

export const countedTables = [
  'measured',
  'framed',
  'unheard',
  'classes',
  'doubles',
  'loyalty',
  'gravity',
  'whale',
  'calibration',
  'worth',
  'steps',
  'needs',
  'promise',
  'tiers',
  'reviews',
  'inside',
  'offers',
] as const;
export type CountedTable = (typeof countedTables)[number];
const units: readonly GlassUnit[] = ['share', 'points', 'count', 'money', 'perThousand', 'number'];

/** `counted:unheard/share`: of which table, and in which unit. */
export const countedFamily: Family = {
  head: 'counted',
  of: (argument) => {
    const [table, name] = argument.split('/');
    const unit = units.find((each) => each === name);
    const known = countedTables.find((each) => each === table);
    if (unit === undefined || known === undefined) return null;
    return shownFormula(`counted:${argument}`, { unit, group: 'measures', truth: true, says: `counted.${known}` });
  },
};
