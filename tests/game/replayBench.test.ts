import { expect, test } from 'vitest';
import { replay, startPlaying } from '../../src/game/replay.ts';
import { commitOf, editedLog } from '../../src/game/whatIf/edits.ts';
import { ReplayBench } from '../../src/game/whatIf/replayBench.ts';
import type { ReplayTask } from '../../src/game/whatIf/replayTask.ts';
import { learner, logOf, playbooks, scenario, small } from './plays.ts';

const entries = logOf('textbook', 2);
const bench = new ReplayBench({ scenario, playbooks, setting: small, entries });
const task: ReplayTask = {
  log: { kind: 'run', edits: [] },
  luckSeed: small.luckSeed,
  rivals: 'react',
  size: 'graded',
  quarters: true,
  fates: true,
};

test('a log without edits is the log itself, and the replay of it is the run: outcome, quarters and fates, with rivals either way', () => {
  expect(editedLog(entries, [], learner)).toEqual({ log: entries, changed: -1 });
  const own = bench.play(task);
  expect(own.outcome).toEqual(replay(scenario, small, entries).outcome);
  expect(own.quarters).toHaveLength(scenario.quarters);
  expect(bench.play({ ...task, rivals: 'asPlayed' })).toEqual(own);
});

test('a plan put in for a quarter stands right before the commit that plays it, and what is dropped is gone but for the commits', () => {
  const { log, changed } = editedLog(entries, [{ kind: 'plan', quarter: 3, plan: { 'biz.spend': 0 } }], learner);
  const place = commitOf(entries, 3);
  expect(changed).toBe(place);
  expect(log[place]).toEqual({ seq: -1, firm: learner, kind: 'plan', data: { plan: { 'biz.spend': 0 } } });
  expect(log[place + 1]).toBe(entries[place]);
  const dropped = editedLog(entries, [{ kind: 'drop', seqs: entries.map(({ seq }) => seq) }], learner).log;
  expect(dropped).toEqual(entries.filter(({ kind }) => kind === 'commit'));
});

test('a price cut in quarter 5 leaves the quarters before as they were and moves those after; rivals that play on as they did leave another run', () => {
  const own = bench.play(task);
  const edits = [{ kind: 'plan', quarter: 5, plan: { 'biz.price': -10 } }] as const;
  const changed = { ...task, log: { kind: 'run', edits } } satisfies ReplayTask;
  const react = bench.play(changed);
  expect(react.quarters.slice(0, 4)).toEqual(own.quarters.slice(0, 4));
  expect(react.quarters[5]).not.toEqual(own.quarters[5]);
  expect(bench.play({ ...changed, rivals: 'asPlayed' }).quarters).not.toEqual(react.quarters);
});

test('every customer is served or not at the end as the quarters count them, and who left once is told when', () => {
  const { fates, quarters } = bench.play(task);
  const { world } = startPlaying(scenario, small);
  const served = fates!.served.reduce((sum, one) => sum + one, 0);
  expect(served * world.market.represents).toBe(quarters.at(-1)!.customers);
  expect(fates!.left.some((quarter) => quarter > 0)).toBe(true);
});

test('a playbook that the scenario does not have is refused', () => {
  expect(() => bench.play({ ...task, log: { kind: 'playbook', name: 'nobody' } })).toThrow(RangeError);
});
