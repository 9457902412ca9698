/** When a review is held, what of it is paid, and that it is found whether or not anybody looks. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../../src/company/controls.ts';
import type { ReviewState } from '../../../src/company/review/reviewState.ts';
import { digestWorld } from '../../../src/game/digestWorld.ts';
import { advance, type PlayedQuarter } from '../../../src/game/playQuarter.ts';
import { startPlaying } from '../../../src/game/replay.ts';
import type { World } from '../../../src/game/world.ts';
import { learner, scenario, small } from '../plays.ts';

type Plans = Readonly<Record<number, Partial<QuarterPlan>>>;
interface Run {
  world: World;
  review: ReviewState;
  quarters: readonly PlayedQuarter[];
}

/** Plays so many quarters; what a quarter decides by its number. */
function played(quarters: number, plans: Plans = {}, looks = true): Run {
  const { world } = startPlaying(scenario, { ...small, customers: 800 });
  const all: PlayedQuarter[] = [];
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    all.push(advance(world, new Map([[learner, { plan: plans[quarter] ?? {}, moves: [] }]]), looks));
  }
  return { world, review: world.played[0]!.review, quarters: all };
}
const heldIn = ({ review }: Run): number[] => review.held.map(({ quarter }) => quarter);
/** Units of a quarter on the cards of the sample and the methods. */
const paid = ({ quarters }: Run, quarter: number): number =>
  quarters[quarter - 1]!.companies[0]!.costs.lines.filter(({ card }) => card === 'evl.sample' || card === 'evl.methods').reduce(
    (sum, { units }) => sum + units,
    0,
  );
const thrifty = { 'evl.reserve': 0 } as const;
/** Everything in-house. */
const inside = { 'evl.internal': ['data', 'retention', 'training'] } as const;

describe('a review is held', () => {
  test.each([
    ['everyFour', [4, 8]],
    ['everyTwo', [2, 4, 6, 8]],
    ['never', []],
  ] as const)('by the rhythm %s in quarters %j', (rhythm, quarters) => {
    expect(heldIn(played(8, { 1: { 'evl.plan': rhythm } }))).toEqual(quarters);
  });

  test('on an event in the quarters in which one strikes', () => {
    const striking = scenario.events
      .filter(({ quarter, firm }) => quarter <= 8 && (firm ?? learner) === learner)
      .map(({ quarter }) => quarter);
    expect(striking.length).toBeGreaterThan(0);
    expect(heldIn(played(8, { 1: { 'evl.plan': 'onEvent' } }))).toEqual(expect.arrayContaining([...new Set(striking)]));
  });

  test('and leaves its machine waiting for the check, which the next review does not wait for', () => {
    const run = played(4, { 1: inside });
    expect([run.review.phase, run.review.held[0]!.asked]).toEqual(['checkingCriteria', null]);
    expect(played(8).review.phase).toBe('checkingCriteria');
    expect(played(3).review.phase).toBe('scheduled');
  });

  test('with the questions of its check, and none asked yet', () => {
    const [first, second] = played(8).review.held;
    expect(first!.questions).toHaveLength(5);
    expect(second!.questions).not.toEqual(first!.questions);
  });
});

