import { expect, test } from 'vitest';
import type { LoggedEntry } from '../../src/game/replay.ts';
import { compareWithTwin, type TwinComparison } from '../../src/game/twin.ts';
import { Engine } from '../../src/ui/engine.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const folder = vorasBank();
const setting = { customers: 200, world: 0, populationSeed: 5, luckSeed: 3 };
const silent = (): void => undefined;
const firm = folder.scenario.firms[0].id;
const entries = [
  { kind: 'plan', data: { plan: { 'svc.door': 'open', 'imp.train': 5 } } },
  ...Array.from({ length: 8 }, () => ({ kind: 'commit', data: { quarters: 2 } })),
].map((entry, seq) => ({ ...entry, seq, firm })) as LoggedEntry[];

function opened(log: readonly LoggedEntry[], breath = () => Promise.resolve()): Engine {
  const engine = new Engine(breath);
  engine.open({ folder, setting, entries: log }, silent);
  return engine;
}

test('the twin is kept back until the run is closed', async () => {
  await expect(opened(entries.slice(0, -1)).twin(silent)).rejects.toThrow('runOpen');
});

test('a closed run is compared pair by pair, and a stop keeps the pairs so far', async () => {
  const engine: Engine = opened(entries, () => {
    if (told.length === 2) engine.cancelTwin();
    return Promise.resolve();
  });
  const told: [number, number, TwinComparison][] = [];
  const comparison = await engine.twin((...news) => told.push(news));
  const steps = compareWithTwin(folder.scenario, setting, entries);
  const expected = [steps.next().value, steps.next().value].map((step) => step && [step.done, step.of, step.comparison]);
  expect(told).toEqual(expected);
  expect(comparison).toEqual(told[1]![2]);
});
