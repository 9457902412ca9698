import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { called } from './called.ts';
import { scenarioErrorCodes } from '../../src/scenario/coded.ts';
import { hasWord } from '../../src/text/words.ts';
import { shippedNames } from '../game/shippedScenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const missing = join(folder, 'missing');
const misuse: readonly [string, readonly string[], string, string][] = [
  ['a command that does not exist', ['fly'], 'no command fly', 'Không có lệnh fly'],
  ['an option that does not exist', ['check', '--loud'], '--loud', '--loud'],
  ['an option without its value', ['simulate', 'voras-bank', '--playbook'], '--playbook', '--playbook'],
  ['no scenario', ['simulate', '--playbook', 'stay'], 'exactly one SCENARIO', 'đúng một SCENARIO'],
  ['two scenarios', ['balance', 'voras-bank', 'voras-bank'], 'exactly one SCENARIO', 'đúng một SCENARIO'],
  ['no playbook', ['simulate', 'voras-bank'], '--playbook is missing', 'Thiếu --playbook'],
  ['an unknown playbook', ['simulate', 'voras-bank', '--playbook', 'prayer'], 'no playbook prayer', 'Không có phương án prayer'],
  ['a scenario that does not exist', ['check', missing], 'no scenario', 'Không có kịch bản'],
  [
    'a seed that is no number',
    ['simulate', 'voras-bank', '--playbook', 'stay', '--seed', 'x'],
    '--seed takes a whole number',
    '--seed nhận một số nguyên',
  ],
  ['too few customers', ['simulate', 'voras-bank', '--playbook', 'stay', '--customers', '3'], '--customers takes', '--customers nhận'],
  [
    'a world that does not exist',
    ['simulate', 'voras-bank', '--playbook', 'stay', '--world', '99'],
    'no hidden world 99',
    'Không có thế giới ẩn 99',
  ],
  ['no file to verify', ['verify'], 'FILES is missing', 'Thiếu FILES'],
  ['a file that does not exist', ['verify', missing], 'no file', 'Không có tệp'],
  ['a row that the course does not have', ['coverage', '--rows', 'Z'], 'No row begins with Z', 'Không có dòng nào bắt đầu bằng Z'],
  ['something to cover', ['coverage', 'voras-bank'], 'takes options only', 'không nhận gì ngoài tùy chọn'],
];

test.each(misuse)(
  'exit code 2, nothing on the result stream and a sentence in both languages: %s',
  async (_name, argv, english, vietnamese) => {
    const en = await called(...argv);
    expect(en).toMatchObject({ code: 2, out: '' });
    expect(en.err).toContain(english);
    const vi = await called(...argv, '--lang', 'vi');
    expect(vi).toMatchObject({ code: 2, out: '' });
    expect(vi.err).toContain(vietnamese);
    expect(en.err + vi.err).not.toContain('‹');
  },
);

test('a language that does not exist is refused, in English', async () => {
  expect(await called('check', '--lang', 'fr')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('en vi') as string });
});

test.each([
  [[]],
  [['--help']],
  [['check', '--help']],
  [['simulate', '--help']],
  [['verify', '--help']],
  [['balance', '--help']],
  [['bench', '--help']],
  [['coverage', '--help']],
])('help is a result in either language: %s', async (argv) => {
  for (const language of ['en', 'vi']) {
    const { code, out, err } = await called(...argv, ...(argv.length > 0 ? ['--lang', language] : []));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('rapport');
    expect(out).not.toContain('‹');
  }
});

test('help names every command', async () => {
  const { out } = await called('--help');
  for (const name of ['check', 'simulate', 'verify', 'balance', 'bench', 'coverage']) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
});

test('check finds what is wrong with a folder and says where, in both languages', async () => {
  writeFileSync(join(folder, 'scenario.yaml'), 'format: 1\nid: [\n');
  const { code, out } = await called('check', folder, '--json');
  const result = JSON.parse(out) as {
    ok: boolean;
    items: { path: string; ok: boolean; errors: { code: string; line: number; message: string }[] }[];
  };
  expect(code).toBe(1);
  expect(result).toMatchObject({
    ok: false,
    items: [{ path: folder, ok: false, errors: [{ code: 'syntax', message: 'cannot be read' }] }],
  });
  expect(result.items[0]!.errors[0]!.line).toBeGreaterThan(1);
  expect((await called('check', folder, '--lang', 'vi')).out).toContain('không đọc được');
});

test('check without paths reads every scenario that ships with Rapport', async () => {
  const { out } = await called('check', '--json');
  expect(JSON.parse(out)).toMatchObject({ items: shippedNames().map((id) => ({ id })) });
});

test('every code of a scenario error has words', () => {
  expect(scenarioErrorCodes.filter((code) => !hasWord('code', code))).toEqual([]);
});
