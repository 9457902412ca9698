import { describe, expect, it } from 'vitest';
import { alignmentLost, contradictions, contradictionsIn } from '../../src/company/contradictions.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { eventsFor } from '../../src/company/events.ts';
import { defaultStandingOrders } from '../../src/company/orders.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { programmeOf } from '../../src/company/programme.ts';
import { offerOf, recordActionsOf } from '../../src/company/quarter.ts';
import {
  bank,
  bankFacts,
  boutique,
  direct,
  event,
  expectedContacts,
  mutual,
  open,
  planWith,
  play,
  realPeople,
  segmentIds,
  segments,
  startedBank,
  usualPlan,
} from './fixtures.ts';

const calm = (quarter = 1) => play(startedBank(), usualPlan, quarter);
const struck = (kind: Parameters<typeof event>[0], rest = {}, standing = defaultStandingOrders) =>
  play(startedBank(), usualPlan, 1, { events: [event(kind, 1, rest)], standing });

describe('a scripted happening', () => {
  it('strikes the learner unless it names a firm; a strike without a name is the cost leader’s', () => {
    const firms = [bank, boutique, direct, mutual];
    const all = [
      event('merger', 7),
      event('rivalStrike', 9),
      event('breach', 5, { firm: 'mutual' }),
      event('rivalStrike', 9, { id: 'two', firm: 'boutique' }),
    ];
    const ids = (firm: string) => eventsFor(all, firm, firms).map(({ id }) => id);
    expect(ids('bank')).toEqual(['merger']);
    expect(ids('direct')).toEqual(['rivalStrike']);
    expect(ids('boutique')).toEqual(['two']);
    expect(ids('mutual')).toEqual(['breach']);
    expect(eventsFor([event('rivalStrike', 9)], 'boutique', [bank, boutique, mutual])).toHaveLength(1);
  });

  it('of a merger costs fifteen points of integration, in its first quarter only', () => {
    expect(calm().stocks.X - struck('merger').stocks.X).toBeCloseTo(15, 12);
    const later = play(startedBank(), usualPlan, 2, { events: [event('merger', 1, { lasts: 3 })] });
    expect(later.stocks.X).toBeCloseTo(calm(2).stocks.X, 12);
  });

  it('of a sponsor who leaves costs 35 points of leadership, half of it with a new one for two units', () => {
    expect(calm().stocks.L - struck('sponsorLeft', {}, { ...defaultStandingOrders, onSponsorLost: 'carryOn' }).stocks.L).toBeCloseTo(
      35,
      12,
    );
    expect(calm().stocks.L - struck('sponsorLeft').stocks.L).toBeCloseTo(17.5, 12);
    expect(struck('sponsorLeft').spending.spent - calm().spending.spent).toBeCloseTo(2, 12);
  });

  it('of a sponsor who leaves stalls a pilot', () => {
    const plan = planWith({
      'crm.path': 'p12',
      'crm.tco': [
        'licence',
        'hardware',
        'implementation',
        'integration',
        'training',
        'support',
        'addOns',
        'dataMigration',
        'security',
        'exitCost',
        'staffTurnover',
      ],
    });
    const piloting = play(startedBank(), plan, 1);
    expect(programmeOf(piloting).state).toBe('piloting');
    const { firm } = open(piloting, plan, 2, { events: [event('sponsorLeft', 2)], moves: [{ kind: 'programme', move: 'goOn' }] });
    expect(programmeOf(firm)).toMatchObject({ state: 'stalled' });
    expect(programmeOf(firm).context.stalledBy).toBe('sponsor');
  });

  it('of a breach costs a unit when customers are told, alignment and leadership when they are not', () => {
    const told = struck('breach');
    const silent = struck('breach', {}, { ...defaultStandingOrders, onBreach: 'sayNothing' });
    expect(told.spending.spent - calm().spending.spent).toBeCloseTo(1, 12);
    expect(told.stocks).toEqual(calm().stocks);
    expect(calm().stocks.S - silent.stocks.S).toBeCloseTo(3, 12);
    expect(calm().stocks.L - silent.stocks.L).toBeCloseTo(5, 12);
  });

  it('of withheld notes lowers capture to six tenths for two quarters, unless sharing is paid', () => {
    const notes = [event('notesWithheld', 2)];
    const capture = (plan: QuarterPlan) => {
      let firm = play(startedBank(), plan, 1);
      return [2, 3, 4].map((quarter) => {
        const committed = open(firm, plan, quarter, { events: quarter === 2 ? notes : [] });
        const value = recordActionsOf(committed.firm, bank, committed.plan).capture;
        firm = play(firm, plan, quarter, { events: quarter === 2 ? notes : [] });
        return value / (0.35 * 0.7);
      });
    };
    expect(capture(usualPlan).map((value) => value.toFixed(6))).toEqual(['0.600000', '0.600000', '1.000000']);
    expect(capture(planWith({ 'imp.reward': 'points' })).map((value) => value.toFixed(6))).toEqual(['1.000000', '1.000000', '1.000000']);
  });

  it('of failing service multiplies the failure rate for as long as it lasts', () => {
    const rate = (quarter: number) => {
      let firm = startedBank();
      for (let q = 1; q < quarter; q += 1)
        firm = play(firm, usualPlan, q, { events: q >= 2 && q <= 3 ? [event('serviceWave', 2, { size: 2, lasts: 2 })] : [] });
      const { firm: now } = open(firm, usualPlan, quarter, {
        events: quarter === 2 ? [event('serviceWave', 2, { size: 2, lasts: 2 })] : [],
      });
      return (
        offerOf(now, bank, usualPlan, segments, expectedContacts, realPeople).failureRate /
        offerOf({ ...now, pending: [] }, bank, usualPlan, segments, expectedContacts, realPeople).failureRate
      );
    };
    expect([1, 2, 3, 4].map((quarter) => rate(quarter))).toEqual([1, 2, 2, 1]);
  });

  it('of credit losses costs cash', () => {
    expect(calm().cash - struck('creditLoss', { size: 6 }).cash).toBeCloseTo(6, 9);
  });

  it.each(['consentRule', 'platformChange', 'vendorOffer', 'story', 'rivalStrike'] as const)(
    'of kind %s leaves the stocks and the cash of the firm alone',
    (kind) => {
      expect(struck(kind).stocks).toEqual(calm().stocks);
      expect(struck(kind).cash).toBe(calm().cash);
    },
  );
});

