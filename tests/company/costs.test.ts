import { describe, expect, it } from 'vitest';
import type { CardId, QuarterPlan } from '../../src/company/controls.ts';
import { newAnalyses, planCosts, planHours } from '../../src/company/costs.ts';
import { analysisPoints } from '../../src/company/optionTables.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { defaultStandingOrders } from '../../src/company/orders.ts';
import { commitQuarter } from '../../src/company/quarter.ts';
import { bank, event, open, planWith, play, startedBank, usualPlan } from './fixtures.ts';

const firm = startedBank();
const cost = (patch: Partial<QuarterPlan>) => planCosts(planWith(patch), firm, bank).units - planCosts(usualPlan, firm, bank).units;

describe('the cost of a plan', () => {
  it.each<[CardId, Partial<QuarterPlan>, number]>([
    ['biz.generic', { 'biz.generic': 'focus' }, p['price.rewrite']],
    ['biz.budget', { 'biz.spend': 10 }, 6],
    ['ana.buy', { 'ana.buy': ['readiness', 'dataAudit'] }, 7 * p['price.analysis']],
    ['svc.cap', { 'svc.cap': 20 }, 4 * p['price.capacity']],
    ['svc.cap', { 'svc.cap': -20 }, -4 * p['price.capacity']],
    ['svc.door', { 'svc.door': 'open' }, p['price.door']],
    ['crm.people', { 'biz.vision': 'explicit' }, p['price.visionExplicit']],
    ['imp.involve', { 'imp.involve': 'coDesign', 'imp.reward': 'bonus' }, p['price.involve'] + p['price.reward']],
    ['evl.plan', { 'evl.plan': 'everyTwo' }, p['price.review'] / 4],
    ['dat.fields', { 'dat.fields': ['name'] }, -4 * p['price.field']],
    ['dat.source', { 'dat.source': ['counter', 'web', 'call'] }, 2 * p['price.source']],
    ['dat.consent', { 'dat.consent': 'byPurpose', 'dat.withdrawal': 'd1' }, p['price.consentByPurpose'] + p['price.withdrawal']],
    ['dat.clean', { 'dat.clean': 5, 'dat.match': 'loose' }, 5 * p['price.cleaning'] + 2 * p['price.matching']],
    ['dat.store', { 'dat.store': 'warehouse' }, p['price.warehouse']],
    ['dat.share', { 'dat.share': 6 }, 6 * p['price.share']],
    ['idc.contact', { 'idc.contact': { firms: 5 }, 'idc.ask': 'yes' }, 3 * p['price.contact'] + p['price.ask']],
    ['imp.train', { 'imp.train': 6 }, 5 * p['price.training']],
    ['imp.tool', { 'imp.tool': 'crm', 'imp.trial': 'yes' }, p['price.crm'] + p['price.trial']],
    ['imp.process', { 'imp.process': 'billing' }, p['price.process']],
    ['cus.task', { 'cus.depth': { firms: 'oneToOne' } }, 3 * p['price.depth']],
    ['cus.mode', { 'cus.mode': { firms: 50 } }, p['price.grain'] / 4],
    ['crm.align', { 'crm.align': 'sharedBonus' }, 4 * p['price.align']],
    [
      'svc.policy',
      { 'svc.speed': 'h8', 'svc.remedy': 'full', 'svc.authority': 70 },
      2 * p['price.speed'] + p['price.remedy'] + 3 * p['price.authority'],
    ],
    ['svc.policy', { 'svc.remedy.byCause': 'firmsFault' }, p['price.cause']],
    ['svc.policy', { 'svc.tone': 'warm' }, p['price.tone']],
    ['svc.policy', { 'svc.follow': 'yes' }, p['price.follow']],
    ['svc.promise', { 'svc.promise': 'bold' }, p['price.promise']],
  ])('changes on the card %s by %j', (card, patch, units) => {
    expect(cost(patch)).toBeCloseTo(units, 10);
    const before = planCosts(usualPlan, firm, bank).lines.find((line) => line.card === card)?.units ?? 0;
    const after = planCosts(planWith(patch), firm, bank).lines.find((line) => line.card === card)?.units ?? 0;
    expect(after - before).toBeCloseTo(units, 10);
  });

  it('is the sum of its lines, in the order of the catalogue', () => {
    const costs = planCosts(planWith({ 'svc.cap': 10, 'dat.store': 'mart', 'imp.train': 4 }), firm, bank);
    expect(costs.lines.reduce((sum, { units }) => sum + units, 0)).toBeCloseTo(costs.units, 10);
    expect(new Set(costs.lines.map(({ card }) => card)).size).toBe(costs.lines.length);
  });

  it('bills a purchase once and its upkeep every quarter', () => {
    const plan = planWith({ 'dat.store': 'mart', 'evl.reserve': 0 });
    const first = open(startedBank(), plan, 1);
    expect(first.refused).toEqual([]);
    const line = (quarter: number, at = startedBank()) => {
      let state = at;
      for (let q = 1; q < quarter; q += 1) state = play(state, plan, q);
      return open(state, plan, quarter).costs.lines.find(({ card }) => card === 'dat.store')?.units ?? 0;
    };
    expect([1, 2, 3, 4].map((quarter) => line(quarter))).toEqual([p['price.mart'], 0, p['price.martUpkeep'], p['price.martUpkeep']]);
  });

  it('bills the analyses that are ordered, or else those that the plan newly names', () => {
    expect(newAnalyses(planWith({ 'ana.buy': ['needs', 'rivals'] }), planWith({ 'ana.buy': ['rivals'] }))).toEqual(['needs']);
    const again = planCosts(usualPlan, firm, bank, p, { vendorOffer: false, bought: ['dataAudit'] });
    expect(again.units - planCosts(usualPlan, firm, bank).units).toBeCloseTo(analysisPoints.dataAudit * p['price.analysis'], 10);
  });

  it('counts the hours of the sponsor and of the team', () => {
    const hours = planHours(planWith({ 'crm.people.reviews': 10, 'crm.people.departments': 15, 'dat.clean': 5 }), firm, p);
    expect(hours.sponsor).toBe(25);
    expect(hours.team - planHours(usualPlan, firm, p).team).toBe(5 * p['hours.cleaning']);
  });

  it('is lower for a tool in the quarter of a vendor offer', () => {
    const plan = planWith({ 'imp.tool': 'pim', 'evl.reserve': 0 });
    const usual = open(startedBank(), plan, 1).costs.units;
    const offered = open(startedBank(), plan, 1, { events: [event('vendorOffer', 1)] }).costs.units;
    expect(usual - offered).toBeCloseTo(p['price.pim'] / 4, 10);
    expect(open(startedBank(), usualPlan, 1, { events: [event('vendorOffer', 1)] })).toEqual(open(startedBank(), usualPlan, 1));
  });
});

