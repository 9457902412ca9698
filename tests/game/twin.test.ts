import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controls, type CardId, type QuarterPlan } from '../../src/company/controls.ts';
import { moneyOf, unitValue } from '../../src/company/money.ts';
import { startPlan } from '../../src/company/plan.ts';
import { twinRules, twinStart } from '../../src/company/twinPlan.ts';
import { replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { compareWithTwin, firstUnder, twinEntries, twinSeeds, type TwinComparison } from '../../src/game/twin.ts';
import { controlValue } from './arbitraryRuns.ts';
import { learner, log, logOf, oneQuarter, play, playbookNames, scenario, small, twoQuarters } from './plays.ts';
import { turns } from '../turns.ts';

const tiny = { ...small, customers: 250 };
const segmentIds = scenario.market.segments.map(({ id }) => id);
const bare = twinStart(startPlan(scenario.startPlan, segmentIds));
const kept = controls.filter(({ id }) => twinRules[id] === 'kept');
const plain = controls.filter(({ kind }) => kind !== 'segments' && kind !== 'choiceEach' && kind !== 'levelEach');

const patchOf = (of: readonly (typeof controls)[number][]): fc.Arbitrary<Partial<QuarterPlan>> =>
  fc.constantFrom(...of).chain((control) => controlValue(control).map((value) => ({ [control.id]: value }) as Partial<QuarterPlan>));
const runOf = (rounds: readonly (readonly Partial<QuarterPlan>[])[], first: readonly EntryData[] = []): LoggedEntry[] =>
  log([...first, ...rounds.flatMap((plans) => [...plans.map((plan): EntryData => ({ kind: 'plan', data: { plan } })), twoQuarters])]);
const roundsOf = (of: typeof plain): fc.Arbitrary<Partial<QuarterPlan>[][]> =>
  fc.array(fc.array(patchOf(of), { maxLength: 3 }), { minLength: 1, maxLength: 3 });

function compared(entries: readonly LoggedEntry[], seeds: readonly number[]): TwinComparison {
  return [...compareWithTwin(scenario, tiny, entries, seeds)].at(-1)!.comparison;
}

describe('the log of the twin', () => {
  test('of a run without CRM plays that run, bit for bit, whatever it does with its goods', () => {
    fc.assert(
      fc.property(roundsOf(kept as typeof plain), fc.integer({ min: 0, max: 999 }), (rounds, luckSeed) => {
        const run = runOf(rounds, [{ kind: 'plan', data: { plan: bare } }]);
        const twin = twinEntries(scenario, run);
        expect(play(twin, { ...tiny, luckSeed }).digests).toEqual(play(run, { ...tiny, luckSeed }).digests);
      }),
      { numRuns: 10 },
    );
  });

  test('has the goods of the run in every quarter, and the bare plan in all else', () => {
    fc.assert(
      fc.property(roundsOf(plain), (rounds) => {
        const plansOf = (entries: readonly LoggedEntry[]): QuarterPlan[] => {
          const plans: QuarterPlan[] = [];
          play(entries, tiny, { digests: false, looks: false, onQuarter: (_, { world }) => void plans.push(world.played[0]!.plan) });
          return plans;
        };
        const run = runOf(rounds);
        const [own, twin] = [plansOf(run), plansOf(twinEntries(scenario, run))];
        expect(twin).toHaveLength(own.length);
        own.forEach((plan, quarter) => {
          const expected = Object.fromEntries(controls.map(({ id }) => [id, twinRules[id] === 'kept' ? plan[id] : bare[id]]));
          expect(twin[quarter]).toEqual(expected);
        });
      }),
      { numRuns: 20 },
    );
  });

  test('leaves out moves, standing orders, forecasts and plans that were not legal, and keeps commits and other firms', () => {
    const decisions: EntryData[] = [
      { kind: 'plan', data: { plan: { 'biz.price': 5, 'crm.path': 'p12' }, standing: { onBreach: 'sayNothing' } } },
      { kind: 'plan', data: { plan: { 'biz.price': 7 } } },
      { kind: 'plan', data: { plan: { 'crm.goal': 'keepCore' } } },
      { kind: 'move', data: { kind: 'programme', move: 'abandon' } },
      { kind: 'predict', data: { kpi: 'churn', low: 1, high: 2, because: 'price' } },
      oneQuarter,
    ];
    const stranger: LoggedEntry = { seq: 6, firm: 'another', kind: 'plan', data: { plan: { 'crm.path': 'p13' } } };
    const run = [...log(decisions), stranger];
    expect(twinEntries(scenario, run)).toEqual([
      { seq: -1, firm: learner, kind: 'plan', data: { plan: bare } },
      { seq: 0, firm: learner, kind: 'plan', data: { plan: { 'biz.price': 5 } } },
      { seq: 5, firm: learner, ...oneQuarter },
      stranger,
    ]);
  });

  for (const [some, options] of turns(playbookNames, 3, 2))
    test.each(some)('pays for marketing, goods and usual service alone and never has a programme: %s', options, (name) => {
      const paid = new Set<CardId>();
      play(twinEntries(scenario, logOf(name)), tiny, {
        digests: false,
        looks: false,
        onQuarter: ({ companies }) => {
          const { company, costs } = companies[0]!;
          for (const { card } of costs.lines) paid.add(card);
          expect(company.firm.path).toBe('stay');
          expect(company.firm.spentOnProgramme).toBe(0);
        },
      });
      const without: CardId[] = ['biz.generic', 'biz.budget', 'svc.auto', 'svc.cap', 'svc.door', 'svc.policy', 'svc.promise'];
      expect([...paid].filter((card) => !without.includes(card))).toEqual([]);
      expect(paid).toContain('biz.budget');
    });
});

describe('a run beside its twin', () => {
  test('both live through the same luck: each pair is a replay of the run and one of the twin on one seed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 2 }), (seeds) => {
        const run = logOf('textbook');
        const outcomes = (entries: readonly LoggedEntry[]): { value: number; satisfaction: number }[] =>
          seeds.map((luckSeed) => replay(scenario, { ...tiny, luckSeed }, entries).outcome);
        const [own, twin] = [outcomes(run), outcomes(twinEntries(scenario, run))];
        const { value, satisfaction } = compared(run, seeds);
        const mean = (of: (pair: number) => number): number => seeds.reduce((sum, _, pair) => sum + of(pair), 0) / seeds.length;
        expect(value.n).toBe(seeds.length);
        expect(value.mean).toBeCloseTo(
          mean((pair) => own[pair]!.value - twin[pair]!.value),
          6,
        );
        expect(satisfaction.mean).toBeCloseTo(
          mean((pair) => own[pair]!.satisfaction - twin[pair]!.satisfaction),
          9,
        );
      }),
      { numRuns: 2 },
    );
  });

  test('a run without CRM differs from its twin in no pair', () => {
    const { value, satisfaction, own, twin } = compared(
      runOf([[{ 'biz.price': -5 }], []], [{ kind: 'plan', data: { plan: bare } }]),
      [1, 2],
    );
    expect([value, satisfaction].map(({ mean, sd }) => [mean, sd])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(own).toEqual(twin);
  });

  test('its quarters are those of the true reports and of the books', () => {
    const run = logOf('textbook');
    const { reports, playing } = replay(scenario, { ...tiny, luckSeed: 5 }, run, { reports: true });
    const { own } = compared(run, [5]);
    const unit = unitValue(moneyOf(playing.world.played[0]!.spec));
    const expected = reports.map(({ truth: { kpi }, known }) => [
      kpi.customers,
      kpi.satisfaction,
      kpi.equity,
      kpi.contribution,
      known.money.cash * unit,
    ]);
    expect(own.quarters).toHaveLength(scenario.quarters);
    own.quarters.forEach(({ customers, satisfaction, equity, contribution, cash }, quarter) => {
      [customers, satisfaction, equity, contribution, cash].forEach((value, i) => expect(value).toBeCloseTo(expected[quarter]![i]!, 3));
    });
  });

  test('rivals see each of the two and answer it: the twin of a service leader meets other rivals', () => {
    const run = logOf('textbook');
    const rivalsOf = (entries: readonly LoggedEntry[]): unknown => play(entries, { ...small, customers: 1000 }).world.rivals;
    expect(rivalsOf(run)).not.toEqual(rivalsOf(twinEntries(scenario, run)));
  });

  test.each([
    [null, [100, 80, 20, 20.1]],
    [3, [100, 21, 19.9, 40]],
    [1, [5, 100]],
    [null, []],
  ])('the first quarter with too few customers is %s for %j', (quarter, customers) => {
    expect(firstUnder(customers, 20)).toBe(quarter);
  });

  test('too few customers are under a fifth of those at the start', () => {
    const { world } = play([], tiny);
    const { viableCustomers, own } = compared(logOf('stay'), [1]);
    expect(viableCustomers).toBeCloseTo((world.played[0]!.openingCustomers * world.market.represents) / 5, 6);
    expect(own.unviableFrom).toBeNull();
  });

  test('comes pair by pair, on eight grading seeds unless others are named', () => {
    const [first] = compareWithTwin(scenario, tiny, logOf('stay'));
    expect(twinSeeds).toEqual([1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008]);
    expect(first).toMatchObject({ done: 1, of: 8, comparison: { seeds: 1, value: { range: null } } });
  });
});
