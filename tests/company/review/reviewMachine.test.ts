/** The review as a machine: walked through every state, and held to what its guards say. */

import { describe, expect, it, test } from 'vitest';
import { reviewMachine } from '../../../src/company/review/reviewMachine.ts';
import {
  adjustReasons,
  type Compared,
  controlReasons,
  externalReasons,
  type ReviewEvent,
} from '../../../src/company/review/reviewRules.ts';
import { type ReviewMachineState, reviewSent } from '../../../src/company/review/reviewSent.ts';
import { reviewAtStart, reviewPhases, type ReviewPhase } from '../../../src/company/review/reviewState.ts';
import { step } from '../../../src/company/step.ts';

const alone: Compared = { quarter: 8, baseline: null, wave: null, tested: null, piloted: false };
const comparable: Compared = { ...alone, baseline: 1, tested: 6 };
const ending = (due: boolean, external: boolean, internal: boolean, compared: Compared, chains: number): ReviewEvent => ({
  type: 'quarter.end',
  facts: { due, external, internal, compared, chains },
});
const both = [true, false];
const events: readonly ReviewEvent[] = [
  ...both.flatMap((due) =>
    both.flatMap((external) =>
      both.flatMap((internal) =>
        [alone, comparable].flatMap((compared) => [0, 1].map((chains) => ending(due, external, internal, compared, chains))),
      ),
    ),
  ),
  { type: 'review.call' },
  ...[0, 5].flatMap((reserve): ReviewEvent[] => [
    { type: 'review.check', reserve },
    { type: 'review.adjust', reserve },
  ]),
];

interface Way {
  from: ReviewMachineState;
  event: ReviewEvent;
  to: ReviewMachineState;
}
const start: ReviewMachineState = { value: reviewAtStart.phase, context: reviewAtStart.memory };
const keyOf = (state: ReviewMachineState): string => JSON.stringify(state);

/** Every way from the start, each state entered once. */
function walked(): Way[] {
  const ways: Way[] = [];
  const seen = new Set([keyOf(start)]);
  const open = [start];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const event of events) {
      const to = step('review', from, event);
      ways.push({ from, event, to });
      if (seen.has(keyOf(to))) continue;
      seen.add(keyOf(to));
      open.push(to);
    }
  }
  return ways;
}
const ways = walked();
const into = (phase: ReviewPhase): Way[] => ways.filter(({ from, to }) => to.value === phase && from.value !== phase);
/** Phases that are left in the same moment as they are entered. */
const passing: readonly ReviewPhase[] = ['collecting', 'external', 'internal', 'reconciling'];

describe('the machine of a review', () => {
  it('has the phases of an evaluation, and rests in all of them but those that only pass figures on', () => {
    expect(Object.keys(reviewMachine.config.states!)).toEqual([...reviewPhases]);
    const rested = new Set(ways.map(({ to }) => to.value));
    expect([...rested, ...passing].sort()).toEqual([...reviewPhases].sort());
  });

  it('is finite, and comes back to its rhythm from wherever it is', () => {
    const calm = ending(false, false, false, alone, 0);
    for (const { to } of ways) {
      const checked = step('review', to, { type: 'review.check', reserve: 0 });
      const done = step('review', checked, calm);
      // A review that was called is held first.
      const back =
        done.value === 'checkingCriteria' ? step('review', step('review', done, { type: 'review.check', reserve: 0 }), calm) : done;
      expect(back.value).toBe('scheduled');
    }
    expect(new Set(ways.map(({ to }) => keyOf(to))).size).toBeLessThan(150);
  });

  it('opens its findings by the closing of the check and by nothing else', () => {
    for (const phase of ['findings', 'findingsOnly'] as const) {
      expect(into(phase).length).toBeGreaterThan(0);
      for (const { from, event } of into(phase)) expect([from.value, event.type]).toEqual(['checkingCriteria', 'review.check']);
    }
  });

  it('adjusts only where money was set aside, and at most three chains a review', () => {
    for (const { from, event, to } of ways) {
      const opened = to.context.opened > from.context.opened;
      if (opened) expect(event).toEqual({ type: 'review.adjust', reserve: 5 });
      if (opened)
        expect([from.context.checked, from.value]).toEqual([true, expect.stringMatching(/^(findings|adjusting|scheduled|monitoring)$/)]);
      expect(to.context.opened).toBeLessThanOrEqual(3);
    }
    expect(into('findings').every(({ event }) => event.type === 'review.check' && event.reserve > 0)).toBe(true);
    expect(into('findingsOnly').every(({ event }) => event.type === 'review.check' && event.reserve === 0)).toBe(true);
  });

  it('takes an external half only where there is something to hold it against', () => {
    const held = ways.filter(({ event, to }) => event.type === 'quarter.end' && to.context.external && to.value === 'checkingCriteria');
    const fresh = held.filter(({ from }) => !from.context.external);
    expect(fresh.length).toBeGreaterThan(0);
    for (const { event } of fresh) expect(event.type === 'quarter.end' && event.facts.compared).toEqual(comparable);
  });

  it('watches chains as long as they are open, and only then', () => {
    for (const { event } of into('monitoring')) expect(event.type === 'quarter.end' && event.facts.chains).toBe(1);
    const left = ways.filter(({ from, to }) => from.value === 'monitoring' && to.value === 'scheduled');
    expect(left.length).toBeGreaterThan(0);
    for (const { event } of left) expect(event.type === 'quarter.end' && event.facts.chains).toBe(0);
  });

  it('holds a review that was called at the end of the quarter, whatever the rhythm', () => {
    const called = reviewSent(reviewAtStart, { type: 'review.call' });
    expect(called.memory.called).toBe(true);
    const held = reviewSent(called, ending(false, false, true, alone, 0));
    expect([held.phase, held.memory.called]).toEqual(['checkingCriteria', false]);
    expect(reviewSent(reviewAtStart, ending(false, false, true, alone, 0)).phase).toBe('scheduled');
  });
});

