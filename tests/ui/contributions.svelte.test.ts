import { beforeEach, expect, test } from 'vitest';
import { controls } from '../../src/company/controls.ts';
import { conflictModes, defaultStandingOrders, type Move, programmeMoves } from '../../src/company/orders.ts';
import { startPlan } from '../../src/company/plan.ts';
import { reviewStepIds } from '../../src/company/review/reviewSteps.ts';
import type { Shared } from '../../src/game/contributions/contributions.ts';
import { groupIds } from '../../src/game/contributions/groups.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import type { EntryData } from '../../src/game/run.ts';
import { ReplayBench } from '../../src/game/whatIf/replayBench.ts';
import { ContributionsRun, FIRST_DRAWS } from '../../src/ui/debrief/contributionsRun.svelte.ts';
import { groupBars, groupTitle, roundSum, roundTitle, sayOf } from '../../src/ui/debrief/contributionWords.ts';
import { entryWords } from '../../src/ui/debrief/entryWords.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { ReplayPool } from '../../src/ui/replay/replayPool.ts';
import { log, oneQuarter, scenario } from '../game/plays.ts';
import { vorasBank } from '../game/shippedScenario.ts';

beforeEach(() => language.start(['vi']));

const say = sayOf('score', 'EUR');
const part = (value: number, half = 1): Shared['parts'][number] => ({ value, range: [value - half, value + half] });
const shared = (nobody: number, values: readonly number[], total: number): Shared => {
  const together = total - nobody - values.reduce((sum, value) => sum + value, 0);
  return { total, nobody, parts: values.map((value) => part(value)), together };
};

test('the bars of the groups go from what nobody made to the whole, each from where the last one ended, the largest first', () => {
  const bars = groupBars(shared(20, [3, 12, -4, 0, 9], 40), say, () => []);
  expect(bars.map(({ key }) => key)).toEqual(['nobody', 'customers', 'care', 'goods', 'data', 'programme', 'whole']);
  for (let i = 1; i < bars.length - 1; i += 1) expect(bars[i].from).toBe(bars[i - 1].to);
  expect(bars.at(-2)!.to).toBe(bars.at(-1)!.to);
});

test('the title names the group that made most, and the one that surely lost', () => {
  const title = groupTitle('score', shared(20, [3, 12, -4, 0, 9], 40), say);
  expect(title).toContain('“Chọn khách và cách đối đãi” làm nên 12,0 điểm');
  expect(title).toContain('“Chương trình CRM và con người” lại làm mất 4,0 điểm');
  expect(groupTitle('score', shared(20, [0, -2, 0, 0, 0], 18), say)).toContain('Không nhóm quyết định nào');
});

test('a round is said to have made something only where luck does not hold nothing of it, and the remainder is told either way', () => {
  expect(roundTitle('score', shared(10, [2, 12], 30), say)).toContain('Vòng 2 làm nên 12,0 điểm');
  expect(roundTitle('score', shared(10, [0.5, 0.4], 30), say)).toContain('Không vòng nào');
  expect(roundTitle('score', shared(10, [0.5, -3], 30), say)).toContain('Vòng 2 làm mất 3,0 điểm');
  expect(roundSum(shared(10, [2, 12], 30), say)).toContain('6,0 điểm còn lại');
  expect(roundSum(shared(10, [20, 12], 30), say)).toContain('12,0 điểm bị tính hơn một lần');
  expect(roundSum(shared(10, [8, 12], 30), say)).toContain('vừa đúng bằng');
});

test('every decision of a log has words in both languages', () => {
  const plan = startPlan(
    scenario.startPlan,
    scenario.market.segments.map(({ id }) => id),
  );
  const moves: Move[] = [
    ...programmeMoves.map((move): Move => ({ kind: 'programme', move })),
    ...conflictModes.map((mode): Move => ({ kind: 'case', slot: 'q5.customer.1', mode, remedy: 'none', apology: true, reason: true })),
    { kind: 'caseStep', slot: 'q5.customer.1', step: { do: 'acknowledge' } },
    { kind: 'opportunity', slot: 'q4.dilemma.1', answer: 'refuse' },
    { kind: 'open', card: 'crm.path' },
    ...reviewStepIds.map((step): Move => ({ kind: 'review', step: { do: step } as Extract<Move, { kind: 'review' }>['step'] })),
  ];
  for (const locale of ['vi', 'en'] as const) {
    language.start([locale]);
    const set = entryWords({ kind: 'plan', data: { plan, standing: defaultStandingOrders } }, scenario);
    expect(set).toHaveLength(controls.length + Object.keys(defaultStandingOrders).length);
    const lines = [...set, ...moves.flatMap((data) => entryWords({ kind: 'move', data }, scenario))];
    expect(lines.filter((line) => line.includes('‹') || line.trim() === '')).toEqual([]);
    expect(groupIds.map((id) => groupBars(shared(0, [1, 1, 1, 1, 1], 5), say, () => []).find(({ key }) => key === id)!.name)).not.toContain(
      '',
    );
  }
});

test('what was stopped is played on from there: first a few draws, then all that grade, and no replay twice', async () => {
  const decisions: EntryData[] = [{ kind: 'plan', data: { plan: { 'biz.price': 5 } } }, oneQuarter];
  const closedRun = {
    scenario,
    playbooks: vorasBank().playbooks,
    setting: { customers: 100, world: 0, populationSeed: 1, luckSeed: 1 },
    entries: log(decisions),
  };
  const life = new ReplayBench(closedRun).play({
    log: { kind: 'run', edits: [] },
    luckSeed: 1,
    rivals: 'react',
    size: 'graded',
    quarters: true,
    fates: false,
  });
  let played = 0;
  let stopAt = 7;
  const pool = new ReplayPool(() => closedRun, {
    start: () => ({
      open: () => Promise.resolve(),
      play: () => {
        played += 1;
        if (played === stopAt) run.stop();
        return Promise.resolve(life);
      },
      close: () => undefined,
    }),
    most: 1,
  });
  const run: ContributionsRun = new ContributionsRun({ scenario, anchors: vorasBank().expected!.anchors, closedRun }, () => pool);
  const each = run.plan.logs.length;
  expect(run.plan.logs.map(({ name }) => name)).toEqual(['run', 'worst', 'stay', 'best', 'mask.0', 'round.1']);
  await run.start();
  expect(run.progress).toBeNull();
  expect(run.finding!.groups!.seeds).toBe(1);
  expect(run.next).toBe(FIRST_DRAWS);
  stopAt = Infinity;
  await run.start();
  // The replay under way when it was stopped is played again.
  expect(played).toBe(FIRST_DRAWS * each + 1);
  expect(run.finding!.groups!.seeds).toBe(FIRST_DRAWS);
  await run.start();
  expect(played).toBe(gradingSeeds.length * each + 1);
  expect(run.finding!.rounds!.seeds).toBe(gradingSeeds.length);
  expect(run.next).toBeNull();
  expect(run.finding!.rounds!.score!.parts[0].value).toBe(0);
});
