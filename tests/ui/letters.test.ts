import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firstLetter, letterGroups } from '../../src/ui/glossary/letters.ts';
import { readGlossary } from '../../tools/vite-glossary.ts';

const entries = readGlossary(readFileSync(new URL('../../src/text/glossary.csv', import.meta.url), 'utf8'));

test.each([
  ['đại lý', 'Đ'],
  ['dữ liệu', 'D'],
  ['ấn tượng', 'Â'],
  ['ăn', 'Ă'],
  ['ảnh', 'A'],
  ['ước', 'Ư'],
  ['(hài lòng)', 'H'],
  ['360-degree', '0–9'],
  ['e-CRM', 'E'],
])('%s stands under %s', (name, letter) => {
  expect(firstLetter(name)).toBe(letter);
});

describe.each(['vi', 'en'] as const)('the alphabet in %s', (locale) => {
  const groups = letterGroups(entries, locale);

  test('holds every term once, each letter once', () => {
    expect(groups.flatMap((group) => group.entries.map(({ key }) => key)).sort()).toEqual(entries.map(({ key }) => key).sort());
    expect(new Set(groups.map(({ letter }) => letter)).size).toBe(groups.length);
  });

  test('follows the collation of the language', () => {
    const collator = new Intl.Collator(locale);
    const names = groups.flatMap((group) => group.entries.map((entry) => entry[locale]));
    for (let i = 1; i < names.length; i += 1) expect(collator.compare(names[i - 1], names[i])).toBeLessThanOrEqual(0);
  });
});

test('đ comes after d in Vietnamese', () => {
  const letters = letterGroups(entries, 'vi').map(({ letter }) => letter);
  expect(letters.indexOf('Đ')).toBe(letters.indexOf('D') + 1);
});
