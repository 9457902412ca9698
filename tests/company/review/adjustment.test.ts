import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../../src/company/controls.ts';
import { controlById } from '../../../src/company/controls.ts';
import type { Move } from '../../../src/company/orders.ts';
import { usualParameters as p } from '../../../src/company/parameters.ts';
import {
  actsOn,
  atTheCause,
  chainJudged,
  chainOutcome,
  type Gravity,
  rightCauses,
  sunkInto,
} from '../../../src/company/review/adjustment.ts';
import { bearsOn, controlsOf } from '../../../src/company/review/bearing.ts';
import { findingScales, gravityAt } from '../../../src/company/review/findingParameters.ts';
import { gravestOf, inOrder, weightiestOf } from '../../../src/company/review/findings.ts';
import {
  adjustmentIds,
  causeOfFindingIds,
  findingIds,
  type AdjustmentId,
  type FindingId,
} from '../../../src/company/review/reviewOptions.ts';
import type { AdjustmentChain } from '../../../src/company/review/reviewState.ts';
import { hasWord } from '../../../src/text/words.ts';
import { chain, plan } from './heldReviews.ts';

const abandon: Move = { kind: 'programme', move: 'abandon' };
const recover: Move = { kind: 'programme', move: 'recover' };

describe('acting on a finding', () => {
  test.each<[string, FindingId, AdjustmentId, Partial<QuarterPlan>, Partial<QuarterPlan>, Move[], boolean]>([
    ['cleaning tunes wrong records', 'recordsWrong', 'tune', {}, { 'dat.clean': 5 }, [], true],
    ['a lower price does not', 'recordsWrong', 'tune', {}, { 'biz.price': -5 }, [], false],
    ['nothing changed is nothing done', 'recordsWrong', 'tune', {}, {}, [], false],
    [
      'the same list in another order is no change',
      'fieldsUnused',
      'tune',
      { 'dat.fields': ['name', 'phone'] },
      { 'dat.fields': ['phone', 'name'] },
      [],
      false,
    ],
    ['keeping is done by doing nothing', 'recordsWrong', 'keep', {}, {}, [], true],
    ['another core is another target', 'wrongTargets', 'retarget', {}, { 'cus.core': ['old'] }, [], true],
    ['a class rule is too', 'wrongTargets', 'retarget', {}, { 'idc.class': 'spendingAge' as QuarterPlan['idc.class'] }, [], true],
    ['training is none', 'wrongTargets', 'retarget', {}, { 'imp.train': 5 }, [], false],
    ['another path changes the path', 'pathUnfit', 'changePath', { 'crm.path': 'p14' }, { 'crm.path': 'p12' }, [], true],
    ['a programme that is taken up again does', 'programmeStalled', 'changePath', {}, {}, [recover], true],
    ['a path given up is a stop', 'pathUnfit', 'stop', { 'crm.path': 'p14' }, { 'crm.path': 'stay' }, [], true],
    ['a programme abandoned is one', 'programmeStalled', 'stop', {}, {}, [abandon], true],
    ['fewer fields are one', 'fieldsUnused', 'stop', { 'dat.fields': ['name', 'returns'] }, { 'dat.fields': ['name'] }, [], true],
    ['more fields are none', 'fieldsUnused', 'stop', { 'dat.fields': ['name'] }, { 'dat.fields': ['name', 'returns'] }, [], false],
    [
      'a campaign ended does not stop what is wrong with records',
      'recordsWrong',
      'stop',
      { 'cam.offer': 'discount' as QuarterPlan['cam.offer'] },
      { 'cam.offer': 'none' },
      [],
      false,
    ],
  ])('%s', (_, finding, action, before, now, moves, acts) => {
    expect(actsOn({ finding, action }, { ...plan, ...before }, { ...plan, ...before, ...now }, moves)).toBe(acts);
  });

  test('every finding has controls that bear on it, causes in the list, and words that say why', () => {
    for (const finding of findingIds) {
      expect(bearsOn[finding].length).toBeGreaterThan(0);
      expect(bearsOn[finding].filter((id) => !controlById.has(id))).toEqual([]);
      expect(rightCauses[finding].length).toBeGreaterThan(0);
      expect(causeOfFindingIds.some((cause) => !atTheCause(finding, cause))).toBe(true);
      expect(hasWord('causeReason', finding)).toBe(true);
    }
    expect(adjustmentIds.map((action) => controlsOf('recordsWrong', action).length > 0)).toEqual([false, true, true, true, true]);
  });
});

