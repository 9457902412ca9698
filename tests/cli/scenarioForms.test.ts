import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder, readScenario } from '../../src/cli/scenarioFiles.ts';
import { mostArchiveBytes } from '../../src/scenario/archive.ts';
import { folderHash } from '../../src/scenario/scenarioHash.ts';
import { mostBytes } from '../../src/scenario/yamlTree.ts';
import { FirmCheck } from '../../src/ui/firms/firmCheck.ts';
import { called } from './called.ts';

const place = mkdtempSync(join(tmpdir(), 'rapport-forms-'));
afterAll(() => rmSync(place, { recursive: true }));
const folder = join(place, 'quan-nho');
/** The files of `rapport new`. */
let made: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  await called('new', folder);
  made = readFolder(folder);
});

const filesWith = (more: Readonly<Record<string, Uint8Array | string>>): Record<string, Uint8Array> =>
  Object.fromEntries([
    ...made,
    ...Object.entries(more).map(([name, what]) => [name, typeof what === 'string' ? strToU8(what) : what] as const),
  ]);
const zipped = (files: Record<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`quan-nho/${name}`, bytes])));
function onDisk(name: string, what: Uint8Array | Record<string, Uint8Array>): string {
  const path = join(place, name);
  if (what instanceof Uint8Array) writeFileSync(path, what);
  else {
    for (const [file, bytes] of Object.entries(what)) {
      mkdirSync(join(path, file, '..'), { recursive: true });
      writeFileSync(join(path, file), bytes);
    }
  }
  return path;
}
const inApp = async (bytes: Uint8Array, name: string) => {
  const read = await new FirmCheck().read(bytes, name, () => undefined);
  return read.ok ? folderHash(read.value) : read.errors;
};
const onLine = (path: string) => {
  const { parsed } = readScenario(path);
  return parsed.ok ? folderHash(parsed.value) : parsed.errors;
};

test('a new folder, zipped, is the firm that the folder is, on the command line and in the app', async () => {
  const bytes = zipped(filesWith({}));
  const path = onDisk('quan.zip', bytes);
  expect(onLine(path)).toBe(onLine(folder));
  expect(await inApp(bytes, 'quan.zip')).toBe(onLine(folder));
  expect(await called('check', path)).toMatchObject({ code: 0, out: 'quan-nho: good\n' });
  const simulated = await called('simulate', path, '--playbook', 'textbook', '--customers', '200', '--json');
  expect(JSON.parse(simulated.out)).toMatchObject({ scenario: 'quan-nho', runs: [{ seed: 1 }] });
});

test('scenario.yaml alone is good without anchors, and check says that its runs get no score; a folder or archive without them is not', async () => {
  const { 'expected.json': _anchors, ...rest } = filesWith({});
  const lone = onDisk('quan.yaml', made.get('scenario.yaml')!);
  expect(await called('check', lone)).toMatchObject({ code: 0, out: expect.stringContaining('no score') as string });
  expect(await called('check', lone, '--lang', 'vi')).toMatchObject({ code: 0, out: expect.stringContaining('không có điểm') as string });
  expect(JSON.parse((await called('check', lone, folder, '--json')).out)).toMatchObject({ items: [{ scored: false }, { scored: true }] });
  for (const path of [onDisk('bare', rest), onDisk('bare.zip', zipped(rest))]) {
    const { code, out } = await called('check', path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ items: [{ scored: false, errors: [{ code: 'anchorsMissing', file: 'expected.json' }] }] });
  }
});

const broken = (): string => new TextDecoder().decode(made.get('scenario.yaml')).replace(/^quarters: .*$/m, 'quarters: 99');
const brokenLine = (): number => broken().split('\n').indexOf('quarters: 99') + 1;
const latin = new Uint8Array([0x61, 0xe9, 0x0a]);
/** Text of so many bytes that packs no better than a scenario does. */
function prose(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, (_, i) => (i % 8 > 1 ? 35 : 33 + ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 26)));
}

describe('the same fault is told of a folder, of its archive and of a lone file, here and in the app, in both languages', () => {
  test.each<[string, () => Record<string, Uint8Array | string>, string, string | undefined]>([
    ['a number out of range', () => ({ 'scenario.yaml': broken() }), 'outOfRange', 'scenario.yaml'],
    ['bytes that are no UTF-8', () => ({ 'playbooks/stay.yaml': latin }), 'notUtf8', 'playbooks/stay.yaml'],
    ['a file that no scenario has', () => ({ 'notes.txt': 'x' }), 'fileUnknown', 'notes.txt'],
    ['a file that is too large', () => ({ 'playbooks/stay.yaml': prose(mostBytes + 1, 1) }), 'fileTooLarge', 'playbooks/stay.yaml'],
    [
      'too much in all',
      () => Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`playbooks/z${i}.yaml`, prose(mostBytes - 1, i)])),
      'zipTotal',
      undefined,
    ],
    ['too many files', () => Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`playbooks/z${i}.yaml`, 'x'])), 'tooMany', undefined],
  ])('%s', async (_fault, more, code, file) => {
    const files = filesWith(more());
    const bytes = zipped(files);
    const name = `bad-${code}`;
    const paths = [onDisk(name, files), onDisk(`${name}.zip`, bytes)];
    for (const path of paths) {
      const { code: exit, out } = await called('check', path, '--json');
      const [item] = (JSON.parse(out) as { items: { errors: { code: string; file?: string; message: string; line?: number }[] }[] }).items;
      expect(exit).toBe(1);
      expect(item!.errors[0]).toMatchObject({ code });
      if (file !== undefined) expect(item!.errors[0]!.file).toMatch(new RegExp(`(^|/)${file}$`));
      if (code === 'outOfRange') expect(item!.errors[0]).toMatchObject({ at: 'quarters', line: brokenLine() });
      const vi = await called('check', path, '--lang', 'vi');
      expect(vi.code).toBe(1);
      expect(vi.out).not.toContain('‹');
      expect(vi.out).not.toContain(item!.errors[0]!.message);
    }
    expect(await inApp(bytes, `${name}.zip`)).toEqual(onLine(paths[1]!));
  });

  test('a lone file is called by its name and its line', async () => {
    const path = onDisk('mine.yaml', strToU8(broken()));
    expect((await called('check', path)).out).toContain(`mine.yaml:${brokenLine()}:`);
    expect(await inApp(strToU8(broken()), 'mine.yaml')).toEqual(onLine(path));
  });

  test('an archive that is none, or too large to be read, is refused', async () => {
    expect((await called('check', onDisk('none.zip', strToU8('no archive')), '--json')).out).toContain('"zipDamaged"');
    expect((await called('check', onDisk('large.zip', new Uint8Array(mostArchiveBytes + 99)), '--json')).out).toContain('"fileTooLarge"');
  });

  test('a fault of a kind names the kind in the reader’s language', async () => {
    const text = new TextDecoder().decode(made.get('scenario.yaml'));
    const path = onDisk('kinds.yaml', strToU8(text.replace(/^title:\n.*\n.*\n/m, 'title: Quán\n')));
    expect((await called('check', path)).out).toContain('a text by language');
    expect((await called('check', path, '--lang', 'vi')).out).toContain('lời theo từng thứ tiếng');
  });
});
