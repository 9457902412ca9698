/** Every test is in `npm test` or in `npm run test:long`, and in one of them only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { long } from '../browser/halves.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const unit = files.filter((path) => path.endsWith('.test.ts'));
const browser = files.filter((path) => path.endsWith('.spec.ts'));

test('a file that calls a test runner bears the name by which its runner finds it, in the folder where it looks', () => {
  const runners = files.filter((path) => path.endsWith('.ts') && /^(?:describe|test|it)\b[.(]/m.test(textOf(`tests/${path}`)));
  expect(runners.length).toBeGreaterThan(250);
  expect(runners.filter((path) => !unit.includes(path) && !browser.includes(path))).toEqual([]);
  expect(unit.filter((path) => path.startsWith('browser/'))).toEqual([]);
  expect(browser.filter((path) => !path.startsWith('browser/'))).toEqual([]);
});

test('Vitest takes every test file outside the browser tests, and Playwright every file in its folder', () => {
  const vitest = textOf('vite.config.ts');
  const [, lonely = ''] = /const lonelyTests = \[(.*?)\];/s.exec(vitest) ?? [];
  for (const [, path = ''] of lonely.matchAll(/'tests\/([^']+)'/g)) expect(unit).toContain(path);
  const lists = [...vitest.matchAll(/(?:include|exclude): (?:\[[^\]]*\]|\w+)/g)].map(([list]) => list);
  expect(lists).toEqual([
    "include: ['tests/**/*.test.ts']",
    "exclude: [...lonelyTests, 'tests/browser/**', 'tests/ui/**']",
    "include: ['tests/ui/**/*.test.ts']",
    'include: lonelyTests',
  ]);
  const playwright = textOf('playwright.config.ts');
  expect(playwright).toContain("testDir: 'tests/browser'");
  expect(playwright).not.toMatch(/testMatch|testIgnore|grep|projects/);
});

test('the two commands ask for the tests with one tag and for those without it, and no test has another tag', () => {
  const command = textOf('tools/test.mjs');
  expect(command).toContain("? { unit: ['--tags-filter=long'], browser: ['--grep', '@long'] }");
  expect(command).toContain(": { unit: ['--tags-filter=!long'], browser: ['--grep-invert', '@long'] }");
  expect(textOf('vite.config.ts').match(/tags: \[.*\]/g)).toEqual([expect.stringMatching(/^tags: \[\{ name: 'long',[^}]*\}\]$/)]);
  const words = browser.flatMap((path) => [...textOf(`tests/${path}`).matchAll(/@[\w-]+/g)].map(([word]) => word));
  const tags = words.filter((word) => !['@playwright', '@axe-core', '@inlang', '@param', '@returns', '@throws'].includes(word));
  expect(tags.length).toBeGreaterThan(0);
  expect(tags.filter((word) => word !== long)).toEqual([]);
});

test('no test is left out by hand: none is skipped, none runs alone', () => {
  const left = [...unit, ...browser].filter((path) =>
    /\b(?:test|it|describe)\.(?:only|todo|fixme|skip)\((?!process\.platform)/.test(textOf(`tests/${path}`)),
  );
  expect(left).toEqual([]);
});
