import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studentsCopy } from '../../src/classroom/assignment.ts';
import { writeAssignment } from '../../src/classroom/assignmentFile.ts';
import { runCommandLine } from '../../src/cli/commandLine.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { assignment, decisionsOf, studentRun } from '../classroom/classFixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-league-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  mkdirSync(at('class'));
  writeFileSync(at('assignment.json'), writeAssignment(assignment));
  writeFileSync(at('class/anh.json'), writeRun(studentRun('SV01', decisionsOf('textbook'))));
  writeFileSync(at('class/binh.json'), writeRun(studentRun('SV02', decisionsOf('stay'))));
  writeFileSync(at('class/chi.json'), writeRun(studentRun('SV03', decisionsOf('stay'))).replace('"learner"', '"lecturer"'));
  writeFileSync(at('list.csv'), 'MSSV;Họ tên\nsv01;Nguyễn Anh\nsv02;Trần Bình\nsv03;Lê Chi\nsv04;Phạm Dung\n');
});

async function rapport(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(argv, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}

test('a folder verified in shards and put together is the class that one call gives', async () => {
  const verify = (...more: string[]) => rapport('verify', at('class'), '--assignment', at('assignment.json'), ...more, '--json');
  const whole = await verify('--out', at('whole.json'));
  expect(whole.code).toBe(1);
  const items = (JSON.parse(whole.out) as { items: { ok: boolean; reason: string | null; recomputed: number | null }[] }).items;
  expect(items.map(({ ok, reason }) => [ok, reason])).toEqual([
    [true, null],
    [true, null],
    [false, 'chain'],
  ]);
  for (const shard of ['1/2', '2/2']) await verify('--shard', shard, '--out', at(`shard-${shard[0]}.json`));
  const league = async (...shards: string[]) =>
    JSON.parse((await rapport('league', ...shards, '--class', at('list.csv'), '--json')).out) as object;
  const together = await league(at('whole.json'));
  expect(await league(at('shard-1.json'), at('shard-2.json'))).toEqual(together);
  expect(together).toMatchObject({
    rows: [
      { id: 'sv01', rank: 1, standing: 'in', score: items[0]!.recomputed },
      { id: 'sv02', rank: 2, standing: 'in' },
      { id: 'sv03', standing: 'refused', refusal: { reason: 'chain' } },
      { id: 'sv04', standing: 'absent' },
    ],
  });
}, 60_000);

test('a students’ copy, whose draws are held back, is refused with a sentence that says which file is wanted', async () => {
  writeFileSync(at('copy.json'), writeAssignment(studentsCopy(assignment)));
  for (const [lang, said] of [
    ['en', "the lecturer's file"],
    ['vi', 'tệp của giảng viên'],
  ] as const) {
    const { code, err } = await rapport('verify', at('class'), '--assignment', at('copy.json'), '--lang', lang);
    expect([code, err.includes(said)]).toEqual([2, true]);
  }
});

test('shards that were graded on other draws, or whose assignment is none, are not put together', async () => {
  const shard = (name: string, set: unknown): string => {
    writeFileSync(at(name), JSON.stringify({ format: 1, assignment: set, entries: [] }));
    return at(name);
  };
  const first = shard('first.json', assignment);
  const other = shard('other.json', { ...assignment, grading: { first: 7001, count: 5 } });
  expect((await rapport('league', first, first)).code).toBe(0);
  for (const bad of [other, shard('none.json', null), shard('list.json', [])]) expect((await rapport('league', first, bad)).code).toBe(2);
});

test('grades go out for Moodle and as a table that spreadsheets read as UTF-8', async () => {
  const { code } = await rapport(
    'league',
    at('whole.json'),
    '--class',
    at('list.csv'),
    '--gradebook',
    at('grades.csv'),
    '--table',
    at('table.csv'),
    '--lang',
    'vi',
  );
  expect(code).toBe(0);
  const [head, first] = readFileSync(at('grades.csv'), 'utf8').split('\r\n');
  expect(head).toBe('Mã sinh viên,Bài giữa kỳ,Bài giữa kỳ (nhận xét)');
  expect(first).toMatch(/^sv01,\d{1,2}(\.\d{1,2})?,"?Điểm /);
  expect(readFileSync(at('table.csv'), 'utf8').startsWith('\ufeff')).toBe(true);
});

test.each([
  ['an assignment that is none', ['verify', at('class'), '--assignment', at('list.csv')]],
  ['a shard that is none', ['verify', at('class'), '--shard', '3/2']],
  ['a file that verify did not write', ['league', at('assignment.json')]],
  ['a class list that is none', ['league', at('whole.json'), '--class', at('class/anh.json')]],
])('%s ends with a sentence and exit code 2', async (_name, argv) => {
  const { code, err } = await rapport(...argv);
  expect(code).toBe(2);
  expect(err).not.toContain('‹');
});
