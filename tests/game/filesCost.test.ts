import { describe, expect, test } from 'vitest';
import { playbookLog } from '../../src/game/grade.ts';
import { filesCost, filesSeeds, filesTasks } from '../../src/game/whatIf/filesCost.ts';
import { ReplayBench } from '../../src/game/whatIf/replayBench.ts';
import { wholeFiles } from '../../src/game/whatIf/wholeFiles.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { shippedScenario } from './shippedScenario.ts';

const { scenario, playbooks } = shippedScenario('voras-bank');
const setting = { world: 0, populationSeed: 3, luckSeed: 5, customers: 600 };
const benchOf = (playbook: string): ReplayBench =>
  new ReplayBench({ scenario, playbooks, setting, entries: playbookLog(scenario, playbooks[playbook]!) });

describe('What incomplete files cost', () => {
  test('whole files hold everything right and joined of whom the firm knows; strangers and consent stay as they were', () => {
    const { records } = createWorld(scenario, 0, { population: 3, luck: 5 }, 600).played[0]!;
    const whole = wholeFiles(records);
    const known = Array.from({ length: 600 }, (_, i) => i).filter((i) => records.held[i] !== 0);
    expect(known.length).toBeGreaterThan(50);
    for (const i of known) expect([whole.fields[i], whole.wrong[i], whole.joined[i]]).toEqual([4095, 0, 15]);
    expect(whole.consent).toEqual(records.consent);
    expect(whole.held.filter((silos) => silos !== 0)).toHaveLength(known.length);
  });

  test('files as they were kept are the run itself: the difference is nothing at all', () => {
    const bench = benchOf('textbook');
    const kept = filesTasks().map((task) => (filesSeeds.indexOf(task.luckSeed) < 2 ? bench.play({ ...task, files: 'kept' }) : null));
    const cost = filesCost(kept)!;
    expect(cost.seeds).toBe(2);
    for (const { mean, sd } of [cost.contribution, cost.equity, cost.satisfaction, cost.customers]) expect([mean, sd]).toEqual([0, 0]);
    expect(cost.asKept).toEqual(cost.whole);
  });

  test('a firm that works by its files gains by whole ones; the curve ends where the difference says', () => {
    const bench = benchOf('textbook');
    // A run kept for quick changes is no way round the files.
    bench.play({ ...filesTasks()[0]!, files: 'kept', keep: true });
    const lives = filesTasks().map((task, place) => (place < 4 ? bench.play(task) : null));
    const cost = filesCost(lives)!;
    expect(cost.seeds).toBe(2);
    expect(cost.satisfaction.mean).toBeGreaterThan(0);
    expect(cost.whole.at(-1)! - cost.asKept.at(-1)!).toBeCloseTo(cost.contribution.mean, 3);
  });

  test('nothing is said before a pair is whole', () => {
    expect(filesCost(filesTasks().map(() => null))).toBeNull();
  });
});
