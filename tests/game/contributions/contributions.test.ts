import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { controls } from '../../../src/company/controls.ts';
import { defaultStandingOrders, type StandingOrders } from '../../../src/company/orders.ts';
import { contributionPlan, contributionTasks, roundsOf } from '../../../src/game/contributions/contributionPlan.ts';
import { type Contributions, contributionsOf } from '../../../src/game/contributions/contributions.ts';
import { groupIds, groupOfCard, groupOfControl, groupOfOrder, groupsOf, partIn } from '../../../src/game/contributions/groups.ts';
import { joinsOf, shapley } from '../../../src/game/contributions/shapley.ts';
import { gradeRun, anchorLogs } from '../../../src/game/grade.ts';
import type { EntryData } from '../../../src/game/run.ts';
import type { Score } from '../../../src/game/reports.ts';
import { weightsOf } from '../../../src/game/score/weights.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import type { ReplayedLife } from '../../../src/game/whatIf/replayTask.ts';
import { learner, log, logOf, playbooks, scenario, small, twoQuarters } from '../plays.ts';

const names = { worst: 'leap', stay: 'stay', best: 'textbook' };
const weights = weightsOf(scenario.weights);
const seeds = [1001, 1002];
const setting = { ...small, customers: 250 };

/** Two rounds that decide something, one that decides nothing, and then nothing more: three groups. */
const decisions: EntryData[] = [
  { kind: 'plan', data: { plan: { 'biz.price': 5, 'dat.clean': 6 }, standing: { onCase: 'collaborate' } } },
  { kind: 'note', data: { text: 'why' } },
  twoQuarters,
  twoQuarters,
  { kind: 'plan', data: { plan: { 'svc.door': 'open' } } },
  twoQuarters,
];
const entries = log(decisions);
const plan = contributionPlan(scenario, entries, names);
let lives: ReplayedLife[];
let found: Contributions;
beforeAll(() => {
  const bench = new ReplayBench({ scenario, playbooks, setting, entries });
  lives = contributionTasks(plan, seeds).map((task) => bench.play(task));
  found = contributionsOf(plan, seeds, lives, weights);
}, 60_000);

test('every card and every standing order is in exactly one of five groups, and no group is empty', () => {
  const cards = [...new Set(controls.map(({ card }) => card))];
  expect(Object.keys(groupOfCard).sort((a, b) => (a < b ? -1 : 1))).toEqual(cards.sort((a, b) => (a < b ? -1 : 1)));
  expect(new Set(Object.values(groupOfCard))).toEqual(new Set(groupIds));
  const orders = Object.keys(defaultStandingOrders) as (keyof StandingOrders)[];
  expect(orders.every((id) => groupIds.includes(groupOfOrder[id]))).toBe(true);
});

test('the parts of an entry in each group put together are the entry', () => {
  for (const entry of logOf('textbook').filter(({ kind }) => kind === 'plan')) {
    const parts = groupIds.flatMap((id) => partIn(entry, new Set([id])) ?? []);
    expect(parts).toHaveLength(groupsOf(entry).size);
    const plans = parts.map(({ data }) => (data as { plan: object }).plan);
    expect(Object.assign({}, ...plans)).toEqual((entry.data as { plan: object }).plan);
    for (const id of groupIds) {
      const own = plans[groupIds.filter((each) => groupsOf(entry).has(each)).indexOf(id)] ?? {};
      expect(Object.keys(own).every((control) => groupOfControl(control as Parameters<typeof groupOfControl>[0]) === id)).toBe(true);
    }
  }
});

test('Shapley: parts add up, equals are treated alike, who adds nothing gets nothing; the glove game is shared out as published', () => {
  // One left glove (player 0) and two right ones: a pair is worth 1. Shapley: 2/3, 1/6, 1/6.
  const gloves = shapley(3, (mask) => ((mask & 1) !== 0 && (mask & 6) !== 0 ? 1 : 0));
  expect(gloves.map((part) => part.toFixed(9))).toEqual([2 / 3, 1 / 6, 1 / 6].map((part) => part.toFixed(9)));
  fc.assert(
    fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 16, maxLength: 16 }), (worths) => {
      const parts = shapley(5, (mask) => worths[mask & 15]!);
      const sum = parts.reduce((all, part) => all + part, 0);
      expect(sum).toBeCloseTo(worths[15]! - worths[0]!, 9);
      expect(parts[4]).toBe(0);
    }),
  );
});

