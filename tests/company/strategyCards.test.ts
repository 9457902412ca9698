import { describe, expect, it } from 'vitest';
import { automationOf } from '../../src/company/automation.ts';
import { positionKept, pricePaid, toolPriceFactor } from '../../src/company/businessStrategy.ts';
import { knowHowLeft, stocksWithConsultants } from '../../src/company/consulting.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { gapOf } from '../../src/company/paths.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { offerOf } from '../../src/company/quarter.ts';
import { sharpness, segmentationEffect, variableTable } from '../../src/company/segmentation.ts';
import { generationEffects } from '../../src/company/toolGenerations.ts';
import { vendorOf } from '../../src/company/vendors.ts';
import { toolFit, triedFit } from '../../src/company/adoption.ts';
import { bank, bankStocks, expectedContacts, open, planWith, realPeople, segments, startedBank, usualPlan } from './fixtures.ts';

/** A firm that has lived under a plan, so that slow decisions act, with the marketing of the usual plan. */
const lived = (patch: Partial<QuarterPlan>) => ({ ...startedBank(planWith(patch)), marketingAtStart: startedBank().marketingAtStart });
const offer = (patch: Partial<QuarterPlan>) => offerOf(lived(patch), bank, planWith(patch), segments, expectedContacts, realPeople);
const usual = offer({});

describe('the business card', () => {
  it('a niche puts money and hours where the core is; a wider arena wins more and keeps less', () => {
    const core = offer({ 'cus.core': ['firms'] });
    const niche = offer({ 'cus.core': ['firms'], 'biz.arena': 'niche' });
    const wide = offer({ 'biz.arena': 'wide' });
    const share = (one: typeof core) => one.segments[2]!.retention / one.segments[0]!.retention;
    expect(share(niche) / share(core)).toBeCloseTo(p['arena.nicheCore'] / p['arena.nicheOthers'], 10);
    expect(niche.segments[2]!.priority).toBeGreaterThan(core.segments[2]!.priority);
    wide.segments.forEach(({ acquisition, retention }, s) => {
      expect(acquisition / usual.segments[s]!.acquisition).toBeCloseTo(p['arena.wideAcquire'], 10);
      expect(retention / usual.segments[s]!.retention).toBeCloseTo(p['arena.wideKeep'], 10);
    });
  });

  it('discounts that anyone may give cost three points of the price and are felt as unfair', () => {
    expect(pricePaid(usualPlan, p)).toBe(1);
    expect(pricePaid(planWith({ 'biz.discount': 'nobody' }), p)).toBeCloseTo(1 / 0.99, 12);
    expect(pricePaid(planWith({ 'biz.discount': 'anyone' }), p)).toBeCloseTo(0.96 / 0.99, 12);
    expect(offer({ 'biz.discount': 'anyone' }).failureRate / usual.failureRate).toBeCloseTo(p['discount.unfair'], 10);
  });

  it('a range that is deepened fits better and costs more to serve, one that is widened is handier and fails more', () => {
    const [deep, wide] = [offer({ 'biz.range': 'deepen' }), offer({ 'biz.range': 'widen' })];
    expect([deep.quality > usual.quality, deep.serviceCost > usual.serviceCost, deep.failureRate]).toEqual([true, true, usual.failureRate]);
    expect([wide.convenience > usual.convenience, wide.failureRate > usual.failureRate, wide.quality]).toEqual([true, true, usual.quality]);
  });

  it.each<[Partial<QuarterPlan>, boolean]>([
    [{}, true],
    [{ 'biz.generic': 'cost', 'biz.position': 'lowPrice' }, true],
    [{ 'biz.generic': 'cost', 'biz.position': 'lowPrice', 'biz.price': 5 }, false],
    [{ 'biz.generic': 'cost', 'biz.position': 'quality' }, false],
    [{ 'biz.generic': 'differentiation', 'biz.position': 'quality' }, true],
    [{ 'biz.generic': 'differentiation', 'biz.position': 'quality', 'biz.price': -5 }, false],
    [{ 'biz.generic': 'differentiation', 'biz.position': 'quality', 'biz.discount': 'anyone' }, false],
    [{ 'biz.generic': 'focus', 'biz.position': 'personal' }, true],
    [{ 'biz.generic': 'focus', 'biz.position': 'lowPrice' }, false],
  ])('with %j the positioning line is kept: %s, and the brand follows', (patch, keeps) => {
    expect(positionKept(planWith(patch))).toBe(keeps);
    const gain = offer(patch).brand - offer({ ...patch, 'biz.position': 'none' }).brand;
    const none = patch['biz.position'] === undefined;
    expect(gain).toBeCloseTo(none ? 0 : keeps ? p['position.consistent'] : p['position.broken'], 12);
  });

  it('tools get four per cent cheaper a quarter; who leads pays more and has them a quarter sooner, who waits pays less', () => {
    const at = (stance: QuarterPlan['biz.tech'], quarter: number) => toolPriceFactor(planWith({ 'biz.tech': stance }), quarter, p);
    expect([at('follow', 1), at('follow', 3)]).toEqual([1, 0.96 * 0.96]);
    expect([at('lead', 1), at('wait', 1)]).toEqual([1.3, 0.85]);
    const lands = (stance: QuarterPlan['biz.tech']) => {
      const { firm } = open({ ...startedBank(), released: 60 }, planWith({ 'biz.tech': stance, 'imp.tool': 'sfa' }), 1);
      return firm.pending.filter(({ effect, size }) => effect === 'stock.T' && size > 0).map(({ quarter }) => quarter);
    };
    expect([lands('lead'), lands('follow'), lands('wait')]).toEqual([[2], [3], [4]]);
  });
});

