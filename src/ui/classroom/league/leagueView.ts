/** How the rows of a class are looked at: sorted by a column, filtered, with names hidden. */

import type { League, LeagueRow, Standing } from '../../../classroom/league.ts';

export const columnIds = [
  'rank',
  'name',
  'total',
  'sd',
  'result',
  'practice',
  'equity',
  'level',
  'quarters',
  'forecasts',
  'decisions',
  'reasons',
  'ahead',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** What a column sorts by; null stands last. */
const keys: Readonly<Record<ColumnId, (row: LeagueRow) => number | string | null>> = {
  rank: ({ rank }) => rank,
  name: ({ id, student }) => student?.name ?? id,
  total: ({ graded }) => graded?.score.total ?? null,
  sd: ({ graded }) => graded?.score.luck?.sd ?? null,
  result: ({ graded }) => graded?.score.halves?.result ?? null,
  practice: ({ graded }) => graded?.score.halves?.practice ?? null,
  equity: ({ graded }) => graded?.path.at(-1)?.equity ?? null,
  level: ({ graded }) => graded?.path.at(-1)?.level ?? null,
  quarters: ({ graded }) => graded?.quarters.played ?? null,
  forecasts: ({ graded }) => (graded && graded.forecasts.made > 0 ? graded.forecasts.hit / graded.forecasts.made : null),
  decisions: ({ graded }) => graded?.decided.reduce((sum, count) => sum + count, 0) ?? null,
  reasons: ({ graded }) => graded?.reasons ?? null,
  ahead: ({ graded }) => graded?.lookedAhead ?? null,
};

export interface View {
  by: ColumnId;
  falling: boolean;
  /** Only these; null = all. */
  standing: Standing | null;
  /** Part of an id, name or team. */
  find: string;
}

/** Rows as they are looked at; equal ones stay in the order of the class. @param compare of words in the reader's language */
export function viewed(
  { rows }: League,
  { by, falling, standing, find }: View,
  compare: (a: string, b: string) => number,
): readonly LeagueRow[] {
  const asked = find.trim().toLowerCase();
  const words = ({ id, student, entry }: LeagueRow): string =>
    [id, student?.name, student?.email, student?.team, entry?.file]
      .filter((part) => typeof part === 'string')
      .join(' ')
      .toLowerCase();
  const kept = rows.filter((row) => (standing === null || row.standing === standing) && (asked === '' || words(row).includes(asked)));
  const order = (a: LeagueRow, b: LeagueRow): number => {
    const [one, other] = [keys[by](a), keys[by](b)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    const rising = typeof one === 'string' ? compare(one, String(other)) : one - Number(other);
    return falling ? -rising : rising;
  };
  return [...kept].sort(order);
}

/** A row's name on a projector: its place, and nothing that tells who it is. */
export const hiddenName = (row: LeagueRow, { rows }: League): number => rows.indexOf(row) + 1;
