import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptionCeiling } from '../../src/company/adoption.ts';
import { controlById, type QuarterPlan } from '../../src/company/controls.ts';
import { planCosts } from '../../src/company/costs.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { offerOf } from '../../src/company/quarter.ts';
import { measureEffects, measureInForce, reportedFigure, type StaffMeasureId } from '../../src/company/staffMeasure.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { bank, expectedContacts, planWith, realPeople, segments, startedBank } from './fixtures.ts';

const measureIds = ['callTime', 'solvedFirst', 'revenue', 'customerKept'] as const;
const paid = (measure: StaffMeasureId, bonus: number): QuarterPlan => planWith({ 'imp.measure': measure, 'imp.measure.bonus': bonus });
/** Offer of a firm that has lived under the plan, so that it acts. */
const offer = (measure: StaffMeasureId, bonus: number): CompanyOffer => {
  const plan = paid(measure, bonus);
  const firm = { ...startedBank(plan), marketingAtStart: startedBank().marketingAtStart };
  return offerOf(firm, bank, plan, segments, expectedContacts, realPeople);
};

describe('staff measures', () => {
  it('start with revenue and no bonus, which costs nothing', () => {
    const { start } = controlById.get('imp.measure')!;
    expect(start).toBe('revenue');
    expect(planWith({})['imp.measure.bonus']).toBe(0);
    const units = (bonus: number): number => planCosts(paid('revenue', bonus), startedBank(), bank).units;
    expect(units(20) - units(0)).toBeCloseTo(p['price.staffBonus'], 9);
    expect(units(10) - units(0)).toBeCloseTo(p['price.staffBonus'] / 2, 9);
  });

  it.each(measureIds)('change nothing without a bonus: %s', (measure) => {
    expect(offer(measure, 0)).toEqual(offer('revenue', 0));
    expect(reportedFigure(measureInForce(startedBank(), paid(measure, 0)), 0.7, p)).toBe(0.7);
  });

  it('of call time bring quicker and poorer answers; of solving the reverse', () => {
    const base = offer('revenue', 0);
    const quick = offer('callTime', 20);
    const solved = offer('solvedFirst', 20);
    expect(quick.capacity / base.capacity).toBeCloseTo(1 + p['measure.callTimePace'], 9);
    expect(quick.care / base.care).toBeCloseTo(1 - p['measure.callTimeCare'], 9);
    expect(quick.complaint.authority).toBeLessThan(base.complaint.authority);
    expect(solved.capacity).toBeLessThan(base.capacity);
    expect(solved.care).toBeGreaterThan(base.care);
    expect(solved.complaint.authority).toBeGreaterThan(base.complaint.authority);
  });

  it('of revenue win customers and fail more of them; of customers kept keep them and take time', () => {
    const base = offer('revenue', 0);
    const selling = offer('revenue', 20);
    const keeping = offer('customerKept', 20);
    expect(selling.segments[0]!.acquisition / base.segments[0]!.acquisition).toBeCloseTo(1 + p['measure.revenueAcquisition'], 9);
    expect(selling.failureRate).toBeGreaterThan(base.failureRate);
    expect(selling.segments[0]!.retention).toBe(base.segments[0]!.retention);
    expect(keeping.segments[0]!.retention / base.segments[0]!.retention).toBeCloseTo(1 + p['measure.customerKeptRetention'], 9);
    expect(keeping.capacity).toBeLessThan(base.capacity);
  });

  it('of output hold the use of new tools back, those of customers do not', () => {
    const ceiling = (measure: StaffMeasureId, bonus: number): number =>
      adoptionCeiling(startedBank(paid(measure, bonus)), bank, paid(measure, bonus), p);
    expect(ceiling('revenue', 20) / ceiling('revenue', 0)).toBeCloseTo(1 - p['measure.resistance'], 9);
    expect(ceiling('callTime', 20)).toBe(ceiling('revenue', 20));
    expect(ceiling('customerKept', 20)).toBe(ceiling('revenue', 0));
  });

  it('move work in step with the bonus that is paid, and less where it could not be paid', () => {
    const plan = paid('callTime', 20);
    const half = measureEffects({ ...startedBank(plan), funded: 0.5 }, plan, p);
    expect(half).toEqual(measureEffects(startedBank(paid('callTime', 10)), paid('callTime', 10), p));
  });
});

describe('the figure on the staff’s sheet', () => {
  it('is never worse than the logs, never beyond the whole, and flatters more the higher the bonus', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, fc.constantFrom(...measureIds), (logged, measure) => {
        const told = [0, 5, 10, 15, 20].map((bonus) => reportedFigure({ measure, bonus, strength: bonus / 20 }, logged, p));
        told.forEach((figure, place) => {
          expect(figure).toBeGreaterThanOrEqual(logged);
          if (measure !== 'revenue') expect(figure).toBeLessThanOrEqual(1);
          if (place > 0 && logged > 0) expect(figure).toBeGreaterThan(told[place - 1]!);
        });
      }),
    );
  });
});
