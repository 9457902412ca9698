import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mostArchiveBytes, mostEntries, unpack, type Files } from '../../src/scenario/archive.ts';
import { scenarioErrorCodes, type Parsed } from '../../src/scenario/coded.ts';
import { mostBytes } from '../../src/scenario/yamlTree.ts';
import { hasWord } from '../../src/text/words.ts';

const text = strToU8('format: 1\n');
const plain: Zippable = { 'scenario.yaml': text, 'playbooks/stay.yaml': text };

function opened(bytes: Uint8Array): Parsed<Files> {
  const unpacking = unpack(bytes);
  for (let step = unpacking.next(); ; step = unpacking.next()) if (step.done) return step.value;
}
const names = (bytes: Uint8Array): string[] => {
  const files = opened(bytes);
  if (!files.ok) throw new Error(JSON.stringify(files.errors));
  return [...files.value.keys()];
};

/** Numbers that cannot be packed. */
function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24);
}

/** The archive with bytes of its list of entries set otherwise. @param place offset in the record of the first entry */
function altered(bytes: Uint8Array, place: number, values: readonly number[]): Uint8Array {
  const changed = bytes.slice();
  const list = new DataView(changed.buffer).getUint32(changed.length - 22 + 16, true);
  changed.set(values, list + place);
  return changed;
}

describe('an archive that is whole', () => {
  test.each<[string, Zippable, string[]]>([
    ['at the top', plain, ['scenario.yaml', 'playbooks/stay.yaml']],
    ['in a folder', { 'quán/scenario.yaml': text, 'quán/playbooks/stay.yaml': text }, ['scenario.yaml', 'playbooks/stay.yaml']],
    ['stored as it is', { 'scenario.yaml': [text, { level: 0 }] }, ['scenario.yaml']],
    ['with what systems put in', { ...plain, '__MACOSX/x': text, '.DS_Store': text, 'a/Thumbs.db': text }, Object.keys(plain)],
    ['without any file', {}, []],
  ])('%s gives its files', (_how, files, expected) => {
    expect(names(zipSync(files))).toEqual(expected);
  });

  test('gives each file bit for bit and tells of each before it is unpacked', () => {
    const content = noise(5000);
    const unpacking = unpack(zipSync({ 'scenario.yaml': content, 'expected.json': text }));
    expect(unpacking.next().value).toEqual({ done: 0, of: 2 });
    expect(unpacking.next().value).toEqual({ done: 1, of: 2 });
    const { value } = unpacking.next() as { value: Parsed<Files> };
    expect(value.ok && value.value.get('scenario.yaml')).toEqual(content);
  });
});

const zipped = zipSync(plain);
const many = Object.fromEntries(Array.from({ length: mostEntries + 1 }, (_, i) => [`${i}.yaml`, text]));
const large = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [
    `${i}.yaml`,
    strToU8(
      [...noise(62_000, i + 1)]
        .map((byte) => 'abcd'[byte & 3])
        .join('')
        .repeat(4),
    ),
  ]),
);

describe('an archive is refused', () => {
  test.each<[string, Uint8Array, string, string | undefined]>([
    ['that is none', strToU8('PK, but no archive'), 'zipDamaged', undefined],
    ['whose end is cut off', zipped.slice(0, -30), 'zipDamaged', undefined],
    ['whose bytes were changed', altered(zipped, 16, [1, 2, 3, 4]), 'zipDamaged', 'scenario.yaml'],
    ['that lies of a size', altered(zipped, 24, [9, 0, 0, 0]), 'zipDamaged', 'scenario.yaml'],
    ['that points outside itself', altered(zipped, 42, [0, 0, 0, 0x7f]), 'zipDamaged', 'scenario.yaml'],
    ['that is locked', altered(zipped, 8, [1]), 'zipEncrypted', 'scenario.yaml'],
    ['that is packed otherwise', altered(zipped, 10, [14]), 'zipKind', 'scenario.yaml'],
    ['with an archive in it, by name', zipSync({ ...plain, 'more.ZIP': text }), 'zipNested', 'more.ZIP'],
    ['with an archive in it, by content', zipSync({ 'scenario.yaml': zipped }), 'zipNested', 'scenario.yaml'],
    ['with a path upwards', zipSync({ '../scenario.yaml': text }), 'zipPath', '../scenario.yaml'],
    ['with a path from the root', zipSync({ '/scenario.yaml': text }), 'zipPath', '/scenario.yaml'],
    ['with a path of a drive', zipSync({ 'C:scenario.yaml': text }), 'zipPath', 'C:scenario.yaml'],
    ['with backslashes', zipSync({ 'a\\..\\b.yaml': text }), 'zipPath', 'a\\..\\b.yaml'],
    ['with a file twice but for case', zipSync({ ...plain, 'Scenario.yaml': text }), 'zipDuplicate', 'Scenario.yaml'],
    ['with too many entries', zipSync(many), 'tooMany', undefined],
    ['with a file that is too large', zipSync({ 'scenario.yaml': noise(mostBytes + 1) }), 'fileTooLarge', 'scenario.yaml'],
    ['with a stored file that is too large', zipSync({ a: [noise(mostBytes + 1), { level: 0 }] }), 'fileTooLarge', 'a'],
    ['that is a bomb', zipSync({ 'scenario.yaml': new Uint8Array(mostBytes) }), 'zipRatio', 'scenario.yaml'],
    ['that is too large in all', zipSync(large), 'zipTotal', '8.yaml'],
    ['that is itself too large', new Uint8Array(mostArchiveBytes + 1), 'fileTooLarge', undefined],
  ])('%s', (_why, bytes, code, file) => {
    const answer = opened(bytes);
    expect(answer.ok ? [] : answer.errors).toMatchObject([{ code, ...(file !== undefined && { file }) }]);
    expect(scenarioErrorCodes).toContain(code);
    expect(hasWord('code', code)).toBe(true);
  });

  test('or read, but never throws, whatever single byte of it is changed', () => {
    for (let at = 0; at < zipped.length; at += 1) {
      const changed = zipped.slice();
      changed[at] = changed[at]! ^ 0x41;
      const answer = opened(changed);
      for (const { code } of answer.ok ? [] : answer.errors) expect(scenarioErrorCodes).toContain(code);
    }
  });
});