describe('contradictions between cards', () => {
  const each = <T>(value: T) => Object.fromEntries(segmentIds.map((id) => [id, value]));
  const cases: [string, Partial<QuarterPlan>][] = [
    ['costLeader.oneToOneForAll', { 'biz.generic': 'cost', 'cus.mode': each(100) }],
    ['costLeader.deepTiesForAll', { 'biz.generic': 'cost', 'cus.depth': each('oneToOne' as const) }],
    ['focus.noCore', { 'biz.generic': 'focus' }],
    ['focus.refusesCore', { 'cus.core': ['firms'], 'cus.refused': ['firms'] }],
    ['goalKeep.acquires', { 'crm.goal': 'keepCore', 'biz.split': 65 }],
    ['goalGrow.noContact', { 'crm.goal': 'growCore', 'idc.contact': each(0) }],
    ['goalKnow.noFields', { 'crm.goal': 'knowCustomers', 'dat.fields': ['name'] }],
    ['goalCut.generous', { 'crm.goal': 'cutCostToServe', 'svc.remedy': 'generous' }],
    ['service.noBudget', { 'crm.path': 'p12', 'biz.budget': { marketing: 40, sales: 35, service: 15, people: 5, technology: 5 } }],
    ['data.noConsent', { 'crm.path': 'p13', 'dat.consent': 'none' }],
    ['partner.unasked', { 'biz.partner': 'share', 'dat.consent': 'bundled' }],
    ['leap.halfFirm', { 'crm.path': 'p14' }],
    ['premium.discounts', { 'biz.generic': 'differentiation', 'biz.price': -5 }],
    ['costLeader.dear', { 'biz.generic': 'cost', 'biz.price': 10 }],
    ['letGo.contacted', { 'cus.task': { firms: 'letGo' }, 'idc.contact': { firms: 4 } }],
    ['letGo.core', { 'cus.core': ['firms'], 'cus.task': { firms: 'letGo' } }],
    ['refused.acquired', { 'cus.refused': ['firms'], 'cus.task': { firms: 'acquire' } }],
    ['promise.noStaff', { 'svc.promise': 'bold', 'svc.cap': -10 }],
    ['customersFirst.closedDoor', { 'biz.vision.goal': 'customersFirst', 'svc.door': 'closed' }],
    ['niche.noCore', { 'biz.arena': 'niche' }],
    ['focus.wide', { 'biz.generic': 'focus', 'biz.arena': 'wide', 'cus.core': ['firms'] }],
    ['position.broken', { 'biz.generic': 'cost', 'biz.position': 'personal' }],
    ['vars.noField', { 'cus.vars': ['needs'] }],
    ['model.noStore', { 'dat.model': ['churn'] }],
    ['cycle.noModel', { 'idc.cycle': ['risk'] }],
    ['model.noFields', { 'dat.model': ['potential'], 'dat.store': 'mart', 'dat.fields': ['name', 'phone', 'purchases', 'channel'] }],
    ['customersFirst.noExit', { 'biz.vision.goal': 'customersFirst', 'svc.auto': 'service', 'svc.exit': 'no' }],
    ['campaign.noModel', { 'cam.offer': 'bundle', 'cam.target': 'list' }],
    ['campaign.noClasses', { 'cam.offer': 'reminder', 'cam.target': 'classes' }],
    ['sync.noStore', { 'chn.sync': ['phone'] }],
    ['module.noClasses', { 'idc.module': 3 }],
    ['module.noNeeds', { 'idc.module': 3, 'idc.module.rule': 'person' }],
    ['loyal.lowCost', { 'idc.loyal': 'points', 'idc.loyal.cost': 3 }],
    ['automation.noRedesign', { 'svc.auto': 'both' }],
    ['align.noPair', { 'crm.align': 'talk', 'crm.align.pairs': [] }],
    ['technologyOnly', { 'biz.budget': { marketing: 10, sales: 10, service: 10, people: 0, technology: 70 }, 'imp.train': 0 }],
  ];

  it('are none in the usual plan', () => {
    expect(contradictionsIn(usualPlan)).toEqual([]);
  });

  it.each(cases)('%s is seen in %j', (code, patch) => {
    expect(contradictionsIn(planWith(patch))).toEqual([code]);
  });

  it('are all proven above', () => {
    expect(cases.map(([code]) => code)).toEqual(contradictions.map(({ code }) => code));
  });

  it('cost four points of alignment each and sixteen at most', () => {
    expect([0, 1, 3, 4, 9].map((count) => alignmentLost(count, p))).toEqual([0, 4, 12, 16, 16]);
  });

  it('cost alignment once while they hold and give it back when they are mended', () => {
    const bad = planWith({ 'svc.promise': 'bold', 'svc.cap': -10 });
    const first = play(startedBank(), bad, 1);
    expect(calm().stocks.S - first.stocks.S).toBeCloseTo(4, 12);
    expect(first.contradictions).toEqual(['promise.noStaff']);
    const second = play(first, bad, 2);
    expect(first.stocks.S - second.stocks.S).toBeLessThan(2);
    const mended = play(first, usualPlan, 2);
    expect(mended.stocks.S - second.stocks.S).toBeGreaterThan(3.5);
  });

  it('leave the stocks of the facts alone: forces named wrongly cost four points each, once', () => {
    expect(bankFacts.stocks.S).toBe(50);
    const wrong = planWith({ 'biz.forces': ['entry', 'suppliers'] });
    const first = play(startedBank(), wrong, 1);
    expect(calm().stocks.S - first.stocks.S).toBeCloseTo(8, 12);
    expect(first.stocks.S - play(first, wrong, 2).stocks.S).toBeLessThan(2);
  });

  it('cost alignment when the business card is rewritten', () => {
    const rewritten = play(startedBank(), planWith({ 'biz.generic': 'differentiation', 'evl.reserve': 0 }), 1);
    expect(calm().stocks.S - rewritten.stocks.S).toBeCloseTo(8, 12);
  });
});
