import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classTreatmentOf, hoursByClass } from '../../src/company/classTreatment.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { planWith, startedBank } from './fixtures.ts';

const classes = Uint8Array.from([0, 1, 2, 2, 3, 3, 3, 3, 4, 4]);
const treated = (patch: Partial<QuarterPlan>) => {
  const plan = planWith({ 'idc.class': 'margin', ...patch });
  return classTreatmentOf(startedBank(plan), plan, classes, p);
};
const forTheBest = { mvc: 60, mgc: 20, migrator: 15, bz: 5 };

describe('treatment by value class', () => {
  it('is none where nobody is classed, or all get the same', () => {
    expect(treated({ 'idc.class': 'none', 'idc.hours': forTheBest })).toBeNull();
    expect(treated({})).toBeNull();
    expect(classTreatmentOf(startedBank(), planWith({ 'idc.class': 'margin' }), null, p)).toBeNull();
  });

  it('wins no hour: what some get more the others get less', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }).filter((each) => each.some((one) => one > 0));
    const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(parts, counts, ([mvc, mgc, migrator, bz], people) => {
        const hours = hoursByClass({ mvc: mvc!, mgc: mgc!, migrator: migrator!, bz: bz! }, people);
        const sum = hours.reduce((all, one, place) => all + one * people[place]!, 0);
        return Math.abs(sum - people.reduce((all, one) => all + one, 0)) < 1e-6;
      }),
    );
  });

  it('hours for the best are felt by the best, up to three times an equal share, and missed by the rest', () => {
    const { extra } = treated({ 'idc.hours': forTheBest })!;
    expect(extra[0]).toBe(0);
    expect(extra[1]).toBeCloseTo(p['class.hours'] * (p['class.most'] - 1), 12);
    expect([extra[1] > extra[2], extra[2] > extra[3], extra[3] > extra[4]]).toEqual([true, true, true]);
    expect(extra[4]).toBeLessThan(0);
  });

  it('a benefit for some is seen by the others; one for all offends nobody', () => {
    const some = treated({ 'idc.benefit': 'mvc' })!;
    expect(some.extra).toEqual([-p['class.unfair'], p['class.benefit'], -p['class.unfair'], -p['class.unfair'], -p['class.unfair']]);
    const all = treated({ 'idc.benefit': 'all' })!;
    expect(all.extra).toEqual([0, ...new Array(4).fill(p['class.benefit'])]);
  });
});
