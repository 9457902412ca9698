import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breachChance, breachHarm, breachIn, type Exposure, exposureOf, riskWord, riskWords } from '../../src/company/breach.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { planCosts } from '../../src/company/costs.ts';
import { offerOf } from '../../src/company/quarter.ts';
import { fieldIds } from '../../src/sim/records/recordActions.ts';
import { bank, expectedContacts, planWith, realPeople, segments, startedBank } from './fixtures.ts';

const exposed = (more: Partial<Exposure> = {}): Exposure => ({
  fields: 5,
  unused: [],
  pairs: 0,
  boughtList: false,
  partner: false,
  safety: 'basic',
  ...more,
});
const worst = exposed({ fields: 12, unused: ['callTime', 'referrer', 'returns'], pairs: 6, boughtList: true, partner: true });
/** Chance of at least one breach in twelve quarters. */
const inTwelve = (exposure: Exposure): number => 1 - (1 - breachChance(exposure, p)) ** 12;

describe('The risk of a breach', () => {
  test.each([
    ['as a run begins', exposed(), 0.058],
    ['with nine useful fields and four rights', exposed({ fields: 9, pairs: 4 }), 0.204],
    ['with all that can be exposed', worst, 0.553],
    ['the same under standard security', { ...worst, safety: 'standard' }, 0.275],
    ['the same under strict security', { ...worst, safety: 'strict' }, 0.114],
  ] as const)('%s comes to a breach in twelve quarters with the chance that is documented', (_, exposure, chance) => {
    expect(inTwelve(exposure as Exposure)).toBeCloseTo(chance, 2);
  });

  test('grows with every field, right and outside source, is more for a field of no use, and falls with each step of security', () => {
    const any = fc.record({
      fields: fc.integer({ min: 0, max: 11 }),
      unused: fc.subarray([...fieldIds], { maxLength: 3 }),
      pairs: fc.integer({ min: 0, max: 5 }),
      boughtList: fc.constant(false),
      partner: fc.constant(false),
      safety: fc.constantFrom('basic', 'standard', 'strict'),
    });
    fc.assert(
      fc.property(any, (exposure) => {
        const chance = (more: Partial<Exposure>): number => breachChance({ ...exposure, ...more }, p);
        const now = chance({});
        const useful = chance({ fields: exposure.fields + 1 });
        expect(useful).toBeGreaterThan(now);
        expect(chance({ fields: exposure.fields + 1, unused: [...exposure.unused, 'returns'] })).toBeGreaterThan(useful);
        expect(chance({ pairs: exposure.pairs + 1 })).toBeGreaterThan(now);
        expect(chance({ boughtList: true })).toBeGreaterThan(now);
        expect(chance({ partner: true })).toBeGreaterThan(now);
        if (exposure.fields > 0) {
          expect(chance({ safety: 'strict' })).toBeLessThan(chance({ safety: 'standard' }));
          expect(chance({ safety: 'standard' })).toBeLessThan(chance({ safety: 'basic' }));
        }
      }),
    );
  });

  test('is read off what is in force: fields and rights act a quarter later, security at once', () => {
    const firm = startedBank();
    const plan = planWith({ 'dat.fields': [...fieldIds], 'dat.share': 6, 'dat.safe': 'strict' });
    const now = exposureOf(firm, bank, plan, p);
    expect(now).toEqual(exposed({ fields: firm.lastPlan['dat.fields'].length, unused: now.unused, safety: 'strict' }));
    const next = exposureOf({ ...firm, lastPlan: plan }, bank, plan, p);
    expect(next).toMatchObject({ fields: 12, pairs: 6 });
    expect(next.unused).toEqual(fieldIds.slice(3));
  });

  test('one draw decides, and says what basic security would have let through', () => {
    const strict = { ...worst, safety: 'strict' } as const;
    const [guarded, bare] = [breachChance(strict, p), breachChance(worst, p)];
    expect(breachIn(strict, p, guarded / 2)).toMatchObject({ struck: true, averted: false, chance: guarded, bare });
    expect(breachIn(strict, p, (guarded + bare) / 2)).toMatchObject({ struck: false, averted: true });
    expect(breachIn(strict, p, (1 + bare) / 2)).toMatchObject({ struck: false, averted: false });
    expect(breachIn(worst, p, bare / 2)).toMatchObject({ struck: true, averted: false });
  });

  test('harms more where more was held for nothing and more could read it', () => {
    expect(breachHarm(exposed(), p)).toBe(p['breach.size']);
    expect(breachHarm(exposed({ unused: ['returns'] }), p)).toBeGreaterThan(breachHarm(exposed(), p));
    expect(breachHarm(exposed({ pairs: 1 }), p)).toBeGreaterThan(breachHarm(exposed(), p));
    expect(breachHarm(worst, p)).toBeLessThanOrEqual(1);
  });

  test('is told in words that go up with it', () => {
    expect([0, 0.005, 0.01, 0.03, 0.2].map(riskWord)).toEqual([riskWords[0], ...riskWords]);
  });
});

describe('Security', () => {
  const capacity = (safe: 'basic' | 'standard' | 'strict'): number =>
    offerOf(startedBank(), bank, planWith({ 'dat.safe': safe }), segments, expectedContacts, realPeople).capacity;
  const units = (safe: 'basic' | 'standard' | 'strict'): number => planCosts(planWith({ 'dat.safe': safe }), startedBank(), bank).units;

  test('costs nothing, one or two units a quarter', () => {
    expect(units('standard') - units('basic')).toBeCloseTo(1, 9);
    expect(units('strict') - units('basic')).toBeCloseTo(2, 9);
  });

  test('slows service by a twentieth where it is strict, and not otherwise', () => {
    expect(capacity('standard')).toBe(capacity('basic'));
    expect(capacity('strict') / capacity('basic')).toBeCloseTo(0.95, 9);
  });
});
