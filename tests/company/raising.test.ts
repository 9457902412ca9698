import { describe, expect, it } from 'vitest';
import { adoptionCeiling } from '../../src/company/adoption.ts';
import type { ControlId, QuarterPlan } from '../../src/company/controls.ts';
import { type FirmState, stockIds } from '../../src/company/firm.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { purchased } from '../../src/company/purchases.ts';
import { cardsThatRaise, raisesAdoption, raisesStock } from '../../src/company/raising.ts';
import { stocksAfter } from '../../src/company/stocks.ts';
import { bank, planWith, startedBank } from './fixtures.ts';

const budgetFor: Partial<Record<string, QuarterPlan['biz.budget']>> = Object.fromEntries(
  Object.entries({ S: 'people', X: 'people', H: 'people', T: 'technology', Q: 'service' }).map(([stock, part]) => [
    stock,
    { marketing: 10, sales: 10, service: 10, people: 10, technology: 10, [part]: 60 },
  ]),
);
/** A step up of each control that the lists name. */
const up: Partial<Record<ControlId, unknown>> = {
  'crm.people.reviews': 20,
  'crm.people.departments': 20,
  'crm.people.frontLine': 20,
  'crm.people.sponsor': 'ceo',
  'crm.align': 'sharedBonus',
  'dat.share': 3,
  'imp.train': 8,
  'imp.involve': 'coDesign',
  'imp.style': 'help',
  'imp.trial': 'yes',
};
const low: Partial<QuarterPlan> = {
  'crm.people.reviews': 5,
  'crm.people.departments': 0,
  'crm.people.frontLine': 0,
  'crm.people.sponsor': 'itDirector',
  'imp.train': 0,
  'biz.budget': { marketing: 20, sales: 20, service: 20, people: 20, technology: 20 },
};
const settled = (patch: Partial<QuarterPlan>): { firm: FirmState; plan: QuarterPlan } => {
  const plan = planWith({ ...low, ...patch });
  return { firm: startedBank(plan), plan };
};
/** What is bought for later counts where it has an effect on the stock. */
const bought = (stock: string, patch: Partial<QuarterPlan>): boolean => {
  const firm = startedBank(planWith(low));
  const { pending } = purchased(firm, bank, planWith({ ...low, ...patch }), { quarter: 1, audited: null, analysed: [], events: [] }, p);
  return pending.some(({ effect, size }) => effect === `stock.${stock}` && size > 0);
};
const stockOf = (stock: (typeof stockIds)[number], patch: Partial<QuarterPlan>): number => {
  const { firm, plan } = settled(patch);
  return stocksAfter(firm, bank, plan, p, 0)[stock];
};

describe('the cards named for what is lacking', () => {
  it.each(stockIds.flatMap((stock) => raisesStock[stock].map((control) => [stock, control] as const)))(
    'raise stock %s by %s',
    (stock, control) => {
      if (control === 'imp.tool') return expect(bought(stock, { 'imp.tool': 'crm' })).toBe(true);
      if (control === 'imp.process') return expect(bought(stock, { 'imp.process': 'billing' })).toBe(true);
      const value = control === 'biz.budget' ? budgetFor[stock] : up[control];
      expect(value).toBeDefined();
      expect(stockOf(stock, { [control]: value } as Partial<QuarterPlan>)).toBeGreaterThan(stockOf(stock, {}));
    },
  );

  it.each(raisesAdoption)('raise how far the staff may come to use the tools by %s', (control) => {
    const ceiling = (patch: Partial<QuarterPlan>): number => {
      const { firm, plan } = settled(patch);
      return adoptionCeiling(firm, bank, plan, p);
    };
    expect(ceiling({ [control]: up[control] } as Partial<QuarterPlan>)).toBeGreaterThan(ceiling({}));
  });

  it('begin, for a gap, with the stock that lies furthest under what the path asks', () => {
    const stocks = { S: 90, L: 90, X: 90, H: 90, T: 10, Q: 40 };
    expect(cardsThatRaise({ code: 'gap' }, 'p14', stocks)).toEqual(['biz.budget']);
    expect(cardsThatRaise({ code: 'gap' }, 'p14', { ...stocks, T: 90, Q: 90, X: 0 })).toEqual(['crm.align']);
    expect(cardsThatRaise({ code: 'gap' }, 'stay', stocks)).toEqual([]);
    expect(cardsThatRaise({ code: 'level' }, 'p14', stocks)).toEqual([]);
  });
});