describe('a plan that costs more than there is', () => {
  const broke = { ...startedBank(), runningBudget: 0 };

  it('makes purchases while the money lasts and leaves the rest undone', () => {
    const plan = planWith({ 'dat.share': 6, 'dat.store': 'warehouse', 'evl.reserve': 0 });
    const { plan: inForce, refused, firm: after } = open(broke, plan, 1);
    expect(inForce['dat.share']).toBe(6);
    expect(inForce['dat.store']).toBe('notebook');
    expect(refused.find(({ code }) => code === 'budget')).toMatchObject({ card: 'dat.store', required: p['price.warehouse'] });
    expect(after.released).toBeGreaterThan(0);
  });

  it('cuts running work to what is left, all alike', () => {
    const { firm: after, refused } = open(broke, planWith({ 'biz.spend': 20, 'imp.train': 10, 'evl.reserve': 0 }), 1);
    expect(after.funded).toBeGreaterThan(0);
    expect(after.funded).toBeLessThan(1);
    expect(after.released).toBeCloseTo(p['budget.margin'], 10);
    expect(refused.map(({ code }) => code)).toContain('budget.cut');
  });

  it('keeps the cash floor of the standing orders, and the reserve from purchases', () => {
    const standing = {
      onStall: 'recover',
      onSponsorLost: 'newSponsor',
      onBreach: 'tellCustomers',
      onOpportunity: 'refuse',
      onCase: 'compromise',
      onReview: 'nothing',
      cashFloor: 8,
    } as const;
    expect(open(broke, planWith({ 'biz.spend': 20 }), 1, { standing }).firm.released).toBeCloseTo(8, 10);
    const buy = (reserve: number) => open(broke, planWith({ 'dat.share': 6, 'evl.reserve': reserve }), 1).plan['dat.share'];
    expect([buy(0), buy(15)]).toEqual([6, 0]);
  });

  it('sets the reserve aside before running work, so that an adjustment is paid out of it and nobody goes into debt for it', () => {
    const busy = (reserve: number) => planWith({ 'biz.spend': 20, 'imp.train': 10, 'evl.reserve': reserve });
    const saved = open(broke, busy(6), 1).firm;
    expect(saved.released).toBeCloseTo(6, 10);
    const next = (adjusting: number) =>
      commitQuarter({ ...saved, lastPlan: busy(6) }, bank, busy(6), [], defaultStandingOrders, {
        quarter: 2,
        audited: null,
        analysed: [],
        events: [],
        adjusting,
      }).firm.released;
    expect(next(0)).toBeCloseTo(6, 10);
    expect(next(4)).toBeCloseTo(2, 10);
    expect(next(6)).toBeCloseTo(p['budget.margin'], 10);
  });

  it('must pay staff and programme even so', () => {
    const { firm: after } = open({ ...broke, released: -9 }, planWith({ 'svc.cap': 40 }), 5);
    expect(after.released).toBeLessThan(0);
    expect(after.funded).toBe(0);
  });

  it('cuts a sponsor who is asked for more than forty hours', () => {
    const { plan, refused } = open(startedBank(), planWith({ 'crm.people.reviews': 40, 'crm.people.departments': 40 }), 1);
    expect([plan['crm.people.reviews'], plan['crm.people.departments']]).toEqual([20, 20]);
    expect(refused).toEqual([{ code: 'hours.tooMany', actual: 80, required: 40, card: 'crm.people' }]);
  });

  it('does less of everything when the team has too few hands', () => {
    const busy = planWith({
      'imp.train': 10,
      'dat.clean': 10,
      'idc.contact': { households: 6, savers: 6, firms: 6, borrowers: 6 },
      'imp.involve': 'coDesign',
    });
    const { firm: after, refused } = open({ ...startedBank(), released: 100 }, busy, 1);
    expect(refused.map(({ code }) => code)).toEqual([]);
    expect(after.funded).toBe(1);
    const more = {
      ...busy,
      'dat.fields': [
        'name',
        'phone',
        'purchases',
        'needs',
        'household',
        'intent',
        'channel',
        'callTime',
        'referrer',
        'returns',
        'complaints',
        'leavingReason',
      ],
      'imp.process': 'billing',
      'imp.tool': 'pim',
      'crm.align': 'talk',
    } as const;
    const overloaded = open({ ...startedBank(), released: 100 }, more, 1);
    expect(overloaded.refused.map(({ code }) => code)).toEqual(['hours.team']);
    expect(overloaded.firm.funded).toBeLessThan(1);
  });
});