describe('the cut of the market', () => {
  const all = ['household', 'channel', 'purchases', 'needs'] as const;

  it('behaviour and needs tell customers apart, demographics hardly; a variable without its field tells nothing', () => {
    const of = (...variables: Parameters<typeof sharpness>[0]) => sharpness(variables, 4, all, 100, p);
    expect(of('needs', 'value')).toBeGreaterThan(3 * of('age', 'region'));
    expect(sharpness(['needs'], 4, ['purchases'], 100, p)).toBe(0);
    for (const { explains } of Object.values(variableTable)) expect([explains > 0, explains < 1]).toEqual([true, true]);
  });

  it('incomplete records blunt it, more segments sharpen it less and less', () => {
    expect(sharpness(['needs'], 4, all, 30, p)).toBeCloseTo(0.3 * sharpness(['needs'], 4, all, 100, p), 12);
    const gains = [3, 4, 5, 6].map((n) => sharpness(['needs'], n, all, 100, p) - sharpness(['needs'], n - 1, all, 100, p));
    expect(gains.every((gain, i) => gain > 0 && (i === 0 || gain < gains[i - 1]!))).toBe(true);
  });

  it('leaves marketing as it was for who cuts as before, and costs more segments money and hours', () => {
    const firm = { ...startedBank(), information: 60 };
    expect(segmentationEffect(firm, usualPlan, bank, p)).toBe(1);
    const fine = { 'cus.vars': ['needs', 'value'], 'cus.segments': 6, 'dat.fields': ['needs', 'purchases'] } as const;
    expect(segmentationEffect({ ...lived(fine), information: 60 }, planWith(fine), bank, p)).toBeGreaterThan(1.05);
    const six = open(startedBank(), planWith({ 'cus.segments': 6 }), 1).costs;
    const four = open(startedBank(), usualPlan, 1).costs;
    expect(six.units - four.units).toBeCloseTo(2 * p['price.segment'], 12);
    expect(six.hours.team - four.hours.team).toBe(2 * p['hours.segment']);
  });
});

