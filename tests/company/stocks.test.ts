import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptionAfter, adoptionCeiling, toolFit } from '../../src/company/adoption.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { type FirmState, type StockId, stockIds } from '../../src/company/firm.ts';
import { firmParameterIds, firmParameters, firmParameterValues, parametersOf, usualParameters as p } from '../../src/company/parameters.ts';
import type { MatrixState } from '../../src/company/programme.ts';
import { disturbance, programmeRolledBack, reach, rolloutAfter, usersRevolt } from '../../src/company/rollout.ts';
import { decay, effectiveness, growth, stockInputs, stocksAfter, weakestOfFour } from '../../src/company/stocks.ts';
import { exp } from '../../src/sim/math/elementary.ts';
import { bank, planWith, startedBank, usualPlan } from './fixtures.ts';
import { legalPatch } from './legalPatches.ts';
import { mergePlan } from '../../src/company/plan.ts';

/** A firm that has always had this plan, so that slow decisions act. */
const living = (patch: Partial<QuarterPlan>, changes: Partial<FirmState> = {}): { firm: FirmState; plan: QuarterPlan } => {
  const plan = planWith(patch);
  return { firm: { ...startedBank(plan), ...changes }, plan };
};
const after = (patch: Partial<QuarterPlan>, programme = 0) => {
  const { firm, plan } = living(patch);
  return stocksAfter(firm, bank, plan, p, programme);
};
const inProgramme = (
  state: string,
  context: Partial<MatrixState['context']>,
  changes: Partial<FirmState> = {},
  patch: Partial<QuarterPlan> = {},
) => {
  const { firm, plan } = living(patch, changes);
  const matrix = firm.matrix as MatrixState;
  return {
    plan,
    firm: {
      ...firm,
      matrix: { value: { ...matrix.value, programme: state }, context: { ...matrix.context, path: 'p13', ...context } },
    } as FirmState,
  };
};

describe('the coefficients', () => {
  it('lie within their ranges and name a unit and a source', () => {
    for (const id of firmParameterIds) {
      const { value, low, high, unit, source } = firmParameters[id];
      expect(value, id).toBeGreaterThanOrEqual(low);
      expect(value, id).toBeLessThanOrEqual(high);
      expect(unit.length * source.length, id).toBeGreaterThan(0);
    }
  });

  it('are set by a scenario one by one', () => {
    expect(firmParameterValues({ 'price.pilot': 9 })['price.pilot']).toBe(9);
    expect(parametersOf({ parameters: { 'price.pilot': 9 } })['price.mart']).toBe(p['price.mart']);
    expect(parametersOf({})).toBe(p);
  });
});