test.each([
  ['nothing', alone, ['review.noBaseline', 'review.noControl']],
  ['a baseline of late', { ...alone, baseline: 6 }, ['review.noControl']],
  ['a baseline taken in the same quarter, beside a control group', { ...alone, baseline: 8, tested: 8 }, ['review.noBaseline']],
  ['a control group without a baseline', { ...alone, tested: 7 }, ['review.noBaseline']],
  ['a baseline and a campaign that kept some out', { ...alone, baseline: 6, tested: 7 }, []],
  ['a baseline and a programme that was piloted', { ...alone, baseline: 6, piloted: true }, []],
  ['a baseline and a campaign that is too long ago', { ...alone, baseline: 6, tested: 3 }, ['review.noControl']],
  ['a baseline that is a year old', { ...alone, baseline: 4 }, []],
  ['an earlier wave', { ...alone, wave: 4 }, []],
])('an external half that can be held against %s lacks what its guard says', (_, compared, codes) => {
  expect(externalReasons(compared).map(({ code }) => code)).toEqual(codes);
});

test('a campaign counts as a control group for the four quarters after it', () => {
  const lasts = [7, 6, 5, 4, 3].map((tested) => controlReasons({ ...alone, tested }).length === 0);
  expect(lasts).toEqual([true, true, true, true, false]);
});

test('what is set aside for adjustments is compared with the least that one costs', () => {
  expect(adjustReasons(1, 0)).toEqual([]);
  expect(adjustReasons(0, 0)).toEqual([{ code: 'review.noReserve', actual: 0, required: 1, card: 'evl.plan' }]);
  expect(adjustReasons(5, 2)).toEqual([]);
  expect(adjustReasons(5, 3).map(({ code }) => code)).toEqual(['review.chainsFull']);
});

test('a scenario may set the least reserve, the age of a wave and how long a group lasts', () => {
  const terms = { 'review.reserveLeast': 3, 'review.waveAge': 1, 'review.controlLasts': 2 } as const;
  expect(adjustReasons(2, 0)).toEqual([]);
  expect(adjustReasons(2, 0, terms)).toEqual([{ code: 'review.noReserve', actual: 2, required: 3, card: 'evl.plan' }]);
  const young = { ...alone, baseline: 7 };
  expect(externalReasons(young).length).toBeGreaterThan(0);
  expect(externalReasons(young, terms)).toEqual([]);
  expect([5, 6].map((tested) => controlReasons({ ...alone, tested }, terms).length)).toEqual([1, 0]);
  const phaseWith = (own?: typeof terms): ReviewPhase => {
    const collected = reviewSent(reviewAtStart, ending(true, false, true, alone, 0));
    return reviewSent(collected, { type: 'review.check', reserve: 2, ...(own && { terms: own }) }).phase;
  };
  expect([phaseWith(), phaseWith(terms)]).toEqual(['findings', 'findingsOnly']);
});