describe('consultants', () => {
  it('close three or six points of the gap while they are in the house', () => {
    const low = { S: 20, L: 20, X: 20, H: 20, T: 20, Q: 20 };
    const gap = (consult: QuarterPlan['imp.consult']) => gapOf('p14', stocksWithConsultants(low, consult, p));
    expect(gap('none') - gap('advise')).toBeCloseTo(3, 10);
    expect(gap('none') - gap('do')).toBeCloseTo(6, 10);
    expect(stocksWithConsultants(bankStocks, 'none', p)).toBe(bankStocks);
  });

  it.each<[QuarterPlan['imp.consult'], QuarterPlan['imp.consult'], number, number]>([
    ['none', 'do', 0, 0],
    ['do', 'do', 0, 0],
    ['advise', 'none', 2, 0],
    ['do', 'none', -2, -2],
    ['do', 'advise', -2, -2],
  ])('from %s to %s people gain %i points, and %i once advisers have taught them', (before, now, points, taught) => {
    expect([knowHowLeft(before, now, p, false), knowHowLeft(before, now, p, true)]).toEqual([points, taught]);
  });
});

describe('vendors and tools', () => {
  it('fame costs more and fits less; a scenario may say otherwise', () => {
    const fit = (vendor: 'a' | 'b' | 'c', spec = bank) => {
      const patch = { 'imp.tool': 'cms', 'imp.vendor': vendor } as const;
      return toolFit(lived(patch), spec, planWith(patch), p);
    };
    expect(fit('b')).toBeGreaterThan(fit('a'));
    expect(fit('a')).toBeGreaterThan(fit('c'));
    expect(fit('a', { ...bank, vendors: { a: { fit: 0.2, price: 2 } } })).toBeGreaterThan(fit('b'));
    expect(vendorOf(bank, 'a').price).toBeGreaterThan(vendorOf(bank, 'c').price);
  });

  it('a trial shows the vendor before anything is bought, and nothing is shown untried', () => {
    const shown = (patch: Partial<QuarterPlan>) => triedFit(lived(patch), bank, planWith(patch), p);
    expect(shown({ 'imp.vendor': 'c' })).toBeNull();
    const [b, c] = (['b', 'c'] as const).map((vendor) => shown({ 'imp.vendor': vendor, 'imp.trial': 'yes' })!);
    expect(b! - c!).toBeCloseTo(vendorOf(bank, 'b').fit - vendorOf(bank, 'c').fit, 12);
    const owned = { 'imp.tool': 'cms', 'imp.vendor': 'c', 'imp.trial': 'yes' } as const;
    expect(shown(owned)).toBe(toolFit(lived(owned), bank, planWith(owned), p));
  });

  it('each generation removes one limit of the one before, as far as it is used', () => {
    const at = (tool: QuarterPlan['imp.tool'], adoption = 100) => {
      const patch = { 'imp.tool': tool };
      return generationEffects({ ...lived(patch), adoption }, planWith(patch), p);
    };
    const limits = (['present', 'pim', 'cms', 'sfa', 'crm'] as const).map(
      (tool) => Object.values(at(tool)).filter((one) => one !== 1).length,
    );
    expect(limits).toEqual([0, 1, 2, 3, 4]);
    expect(at('crm', 0)).toEqual(at('present'));
    expect(at('crm', 50).context).toBeCloseTo((1 + p['tool.crmContext']) / 2, 12);
  });
});

describe('automation', () => {
  const of = (patch: Partial<QuarterPlan>, Q = 40, processes: readonly string[] = []) =>
    automationOf({ ...lived(patch), stocks: { ...bankStocks, Q }, processes }, planWith(patch), p);

  it('saves cost and adds capacity, and a bad process that is automated errs more than a good or a redrawn one', () => {
    const bad = of({ 'svc.auto': 'both' }, 20);
    expect([bad.serviceCost < 1, bad.contactCost < 1, bad.capacity > 1]).toEqual([true, true, true]);
    expect(bad.failures).toBeCloseTo(1 + p['auto.wrong'] * 0.8, 12);
    expect(of({ 'svc.auto': 'both' }, 80).failures).toBeLessThan(bad.failures);
    expect(of({ 'svc.auto': 'both' }, 20, ['complaint', 'billing']).failures).toBeLessThan(bad.failures);
  });

  it('without a way to a person customers complain less easily; without automation the way stays open', () => {
    expect(of({ 'svc.auto': 'service', 'svc.exit': 'no' }).ease).toBe(p['auto.noExitEase']);
    expect(of({ 'svc.auto': 'none', 'svc.exit': 'no' })).toEqual(of({}));
  });
});
