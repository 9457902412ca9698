import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorLogs, gradeRun, gradingSeeds } from '../../src/game/grade.ts';
import {
  furtherSeeds,
  gradedIn,
  gradingTasks,
  judgedIn,
  judgingTasks,
  MOST_SEEDS,
  scoreSoFar,
  seedsGraded,
} from '../../src/game/luck/gradedSeeds.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { weights } from '../../src/game/score/weights.ts';
import { ReplayBench } from '../../src/game/whatIf/replayBench.ts';
import type { ReplayedLife } from '../../src/game/whatIf/replayTask.ts';
import { logOf, playbooks, scenario, small } from './plays.ts';

const names = { worst: 'price-war', stay: 'stay', best: 'textbook' };
const entries = logOf('leap');
const setting = { ...small, customers: 100 };
const bench = new ReplayBench({ scenario, playbooks, setting, entries });

describe('Grading in a pool of workers', () => {
  test('gives the bits that grading seed by seed gives, in whatever order the replays come back', () => {
    const seeds = seedsGraded(77).slice(-2);
    const tasks = gradingTasks(seeds, names);
    const lives: (ReplayedLife | null)[] = tasks.map(() => null);
    // Backwards: the last replay is done first.
    for (let place = tasks.length - 1; place >= 0; place -= 1) lives[place] = bench.play(tasks[place]!);
    const steps = [...gradeRun(scenario, { ...setting, luckSeed: 77 }, entries, anchorLogs(scenario, playbooks, names), seeds)];
    expect(scoreOf(gradedIn(seeds, lives), 77)).toEqual(steps.at(-1)!.score);
    // Seeds that are judged only come to the same without the worst trap.
    const judged = judgingTasks(seeds, names).map((task) => bench.play(task));
    expect(judgedIn(judged)).toEqual(gradedIn(seeds, lives).map(({ run, stay, best }) => ({ run, stay, best })));
  });

  test('tells the seeds that are whole from the first on, and no other', () => {
    const life = bench.play(gradingTasks([1001], names)[0]!);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (played) => {
        const lives = played.map((is) => (is ? life : null));
        const whole = [0, 1, 2].filter((seed) => played.slice(0, 4 * (seed + 1)).every(Boolean));
        expect(gradedIn([5, 6, 7], lives).map(({ seed }) => seed)).toEqual(whole.map((seed) => 5 + seed));
        expect(judgedIn(lives)).toHaveLength([0, 1, 2, 3].filter((seed) => played.slice(0, 3 * (seed + 1)).every(Boolean)).length);
      }),
    );
  });

  test('a run is graded on thirty seeds and its own, which comes last; further seeds fill up two hundred, each once', () => {
    for (const own of [77, 1003, 1031, 1200]) {
      const graded = seedsGraded(own);
      expect(graded).toHaveLength(gradingSeeds.includes(own) ? 30 : 31);
      const all = [...graded, ...furtherSeeds(own)];
      expect(all).toHaveLength(MOST_SEEDS);
      expect(new Set(all).size).toBe(MOST_SEEDS);
      expect(all).toContain(own);
    }
    expect(furtherSeeds(77, 10)).toEqual([]);
  });

  test('the luck of the run itself places it among the others and leaves its score as it is', () => {
    const [first] = gradedIn(
      [1001],
      gradingTasks([1001], names).map((task) => bench.play(task)),
    );
    const outcomes = seedsGraded(77).map((seed, place) => ({
      ...first!,
      seed,
      run: { ...first!.run, satisfaction: first!.run.satisfaction + place / 10 },
    }));
    const whole = scoreSoFar(outcomes, 77, weights);
    const before = scoreSoFar(outcomes.slice(0, 30), 77, weights);
    expect(before.luck).toBeNull();
    expect(whole).toEqual({ ...before, luck: whole.luck });
    expect(whole.total).toBe(scoreOf(outcomes.slice(0, 30), 77).total);
    expect(whole.luck!.seeds).toBe(31);
    expect(scoreSoFar(outcomes.slice(0, 12), 1003, weights)).toEqual(scoreOf(outcomes.slice(0, 12), 1003));
  });
});
