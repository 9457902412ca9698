import { afterEach, describe, expect, test } from 'vitest';
import { setLocale } from '../../src/text/generated/runtime.js';
import { customerPart, customerPartIds } from '../../src/ui/debrief/customerParts.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { shippedScenario, vorasBank } from '../game/shippedScenario.ts';
import { closedRun } from './closedRuns.ts';
import { turns } from '../turns.ts';

const speak = (to: 'en' | 'vi'): void => {
  void setLocale(to, { reload: false });
  language.current = to;
};
afterEach(() => speak('en'));

const runs = [
  ['voras-bank', 'textbook', true],
  ['tiem-nang', 'textbook', true],
  ['voras-bank', 'stay', false],
] as const;
const customersOf = (...run: Parameters<typeof closedRun>) => closedRun(...run).customers!;

describe.each(['en', 'vi'] as const)('the customers against the truth in words: %s', (to) => {
  for (const [some, options] of turns(runs, 2, to === 'en' ? 0 : 1))
    test.each(some)(
      '%s, %s, classes %s: every part reads as sentences and tables whose rows fill their columns, and none is an id',
      options,
      (id, playbook, classes) => {
        speak(to);
        const truth = customersOf(id, playbook, classes);
        const folder = shippedScenario(id);
        for (const id of customerPartIds) {
          const { readings, tables } = customerPart(id, truth, folder.scenario);
          expect(readings.length, id).toBeGreaterThan(0);
          for (const { columns, rows } of tables) {
            expect(rows.length, id).toBeGreaterThan(0);
            for (const { cells } of rows) expect(cells.length, id).toBe(columns.length - 1);
          }
          const lines = [
            ...readings,
            ...tables.flatMap(({ caption, columns, rows }) => [
              caption,
              ...columns,
              ...rows.flatMap(({ name, cells }) => [name, ...cells]),
            ]),
          ];
          expect(lines.map(unmarked).filter((line) => line.trim() === '' || /[‹›]|undefined|NaN|[{}]/.test(line))).toEqual([]);
        }
      },
    );
});

test('the true classes stand as four rows, and where nobody was classed the page says so', () => {
  const folder = vorasBank();
  const classed = customersOf('voras-bank', 'textbook', true);
  const unclassed = customersOf('voras-bank', 'stay');
  const shown = customerPart('classes', classed, folder.scenario);
  expect(shown.readings[0]).toMatch(/stood in their true class/);
  expect(shown.tables[0]!.rows).toHaveLength(4);
  const bare = customerPart('classes', unclassed, folder.scenario);
  expect(bare.readings[0]).toMatch(/^Nobody was classed/);
  expect(bare.tables).toHaveLength(1);
  expect(customerPart('tiers', unclassed, folder.scenario).tables).toEqual([]);
});

test('a last step without the first ones is told by how many customers it was aimed at in vain', () => {
  const folder = vorasBank();
  const { steps, ...rest } = customersOf('voras-bank', 'textbook', true);
  const read = (changed: Partial<typeof steps>): readonly string[] =>
    customerPart('steps', { ...rest, steps: { ...steps, ...changed } }, folder.scenario).readings;
  expect(read({ aimed: 100, right: 20, wrong: 5, none: 75 })[1]).toContain('For 75 of them');
  expect(read({ aimed: 0, identified: 60 })).toEqual([expect.stringContaining('what is known of 60 customers is used for nobody')]);
});
