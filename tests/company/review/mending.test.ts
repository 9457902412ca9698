import { describe, expect, test } from 'vitest';
import { controlById, type QuarterPlan } from '../../../src/company/controls.ts';
import { actsOn, planActs } from '../../../src/company/review/adjustment.ts';
import { bearsOn } from '../../../src/company/review/bearing.ts';
import { mendingSteps } from '../../../src/company/review/mending.ts';
import { ways } from '../../../src/company/review/mendingWays.ts';
import { findingIds, type FindingId } from '../../../src/company/review/reviewOptions.ts';
import { plan } from './heldReviews.ts';

const laid = (changes: Partial<QuarterPlan>): QuarterPlan => ({ ...plan, ...changes });

describe('the way that mends', () => {
  test('is declared for every control that bears on a finding, and for no other', () => {
    for (const finding of findingIds) {
      const of = ways[finding];
      if (typeof of !== 'function') expect(Object.keys(of).sort()).toEqual([...bearsOn[finding]].sort());
    }
  });

  test('from worst to best names every option of a choice, and no word else', () => {
    for (const finding of findingIds) {
      const of = ways[finding];
      if (typeof of === 'function') continue;
      for (const [id, way] of Object.entries(of)) {
        if (!Array.isArray(way)) continue;
        const control = controlById.get(id as never)!;
        expect([...way].sort(), id).toEqual('options' in control ? [...control.options].sort() : []);
      }
    }
  });

  test.each<[string, FindingId, Partial<QuarterPlan>, Partial<QuarterPlan>, number]>([
    ['more training', 'skillLow', { 'imp.train': 3 }, { 'imp.train': 5 }, 1],
    ['less training', 'skillLow', { 'imp.train': 3 }, { 'imp.train': 1 }, -1],
    ['more people on the counter', 'waitingLong', { 'svc.cap': 0 }, { 'svc.cap': 10 }, 1],
    ['fewer', 'waitingLong', { 'svc.cap': 0 }, { 'svc.cap': -10 }, -1],
    ['quicker answers and a wider door', 'failuresUnheard', { 'svc.door': 'asIs' }, { 'svc.door': 'open', 'svc.speed': 'h8' }, 1],
    ['a door that closes', 'failuresUnheard', { 'svc.door': 'asIs' }, { 'svc.door': 'closed' }, -1],
    ['a lower price', 'valueBehind', { 'biz.price': 5 }, { 'biz.price': 0 }, 1],
    ['a higher one', 'valueBehind', { 'biz.price': 0 }, { 'biz.price': 5 }, -1],
    ['as much for as against', 'waitingLong', { 'svc.cap': 0, 'svc.speed': 'h48' }, { 'svc.cap': 5, 'svc.speed': 'h96' }, 0],
    ['names that are bought', 'recordsWrong', { 'dat.source': ['counter'] }, { 'dat.source': ['counter', 'boughtList'] }, -1],
    ['names that are bought no more', 'recordsWrong', { 'dat.source': ['counter', 'boughtList'] }, { 'dat.source': ['counter'] }, 1],
    ['a process redrawn', 'waitingLong', { 'imp.process': 'none' }, { 'imp.process': 'complaint' }, 1],
    ['one given up', 'waitingLong', { 'imp.process': 'complaint' }, { 'imp.process': 'none' }, 0],
    ['cards that contradict each other less', 'cardsDisagree', { 'biz.generic': 'focus', 'cus.core': [] }, { 'biz.generic': 'cost' }, 1],
    ['cards that contradict each other more', 'cardsDisagree', { 'biz.generic': 'cost', 'cus.core': [] }, { 'biz.generic': 'focus' }, -1],
  ])('%s (%s)', (_, finding, before, now, steps) => {
    expect(mendingSteps(finding, [laid(before)], laid({ ...before, ...now }))).toBe(steps);
    expect(actsOn({ finding, action: 'tune' }, laid(before), laid({ ...before, ...now }), [])).toBe(steps > 0);
  });

  test('goes beyond everything that was before: what goes back and forth is none', () => {
    const [low, high] = [laid({ 'imp.train': 2 }), laid({ 'imp.train': 3 })];
    const tune = { finding: 'skillLow', action: 'tune' } as const;
    expect(planActs(tune, [low], high)).toBe(true);
    expect(planActs(tune, [high, low], high)).toBe(false);
    expect(planActs(tune, [high, low], laid({ 'imp.train': 4 }))).toBe(true);
    const [one, other] = [laid({ 'cus.core': ['old'] }), laid({ 'cus.core': ['young'] })];
    const retarget = { finding: 'wrongTargets', action: 'retarget' } as const;
    expect(planActs(retarget, [one], other)).toBe(true);
    expect(planActs(retarget, [other, one], other)).toBe(false);
  });
});
