/** The class side by side: one row a student, absent ones too, and what stands out. */

import { studentKey } from './assignment.ts';
import { alikePairs, type AlikePair } from './alike.ts';
import type { Student } from './classList.ts';
import type { Graded, LeagueEntry } from './leagueEntry.ts';

/** in: graded; late: graded, taken in as late; refused: only files that are not taken; absent: on the list, nothing came. */
export const standings = ['in', 'late', 'refused', 'absent'] as const;
export type Standing = (typeof standings)[number];

export interface LeagueRow {
  /** Id as the list has it, else as the run names it; null for a file that names nobody. */
  id: string | null;
  student: Student | null;
  standing: Standing;
  /** The one that counts; null for absent ones. */
  entry: LeagueEntry | null;
  graded: Graded | null;
  /** Other files of the same student, which do not count. */
  others: readonly LeagueEntry[];
  /** False: not on the class list, where there is one. */
  listed: boolean;
  /** Rank by score among the graded, from 1; equal scores share it. */
  rank: number | null;
}

export interface League {
  rows: readonly LeagueRow[];
  /** Between places in `rows`. */
  alike: readonly AlikePair[];
}

/**
 * Rows of a class: graded ones by falling score, then refused, then absent. Of several files of one student the last that was taken counts,
 * one in time before a late one.
 * @param students class list, null where there is none
 */
export function leagueOf(entries: readonly LeagueEntry[], students: readonly Student[] | null): League {
  const listed = new Map((students ?? []).map((student) => [studentKey(student.id), student]));
  const mails = new Map((students ?? []).flatMap((student) => (student.email ? [[studentKey(student.email), student] as const] : [])));
  // Who hands in once under the id and once under the e-mail address is one student.
  const byStudent = new Map<Student | string, LeagueEntry[]>();
  const nameless: LeagueEntry[] = [];
  for (const entry of entries) {
    if (entry.student === null) nameless.push(entry);
    else {
      const key = studentKey(entry.student);
      const who = listed.get(key) ?? mails.get(key) ?? key;
      byStudent.set(who, [...(byStudent.get(who) ?? []), entry]);
    }
  }
  const rows: LeagueRow[] = [];
  for (const [who, own] of byStudent) {
    const student = typeof who === 'string' ? null : who;
    const entry = counting(own);
    const { graded } = entry;
    const standing = graded === null ? 'refused' : entry.late ? 'late' : 'in';
    rows.push({
      id: student?.id ?? entry.student,
      student,
      standing,
      entry,
      graded,
      others: own.filter((other) => other !== entry),
      listed: students === null || student !== null,
      rank: null,
    });
  }
  for (const entry of nameless)
    rows.push({ id: null, student: null, standing: 'refused', entry, graded: null, others: [], listed: students === null, rank: null });
  for (const student of students ?? []) {
    if (!byStudent.has(student))
      rows.push({ id: student.id, student, standing: 'absent', entry: null, graded: null, others: [], listed: true, rank: null });
  }
  const sorted = rows.sort(
    (a, b) => scoreIn(b) - scoreIn(a) || standings.indexOf(a.standing) - standings.indexOf(b.standing) || compareText(nameIn(a), nameIn(b)),
  );
  const ranked = sorted.map((row) =>
    row.graded === null ? row : { ...row, rank: 1 + sorted.filter((other) => scoreIn(other) > scoreIn(row)).length },
  );
  const marked = ranked.flatMap((row, place) => (row.graded === null ? [] : [{ place, marks: row.graded.marks }]));
  const alike = alikePairs(marked.map(({ marks }) => marks)).map((pair) => ({
    ...pair,
    a: marked[pair.a]!.place,
    b: marked[pair.b]!.place,
  }));
  return { rows: ranked, alike };
}

function counting(own: readonly LeagueEntry[]): LeagueEntry {
  const taken = own.filter(({ graded }) => graded !== null);
  return taken.findLast(({ late }) => !late) ?? taken.at(-1) ?? own.at(-1)!;
}

const scoreIn = ({ graded }: LeagueRow): number => graded?.score.total ?? -1;
const nameIn = ({ id, entry }: LeagueRow): string => id ?? entry?.file ?? '';
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Mean, standard deviation and quartiles of the graded scores; null where nobody is graded. */
export function classSpread(
  rows: readonly LeagueRow[],
): { n: number; mean: number; sd: number; quartiles: readonly [number, number, number] } | null {
  const scores = rows.flatMap(({ graded }) => (graded === null ? [] : [graded.score.total])).sort((a, b) => a - b);
  if (scores.length === 0) return null;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) * (score - mean), 0) / Math.max(1, scores.length - 1);
  const quartile = (p: number): number => {
    const place = p * (scores.length - 1);
    const low = Math.floor(place);
    return scores[low]! + (place - low) * ((scores[low + 1] ?? scores[low]!) - scores[low]!);
  };
  return { n: scores.length, mean, sd: Math.sqrt(variance), quartiles: [quartile(0.25), quartile(0.5), quartile(0.75)] };
}
