import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyControl, controls } from '../../src/company/controls.ts';
import { meanPlan, mergePlan, planErrors, sameValue, startPlan } from '../../src/company/plan.ts';
import { planWith, segmentIds, usualPlan } from './fixtures.ts';
import { legalPatch } from './legalPatches.ts';

describe('the start plan', () => {
  it('holds every control of the catalogue at its default, one value a segment where asked', () => {
    const plan = startPlan({}, segmentIds);
    for (const control of controls as readonly AnyControl[]) {
      const value = plan[control.id];
      if (control.kind === 'choiceEach' || control.kind === 'levelEach') {
        expect(value).toEqual(Object.fromEntries(segmentIds.map((id) => [id, control.start])));
      } else expect(value).toEqual(control.start);
    }
    expect(planErrors(plan, segmentIds)).toEqual([]);
  });

  it('takes overrides, for single segments too', () => {
    const plan = startPlan({ 'biz.spend': 6, 'cus.task': { firms: 'grow' } }, segmentIds);
    expect(plan['biz.spend']).toBe(6);
    expect(plan['cus.task']).toEqual({ households: 'keep', savers: 'keep', firms: 'grow', borrowers: 'keep' });
  });
});

describe('a patch', () => {
  it.each<[string, unknown, string, string]>([
    ['that is no object', 7, 'plan.notAnObject', ''],
    ['that is null', null, 'plan.notAnObject', ''],
    ['that is a list', [], 'plan.notAnObject', ''],
    ['with an unknown control', { 'biz.unknown': 1 }, 'control.unknown', 'biz.unknown'],
    ['with a key of every object', { constructor: 1 }, 'control.unknown', 'constructor'],
    ['with an unknown word', { 'crm.path': 'p99' }, 'option.unknown', 'crm.path'],
    ['with a number for a word', { 'crm.path': 3 }, 'option.unknown', 'crm.path'],
    ['with a number too high', { 'biz.spend': 21 }, 'number.outOfRange', 'biz.spend'],
    ['with a number too low', { 'svc.cap': -25 }, 'number.outOfRange', 'svc.cap'],
    ['with a number between steps', { 'svc.cap': 7 }, 'number.offStep', 'svc.cap'],
    ['with a fraction', { 'biz.spend': 1.5 }, 'number.offStep', 'biz.spend'],
    ['with no number', { 'biz.spend': Number.NaN }, 'number.expected', 'biz.spend'],
    ['with a word for a number', { 'biz.spend': '4' }, 'number.expected', 'biz.spend'],
    [
      'with a split that does not sum',
      { 'biz.budget': { marketing: 25, sales: 25, service: 25, people: 10, technology: 10 } },
      'split.sum',
      'biz.budget',
    ],
    [
      'with a part missing',
      { 'biz.budget': { marketing: 75, service: 25, people: 0, technology: 0 } },
      'number.expected',
      'biz.budget.sales',
    ],
    [
      'with a part too many',
      { 'biz.budget': { marketing: 25, sales: 25, service: 25, people: 10, technology: 15, fun: 0 } },
      'option.unknown',
      'biz.budget.fun',
    ],
    ['with a split that is a list', { 'biz.budget': [100] }, 'split.expected', 'biz.budget'],
    ['with an unknown segment as core', { 'cus.core': ['nobody'] }, 'segment.unknown', 'cus.core'],
    ['with two cores', { 'cus.core': ['households', 'firms'] }, 'list.tooMany', 'cus.core'],
    ['with a word twice', { 'biz.forces': ['rivalry', 'rivalry'] }, 'list.repeated', 'biz.forces'],
    ['with three forces', { 'biz.forces': ['rivalry', 'entry', 'buyers'] }, 'list.tooMany', 'biz.forces'],
    ['with a word for a list', { 'biz.forces': 'rivalry' }, 'list.expected', 'biz.forces'],
    ['with a task for nobody', { 'cus.task': { nobody: 'keep' } }, 'segment.unknown', 'cus.task.nobody'],
    ['with a task nobody knows', { 'cus.task': { firms: 'love' } }, 'option.unknown', 'cus.task.firms'],
    ['with a contact rate too high', { 'idc.contact': { firms: 7 } }, 'number.outOfRange', 'idc.contact.firms'],
    ['with one task for all', { 'cus.task': 'keep' }, 'segments.expected', 'cus.task'],
    ['with too many sponsor hours', { 'crm.people.reviews': 25, 'crm.people.departments': 20 }, 'hours.tooMany', 'crm.people'],
  ])('%s is refused with a code and a place', (_, patch, code, at) => {
    expect(planErrors(patch, segmentIds)).toEqual([expect.objectContaining({ code, at })]);
  });

  it('of allowed values has no errors and merges into a plan without errors', () => {
    fc.assert(
      fc.property(legalPatch, (patch) => {
        expect(planErrors(patch, segmentIds)).toEqual([]);
        expect(planErrors(mergePlan(usualPlan, patch), segmentIds)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of anything at all gives codes and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...controls.map(({ id }) => id as string), '__proto__', 'x'), fc.anything()), (patch) => {
        for (const error of planErrors(patch, segmentIds)) expect(error.code).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
      }),
      { numRuns: 200 },
    );
  });

  it('changes only what it names', () => {
    const merged = planWith({ 'svc.cap': 10 });
    for (const { id } of controls) if (id !== 'svc.cap') expect(merged[id]).toEqual(usualPlan[id]);
    expect(usualPlan['svc.cap']).toBe(0);
  });
});