describe('how a chain ends', () => {
  test.each<[number, number | null, AdjustmentChain['outcome']]>([
    [60, 0, 'fixed'],
    [60, 20, 'fixed'],
    [60, 30, 'better'],
    [60, 48, 'better'],
    [60, 55, 'unchanged'],
    [60, 71, 'unchanged'],
    [60, 72, 'worse'],
    [60, null, 'untested'],
  ])('gravity %i, found again %j: %s', (before, after, outcome) => {
    expect(chainOutcome(before, after === null ? null : { least: after, value: after, most: after }, p)).toBe(outcome);
  });

  test.each<[string, Gravity, AdjustmentChain['outcome']]>([
    ['gone, and its unkind end no graver than it was', { least: 0, value: 10, most: 59 }, 'fixed'],
    ['gone, but it may be as grave as it was', { least: 0, value: 10, most: 70 }, 'better'],
    ['graver, and its kind end too', { least: 61, value: 80, most: 95 }, 'worse'],
    ['graver, but it may be what it was', { least: 50, value: 80, most: 95 }, 'unchanged'],
  ])('a rough re-test claims no more than it shows: %s', (_, after, outcome) => {
    expect(chainOutcome(60, after, p)).toBe(outcome);
  });

  test('a chain is well led where it began at the cause, the plan followed, and a review looked again', () => {
    const led = { ...chain, acted: 6, outcome: 'better' } as const;
    expect(chainJudged(led)).toEqual({ atTheCause: true, acted: true, retested: true, healed: true });
    expect(chainJudged({ ...led, cause: 'tool', acted: null, outcome: 'untested' })).toEqual({
      atTheCause: false,
      acted: false,
      retested: false,
      healed: false,
    });
  });

  test('to keep what fails twice running is sunk cost; once, or after it got better, is not', () => {
    const keep = (outcome: AdjustmentChain['outcome']): AdjustmentChain => ({ ...chain, action: 'keep', outcome });
    expect(sunkInto([keep('unchanged')])).toEqual([]);
    expect(sunkInto([keep('unchanged'), keep('open')])).toEqual(['recordsWrong']);
    expect(sunkInto([keep('better'), keep('open')])).toEqual([]);
    expect(sunkInto([keep('worse'), { ...chain, outcome: 'unchanged' }, keep('open')])).toEqual([]);
  });
});

describe('right things first', () => {
  test('a finding in governing factors or programme voids data and people, never the market', () => {
    const all = findingIds.map((finding) => ({ finding, gravity: 50 }));
    const voided = inOrder([...all].reverse()).filter((one) => one.voided);
    expect(voided.map(({ finding }) => finding)).toEqual(findingIds.slice(4, 12));
    expect(inOrder(all.slice(4)).some((one) => one.voided)).toBe(false);
  });

  test('the gravest is taken up first, among what may be and is not yet', () => {
    const found = inOrder([
      { finding: 'cardsDisagree', gravity: 25 },
      { finding: 'recordsWrong', gravity: 90 },
      { finding: 'waitingLong', gravity: 40 },
    ]);
    expect(gravestOf(found)?.finding).toBe('waitingLong');
    expect(gravestOf(found, ['waitingLong'])?.finding).toBe('cardsDisagree');
    expect(gravestOf([])).toBeNull();
  });

  test('what weighs most on equity goes before what is gravest, and what may not be adjusted is left out', () => {
    const found = inOrder([
      { finding: 'recordsWrong', gravity: 60 },
      { finding: 'skillLow', gravity: 20 },
      { finding: 'waitingLong', gravity: 40 },
    ]);
    expect(weightiestOf(found).map(({ finding }) => finding)).toEqual(['skillLow', 'waitingLong', 'recordsWrong']);
    expect(weightiestOf(found, ['skillLow']).map(({ finding }) => finding)).toEqual(['waitingLong', 'recordsWrong']);
    const voided = inOrder([...found, { finding: 'cardsDisagree', gravity: 25 }]);
    expect(weightiestOf(voided).map(({ finding }) => finding)).toEqual(['waitingLong', 'cardsDisagree']);
  });

  test('every scale runs from no defect to the worst, whichever way its unit does', () => {
    for (const finding of findingIds) {
      const { good, worst } = findingScales[finding];
      expect(gravityAt(finding, good)).toBe(0);
      expect(gravityAt(finding, worst)).toBeCloseTo(100, 9);
      expect(gravityAt(finding, (good + worst) / 2)).toBeCloseTo(50, 9);
      expect(gravityAt(finding, worst + (worst - good))).toBe(100);
    }
  });
});