test('what a player adds when none, one, two ... have joined before has the Shapley value as its mean', () => {
  // The left glove adds nothing first, a pair after either right one; a right one only where the left one is in and no other.
  expect(joinsOf(3, (mask) => ((mask & 1) !== 0 && (mask & 6) !== 0 ? 1 : 0))).toEqual([
    [0, 1, 1],
    [0, 0.5, 0],
    [0, 0.5, 0],
  ]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 16, maxLength: 16 }), (worths) => {
      const parts = shapley(4, (mask) => worths[mask]!);
      const joins = joinsOf(4, (mask) => worths[mask]!);
      for (const [player, part] of parts.entries()) expect(joins[player]!.reduce((sum, each) => sum + each, 0) / 4).toBeCloseTo(part, 9);
    }),
  );
});

test('rounds are as they were committed; notes decide nothing', () => {
  expect(roundsOf(entries, learner)).toEqual([
    { round: 1, first: 1, last: 2, seqs: [0] },
    { round: 2, first: 3, last: 4, seqs: [] },
    { round: 3, first: 5, last: 6, seqs: [4] },
  ]);
  expect(plan.groups).toEqual(['goods', 'data', 'care']);
});

test('the score of the run is the graded one on the same draws, and what the groups and nobody made adds up to it', () => {
  let graded: Score | null = null;
  for (const { score } of gradeRun(scenario, setting, entries, anchorLogs(scenario, playbooks, names), seeds)) graded = score;
  for (const measure of ['score', 'equity'] as const) {
    const { total, nobody, parts, together } = found.groups![measure]!;
    const scale = measure === 'score' ? 1 : Math.abs(total);
    expect(Math.abs(nobody + parts.reduce((sum, { value }) => sum + value, 0) - total) / scale).toBeLessThan(1e-9);
    expect(Math.abs(together) / scale).toBeLessThan(1e-9);
  }
  expect(found.groups!.score!.total).toBe(graded!.total);
});

test('groups and rounds in which nothing was decided made exactly nothing, those that moved the firm something', () => {
  const { score, equity } = found.groups!;
  for (const { parts } of [score!, equity])
    for (const id of ['customers', 'programme'] as const) expect(parts[groupIds.indexOf(id)]).toEqual({ value: 0, range: [0, 0] });
  expect(equity.parts[groupIds.indexOf('goods')]!.value).not.toBe(0);
  expect(found.rounds!.equity.parts[1]).toEqual({ value: 0, range: [0, 0] });
  expect(found.rounds!.equity.parts[0]!.value).not.toBe(0);
});

test('without a round is the run with its decisions never made; what the rounds do not explain is stated', () => {
  const bench = new ReplayBench({ scenario, playbooks, setting, entries: log(decisions.filter((_, seq) => seq !== 4)) });
  const equityOf = (task: { luckSeed: number }): number =>
    bench.play({ log: { kind: 'run', edits: [] }, rivals: 'react', size: 'graded', quarters: true, fates: false, ...task }).quarters.at(-1)!
      .equity;
  const without = seeds.map((luckSeed) => equityOf({ luckSeed }));
  const { total, nobody, parts, together } = found.rounds!.equity;
  expect(parts[2]!.value).toBeCloseTo(total - (without[0]! + without[1]!) / 2, 3);
  expect(nobody + parts.reduce((sum, { value }) => sum + value, 0) + together).toBeCloseTo(total, 3);
});

test('findings come draw by draw: rounds before groups, and none of a draw that is not whole', () => {
  const upTo = (count: number): Contributions =>
    contributionsOf(
      plan,
      seeds,
      lives.map((life, i) => (i < count ? life : null)),
      weights,
    );
  expect(upTo(plan.forRounds - 1)).toEqual({ rounds: null, groups: null });
  expect(upTo(plan.forRounds).rounds!.seeds).toBe(1);
  expect(upTo(plan.forRounds).groups).toBeNull();
  expect(upTo(plan.logs.length).groups!.seeds).toBe(1);
  expect(upTo(plan.logs.length).groups!.score!.parts[0]!.range).toBeNull();
});

test('a run without a decision is nobody’s, and a scenario without anchors has no score to share out', () => {
  const idle = log([twoQuarters, twoQuarters]);
  const bare = contributionPlan(scenario, idle, null);
  expect(bare.logs.map(({ name }) => name)).toEqual(['run']);
  const bench = new ReplayBench({ scenario, playbooks, setting, entries: idle });
  const played = contributionTasks(bare, seeds).map((task) => bench.play(task));
  const { rounds, groups } = contributionsOf(bare, seeds, played, null);
  expect(groups!.score).toBeNull();
  expect(groups!.equity.nobody).toBe(groups!.equity.total);
  expect(rounds!.equity.together).toBe(0);
});
