import { afterEach, describe, expect, test } from 'vitest';
import type { CustomersAgainstTruth } from '../../src/game/customersAgainstTruth.ts';
import { playbookLog } from '../../src/game/grade.ts';
import type { LoggedEntry } from '../../src/game/replay.ts';
import type { ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { setLocale } from '../../src/text/generated/runtime.js';
import { customerPart, customerPartIds } from '../../src/ui/debrief/customerParts.ts';
import { Engine } from '../../src/ui/engine.ts';
import { unmarked } from '../../src/ui/glassBox/opening.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

/** A closed run of a playbook, with value classes treated differently from the first quarter on. */
function closedRun(folder: ScenarioFolder, classes: boolean): CustomersAgainstTruth {
  const { scenario, playbooks } = folder;
  const engine = new Engine(() => Promise.resolve());
  const setting = { customers: 600, world: 0, populationSeed: 5, luckSeed: 3 };
  const plan = { 'idc.class': 'margin', 'idc.benefit': 'mvcMgc' } as const;
  const first: LoggedEntry = { seq: -1, firm: scenario.firms[0].id, kind: 'plan', data: { plan } };
  const log = playbookLog(scenario, playbooks[classes ? 'textbook' : 'stay']!);
  engine.open({ folder, setting, entries: classes ? [first, ...log] : log }, () => undefined);
  return engine.finish().customers!;
}

const speak = (to: 'en' | 'vi'): void => {
  void setLocale(to, { reload: false });
  language.current = to;
};
afterEach(() => speak('en'));

const runs = [
  ['voras-bank', vorasBank(), closedRun(vorasBank(), true)],
  ['tiem-nang', tiemNang(), closedRun(tiemNang(), true)],
  ['voras-bank without classes', vorasBank(), closedRun(vorasBank(), false)],
] as const;

describe.each(['en', 'vi'] as const)('the customers against the truth in words: %s', (to) => {
  test.each(runs)('%s: every part reads as sentences and tables whose rows fill their columns, and none is an id', (_id, folder, truth) => {
    speak(to);
    for (const id of customerPartIds) {
      const { readings, tables } = customerPart(id, truth, folder.scenario);
      expect(readings.length, id).toBeGreaterThan(0);
      for (const { columns, rows } of tables) {
        expect(rows.length, id).toBeGreaterThan(0);
        for (const { cells } of rows) expect(cells.length, id).toBe(columns.length - 1);
      }
      const lines = [
        ...readings,
        ...tables.flatMap(({ caption, columns, rows }) => [caption, ...columns, ...rows.flatMap(({ name, cells }) => [name, ...cells])]),
      ];
      expect(lines.map(unmarked).filter((line) => line.trim() === '' || /[‹›]|undefined|NaN|[{}]/.test(line))).toEqual([]);
    }
  });
});

test('the true classes stand as four rows, and where nobody was classed the page says so', () => {
  const [[, folder, classed], , [, , unclassed]] = runs;
  const shown = customerPart('classes', classed, folder.scenario);
  expect(shown.readings[0]).toMatch(/stood in their true class/);
  expect(shown.tables[0]!.rows).toHaveLength(4);
  const bare = customerPart('classes', unclassed, folder.scenario);
  expect(bare.readings[0]).toMatch(/^Nobody was classed/);
  expect(bare.tables).toHaveLength(1);
  expect(customerPart('tiers', unclassed, folder.scenario).tables).toEqual([]);
});

test('a last step without the first ones is told by how many customers it was aimed at in vain', () => {
  const [, folder, { steps, ...rest }] = runs[0];
  const read = (changed: Partial<typeof steps>): readonly string[] =>
    customerPart('steps', { ...rest, steps: { ...steps, ...changed } }, folder.scenario).readings;
  expect(read({ aimed: 100, right: 20, wrong: 5, none: 75 })[1]).toContain('For 75 of them');
  expect(read({ aimed: 0, identified: 60 })).toEqual([expect.stringContaining('what is known of 60 customers is used for nobody')]);
});
