/** A changed decision played from the round before it: exact, and nothing where nothing is changed. */

import { describe, expect, test } from 'vitest';
import type { EntryEdit } from '../../../src/game/whatIf/edits.ts';
import { fateDifference, fateIds, figureDifferences } from '../../../src/game/whatIf/difference.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import type { ReplayTask, RivalsPlay } from '../../../src/game/whatIf/replayTask.ts';
import { playbookLog } from '../../../src/game/grade.ts';
import { shippedScenario } from '../shippedScenario.ts';
import { turns } from '../../turns.ts';

const LUCK = 7;
const task = (edits: readonly EntryEdit[], rivals: RivalsPlay, keep = false): ReplayTask => ({
  log: { kind: 'run', edits },
  luckSeed: LUCK,
  rivals,
  size: 'played',
  quarters: true,
  fates: true,
  ...(keep && { keep: true as const }),
});

for (const [some, options] of turns(['tiem-nang', 'voras-bank'], 2, 0))
  describe.each(some)('%s', options, (id) => {
    const { scenario, playbooks } = shippedScenario(id);
    const entries = playbookLog(scenario, playbooks['textbook']!);
    const setting = { world: 0, populationSeed: 3, luckSeed: LUCK, customers: 200 };
    const bench = (): ReplayBench => new ReplayBench({ scenario, playbooks, setting, entries });
    const keeping = bench();
    /** Keeps no life: it plays every change from the start. */
    const plain = bench();
    const run = keeping.play(task([], 'react', true));
    const dearer = (quarter: number): EntryEdit => ({ kind: 'plan', quarter, plan: { 'biz.price': 10 } });
    const last = scenario.quarters - 1;

    test.each(['react', 'asPlayed'] as const)(
      'nothing changed, rivals %s: no figure, no fate and no outcome differs by a bit',
      (rivals) => {
        for (const each of [keeping, plain]) {
          const same = each.play(task([], rivals));
          expect(same).toEqual(run);
          const zeros = figureDifferences(run.quarters, same.quarters);
          expect(zeros).toHaveLength(scenario.quarters);
          expect(zeros.flatMap(Object.values).filter((difference) => difference !== 0)).toEqual([]);
          const fates = fateDifference(run.fates!, same.fates!);
          expect(fates.changed).toEqual([]);
          expect([fates.revenue, fates.revenueOfOthers]).toEqual([0, 0]);
        }
      },
    );

    test.each([
      ['react', 1],
      ['react', 5],
      ['react', last],
      ['asPlayed', 1],
      ['asPlayed', 5],
      ['asPlayed', last],
    ] as const)('rivals %s: a dearer price in quarter %i gives the same from the round before as from the start', (rivals, quarter) => {
      const short = keeping.play(task([dearer(quarter)], rivals));
      expect(short).toEqual(plain.play(task([dearer(quarter)], rivals)));
      expect(short.quarters).not.toEqual(run.quarters);
      const before = Math.floor((quarter - 1) / scenario.quartersPerRound) * scenario.quartersPerRound;
      expect(short.quarters.slice(0, before)).toEqual(run.quarters.slice(0, before));
    });

    test('rivals that answer do otherwise than rivals that play as they did', () => {
      const cheaper: EntryEdit = { kind: 'plan', quarter: 1, plan: { 'biz.price': -10 } };
      const [react, asPlayed] = (['react', 'asPlayed'] as const).map((rivals) => keeping.play(task([cheaper], rivals)));
      expect(react!.quarters).not.toEqual(asPlayed!.quarters);
    });

    test('what is kept is not used up, and quarters are told as they are played', () => {
      const told: number[] = [];
      const once = keeping.play(task([dearer(5)], 'react'), (_, quarter) => told.push(quarter));
      expect(keeping.play(task([dearer(5)], 'react'))).toEqual(once);
      expect(told[0]).toBeGreaterThan(1);
      expect(told.at(-1)).toBe(scenario.quarters);
      expect(keeping.play(task([], 'react'))).toEqual(run);
    });

    test('the customers of a change add up: those served at the end, and the revenue of all', () => {
      const change = keeping.play(task([dearer(1)], 'react'));
      const { groups, revenue, changed } = fateDifference(run.fates!, change.fates!);
      const served = (life: typeof run): number => life.fates!.served.reduce((sum, one) => sum + one, 0);
      expect(groups.kept.customers + groups.won.customers - groups.lost.customers - groups.notWon.customers).toBe(
        served(change) - served(run),
      );
      expect(changed).toHaveLength(fateIds.reduce((sum, fate) => sum + groups[fate].customers, 0));
      expect(changed.length).toBeGreaterThan(0);
      const all = (life: typeof run): number => life.fates!.revenue.reduce((sum, one) => sum + one, 0);
      expect(revenue).toBeCloseTo(all(change) - all(run), 4);
    });

    test('the people shown are those whom the firm knew when the round began, before the change could move anybody', () => {
      const people = keeping.kept!.peopleBefore(5);
      expect(people.quarter).toBeLessThan(5);
      expect(people.person.length).toBe(people.value.length);
      expect(people.person.length).toBeGreaterThan(0);
      expect(people.segments).toHaveLength(setting.customers);
    });
  });
