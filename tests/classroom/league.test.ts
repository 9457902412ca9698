import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikePairs, decisionMarks } from '../../src/classroom/alike.ts';
import { writeCsv } from '../../src/classroom/csv.ts';
import { feedbackText, gradebookRows, historyRows, tableRows } from '../../src/classroom/gradebook.ts';
import { classSpread, leagueOf } from '../../src/classroom/league.ts';
import { refusedEntry, type Graded, type LeagueEntry } from '../../src/classroom/leagueEntry.ts';
import type { Student } from '../../src/classroom/classList.ts';
import { criterionIds } from '../../src/scenario/criteria.ts';
import { decisionsOf, studentRun } from './classFixture.ts';

const graded = (total: number, marks: readonly number[] = [], more: Partial<Graded> = {}): Graded => ({
  score: {
    total,
    halves: { result: total / 2, practice: total / 2, of: 50, bound: 100 },
    criteria: criterionIds.map((id, index) => ({ id, points: index / 4, of: 5, level: 2, evidence: [] })),
    caps: [],
    weights: {},
    luck: { seeds: 30, mean: total, sd: 2.5, thisRun: total, percentile: 50 },
  },
  path: [{ level: 'l2', information: 60, individualisation: 20, equity: 1.5e9 }],
  decided: [10, 5],
  forecasts: { made: 4, hit: 3 },
  reasons: 2,
  quarters: { played: 8, of: 8 },
  lookedAhead: 0,
  marks,
  claimed: null,
  ...more,
});
const entry = (student: string, total: number, more: Partial<LeagueEntry> = {}): LeagueEntry => ({
  file: `${student}.json`,
  student,
  late: false,
  refusal: null,
  errors: [],
  graded: graded(total),
  ...more,
});
const student = (id: string, more: Partial<Student> = {}): Student => ({ id, name: null, email: null, team: null, ...more });

test('a class stands by score; equal scores share a rank; refused and absent students stand below', () => {
  const entries = [entry('C', 70), entry('A', 81.5), entry('B', 70), refusedEntry('x.json', false, { reason: 'digest' })];
  const { rows } = leagueOf(entries, [student('a'), student('B'), student('c'), student('D')]);
  expect(rows.map(({ id, rank, standing, listed }) => [id, rank, standing, listed])).toEqual([
    ['a', 1, 'in', true],
    ['B', 2, 'in', true],
    ['c', 2, 'in', true],
    [null, null, 'refused', false],
    ['D', null, 'absent', true],
  ]);
});

test('of several files of one student the last in time counts, and a late one only where none was in time', () => {
  const [early, later, late] = [entry('A', 50), entry('a', 60, { file: 'later.json' }), entry('A', 90, { late: true, file: 'late.json' })];
  const bad = refusedEntry('bad.json', false, { reason: 'chain' });
  const { rows } = leagueOf([early, later, late, { ...bad, student: 'A' }], null);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ standing: 'in', entry: { file: 'later.json' } });
  expect(rows[0]!.others).toHaveLength(3);
  expect(leagueOf([late], null).rows[0]!.standing).toBe('late');
});

test('who hands in once under the id and once under the e-mail address is one student, in one row and once in the gradebook', () => {
  const list = [student('B21', { email: 'lan@example.vn' })];
  const { rows } = leagueOf([entry('B21', 50), entry('Lan@example.vn', 60)], list);
  expect(rows.map(({ id, others, entry: counted }) => [id, others.length, counted?.file])).toEqual([['B21', 1, 'Lan@example.vn.json']]);
  expect(gradebookRows(rows, { by: 'email', item: 'x', language: 'en' }).rows).toHaveLength(2);
});

test('equal and nearly equal logs are told, whoever is compared first; a shared playbook start is not enough', () => {
  const [stay, best] = [studentRun('A', decisionsOf('stay')), studentRun('B', decisionsOf('textbook'))];
  const copied = studentRun('C', decisionsOf('textbook'));
  const [first, ...rest] = decisionsOf('textbook');
  const nearly = studentRun('D', [first!, { kind: 'predict', data: { kpi: 'churn', low: 1, high: 2, because: 'price' } }, ...rest]);
  const marks = [stay, best, copied, nearly].map(decisionMarks);
  const pairs = alikePairs(marks);
  expect(pairs.map(({ a, b, equal }) => [a, b, equal])).toEqual([
    [1, 2, true],
    [1, 3, false],
    [2, 3, false],
  ]);
  expect(alikePairs([...marks].reverse()).map(({ share }) => share)).toEqual(pairs.map(({ share }) => share));
});