describe('its external half', () => {
  const wave = { 'evl.baseline': 'yes', ...thrifty } as const;

  test('is refused and not paid as long as there is nothing to hold it against', () => {
    const run = played(4, { 1: { 'evl.baseline': 'no', ...inside } });
    const [held] = run.review.held;
    expect(held!.external).toEqual([]);
    expect(held!.refused.map(({ code }) => code)).toEqual(['review.noBaseline', 'review.noControl']);
    expect(paid(run, 4)).toBe(2.5);
  });

  test('is there in the first review of a run in which nobody has decided anything, by the baseline of the first quarter', () => {
    const run = played(4);
    const [held] = run.review.held;
    expect(run.review.baseline).toBe(1);
    expect(held).toMatchObject({ external: ['satisfaction'], internal: ['training'], refused: [] });
    expect(held!.figures.find(({ id }) => id === 'change')!.value).not.toBeNull();
    expect(paid(run, 4)).toBe(2);
  });

  test('is held a year after a baseline, with the change since it', () => {
    const run = played(8, { 1: { ...wave, 'evl.baseline': 'no' }, 2: wave });
    const [first, second] = run.review.held;
    expect(run.review.baseline).toBe(2);
    expect(first!.refused.map(({ code }) => code)).toEqual(['review.noControl']);
    expect(second!.external).toEqual(['satisfaction']);
    expect(second!.figures.find(({ id }) => id === 'change')!.value).not.toBeNull();
    expect(paid(run, 8)).toBe(2);
  });

  test('is held sooner where a campaign kept some out to compare with', () => {
    const run = played(4, { 1: { 'evl.baseline': 'no' }, 2: { ...wave, 'cam.offer': 'reminder', 'cam.control': 20 } });
    expect(run.review.tested).toBe(2);
    expect(run.review.control).toBe(true);
    expect(run.review.held[0]!.external).toEqual(['satisfaction']);
    expect(played(7, { 1: { 'evl.baseline': 'no' }, 2: { ...wave, 'cam.offer': 'reminder', 'cam.control': 20 } }).review.control).toBe(
      false,
    );
  });

  test('has no truth in what later play depends on', () => {
    const { world } = played(8, { 1: wave });
    const before = digestWorld(world);
    const [company] = world.played;
    const held = company!.review.held.map((one) => ({ ...one, figures: one.figures.map((figure) => ({ ...figure, truth: 1, fair: 2 })) }));
    company!.review = { ...company!.review, held };
    expect(digestWorld(world)).toBe(before);
    company!.review = { ...company!.review, held: held.slice(1) };
    expect(digestWorld(world)).not.toBe(before);
  });
});

describe('what a review costs', () => {
  test('is paid in its quarter and in no other', () => {
    const run = played(8, { 1: { ...inside, ...thrifty } });
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((quarter) => paid(run, quarter))).toEqual([0, 0, 0, 4, 0, 0, 0, 4]);
  });

  /** A firm that spends all it has, and in the quarter of the review would rather save. */
  const broke = { 'biz.spend': 20, 'svc.cap': 40, 'evl.reserve': 0 } as const;
  const saving = { 'evl.reserve': 15 } as const;

  test('is left out where there is no money for it, files together, and said', () => {
    const { quarters, review } = played(4, { 1: { ...inside, ...broke, 'evl.size': 'n1000' }, 4: saving });
    const [held] = review.held;
    expect(held!.internal).not.toContain('data');
    expect(held!.figures.some(({ method }) => method === 'data')).toBe(false);
    const money = held!.refused.filter(({ code }) => code === 'budget');
    expect(money.length).toBeGreaterThan(0);
    expect(quarters[3]!.companies[0]!.refused).toEqual(expect.arrayContaining(money));
  });

  test('is of fewer people where money is short, which the review and its bill say, and its plan keeps the sample', () => {
    const large = { ...broke, 'evl.frame': 'everyone', 'evl.size': 'n1000', 'evl.internal': [] } as const;
    const runs = Array.from({ length: 16 }, (_, reserve) => played(4, { 1: large, 4: { 'evl.reserve': reserve } }));
    const people = runs.map(({ review }) => (review.held[0]!.external.length === 0 ? 0 : review.held[0]!.n));
    expect(people).toEqual([...people].sort((a, b) => b - a));
    const shrunk = runs.filter((_, place) => people[place]! > 0 && people[place]! < 1000);
    expect(shrunk.length).toBeGreaterThan(0);
    for (const { review, quarters, world } of shrunk) {
      const [held] = review.held;
      const smaller = { code: 'budget.sample', actual: held!.n, required: 1000, card: 'evl.sample' };
      expect(held!.refused).toEqual([smaller]);
      expect(quarters[3]!.companies[0]!.refused).toContainEqual(smaller);
      expect(held!.figures.find(({ id }) => id === 'all')!.n).toBeLessThanOrEqual(held!.n);
      expect(world.played[0]!.plan['evl.size']).toBe('n1000');
    }
  });

  test('comes back on the plan: what could not be paid once is asked for again in the next review', () => {
    const run = played(8, { 1: { ...inside, ...broke }, 4: saving, 5: { 'biz.spend': 0, 'svc.cap': 0, 'evl.reserve': 0 } });
    const [first, second] = run.review.held;
    expect(first!.internal).not.toEqual(inside['evl.internal']);
    expect(run.world.played[0]!.plan['evl.internal']).toEqual(inside['evl.internal']);
    expect(second!.internal).toEqual(inside['evl.internal']);
  });
});

test('is found alike where nobody looks, since scores read it', () => {
  const plans = { 1: { 'evl.baseline': 'yes', ...inside, ...thrifty } } as const;
  expect(played(8, plans, false).review).toEqual(played(8, plans).review);
});
