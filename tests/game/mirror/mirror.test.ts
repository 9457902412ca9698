import { expect, test } from 'vitest';
import { type Mirror, mirrorLogs, mirrorOf, mirrorTasks } from '../../../src/game/mirror/mirror.ts';
import { weightsOf } from '../../../src/game/score/weights.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import type { ReplayedLife } from '../../../src/game/whatIf/replayTask.ts';
import { endLabels, equityScale, mirrorLines } from '../../../src/ui/debrief/mirrorWords.ts';
import { logOf, playbooks, scenario, small } from '../plays.ts';
import { tiemNang } from '../shippedScenario.ts';

const names = { worst: 'leap', stay: 'stay', best: 'textbook' };

test('beside the run stand the best path, STAY, the twin and every trap that a playbook walks into, each once', () => {
  const lives = mirrorLogs(scenario, playbooks, names).map(({ kind, playbook }) => `${kind} ${playbook}`.trim());
  expect(lives).toEqual(['run', 'best textbook', 'stay stay', 'twin', 'trap leap', 'trap price-war', 'trap spend-everything']);
  const { scenario: shop, playbooks: shopPlaybooks } = tiemNang();
  const traps = mirrorLogs(shop, shopPlaybooks, { worst: 'bought-list', stay: 'stay', best: 'textbook' }).filter(
    ({ kind }) => kind === 'trap',
  );
  expect(traps.map(({ playbook }) => playbook)).toEqual(['bought-list', 'followers', 'flash-sale', 'no-human-exit', 'leap']);
});

test('a scenario that no score has been measured for has no best path, and lives without a score', () => {
  expect(mirrorLogs({ traps: [] }, playbooks, null).map(({ kind }) => kind)).toEqual(['run', 'stay', 'twin']);
});

test('a run that is the best playbook comes exactly to where that comes; others differ; a draw counts when all its lives are played', () => {
  const bench = new ReplayBench({ scenario, playbooks, setting: { ...small, customers: 250 }, entries: logOf('textbook') });
  const logs = mirrorLogs(scenario, playbooks, names);
  const lives = mirrorTasks(logs, [1001, 1002]).map((task): ReplayedLife => bench.play(task));
  const score = { names, weights: weightsOf(scenario.weights) };
  const mirror: Mirror = mirrorOf(logs, lives, score)!;
  const [run, best, stay] = mirror.lives;
  expect(mirror.seeds).toBe(2);
  expect(best!.behind).toEqual({ n: 2, mean: 0, sd: 0, range: [0, 0] });
  expect(best!.quarters).toEqual(run!.quarters);
  expect(best!.score).toBe(run!.score);
  expect(stay!.behind.mean).toBeCloseTo(run!.quarters.at(-1)!.equity - stay!.quarters.at(-1)!.equity, 2);
  expect(stay!.score).toBeLessThan(run!.score!);
  const early = (count: number): Mirror | null =>
    mirrorOf(
      logs,
      lives.map((life, i) => (i < count ? life : null)),
      score,
    );
  expect(early(logs.length - 1)).toBeNull();
  expect(early(logs.length + 1)!.seeds).toBe(1);
  // The lines on the screen: letters from A, and every point within the drawing.
  const lines = mirrorLines(mirror, scenario);
  expect(lines.map(({ letter }) => letter).join('')).toBe('ABCDEF');
  const { way } = equityScale(lines, scenario.currency);
  for (const { x, y } of lines.flatMap(way)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(280);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(280);
  }
}, 60_000);

test('letters that would cover one another at the ends of lines stand together', () => {
  const at = (x: number, y: number, words: string) => ({ at: { x, y }, words });
  expect(endLabels([at(280, 100, 'A'), at(280, 105, 'B'), at(280, 140, 'C')]).map(({ words }) => words)).toEqual(['A B', 'C']);
});
