import { expect, test } from 'vitest';
import { splitEdits, winOrKeep, winOrKeepTasks } from '../../../src/game/lessons/winOrKeep.ts';
import { editedLog } from '../../../src/game/whatIf/edits.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import { learner, log, logOf, oneQuarter, playbooks, scenario, small } from '../plays.ts';
import { long } from '../../turns.ts';

const entries = logOf('textbook');
const bench = (customers: number): ReplayBench => new ReplayBench({ scenario, playbooks, setting: { ...small, customers }, entries });

test('the split is moved in every entry that sets it and from the first quarter on, within 0 and 100; nothing is moved by 0', () => {
  const own = log([
    { kind: 'plan', data: { plan: { 'biz.split': 70 } } },
    oneQuarter,
    { kind: 'plan', data: { plan: { 'biz.split': 95, 'svc.cap': 10 } } },
    oneQuarter,
  ]);
  expect(splitEdits(scenario, own, 0)).toEqual([]);
  const { log: moved } = editedLog(own, splitEdits(scenario, own, 10), learner);
  const plans = moved.flatMap(({ kind, data }) => (kind === 'plan' ? [(data as { plan: object }).plan] : []));
  expect(plans).toEqual([{ 'biz.split': 80 }, { 'biz.split': 80 }, { 'biz.split': 100, 'svc.cap': 10 }]);
});

test('money moved by nothing wins and keeps nobody, to the last bit, and no multiple is told', () => {
  const player = bench(250);
  const lives = winOrKeepTasks(scenario, entries, [1001, 1002], 0).map((task) => player.play(task));
  const { won, lost, moved, finding } = winOrKeep(lives)!;
  expect([won.mean, won.sd, lost.mean, lost.sd, moved]).toEqual([0, 0, 0, 0, 0]);
  expect(finding).toEqual({ kind: 'noMoney' });
});

test('money moved to winning wins more on every draw, and a draw counts when all four of its replays are played', long, () => {
  const player = bench(1500);
  const lives = winOrKeepTasks(scenario, entries, [1001, 1002, 1003]).map((task) => player.play(task));
  const found = winOrKeep(lives)!;
  expect(found.seeds).toBe(3);
  expect(found.moved).toBeGreaterThan(0);
  expect(found.won.mean).toBeGreaterThan(0);
  expect(winOrKeep([...lives.slice(0, 7), null])!.seeds).toBe(1);
  expect(winOrKeep(lives.slice(0, 3))).toBeNull();
  expect(winOrKeep(lives.slice(0, 4))!.finding).toEqual({ kind: 'early' });
});
