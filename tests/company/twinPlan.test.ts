import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controls, type CardId, type ControlId, type QuarterPlan } from '../../src/company/controls.ts';
import { planCosts } from '../../src/company/costs.ts';
import { marketingUnits } from '../../src/company/money.ts';
import { mergePlan, planErrors, startPlan } from '../../src/company/plan.ts';
import { startFirm } from '../../src/company/quarter.ts';
import { twinPatch, twinRules, twinStart, type TwinRules } from '../../src/company/twinPlan.ts';
import { planPatch, segmentIds, wholePlan } from '../game/arbitraryRuns.ts';
import { bank } from './fixtures.ts';

const goods: readonly ControlId[] = ['biz.forces', 'biz.generic', 'biz.price', 'svc.cap', 'svc.promise'];
const usual = startPlan({}, segmentIds);
/** Cards on which a firm without CRM spends: marketing, the goods and its usual service. */
const paidFor: ReadonlySet<CardId> = new Set<CardId>(['biz.budget', 'biz.generic', 'svc.cap', 'svc.door', 'svc.policy', 'svc.promise']);

describe('the table of what the twin does with each control', () => {
  test('names every control of the catalogue, and no other', () => {
    const missing = controls.filter(({ id }) => !Object.hasOwn(twinRules, id)).map(({ id }) => id);
    const strangers = Object.keys(twinRules).filter((id) => !controls.some((control) => control.id === id));
    expect({ missing, strangers }).toEqual({ missing: [], strangers: [] });
  });

  test.each(controls.map(({ id }) => id))('without the row of a control no twin is made, and the control is named: %s', (id) => {
    const rules = Object.fromEntries(Object.entries(twinRules).filter(([other]) => other !== id)) as unknown as TwinRules;
    expect(() => twinStart(usual, rules)).toThrow(new RegExp(`control ${id.replaceAll('.', '\\.')}$`));
  });

  test.each(goods)('the goods are those of the firm: %s', (id) => expect(twinRules[id]).toBe('kept'));
});

describe('the plan of the twin', () => {
  test('is legal and pays for nothing but marketing, goods and usual service, whatever the firm began with', () => {
    fc.assert(
      fc.property(wholePlan, (start) => {
        const plan = twinStart(start, twinRules);
        expect(planErrors(plan, segmentIds)).toEqual([]);
        const firm = { ...startFirm(bank, plan), store: 'notebook' as const };
        const { lines, hours, unplanned } = planCosts(plan, firm, bank);
        expect(lines.filter(({ card }) => !paidFor.has(card))).toEqual([]);
        expect({ sponsor: hours.sponsor, unplanned }).toEqual({ sponsor: 0, unplanned: 0 });
      }),
    );
  });

  test('puts the selling part of the start into marketing, to the unit, and all of it sells', () => {
    const budgets: [number, QuarterPlan['biz.budget'], number, number][] = [
      [4, { marketing: 25, sales: 25, service: 25, people: 10, technology: 15 }, 2, 50],
      [3, { marketing: 35, sales: 30, service: 20, people: 5, technology: 10 }, 2, 55],
      [10, { marketing: 0, sales: 100, service: 0, people: 0, technology: 0 }, 10, 0],
      [10, { marketing: 0, sales: 0, service: 50, people: 50, technology: 0 }, 0, 100],
    ];
    for (const [spend, budget, units, marketing] of budgets) {
      const plan = twinStart({ ...usual, 'biz.spend': spend, 'biz.budget': budget });
      expect([plan['biz.spend'], plan['biz.budget'].marketing]).toEqual([units, marketing]);
      expect(marketingUnits(plan['biz.spend'], plan['biz.budget'])).toBe(units);
    }
  });

  test('makes the contacts of the start, but no more than the usual staff can', () => {
    const start: QuarterPlan = { ...usual, 'idc.contact': { households: 0, youngSavers: 2, smallFirms: 1, mortgageHunters: 6 } };
    expect(twinStart(start)['idc.contact']).toEqual({ households: 0, youngSavers: 2, smallFirms: 1, mortgageHunters: 2 });
  });

  test('of a plan that is a twin already is that plan', () => {
    fc.assert(
      fc.property(wholePlan, (start) => {
        const plan = twinStart(start);
        expect(twinStart(plan)).toEqual(plan);
      }),
    );
  });

  test('follows a patch in the goods and in nothing else', () => {
    fc.assert(
      fc.property(planPatch, (patch) => {
        const plan = mergePlan(twinStart(usual), twinPatch(patch));
        for (const { id } of controls) {
          const expected = twinRules[id] === 'kept' && patch[id] !== undefined ? patch[id] : twinStart(usual)[id];
          expect({ id, value: plan[id] }).toEqual({ id, value: expected });
        }
      }),
    );
  });
});
