import { afterEach, describe, expect, test } from 'vitest';
import { frameIds, methodIds, whyIds, type Estimate } from '../../src/game/estimate.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { knownOf } from '../../src/game/quarterReport.ts';
import { replay, startPlaying } from '../../src/game/replay.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { hasWord, word } from '../../src/text/words.ts';
import { shippedScenario } from './shippedScenario.ts';

const setting = { customers: 1500, world: 0, populationSeed: 1, luckSeed: 11 };

/** Every estimate that a report holds, wherever it stands, with the way to it. */
function estimatesIn(value: unknown, path = ''): [string, Estimate][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('method' in value && 'asOf' in value && 'low' in value) return [[path, value as Estimate]];
  return Object.entries(value).flatMap(([key, inner]) => estimatesIn(inner, `${path}.${key}`));
}

describe.each([
  ['voras-bank', 'stay'],
  ['voras-bank', 'textbook'],
  ['tiem-nang', 'stay'],
  ['tiem-nang', 'textbook'],
])('%s by %s', (id, playbook) => {
  const { scenario, playbooks } = shippedScenario(id);
  const { reports } = replay(scenario, setting, playbookLog(scenario, playbooks[playbook]!), { reports: true });
  const { world } = startPlaying(scenario, setting);
  const opening = knownOf(world, world.played[0]!, null);
  const all = [opening, ...reports.map(({ known }) => known)].flatMap((known) => estimatesIn(known, `q${known.quarter}`));

  test('what is not known is null with a reason, and nothing else of it is told', () => {
    const nulls = all.filter(([, { value }]) => value === null);
    expect(nulls.length).toBeGreaterThan(10);
    for (const [path, estimate] of nulls) {
      expect(whyIds, path).toContain(estimate.why);
      expect(estimate, path).toMatchObject({ low: null, high: null, n: 0, method: 'none' });
    }
  });

  test('what is known has an interval around it, a method and a frame, and nobody stands for nothing known', () => {
    const told = all.filter(([, { value }]) => value !== null);
    expect(told.length).toBeGreaterThan(100);
    for (const [path, { value, low, high, n, method, frame, why }] of told) {
      expect(Number.isFinite(value) && Number.isFinite(low) && Number.isFinite(high), path).toBe(true);
      expect(low!, path).toBeLessThanOrEqual(value!);
      expect(high!, path).toBeGreaterThanOrEqual(value!);
      expect(
        methodIds.filter((each) => each !== 'none'),
        path,
      ).toContain(method);
      expect(frameIds, path).toContain(frame);
      expect(why, path).toBeUndefined();
      // A zero was counted over somebody.
      expect(n, path).toBeGreaterThan(0);
    }
  });

  test('the truth of a frame stands in the report wherever it is not that of all', () => {
    for (const { known, truth } of reports) {
      const { satisfaction } = truth.frames!;
      expect(satisfaction).not.toBe(truth.kpi.satisfaction);
      if (known.kpi.customers.frame === 'buyersOfQuarter') expect(truth.frames!.customers!).toBeLessThan(truth.kpi.customers);
    }
  });
});

describe('Reasons, frames and methods', () => {
  afterEach(() => overwriteGetLocale(() => 'vi'));

  test.each(['vi', 'en'] as const)('have words of their own in %s', (language) => {
    overwriteGetLocale(() => language);
    const words = [
      ...whyIds.map((id) => word('why', id)),
      ...methodIds.map((id) => word('method', id)),
      ...frameIds.map((id) => word('frame', id)),
      ...frameIds.map((id) => word('frameHelp', id)),
    ];
    for (const [kind, ids] of [
      ['why', whyIds],
      ['method', methodIds],
      ['methodHelp', methodIds],
      ['frame', frameIds],
      ['frameHelp', frameIds],
    ] as const) {
      expect(
        ids.filter((id) => !hasWord(kind, id)),
        kind,
      ).toEqual([]);
    }
    expect(words.every((said) => said.length > 1)).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  });
});
