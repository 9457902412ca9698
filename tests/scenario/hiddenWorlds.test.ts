import { describe, expect, test } from 'vitest';
import { vendorIds, type QuarterPlan } from '../../src/company/controls.ts';
import { firmParameterIds, parametersOf } from '../../src/company/parameters.ts';
import { usualVendors, vendorOf } from '../../src/company/vendors.ts';
import { replay } from '../../src/game/replay.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { Engine } from '../../src/ui/engine.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';

const trustIds = firmParameterIds.filter((id) => id.startsWith('trust.'));
const worldsOf = (scenario: Scenario): Scenario[] => scenario.worlds.map((_, i) => resolveWorld(scenario, i));

describe.each([vorasBank(), tiemNang()])('The hidden worlds of $scenario.id', ({ scenario, playbooks }) => {
  const worlds = worldsOf(scenario);
  const fits = worlds.map(({ firms: [firm] }) => vendorIds.map((id) => vendorOf(firm, id).fit));
  const trust = worlds.map(({ firms: [firm] }) => trustIds.map((id) => parametersOf(firm)[id]));

  test('differ in which vendor suits the firm and in how strongly trust is felt', () => {
    const best = fits.map((each) => vendorIds[each.indexOf(Math.max(...each))]);
    // There are fewer vendors than some scenarios have worlds: then each of them is the best somewhere.
    expect(new Set(best).size).toBe(Math.min(worlds.length, vendorIds.length));
    expect(new Set(trust.map((each) => each.join())).size).toBe(worlds.length);
  });

  test('quote the same prices, which stand on the card', () => {
    for (const { firms } of worlds) {
      expect(vendorIds.map((id) => vendorOf(firms[0], id).price)).toEqual(vendorIds.map((id) => usualVendors[id].price));
    }
  });

  test('cannot be told by anything on the screen of the first round, where they differ in these alone', () => {
    // A world that begins with other money and records is told by them, and by nothing else.
    const learner = scenario.firms[0].id;
    const alike = worlds.filter((_, i) => scenario.worlds[i]!.firms?.[learner]?.records === undefined);
    expect(alike.length).toBeGreaterThanOrEqual(3);
    const screens = alike.map(({ firms: [firm] }, i) => {
      const other = alike[(i + 1) % alike.length]!.firms[0];
      const screenWith = (vendors: typeof firm.vendors, parameters: typeof firm.parameters): string => {
        const own = { ...scenario, worlds: [{ ...scenario.worlds[i]!, firms: rivalsOnly(scenario, i) }] };
        const [first, ...others] = own.firms;
        const changed = { ...own, firms: [{ ...first, vendors, parameters }, ...others] } as Scenario;
        return screenOf(changed, playbooks);
      };
      return [
        screenWith(firm.vendors, firm.parameters),
        screenWith(other.vendors, other.parameters),
        screenWith({ b: { fit: 0, price: 2 } }, firm.parameters),
      ];
    });
    for (const [own, other, dearer] of screens) {
      expect(own).toBe(other);
      expect(own).not.toBe(dearer);
    }
  });
});

test('a vendor of another fit is felt in the adoption that a roll-out reaches, so that the worlds differ in play', () => {
  const { scenario } = vorasBank();
  const adoption = (fit: number): number => {
    const [firm, ...rivals] = scenario.firms;
    const own = { ...scenario, firms: [{ ...firm, vendors: { b: { fit, price: 1 } }, level: 'l2' as const }, ...rivals] } as Scenario;
    const world = { ...own, worlds: [{ ...own.worlds[0]!, firms: {} }] };
    const entries = [{ seq: 0, firm: firm.id, kind: 'plan' as const, data: { plan: { 'imp.tool': 'crm' as const } } }];
    const played = replay(world, { customers: 300, world: 0, populationSeed: 1, luckSeed: 1 }, entries);
    return played.playing.world.played[0]!.firm.adoption;
  };
  expect(adoption(0.2)).toBeGreaterThan(adoption(-0.2));
});

/** Rivals as a world has them; the learner's firm is put in by the test. */
function rivalsOnly({ worlds, firms }: Scenario, world: number): Scenario['worlds'][number]['firms'] {
  return Object.fromEntries(Object.entries(worlds[world]!.firms ?? {}).filter(([id]) => id !== firms[0].id));
}

/** All that the engine tells the screens before the first quarter: what is known, and what each vendor's tool would mean. */
function screenOf(scenario: Scenario, playbooks: ReturnType<typeof vorasBank>['playbooks']): string {
  const engine = new Engine(() => Promise.resolve());
  const setting = { customers: 300, world: 0, populationSeed: 3, luckSeed: 4 };
  const opened = engine.open({ folder: { scenario, playbooks, expected: null }, setting, entries: [] }, () => undefined);
  const previews = vendorIds.map((id) => engine.preview({ ...opened.plan, 'imp.tool': 'crm', 'imp.vendor': id } as QuarterPlan, []));
  return JSON.stringify([opened, previews, engine.people()]);
}