test('a log of a few decisions says nothing about copying', () => {
  expect(
    alikePairs([
      [1, 2, 3],
      [1, 2, 3],
    ]),
  ).toEqual([]);
});

test('mean, spread and quartiles are those of the scores', () => {
  const { rows } = leagueOf(
    [10, 20, 30, 40].map((total, index) => entry(`S${index}`, total)),
    null,
  );
  expect(classSpread(rows)).toEqual({ n: 4, mean: 25, sd: Math.sqrt(500 / 3), quartiles: [17.5, 25, 32.5] });
  expect(classSpread([])).toBeNull();
});

test('a gradebook holds who is graded once each, a dot, nothing above 100 or below 0, and feedback in the language asked for', () => {
  const list = [student('B21', { email: 'Lan@Example.vn' }), student('B22'), student('B23')];
  const { rows } = leagueOf([entry('B21', 100.0000001), entry('B22', 61.256)], list);
  const byId = gradebookRows(rows, { by: 'id', item: 'Giữa kỳ', language: 'vi' });
  expect(byId.rows[0]).toEqual(['Mã sinh viên', 'Giữa kỳ', 'Giữa kỳ (nhận xét)']);
  expect(byId.rows.slice(1).map(([id, grade]) => [id, grade])).toEqual([
    ['B21', 100],
    ['B22', 61.26],
  ]);
  expect(String(byId.rows[2]![2])).toContain('61,3');
  const byMail = gradebookRows(rows, { by: 'email', item: 'Mid-term', language: 'en' });
  expect(byMail.rows.slice(1).map(([id]) => id)).toEqual(['Lan@Example.vn']);
  expect(byMail.without.map(({ id }) => id)).toEqual(['B22']);
  for (const line of writeCsv(byMail.rows).split('\r\n').slice(1, -1)) expect(line).toMatch(/^Lan@Example\.vn,100,"?Score 100\.0 of 100/);
});

test('feedback names luck, halves, strongest and weakest, caps, forecasts, what was left unplayed and lateness, and no raw id', () => {
  const whole = graded(55, [], { quarters: { played: 6, of: 8 } });
  const capped = { ...whole, score: { ...whole.score, caps: [{ id: 'noReview', limit: 68 } as const] } };
  for (const language of ['vi', 'en'] as const) {
    const { rows } = leagueOf([entry('A', 55, { graded: capped, late: true })], null);
    const text = feedbackText(rows[0]!, language);
    expect(text).not.toMatch(/‹|undefined|\{/);
    expect(text).toContain('68');
    expect(text).toMatch(language === 'vi' ? /6 trên 8 quý.*muộn/ : /6 of 8 quarters.*late/);
  }
});

test('the plain table and the history have one width, and every decision of a run is in it', () => {
  const { rows } = leagueOf([entry('A', 55), refusedEntry('b.json', false, { reason: 'format' })], [student('A'), student('Z')]);
  const table = tableRows(rows, 'vi');
  expect(new Set(table.map((row) => row.length)).size).toBe(1);
  expect(table).toHaveLength(4);
  const run = studentRun('A', [{ kind: 'note', data: { text: '=vì giá' } }, ...decisionsOf('stay')]);
  const history = historyRows([{ student: 'A', run }], 'en');
  expect(new Set(history.map((row) => row.length))).toEqual(new Set([6]));
  expect(history.length).toBeGreaterThan(run.entries.length);
  expect(writeCsv(history)).toContain(`,note,'=vì giá`);
});

test('whatever marks two logs have, the share lies between nothing and all and does not depend on the order', () => {
  const log = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 40 }).map((marks) => marks.sort((a, b) => a - b));
  fc.assert(
    fc.property(log, log, (one, other) => {
      const [there] = alikePairs([one, other], 0.01);
      const [back] = alikePairs([other, one], 0.01);
      expect(there?.share ?? 0).toBe(back?.share ?? 0);
      expect(there?.share ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});
