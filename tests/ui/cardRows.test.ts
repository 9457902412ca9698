import { afterEach, describe, expect, test } from 'vitest';
import type { CardsAgainstTruth } from '../../src/game/cardsAgainstTruth.ts';
import { setLocale } from '../../src/text/generated/runtime.js';
import { cardGroups, cardRows } from '../../src/ui/debrief/cardRows.ts';
import { piecesOf, unmarked } from '../../src/ui/glassBox/opening.ts';
import { quarterWords } from '../../src/ui/debrief/quarterWords.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { shippedScenario, vorasBank } from '../game/shippedScenario.ts';
import { closedRun } from './closedRuns.ts';
import { turns } from '../turns.ts';

const speak = (to: 'en' | 'vi'): void => {
  void setLocale(to, { reload: false });
  language.current = to;
};
afterEach(() => speak('en'));

const voras = vorasBank();
const textbook = closedRun('voras-bank', 'textbook').cards!;

const closed = [
  ['voras-bank', 'textbook'],
  ['voras-bank', 'leap'],
  ['tiem-nang', 'no-human-exit'],
  ['tiem-nang', 'textbook'],
] as const;

describe.each(['en', 'vi'] as const)('the cards against the truth in words: %s', (to) => {
  for (const [some, options] of turns(closed, 2, to === 'en' ? 0 : 1))
    test.each(some)('%s, %s: every row has a name and words for what was decided, and none is an id', options, (id, playbook) => {
      speak(to);
      const cards = closedRun(id, playbook).cards!;
      const { scenario } = shippedScenario(id);
      for (const group of cardGroups) {
        const rows = cardRows(group, cards, scenario);
        expect(rows.length, group).toBeGreaterThan(0);
        for (const { name, said, truth } of rows) {
          const lines = [name, ...said, ...truth];
          expect(lines.map(unmarked).filter((line) => line.trim() === '' || /[‹›]|undefined|NaN|[{}]/.test(line))).toEqual([]);
        }
      }
    });
});

test('what was never decided is said to be so', () => {
  const empty: CardsAgainstTruth = {
    ...textbook,
    forces: null,
    core: { ...textbook.core, core: null },
    rival: [],
    tool: null,
    costs: null,
  };
  const rows = cardGroups.flatMap((group) => cardRows(group, empty, voras.scenario));
  const row = (name: string) => rows.find((each) => each.name === name)!;
  expect(row('The two strongest forces')).toMatchObject({
    said: ['not chosen'],
    truth: ['The scenario does not say which are the strongest'],
  });
  expect(row('Core segment').said).toEqual(['not chosen']);
  expect(row('The rival’s next move')).toMatchObject({ said: ['No forecast'], truth: [] });
  expect(row('Total cost of ownership (TCO)').truth).toEqual(['Nothing fell due']);
});

test.each([
  ['advise', 2, 'Left 2 points of people behind'],
  ['do', -2, 'Took 2 points of people with them'],
  ['do', null, 'Still in the house'],
] as const)('consultants who %s and %s: %s', (role, left, words) => {
  const cards: CardsAgainstTruth = { ...textbook, consultants: [{ role, from: 5, to: 6, left }] };
  const row = cardRows('organisation', cards, voras.scenario).find(({ name }) => name === 'Consultants')!;
  expect(row.truth.map(unmarked)).toEqual([words]);
  expect(row.said[0]).toContain('quarters 5–6');
});

test('forecasts of the rival stand line by line beside what was seen', () => {
  const cards: CardsAgainstTruth = {
    ...textbook,
    rival: [
      { quarter: 2, said: 'priceCut', seen: 'steady' },
      { quarter: 4, said: 'steady', seen: 'steady' },
    ],
  };
  const row = cardRows('ahead', cards, voras.scenario)[0]!;
  expect(row.said).toEqual(['Quarter 2: cutting prices', 'Quarter 4: steady']);
  expect(row.truth.map(unmarked)).toEqual(['Quarter 2: steady', 'Quarter 4: steady', '1 of 2 forecasts were right']);
});

test.each([
  [[5], 'quarter 5'],
  [[5, 6, 7], 'quarters 5–7'],
  [[1, 3, 4], 'quarter 1, quarters 3–4'],
] as const)('quarters %s are said as %s', (quarters, words) => {
  expect(quarterWords(quarters)).toBe(words);
});

test('numbers that the truth gives open with the value that is said, and dates stay as they are', () => {
  const rows = cardRows('strategy', textbook, voras.scenario);
  const opened = rows.flatMap(({ said, truth }) => [...said, ...truth].flatMap(piecesOf)).filter((piece) => 'id' in piece);
  const given = (id: string) => opened.find((piece) => piece.id === id)?.aim.given?.value;
  expect(given('card:splitTaken/share')).toBe(textbook.split.saturation);
  expect(given('card:costACustomer/money')).toBe(textbook.costACustomer);
  expect(opened.find(({ id }) => id === 'kpi.churn' || id === 'kpi.satisfaction')?.aim.quarter).toBe(1);
  expect(opened.length).toBeGreaterThan(15);
  expect(rows[0]!.said.map(unmarked)).toEqual(rows[0]!.said);
});
