import { describe, expect, it } from 'vitest';
import { forceIds, vendorIds } from '../../src/company/controls.ts';
import { analysisResult } from '../../src/game/analyses.ts';
import { originOf, startPlaying } from '../../src/game/replay.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const origins = new Map<string, ReturnType<typeof originOf>>();
const figures = (id: 'industry' | 'technology', luckSeed: number, load = vorasBank) => {
  const { scenario } = load();
  const setting = { customers: 600, world: 0, populationSeed: 5, luckSeed };
  const origin = origins.get(scenario.id) ?? originOf(scenario, setting);
  origins.set(scenario.id, origin);
  const { world } = startPlaying(scenario, setting, origin);
  const company = world.played[0]!;
  return { company, figures: analysisResult(world, company, id, null).figures };
};
const lucks = Array.from({ length: 40 }, (_, i) => 1001 + i);

for (const [some, options] of turns([vorasBank, tiemNang], 2, 1))
  describe.each(some)('bought analyses of %o', options, (load) => {
    it('an industry report puts the two strongest forces on top in nearly all lucks', () => {
      const right = lucks.filter((luck) => {
        const { company, figures: found } = figures('industry', luck, load);
        const ranked = [...forceIds].sort((a, b) => found[b]! - found[a]!);
        return ranked.slice(0, 2).every((force) => company.spec.forces!.includes(force));
      }).length;
      expect(right).toBeGreaterThan(lucks.length * 0.85);
    });

    it('it tells how many people are customers of somebody already', () => {
      const { saturation } = figures('industry', 1001, load).figures;
      expect([saturation! > 0.1, saturation! <= 1]).toEqual([true, true]);
    });

    it('a technology report tells the vendor that fits best from the one that fits worst', () => {
      const right = lucks.filter((luck) => {
        const found = figures('technology', luck, load).figures;
        return vendorIds.every((vendor) => found['vendor.b']! >= found[`vendor.${vendor}`]!);
      }).length;
      expect(right).toBe(lucks.length);
    });
  });