describe('growth of a stock', () => {
  it('is kappa (1 - stock/100) (1 - exp(-x/4))', () => {
    expect(growth('T', 35, 4, p)).toBeCloseTo(14 * 0.65 * (1 - exp(-1)), 12);
    expect(growth('S', 100, 9, p)).toBe(0);
    expect(growth('H', 0, 0, p)).toBe(0);
  });

  it('never falls when more is spent, at any split of the budget', () => {
    fc.assert(
      fc.property(legalPatch, fc.integer({ min: 0, max: 19 }), (patch, spend) => {
        const base = mergePlan(usualPlan, patch);
        const at = (amount: number) => {
          const plan = mergePlan(base, { 'biz.spend': amount });
          return stocksAfter(startedBank(plan), bank, plan, p, 0);
        };
        const less = at(spend);
        const more = at(spend + 1);
        for (const stock of stockIds) expect(more[stock]).toBeGreaterThanOrEqual(less[stock]);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[StockId, Partial<QuarterPlan>]>([
    ['S', { 'crm.people.reviews': 30 }],
    ['S', { 'crm.align': 'talk' }],
    ['L', { 'crm.people.departments': 20 }],
    ['X', { 'crm.people.departments': 20 }],
    ['X', { 'dat.share': 3 }],
    ['X', { 'crm.align': 'jointTarget' }],
    ['X', { 'biz.vision': 'explicit' }],
    ['H', { 'imp.train': 6 }],
    ['H', { 'imp.involve': 'coDesign' }],
    ['H', { 'crm.people.frontLine': 10 }],
    ['T', { 'biz.budget': { marketing: 20, sales: 20, service: 20, people: 10, technology: 30 } }],
    ['Q', { 'biz.budget': { marketing: 20, sales: 20, service: 35, people: 10, technology: 15 } }],
    ['T', { 'crm.goal': 'keepCore', 'crm.measures': ['churn'] }],
  ])('of %s comes from %j', (stock, patch) => {
    expect(after(patch)[stock]).toBeGreaterThan(after({})[stock]);
  });

  it('comes from a programme too, in technology, integration, people and processes', () => {
    const without = after({});
    const withProgramme = after({}, 5);
    for (const stock of ['S', 'X', 'H', 'T', 'Q'] as const) expect(withProgramme[stock]).toBeGreaterThan(without[stock]);
  });

  it('of leadership depends on who the sponsor is', () => {
    const hours = { 'crm.people.reviews': 30 };
    const of = (sponsor: QuarterPlan['crm.people.sponsor']) => after({ ...hours, 'crm.people.sponsor': sponsor }).L;
    expect(of('ceo')).toBeGreaterThan(of('marketingDirector'));
    expect(of('marketingDirector')).toBeGreaterThan(of('itDirector'));
  });
});

describe('without work', () => {
  const idle = { 'biz.spend': 0, 'imp.train': 0, 'crm.people.reviews': 0 };

  it('every stock decays', () => {
    const before = startedBank().stocks;
    const left = after(idle);
    for (const stock of stockIds) expect(left[stock]).toBeLessThan(before[stock]);
  });

  it('decays by the published points: S 1, L 4, X 2, H half the turnover, T 2, Q 1', () => {
    const { firm, plan } = living(idle);
    expect(decay(firm, bank, plan, p)).toEqual({ S: 1, L: 4, X: 2, H: 1.5, T: 2, Q: 1 });
  });

  it('leadership holds with ten hours of a sponsor, and integration decays less for each linked pair', () => {
    const ten = living({ 'crm.people.reviews': 10 });
    expect(decay(ten.firm, bank, ten.plan, p).L).toBe(0);
    const three = living({ ...idle, 'dat.share': 3 });
    expect(decay(three.firm, bank, three.plan, p).X).toBeCloseTo(1, 12);
    const all = living({ ...idle, 'dat.share': 6, 'crm.align': 'talk' }, { stocks: { ...startedBank().stocks, X: 40 } });
    expect(decay(all.firm, bank, all.plan, p).X).toBe(0);
  });

  it('reviews every two quarters tire leadership', () => {
    const often = living({ 'evl.plan': 'everyTwo' });
    expect(decay(often.firm, bank, often.plan, p).L).toBe(1);
  });
});

describe('how far spending works', () => {
  it('is capped by the weakest of marketing, sales, service and technology', () => {
    const even = { marketing: 25, sales: 25, service: 25, people: 0, technology: 25 };
    expect(weakestOfFour(even, p)).toBe(1);
    expect(weakestOfFour({ ...even, technology: 0, people: 25 }, p)).toBe(0.6);
    expect(weakestOfFour({ marketing: 0, sales: 0, service: 0, people: 100, technology: 0 }, p)).toBe(0.6);
  });

  it('is seven tenths without a goal and less without a measure', () => {
    const of = (patch: Partial<QuarterPlan>) => {
      const { firm, plan } = living(patch);
      return effectiveness(firm, plan, p);
    };
    const whole = of({ 'crm.goal': 'keepCore', 'crm.measures': ['churn'] });
    expect(of({})).toBeCloseTo(whole * 0.7, 12);
    expect(of({ 'crm.goal': 'keepCore' })).toBeCloseTo(whole * 0.85, 12);
  });

  it('grows with alignment from .7 to 1', () => {
    const at = (S: number) => {
      const { firm, plan } = living({}, { stocks: { ...startedBank().stocks, S } });
      return effectiveness(firm, plan, p);
    };
    expect(at(0) / at(100)).toBeCloseTo(0.7, 12);
  });
});

describe('adoption', () => {
  const full = { S: 50, L: 80, X: 50, H: 70, T: 60, Q: 50 };
  const ceiling = (patch: Partial<QuarterPlan>, pace: 'careful' | 'normal' | 'rushed' = 'normal') => {
    const { firm, plan } = inProgramme('rollingOut', { pace }, { stocks: full }, patch);
    return adoptionCeiling(firm, bank, plan, p);
  };

  it('has the ceiling 100 (.35 H + .25 fit + .2 involvement + .2 L) with help first at a normal pace', () => {
    const { firm, plan } = inProgramme('rollingOut', {}, { stocks: full }, { 'imp.style': 'help', 'imp.involve': 'coDesign' });
    expect(adoptionCeiling(firm, bank, plan, p)).toBeCloseTo(
      100 * (0.35 * 0.7 + 0.25 * toolFit(firm, bank, plan, p) + 0.2 + 0.2 * 0.8),
      10,
    );
  });

  it('ends lower under control, in haste, and lowest under both', () => {
    const help = { 'imp.style': 'help' } as const;
    const control = { 'imp.style': 'control' } as const;
    expect(ceiling(control) / ceiling(help)).toBeCloseTo(0.75, 12);
    expect(ceiling(help, 'rushed') / ceiling(help)).toBeCloseTo(0.9, 12);
    expect(ceiling(help, 'careful') / ceiling(help)).toBeCloseTo(1.05, 12);
    expect(ceiling(control, 'rushed') / ceiling(help)).toBeCloseTo(0.75 * 0.9 * 0.85, 12);
  });

  it('ends higher with involvement, and with a trial of a tool that asks much', () => {
    expect(ceiling({ 'imp.involve': 'coDesign' })).toBeGreaterThan(ceiling({ 'imp.involve': 'consult' }));
    const small = { stocks: { ...full, H: 30 } };
    const fit = (patch: Partial<QuarterPlan>) => {
      const { firm, plan } = inProgramme('rollingOut', {}, small, patch);
      return toolFit(firm, bank, plan, p);
    };
    expect(fit({ 'imp.tool': 'crm' })).toBeLessThan(fit({ 'imp.tool': 'present' }));
    expect(fit({ 'imp.tool': 'crm', 'imp.trial': 'yes' })).toBeGreaterThan(fit({ 'imp.tool': 'crm' }));
  });

  it('goes part of the way a quarter: 35% with help, 55% under control, twice as quick in a pilot', () => {
    const step = (state: string, style: 'help' | 'control') => {
      const { firm, plan } = inProgramme(state, {}, { adoption: 10, stocks: full }, { 'imp.style': style });
      return (adoptionAfter(firm, bank, plan, p) - 10) / (adoptionCeiling(firm, bank, plan, p) - 10);
    };
    expect(step('rollingOut', 'help')).toBeCloseTo(0.35, 12);
    expect(step('rollingOut', 'control')).toBeCloseTo(0.55, 12);
    expect(step('piloting', 'help')).toBeCloseTo(0.7, 12);
    expect(step('piloting', 'control')).toBe(1);
  });

  it('does not move where there are no tools yet', () => {
    const { firm, plan } = living({}, { adoption: 0 });
    expect(adoptionAfter(firm, bank, plan, p)).toBe(0);
  });
});

describe('the roll-out', () => {
  it('takes as many quarters as planned at full adoption, fewer customers a quarter under it', () => {
    const at = (adoption: number) => rolloutAfter(inProgramme('rollingOut', {}, { adoption, rollout: 0.1 }).firm, p);
    expect(at(60)).toBeCloseTo(0.3, 12);
    expect(at(90)).toBeCloseTo(0.3, 12);
    expect(at(30)).toBeCloseTo(0.2, 12);
  });

  it('stops at the reach of its scope', () => {
    const at = (scope: 'marketingAndIt' | 'frontOffices' | 'wholeFirm') =>
      rolloutAfter(
        inProgramme(
          'rollingOut',
          { scope },
          { adoption: 80, rollout: 0.95 * { marketingAndIt: 0.5, frontOffices: 0.75, wholeFirm: 1 }[scope] },
        ).firm,
        p,
      );
    expect([at('marketingAndIt'), at('frontOffices'), at('wholeFirm')]).toEqual([0.5, 0.75, 1]);
  });

  it("brings records within reach on a data path, on a service path treatment and a quarter of the records: the desk's own file", () => {
    expect(reach(inProgramme('rollingOut', { path: 'p13' }, { rollout: 0.4 }).firm)).toEqual({ data: 0.4, delivery: 0 });
    expect(reach(inProgramme('rollingOut', { path: 'p12' }, { rollout: 0.4 }).firm)).toEqual({ data: 0.1, delivery: 0.4 });
    expect(reach(inProgramme('rollingOut', { path: 'p14' }, { rollout: 0.4 }).firm)).toEqual({ data: 0.4, delivery: 0.4 });
    expect(reach(inProgramme('idle', { path: 'p13' }, { rollout: 0.4 }).firm)).toEqual({ data: 0, delivery: 0 });
  });

  it('puts twice as much of its money into people on a path to service as on one to data', () => {
    const people = (path: 'p12' | 'p13' | 'p32' | 'p34' | 'p14') => {
      const { firm } = inProgramme('rollingOut', { path });
      return stockInputs(firm, firm.lastPlan, p, 4).H - stockInputs(firm, firm.lastPlan, p, 0).H;
    };
    expect(['p12', 'p32', 'p34'].map((path) => people(path as 'p12'))).toEqual([2, 2, 2]);
    expect(['p13', 'p14'].map((path) => people(path as 'p13'))).toEqual([1, 1]);
  });

  it('disturbs the work while it grows, less when the tools are used', () => {
    const at = (rolloutGrowth: number, adoption: number) => disturbance(inProgramme('rollingOut', {}, { rolloutGrowth, adoption }).firm, p);
    expect(at(0, 0)).toBe(1);
    expect(at(0.2, 0)).toBeCloseTo(1 - 0.12 * 0.8, 12);
    expect(at(0.2, 50)).toBeCloseTo(1 - 0.12 * 0.8 * 0.5, 12);
  });

  it('leaves a scar when it is rolled back: twice for the leap, half where data remain', () => {
    const lost = (path: 'p12' | 'p13' | 'p14') => {
      const { firm } = inProgramme('idle', { path }, { rollout: 0.6 });
      const back = programmeRolledBack(firm, p);
      return [firm.stocks.L - back.stocks.L, firm.stocks.H - back.stocks.H, back.established.data];
    };
    expect(lost('p12')).toEqual([10, 5, 0]);
    expect(lost('p13')).toEqual([5, 2.5, 0.3]);
    expect(lost('p14')).toEqual([20, 10, 0]);
  });

  it('meets a revolt where control is forced on people who were not asked', () => {
    const at = (patch: Partial<QuarterPlan>, adoption: number, turns = 1) => {
      const { firm, plan } = inProgramme('rollingOut', { turns }, { adoption }, patch);
      return usersRevolt(firm, plan, p);
    };
    expect(at({ 'imp.style': 'control' }, 20)).toBe(true);
    expect(at({ 'imp.style': 'control' }, 30)).toBe(false);
    expect(at({ 'imp.style': 'control', 'imp.involve': 'consult' }, 20)).toBe(false);
    expect(at({ 'imp.style': 'help' }, 20)).toBe(false);
    expect(at({ 'imp.style': 'control' }, 20, 0)).toBe(false);
  });
});
