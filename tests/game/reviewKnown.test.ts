import { beforeAll, describe, expect, it } from 'vitest';
import { answersTo } from '../../src/company/review/questions.ts';
import type { Move } from '../../src/company/orders.ts';
import { advance, type PlayedQuarter } from '../../src/game/playQuarter.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import { reviewAfter, reviewOf } from '../../src/game/reviewView.ts';
import { stateAsKnown } from '../../src/game/known/review.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import type { World } from '../../src/game/world.ts';
import { vorasBank } from './shippedScenario.ts';

/** Four quarters with a baseline in the first and a campaign with a group kept out in the third, so that all methods are held. */
function reviewed(): { world: World; last: PlayedQuarter } {
  const world = createWorld(vorasBank().scenario, 0, { population: 5, luck: 5 }, 800);
  const { id } = world.played[0]!.spec;
  const plans = [
    {
      'evl.plan': 'everyFour',
      'evl.reserve': 8,
      'evl.baseline': 'yes',
      'evl.criteria': ['satisfaction', 'ticketsClosed'],
      'evl.frame': 'everyone',
      'evl.size': 'n400',
      'evl.moment': 'ordinary',
      'evl.external': ['satisfaction', 'equity', 'valueMap', 'loyaltyMatrix'],
      'evl.internal': ['data', 'training'],
    },
    {},
    { 'cam.offer': 'reminder', 'cam.target': 'all', 'cam.control': 20 },
    {},
  ] as const;
  let last: PlayedQuarter | null = null;
  for (const plan of plans) last = advance(world, new Map([[id, { plan, moves: [] as readonly Move[], standing: {} }]]));
  return { world, last: last! };
}

/** Every key of a value, at any depth. */
function keysIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

describe('what a firm sees of its reviews', () => {
  let world: World;
  let last: PlayedQuarter;
  beforeAll(() => ({ world, last } = reviewed()));

  it('has every figure with its interval and method, and no truth of any, nor what an honest width would be', () => {
    const known = quarterReport(world, last, null).known.review!;
    const own = world.played[0]!.review.held[0]!;
    expect(known.held).toHaveLength(1);
    expect(known.held[0]!.figures.map(({ method, id, value }) => [method, id, value])).toEqual(
      own.figures.map(({ method, id, value }) => [method, id, value]),
    );
    expect(own.figures.filter(({ truth }) => truth !== null).length).toBeGreaterThan(20);
    expect(keysIn(known).filter((key) => ['truth', 'fair', 'defects', 'planted', 'weight', 'wave'].includes(key))).toEqual([]);
    const seen = new Set(JSON.stringify(known).match(/-?\d+\.\d{4,}(?:e-?\d+)?/g));
    const told = own.figures.filter(({ value, low, high, truth }) => truth !== null && ![value, low, high].includes(truth));
    expect(told.filter(({ truth }) => seen.has(JSON.stringify(truth))).map(({ method, id }) => `${method}.${id}`)).toEqual([]);
  });

  it('has no finding and no answer while the check is open, and both after it, before the quarter is closed', () => {
    const company = world.played[0]!;
    const own = company.review.held[0]!;
    const before = reviewOf(world, company).held[0]!;
    expect([before.found, before.answers]).toEqual([null, []]);
    const asked = own.questions;
    const check: Move = { kind: 'review', step: { do: 'check', asked, goals: { satisfaction: 'keepCore' } } };
    const after = reviewAfter(world, company, company.plan, [check]);
    expect(after.held[0]!.found).toEqual(own.found);
    expect(after.held[0]!.answers.map(({ question }) => question)).toEqual(asked);
    for (const { question, biases, warns } of after.held[0]!.answers) {
      expect(biases).toEqual(answersTo(question, own).biases);
      if (biases.length > 0) expect(warns).toBe(true);
    }
    expect(world.played[0]!.review.held[0]!.asked).toBeNull();
    expect(stateAsKnown(reviewOf(world, company), after).held[0]!.found).toEqual(own.found);
  });

  it('names the next review by the rhythm, and what one now would cost', () => {
    const known = reviewOf(world, world.played[0]!);
    expect(known.next).toBe(8);
    expect(known.callPrice).toBeGreaterThan(0);
    const never = reviewOf(world, { ...world.played[0]!, plan: { ...world.played[0]!.plan, 'evl.plan': 'never' } });
    expect(never.next).toBeNull();
  });

  it('stands beside the truth in the debrief of a quarter that held one', () => {
    const { truth } = quarterReport(world, last, null);
    expect(truth.review!.held[0]!.figures.some(({ truth: real }) => real !== null)).toBe(true);
    expect(truth.review!.defects.length).toBeGreaterThan(0);
  });
});
