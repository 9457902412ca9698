/** What goes out of the league: grades for a learning platform, a plain table, feedback in the student's language, and every decision of the class. */

import type { Score } from '../game/reports.ts';
import type { RunFile } from '../game/run.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import type { Language } from '../scenario/text.ts';
import { wordIn } from '../text/words.ts';
import { tidyStudent } from './assignment.ts';
import type { Cell } from './csv.ts';
import type { LeagueRow } from './league.ts';

/** By which column a learning platform knows its people again. */
export const gradebookKeys = ['id', 'email', 'username'] as const;
export type GradebookKey = (typeof gradebookKeys)[number];

const best = 100;
const inRange = (value: number): number => Math.min(best, Math.max(0, Math.round(value * 100) / 100));

/**
 * A gradebook as Moodle imports it: one column that names the person, one with the grade (0 to 100), one with the feedback. Only who is
 * graded stands in it, once: an empty grade would wipe out one given by hand. Email addresses keep their capitals.
 * @returns rows with their heading, and who is left out because the list does not say how the platform knows him
 */
export function gradebookRows(
  rows: readonly LeagueRow[],
  { by, item, language }: { by: GradebookKey; item: string; language: Language },
): { rows: readonly (readonly Cell[])[]; without: readonly LeagueRow[] } {
  const heading = wordIn(language, 'gradebook', `column.${by}`);
  const graded = rows.filter((row) => row.graded !== null);
  const keyOf = ({ id, student }: LeagueRow): string | null => {
    if (by === 'email') return student?.email ?? (id?.includes('@') ? id : null);
    return id === null ? null : tidyStudent(id);
  };
  const named = graded.filter((row) => keyOf(row) !== null);
  return {
    rows: [
      [heading, item, wordIn(language, 'gradebook', 'feedbackFor', { item })],
      ...named.map((row) => [keyOf(row), inRange(row.graded!.score.total), feedbackText(row, language)]),
    ],
    without: graded.filter((row) => keyOf(row) === null),
  };
}

const points = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value);

/** A few sentences on a graded run: the score and its luck, the two halves, what was strongest and weakest, what caps it, forecasts. */
export function feedbackText({ graded, standing }: LeagueRow, language: Language): string {
  if (graded === null) return '';
  const say = (id: string, values: Record<string, string | number> = {}): string => wordIn(language, 'feedback', id, values);
  const { score, forecasts, quarters } = graded;
  const { strongest, weakest } = extremes(score);
  const name = (id: string): string => wordIn(language, 'criterion', id);
  const parts = [
    say('total', { total: points(score.total, language) }),
    score.luck && say('luck', { sd: points(score.luck.sd, language), seeds: score.luck.seeds }),
    score.halves &&
      say('halves', {
        result: points(score.halves.result, language),
        practice: points(score.halves.practice, language),
        of: score.halves.of,
      }),
    strongest && say('strongest', { names: strongest.map(name).join(', ') }),
    weakest && say('weakest', { names: weakest.map(name).join(', ') }),
    ...score.caps.map(({ id, limit }) => say('cap', { why: wordIn(language, 'cap', id), limit })),
    forecasts.made > 0 && say('forecasts', { hit: forecasts.hit, made: forecasts.made }),
    quarters.played < quarters.of && say('unfinished', { played: quarters.played, of: quarters.of }),
    standing === 'late' && say('late'),
  ];
  return parts.filter((part) => typeof part === 'string').join(' ');
}

/** The two criteria with the greatest and the two with the smallest part of their points; null where fewer than four are judged. */
export function extremes({ criteria }: Score): { strongest: readonly string[] | null; weakest: readonly string[] | null } {
  const judged = criteria.filter(({ points: made, of }) => made !== null && of > 0);
  if (judged.length < 4) return { strongest: null, weakest: null };
  const sorted = [...judged].sort((a, b) => b.points! / b.of - a.points! / a.of);
  return {
    strongest: sorted.slice(0, 2).map(({ id }) => id),
    weakest: sorted
      .slice(-2)
      .reverse()
      .map(({ id }) => id),
  };
}

/** The league as a plain table: everything that is shown of a student, a column each. */
export function tableRows(rows: readonly LeagueRow[], language: Language): readonly (readonly Cell[])[] {
  const column = (id: string): string => wordIn(language, 'gradebook', `column.${id}`);
  const criteria = rows.find(({ graded }) => graded !== null)?.graded?.score.criteria.map(({ id }) => id) ?? [];
  const head = ['rank', 'id', 'name', 'email', 'team', 'standing', 'total', 'sd', 'result', 'practice'].map(column);
  const tail = ['equity', 'level', 'quarters', 'forecasts', 'hits', 'decisions', 'reasons', 'ahead', 'file'].map(column);
  return [
    [...head, ...criteria.map((id) => `${id} ${wordIn(language, 'criterion', id)}`), ...tail],
    ...rows.map(({ rank, id, student, standing, graded, entry }): Cell[] => {
      const score = graded?.score ?? null;
      const last = graded?.path.at(-1) ?? null;
      return [
        rank,
        id,
        student?.name ?? null,
        student?.email ?? null,
        student?.team ?? null,
        wordIn(language, 'standing', standing),
        score?.total ?? null,
        score?.luck?.sd ?? null,
        score?.halves?.result ?? null,
        score?.halves?.practice ?? null,
        ...criteria.map((each) => score?.criteria.find((criterion) => criterion.id === each)?.points ?? null),
        last?.equity ?? null,
        last?.level ?? null,
        graded?.quarters.played ?? null,
        graded?.forecasts.made ?? null,
        graded?.forecasts.hit ?? null,
        graded?.decided.reduce((sum, count) => sum + count, 0) ?? null,
        graded?.reasons ?? null,
        graded?.lookedAhead ?? null,
        entry?.file ?? null,
      ];
    }),
  ];
}

/** Every decision of a run, one a row: student, quarter, seat, kind, what, value. Values as the log has them. */
export function historyRows(runs: readonly { student: string; run: RunFile }[], language: Language): readonly (readonly Cell[])[] {
  const column = (id: string): string => wordIn(language, 'gradebook', `column.${id}`);
  return [
    ['id', 'quarter', 'by', 'kind', 'what', 'value'].map(column),
    ...runs.flatMap(({ student, run }) =>
      run.entries.flatMap((entry): Cell[][] => {
        const row = (what: string, value: unknown): Cell[] => [
          student,
          entry.quarter,
          entry.by,
          entry.kind,
          what,
          typeof value === 'string' || typeof value === 'number' ? value : canonicalJson(value),
        ];
        switch (entry.kind) {
          case 'plan':
            return [...Object.entries(entry.data.plan), ...Object.entries(entry.data.standing ?? {})].map(([id, value]) => row(id, value));
          case 'move':
            return [row(entry.data.kind, entry.data)];
          case 'predict':
            return [row(entry.data.kpi, `${entry.data.low / 1000} ${entry.data.high / 1000} ${entry.data.because}`)];
          case 'commit':
            return [row('commit', entry.data.quarters)];
          case 'note':
            return [row('note', entry.data.text)];
        }
      }),
    ),
  ];
}
