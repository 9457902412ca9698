/** A change beside the run over many draws of luck: paired, and scored by the same score. */

import { describe, expect, test } from 'vitest';
import { gradeRun, anchorLogs, anchorsInWorld } from '../../../src/game/grade.ts';
import { scoreOf } from '../../../src/game/score/total.ts';
import { weightsOf } from '../../../src/game/score/weights.ts';
import { differenceFigures } from '../../../src/game/whatIf/difference.ts';
import type { EntryEdit } from '../../../src/game/whatIf/edits.ts';
import { luckDifference, luckTasks, type SeedLives } from '../../../src/game/whatIf/overLuck.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import { logOf, small } from '../plays.ts';
import { vorasBank } from '../shippedScenario.ts';

const { scenario, playbooks, expected } = vorasBank();
const anchors = anchorsInWorld(expected!, scenario, 0);
const weights = weightsOf(scenario.weights);
const seeds = [1001, 1002];
const setting = { ...small, customers: 300 };
const bench = new ReplayBench({ scenario, playbooks, setting, entries: logOf('textbook') });

function played(edits: readonly EntryEdit[], lives = new Map<number, SeedLives>()): Map<number, SeedLives> {
  for (const { seed, part, task } of luckTasks(edits, 'react', anchors, lives, seeds))
    lives.set(seed, { ...lives.get(seed), [part]: bench.play(task) });
  return lives;
}
const dearer: EntryEdit = { kind: 'plan', quarter: 1, plan: { 'biz.price': 10 } };

describe('Over the draws of luck', () => {
  const lives = played([]);

  test('nothing changed is no difference: no figure in any quarter, no value, no satisfaction, no score', () => {
    const { quarters, value, satisfaction, score } = luckDifference(lives, seeds, weights)!;
    expect(quarters).toHaveLength(scenario.quarters);
    const all = [value, satisfaction, score!.difference, ...quarters.flatMap((quarter) => differenceFigures.map((id) => quarter[id]))];
    expect(all.filter(({ mean, sd }) => mean !== 0 || sd !== 0)).toEqual([]);
    expect(score!.change).toBe(score!.run);
  });

  test('the score of the run is that which grading gives on the same draws', () => {
    const graded = [...gradeRun(scenario, setting, logOf('textbook'), anchorLogs(scenario, playbooks, anchors), seeds)].at(-1)!;
    const { score } = luckDifference(lives, seeds, weights)!;
    expect(score!.run).toBe(graded.score.total);
    expect(graded.score.total).toBe(scoreOf(outcomesOf(lives), 0, weights).total);
  });

  test('another change plays only itself anew, and its mean difference is that of the draws one by one', () => {
    const others = new Map<number, SeedLives>([...lives].map(([seed, { change: _, ...kept }]) => [seed, kept]));
    const tasks = luckTasks([dearer], 'react', anchors, others, seeds);
    expect(tasks.map(({ part }) => part)).toEqual(['change', 'change']);
    const finding = luckDifference(played([dearer], others), seeds, weights)!;
    const last = scenario.quarters - 1;
    const single = seeds.map((seed) => {
      const { run, change } = others.get(seed)!;
      return change!.quarters[last]!.equity - run!.quarters[last]!.equity;
    });
    expect(finding.quarters[last]!.equity.mean).toBeCloseTo((single[0]! + single[1]!) / 2, 3);
    expect(finding.quarters[last]!.equity.mean).not.toBe(0);
  });

  test('half a draw is no pair, a pair without anchors has no score, and without anchors none are asked for', () => {
    const [first] = [...lives.values()];
    expect(luckDifference(new Map([[1001, { run: first!.run! }]]), seeds, weights)).toBeNull();
    const pair = luckDifference(new Map([[1001, { run: first!.run!, change: first!.change! }]]), seeds, weights);
    expect(pair).toMatchObject({ seeds: 1, score: null });
    expect(luckTasks([], 'react', null, new Map(), seeds).map(({ part }) => part)).toEqual(['run', 'change', 'run', 'change']);
  });
});

function outcomesOf(lives: ReadonlyMap<number, SeedLives>) {
  return [...lives].map(([seed, { run, worst, stay, best }]) => ({
    seed,
    run: run!.outcome,
    worst: worst!.outcome,
    stay: stay!.outcome,
    best: best!.outcome,
  }));
}