describe('the same value', () => {
  it('does not depend on the order of keys or words', () => {
    expect(sameValue(['rivalry', 'buyers'], ['buyers', 'rivalry'])).toBe(true);
    expect(sameValue({ a: 'keep', b: 'grow' }, { b: 'grow', a: 'keep' })).toBe(true);
    expect(sameValue({ a: 'keep' }, { a: 'grow' })).toBe(false);
    expect(sameValue(['rivalry'], ['buyers'])).toBe(false);
    expect(sameValue(4, 5)).toBe(false);
  });
});

describe('the mean plan', () => {
  it('of equal plans is that plan', () => {
    expect(meanPlan([usualPlan, usualPlan, usualPlan])).toEqual(usualPlan);
  });

  it('averages numbers to their step and takes words and lists from the last', () => {
    const plans = [
      planWith({ 'svc.cap': 0, 'biz.spend': 3, 'svc.door': 'closed', 'idc.contact': { firms: 0 }, 'biz.forces': ['entry'] }),
      planWith({ 'svc.cap': 10, 'biz.spend': 4, 'svc.door': 'open', 'idc.contact': { firms: 3 }, 'biz.forces': ['rivalry', 'buyers'] }),
    ];
    const mean = meanPlan(plans);
    expect(mean['svc.cap']).toBe(5);
    expect(mean['biz.spend']).toBe(4);
    expect(mean['svc.door']).toBe('open');
    expect(mean['idc.contact']['firms']).toBe(2);
    expect(mean['biz.forces']).toEqual(['rivalry', 'buyers']);
  });

  it('splits the budget in whole steps that sum to a hundred', () => {
    const part = (marketing: number) =>
      planWith({ 'biz.budget': { marketing, sales: 25, service: 25, people: 10, technology: 40 - marketing } });
    const mean = meanPlan([part(25), part(25), part(30)])['biz.budget'];
    expect(mean).toEqual({ marketing: 25, sales: 25, service: 25, people: 10, technology: 15 });
  });

  it('is legal for any legal plans', () => {
    fc.assert(
      fc.property(fc.array(legalPatch, { minLength: 1, maxLength: 3 }), (patches) => {
        expect(planErrors(meanPlan(patches.map((patch) => mergePlan(usualPlan, patch))), segmentIds)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('needs a plan', () => {
    expect(() => meanPlan([])).toThrow(RangeError);
  });
});
