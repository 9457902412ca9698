import { describe, expect, test } from 'vitest';
import { pathsTaken } from '../../src/game/bestWay.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { anchorsInWorld } from '../../src/game/gradingTerms.ts';
import { replay } from '../../src/game/replay.ts';
import { bestWayWords } from '../../src/ui/debrief/veil/bestWayWords.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { shippedNames, shippedScenario, vorasBank } from './shippedScenario.ts';

describe('the paths that a playbook takes', () => {
  test.each([
    ['none where it only stays', { 'crm.path': 'stay' }, [], []],
    ['none where it never says', {}, [{}], []],
    ['each once while it is kept', { 'crm.path': 'p13' }, [{ 'crm.path': 'p13' }, {}, { 'crm.path': 'p34' }], ['p13', 'p34']],
    ['what comes after a rest', { 'crm.path': 'stay' }, [{ 'crm.path': 'p12' }], ['p12']],
  ] as const)('are %s', (_, start, plans, paths) => {
    expect(pathsTaken({ start, changes: plans.map((plan, place) => ({ quarter: place + 2, plan })) })).toEqual(paths);
  });

  test('are those that its replay begins in every world of the bank', () => {
    const { scenario, playbooks, expected } = vorasBank();
    for (const world of scenario.worlds.keys()) {
      const best = playbooks[anchorsInWorld(expected!, scenario, world).best]!;
      const setting = { customers: 400, world, populationSeed: 1, luckSeed: 5 };
      const { outcome } = replay(scenario, setting, playbookLog(scenario, best));
      expect(pathsTaken(best)).toEqual(outcome.conduct.governing.paths.map(({ path }) => path));
    }
  });
});

test.each(['vi', 'en'] as const)('every shipped market names its best way in %s, and a scenario without anchors none', (locale) => {
  language.start([locale]);
  const said = shippedNames().flatMap((name) => {
    const { scenario, playbooks, expected } = shippedScenario(name);
    return scenario.worlds.map((_, world) => bestWayWords(playbooks, anchorsInWorld(expected!, scenario, world)));
  });
  const none = bestWayWords({}, null);
  for (const each of said) {
    expect(each).not.toMatch(/undefined|[{}‹]/);
    expect(each).not.toBe(none);
  }
  // Markets in which no programme is best are among those that ship.
  expect(new Set(said).size).toBeGreaterThan(3);
});
