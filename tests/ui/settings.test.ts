import { beforeAll, describe, expect, test } from 'vitest';
import type { StorageState } from '../../src/saves/storageState.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { hasWord } from '../../src/text/words.ts';
import { besideThePage } from '../../src/ui/scriptUrl.ts';
import { storageRows } from '../../src/ui/settings/storageRows.ts';
import { themeChoices } from '../../src/ui/theme.svelte.ts';

beforeAll(() => overwriteGetLocale(() => 'en'));

const usual: StorageState = {
  holds: 'database',
  why: null,
  secure: true,
  persisted: false,
  usage: 73_700,
  quota: 10_737_418_240,
  lock: 'strong',
};
const said = (change: Partial<StorageState>): Record<string, string> =>
  Object.fromEntries(storageRows({ ...usual, ...change }).map(({ id, value }) => [id, value]));

describe('the state of the storage in words', () => {
  test('tells where runs are, whether they may go, and how much room there is', () => {
    expect(said({})).toEqual({
      holder: 'this browser’s database',
      lasting: 'Yes, when space runs short or after a long absence',
      used: '73.7 kB of 10.7 GB',
      connection: 'secure',
    });
  });

  test.each([
    ['a promise', { persisted: true }, 'lasting', /promised/],
    ['silence about it', { persisted: null }, 'lasting', /does not say/],
    ['silence about room', { usage: null }, 'used', /does not say/],
    ['plain HTTP', { secure: false }, 'connection', /plain HTTP/],
    ['memory', { holds: 'memory', why: 'blocked' }, 'why', /blocks storage/],
    ['memory for a reason of its own', { holds: 'memory', why: 'gone' }, 'why', /cannot be opened/],
  ] as const)('tells of %s', (_, change, row, words) => {
    expect(said(change)[row]).toMatch(words);
  });

  test('promises nothing about runs that are only in memory', () => {
    expect(said({ holds: 'memory', why: 'full' })).not.toHaveProperty('lasting');
  });

  test('has a word for every row and theme', () => {
    const rows = storageRows({ ...usual, why: 'full' }).map(({ id }) => id);
    expect([...rows.filter((id) => !hasWord('storageRow', id)), ...themeChoices.filter((id) => !hasWord('themeChoice', id))]).toEqual([]);
  });
});

describe('addresses of scripts', () => {
  const page = 'https://school.example/lms/rapport/index.html?x=1#/play';

  test.each([
    ['./assets/engine.worker-1.js', 'https://school.example/lms/rapport/assets/engine.worker-1.js'],
    ['https://school.example/lms/rapport/sw.js', 'https://school.example/lms/rapport/sw.js'],
  ])('%s lies beside the page', (url, href) => {
    expect(besideThePage(url, page)).toBe(href);
  });

  test.each([
    'https://elsewhere.example/lms/rapport/a.js',
    '//elsewhere.example/a.js',
    'data:text/javascript,1',
    'blob:https://school.example/1',
    'javascript:1',
    '../other/a.js',
    '/a.js',
    'https://school.example/lms/rapport.evil/a.js',
  ])('%s does not and is refused', (url) => {
    expect(() => besideThePage(url, page)).toThrow(TypeError);
  });
});
