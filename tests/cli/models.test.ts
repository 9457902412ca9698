import { beforeAll, describe, expect, it } from 'vitest';
import { gainOverMass } from '../../src/cli/models/levelFour.ts';
import { badFiles, goodFiles, liftOf, type LiftFound } from '../../src/cli/models/lift.ts';
import type { FileQuality } from '../../src/cli/models/files.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';
import { turns } from '../turns.ts';

const seeds = [1, 2, 3, 4];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const markets: readonly [string, Scenario][] = [
  ['contracts', vorasBank().scenario],
  ['repertoire', tiemNang().scenario],
];

for (const [some, options] of turns(markets, 2, 1))
  describe.each(some)('a list of a tenth under %s', options, (_, scenario) => {
    const found = (quality: FileQuality): LiftFound[] => seeds.map((seed) => liftOf(scenario, quality, seed, 2500));
    let good: readonly LiftFound[];
    let bad: readonly LiftFound[];
    beforeAll(() => {
      [good, bad] = [found(goodFiles), found(badFiles)];
    });

    it('by the churn model on good files holds half as many leavers again as one by lot, and more than by simple rules and RFM', () => {
      const lift = (id: keyof LiftFound['lift']): number => mean(good.map((one) => one.lift[id]));
      expect(lift('churn')).toBeGreaterThan(1.4);
      for (const other of ['heaviest', 'longestSilent', 'rfm'] as const) expect(lift('churn'), other).toBeGreaterThan(lift(other));
    });

    it('holds fewer on bad files, of which the model is still four fifths as sure', () => {
      const lift = (each: readonly LiftFound[]): number => mean(each.map((one) => one.lift.churn));
      const stated = (each: readonly LiftFound[]): number => mean(each.map((one) => one.stated));
      expect(lift(bad)).toBeLessThan(lift(good));
      expect(stated(bad)).toBeGreaterThan(0.8 * stated(good));
      expect(stated(bad)).toBeGreaterThan(lift(bad));
    });
  });

for (const [some, options] of turns(markets, 2, 0))
  describe.each(some)('one-to-one treatment under %s', options, (_, scenario) => {
    it('loses two fifths of its gain or more where three of ten files are stale', () => {
      const gain = (stale: number): number => mean([1, 2].map((seed) => gainOverMass(scenario, stale, seed, 1500)));
      const clean = gain(0);
      expect(clean).toBeGreaterThan(0);
      expect(gain(0.3)).toBeLessThan(0.6 * clean);
    });
  });