describe('a tool from another vendor', () => {
  const owning = startedBank(planWith({ 'imp.tool': 'cms', 'imp.vendor': 'c' }));
  const toolLine = (patch: Partial<QuarterPlan>) =>
    planCosts(planWith({ 'imp.tool': 'cms', ...patch }), owning, bank).lines.find(({ card }) => card === 'imp.tool')?.units ?? 0;

  it('is bought anew: a cheap one cannot be taken and then become the better one for nothing', () => {
    expect(toolLine({ 'imp.vendor': 'c' })).toBe(0);
    expect(toolLine({ 'imp.vendor': 'b' })).toBeGreaterThanOrEqual(p['price.cms'] * 0.9);
  });

  it('costs nothing to think about as long as no tool was bought', () => {
    expect(cost({ 'imp.vendor': 'a' })).toBe(0);
  });
});

describe('what works once', () => {
  it('advisers who come and go teach once, and a vision made public again wins no alignment again', () => {
    const toggled = (patches: readonly Partial<QuarterPlan>[]) => {
      let state = startedBank();
      const won = { S: 0, H: 0 };
      patches.forEach((patch, i) => {
        const opened = open(state, planWith(patch), i + 1).firm;
        for (const { effect, size, quarter } of opened.pending.filter((one) => !state.pending.includes(one))) {
          if (effect === 'stock.S' && quarter === i + 2) won.S += size;
          if (effect === 'stock.H' && quarter === i + 1) won.H += size;
        }
        state = play(state, planWith(patch), i + 1);
      });
      return won;
    };
    const on: Partial<QuarterPlan> = { 'imp.consult': 'advise', 'biz.vision': 'explicit' };
    expect(toggled([on, {}, on, {}, on, {}])).toEqual({ S: p['stock.visionExplicitS'], H: p['consult.adviseLeaves'] });
  });
});
