import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Saves } from '../../src/saves/saves.ts';
import { Browser, codeOf, valueOf } from './browser.ts';

let browser: Browser;
let saves: Saves;
beforeEach(async () => {
  browser = new Browser();
  ({ saves } = await browser.tab());
});
afterEach(() => browser.close());

test('an assignment is kept under its name, and one that was given never replaces the lecturer’s own', async () => {
  const { assignments } = saves;
  expect(codeOf(await assignments.find('0123456789'))).toBe('notFound');
  valueOf(await assignments.keep({ id: '0123456789', text: 'with draws', how: 'made' }));
  valueOf(await assignments.keep({ id: '0123456789', text: 'without', how: 'given' }));
  expect(valueOf(await assignments.find('0123456789'))).toMatchObject({ text: 'with draws', how: 'made' });
  valueOf(await assignments.keep({ id: '0123456789', text: 'with another deadline', how: 'made' }));
  expect(valueOf(await assignments.list()).map(({ text }) => text)).toEqual(['with another deadline']);
  valueOf(await assignments.remove('0123456789'));
  expect(valueOf(await assignments.list())).toEqual([]);
});

test('a student keeps what he was given first', async () => {
  valueOf(await saves.assignments.keep({ id: 'abc', text: 'first', how: 'given' }));
  valueOf(await saves.assignments.keep({ id: 'abc', text: 'second', how: 'given' }));
  expect(valueOf(await saves.assignments.find('abc'))).toMatchObject({ text: 'first', how: 'given' });
});
