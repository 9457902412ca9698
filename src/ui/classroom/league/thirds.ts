/** A class in three parts by score, for charts: the top quarter, the middle half, the rest. */

import type { LeagueRow } from '../../../classroom/league.ts';

export const partIds = ['top', 'middle', 'rest'] as const;
export type PartId = (typeof partIds)[number];

/** The part of each graded row; rows stand by falling score. */
export function partsOf(rows: readonly LeagueRow[]): readonly { row: LeagueRow; part: PartId }[] {
  const graded = rows.filter(({ graded: found }) => found !== null);
  const quarter = Math.max(1, Math.round(graded.length / 4));
  return graded.map((row, index) => ({ row, part: index < quarter ? 'top' : index < graded.length - quarter ? 'middle' : 'rest' }));
}
