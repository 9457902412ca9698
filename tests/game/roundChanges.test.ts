import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlById } from '../../src/company/controls.ts';
import { mergePlan, sameValue, startPlan } from '../../src/company/plan.ts';
import type { EntryData } from '../../src/game/run.ts';
import { decidedRounds } from '../../src/game/whatIf/decisions.ts';
import { groupOfDecided, groupOfSaid, roundChanges } from '../../src/game/whatIf/roundChanges.ts';
import { groupIds } from '../../src/game/contributions/groups.ts';
import { log, logOf, oneQuarter, playbookNames, scenario } from './plays.ts';

const plan = (of: Extract<EntryData, { kind: 'plan' }>['data']['plan']): EntryData => ({ kind: 'plan', data: { plan: of } });
const changesOf = (...decisions: EntryData[]): ReturnType<typeof roundChanges> => roundChanges(scenario, log(decisions));
const start = startPlan(
  scenario.startPlan,
  scenario.market.segments.map(({ id }) => id),
);

describe('what a round changed', () => {
  test('is told once, from what held before the round to what held at its end', () => {
    const [round] = changesOf(plan({ 'biz.price': 5 }), plan({ 'biz.price': 10 }), oneQuarter);
    expect(round).toMatchObject({ quarter: 1, quarters: 1, repeated: [] });
    expect(round!.changed).toEqual([{ kind: 'control', control: 'biz.price', from: start['biz.price'], to: 10 }]);
  });

  test('is nothing where it was taken back within the round; then it only said what stood', () => {
    const [round] = changesOf(plan({ 'biz.price': 5 }), plan({ 'biz.price': start['biz.price'] }), oneQuarter);
    expect(round!.changed).toEqual([]);
    expect(round!.repeated).toEqual([{ control: 'biz.price', value: start['biz.price'] }]);
  });

  test('is nothing where a whole plan is handed in again', () => {
    const rounds = changesOf(plan({ 'biz.price': 5, 'dat.clean': 6 }), oneQuarter, plan({ 'biz.price': 5, 'dat.clean': 6 }), oneQuarter);
    expect(rounds[0]!.changed).toHaveLength(2);
    expect(rounds[1]).toMatchObject({ changed: [], repeated: [{ control: 'dat.clean' }, { control: 'biz.price' }] });
  });

  test('holds standing orders and moves too', () => {
    const [round] = changesOf(
      { kind: 'plan', data: { plan: {}, standing: { cashFloor: 2, onCase: 'collaborate' } } },
      { kind: 'move', data: { kind: 'programme', move: 'recover' } },
      oneQuarter,
    );
    expect(round!.changed.map(({ kind }) => kind)).toEqual(['order', 'order', 'programme']);
  });
});

test.each(playbookNames)(
  'the changes of %s, one after the other, give the plan of every round, and each is in one of the five groups',
  (name) => {
    const entries = logOf(name);
    const rounds = decidedRounds(scenario, entries);
    let before = start;
    for (const [place, { changed, repeated }] of roundChanges(scenario, entries).entries()) {
      const after = mergePlan(
        before,
        Object.fromEntries(changed.flatMap((each) => (each.kind === 'control' ? [[each.control, each.to]] : []))),
      );
      for (const id of controlById.keys()) expect(sameValue(after[id], rounds[place]!.plan[id]), `${id} in round ${place + 1}`).toBe(true);
      for (const each of changed) expect(groupIds).toContain(groupOfDecided(each));
      for (const each of repeated) expect(groupIds).toContain(groupOfSaid(each));
      before = mergePlan(after, { 'ana.buy': [], 'cam.offer': 'none' });
    }
  },
);

test('however often a price is said in a round, the change is from the first before to the last after, or there is none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-10, -5, 0, 5, 10), { minLength: 1, maxLength: 6 }), (prices) => {
      const [round] = changesOf(...prices.map((price) => plan({ 'biz.price': price })), oneQuarter);
      const to = prices.at(-1)!;
      const expected = to === start['biz.price'] ? [] : [{ kind: 'control', control: 'biz.price', from: start['biz.price'], to }];
      expect(round!.changed).toEqual(expected);
    }),
  );
});
