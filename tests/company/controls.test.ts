import { describe, expect, it } from 'vitest';
import { type AnyControl, controls, type ControlId, type QuarterPlan } from '../../src/company/controls.ts';
import { decisionDelay, rightOwner } from '../../src/company/inForce.ts';
import { defaultStandingOrders } from '../../src/company/orders.ts';
import { mergePlan } from '../../src/company/plan.ts';
import { closeQuarter, offerOf, recordActionsOf, startFirm } from '../../src/company/quarter.ts';
import type { CompanyOffer } from '../../src/sim/offer.ts';
import { bank, books, expectedContacts, observed, open, planWith, realPeople, segments, startedBank, usualPlan } from './fixtures.ts';

const programme: Partial<QuarterPlan> = {
  'crm.path': 'p13',
  'crm.goal': 'keepCore',
  'evl.reserve': 1,
  'crm.tco': [
    'licence',
    'hardware',
    'implementation',
    'integration',
    'training',
    'support',
    'addOns',
    'dataMigration',
    'processRedesign',
    'administration',
    'security',
  ],
};
/** Plans under which a control is given the chance to matter: the usual one, and one with a programme. */
const settings: readonly Partial<QuarterPlan>[] = [
  {},
  { ...programme, 'crm.pilot': 'no' },
  { ...programme, 'cus.core': ['firms'] },
  { 'crm.align': 'talk', 'svc.auto': 'service', 'imp.tool': 'pim', 'idc.class': 'margin', 'imp.measure.bonus': 20 },
];

/** Controls that only later rooms read, with the reason. */
const readLater: Partial<Record<ControlId, string>> = {
  'evl.baseline': 'a wave is asked where the people are',
  'evl.criteria': 'likewise',
  'evl.frame': 'likewise',
  'evl.size': 'likewise',
  'evl.moment': 'likewise',
  'evl.external': 'likewise',
  'evl.internal': 'likewise',
  'prd.rival': 'a forecast changes nothing; the report holds it against what the rival did',
  'cam.target': 'whom a campaign means is read where the files are: tests/game/campaigns.test.ts',
  'cam.segments': 'likewise',
  'cam.control': 'likewise',
  'idc.module.rule': 'who gets which module is read where the files are: tests/game/rewards.test.ts',
  'idc.loyal': 'who is a member is read where the books are: tests/game/rewards.test.ts',
  'idc.loyal.cost': 'likewise',
};

/** Other values that a control may take. */
function others(control: AnyControl): unknown[] {
  switch (control.kind) {
    case 'choice':
      return control.options.filter((option) => option !== control.start);
    case 'level':
      return [control.low, control.high].filter((value) => value !== control.start);
    case 'subset':
      return [control.options.slice(0, control.most), [control.options[2]], []];
    case 'segments':
      return [['firms'], ['households']];
    case 'split':
      return [Object.fromEntries(control.options.map((part, i) => [part, i === 0 ? 60 : 10]))];
    case 'choiceEach':
      return control.options.filter((option) => option !== control.start).map((option) => ({ firms: option }));
    case 'levelEach':
      return [{ firms: control.high }, { firms: control.low }];
  }
}

/** Value classes of five customers. */
const classes = Uint8Array.from([1, 2, 3, 3, 4]);

/** All that the market, the records and the books see of four quarters under a plan, and the refusals. */
function traces(plan: QuarterPlan): string {
  let firm = startFirm(bank, usualPlan);
  const seen: unknown[] = [];
  for (let quarter = 1; quarter <= 5; quarter += 1) {
    const committed = open(firm, plan, quarter);
    seen.push(committed.refused, committed.costs);
    seen.push(offerOf(committed.firm, bank, committed.plan, segments, expectedContacts, realPeople, classes));
    seen.push(recordActionsOf(committed.firm, bank, committed.plan));
    const closed = closeQuarter(
      committed.firm,
      bank,
      committed.plan,
      defaultStandingOrders,
      observed(quarter, { stallDraw: 0.03, books: { ...books, care: 40 } }),
    );
    firm = closed.firm;
    const { lastPlan: _last, earlierPlans: _earlier, overruled: _overruled, ...rest } = firm;
    seen.push(rest, closed.ledger);
  }
  return JSON.stringify(seen);
}

describe('every control of the catalogue', () => {
  const usual = settings.map((setting) => traces(planWith(setting)));
  it.each(controls.map((control) => [control.id, control as AnyControl] as const))(
    '%s changes what the firm does, costs or becomes',
    (id, control) => {
      const matters = settings.some((setting, i) =>
        others(control).some((value) => traces(mergePlan(planWith(setting), { [id]: value } as Partial<QuarterPlan>)) !== usual[i]),
      );
      expect(matters || readLater[id] !== undefined).toBe(true);
    },
  );
});

describe('what a control does to the offer', () => {
  /** Offer of a firm that has lived under the plan, so that slow decisions act. */
  const offer = (patch: Partial<QuarterPlan>, changes: Partial<ReturnType<typeof startedBank>> = {}): CompanyOffer => {
    const plan = planWith(patch);
    return offerOf(
      { ...startedBank(plan), marketingAtStart: startedBank().marketingAtStart, ...changes },
      bank,
      plan,
      segments,
      expectedContacts,
      realPeople,
    );
  };
  const households = (patch: Partial<QuarterPlan>) => offer(patch).segments[0]!;
  const firms = (patch: Partial<QuarterPlan>) => offer(patch).segments[2]!;
  const base = offer({});
  const down = (read: (one: CompanyOffer) => number, patch: Partial<QuarterPlan>) => expect(read(offer(patch))).toBeLessThan(read(base));
  const up = (read: (one: CompanyOffer) => number, patch: Partial<QuarterPlan>) => expect(read(offer(patch))).toBeGreaterThan(read(base));

  it('acts at once for capacity and the complaint door, the quick wins of the first round', () => {
    const plan = planWith({ 'svc.cap': 20, 'svc.door': 'open' });
    const now = open(startedBank(), plan, 1);
    const first = offerOf(now.firm, bank, now.plan, segments, expectedContacts, realPeople);
    expect(first.capacity / base.capacity).toBeCloseTo(1.2, 12);
    expect(first.complaint.ease).toBeGreaterThan(base.complaint.ease);
  });

  it.each<[string, (one: CompanyOffer) => number, Partial<QuarterPlan>]>([
    ['capacity', (one) => one.capacity, { 'svc.cap': 5 }],
    ['complaint ease', (one) => one.complaint.ease, { 'svc.door': 'open' }],
    ['price', (one) => one.price, { 'biz.price': 5 }],
    ['promise', (one) => one.promise, { 'svc.promise': 'bold' }],
    ['care', (one) => one.care, { 'svc.authority': 70 }],
    ['the first person who settles', (one) => one.complaint.authority, { 'svc.authority': 70 }],
    ['the remedy', (one) => one.complaint.remedy, { 'svc.remedy': 'full' }],
    ['the remedy above the loss', (one) => one.complaint.remedy - 1, { 'svc.remedy': 'generous' }],
    ['empathy by a warm tone', (one) => one.complaint.empathy, { 'svc.tone': 'warm' }],
    ['apology by a warm tone', (one) => one.complaint.apology, { 'svc.tone': 'warm' }],
    ['hours until a warm answer', (one) => one.complaint.hours, { 'svc.tone': 'warm' }],
    ['hours where the cause is looked into', (one) => one.complaint.hours, { 'svc.remedy.byCause': 'firmsFault' }],
    ['refusals of an own error', (one) => Number(one.complaint.byFault), { 'svc.remedy.byCause': 'firmsFault' }],
    ['complaints asked after', (one) => one.complaint.follow!, { 'svc.follow': 'yes' }],
    ['quality under differentiation', (one) => one.quality, { 'biz.generic': 'differentiation' }],
    ['explanation where customers come first', (one) => one.complaint.explanation, { 'biz.vision.goal': 'customersFirst' }],
    ['acquisition by the split', (one) => one.segments[0]!.acquisition, { 'biz.split': 80 }],
    ['retention by the split', (one) => one.segments[0]!.retention, { 'biz.split': 40 }],
    ['acquisition by more spending', (one) => one.segments[0]!.acquisition, { 'biz.spend': 10 }],
    ['contacts', (one) => one.segments[2]!.contacts, { 'idc.contact': { firms: 4 } }],
    ['depth', (one) => one.segments[2]!.depth, { 'cus.depth': { firms: 'partner' } }],
    ['grain without delivery', (one) => one.segments[2]!.grain, { 'cus.mode': { firms: 25 } }],
    ['hours of the core', (one) => one.segments[2]!.priority, { 'cus.core': ['firms'] }],
    ['cost of a contact by grain', (one) => one.segments[2]!.contactFactor!, { 'cus.mode': { firms: 25 } }],
  ])('raises %s', (_, read, patch) => up(read, patch));

  it.each<[string, (one: CompanyOffer) => number, Partial<QuarterPlan>]>([
    ['capacity', (one) => one.capacity, { 'svc.cap': -5 }],
    ['complaint ease', (one) => one.complaint.ease, { 'svc.door': 'closed' }],
    ['hours until an answer', (one) => one.complaint.hours, { 'svc.speed': 'h8' }],
    [
      'marketing by a thinner share',
      (one) => one.segments[0]!.acquisition,
      { 'biz.budget': { marketing: 5, sales: 5, service: 40, people: 30, technology: 20 } },
    ],
  ])('lowers %s', (_, read, patch) => down(read, patch));

  it('spends nothing on a refused segment and calls nobody there', () => {
    const refused = firms({ 'cus.refused': ['firms'] });
    expect([refused.acquisition, refused.retention, refused.contacts]).toEqual([0, 0, 0]);
    expect(refused.priority).toBeGreaterThan(0);
  });

  it('spends the same marketing money however it is weighed', () => {
    const spent = (one: CompanyOffer) =>
      one.segments.reduce((sum, treated, i) => {
        const people = (realPeople * segments[i]!.share) / 1000;
        const customers = (people * segments[i]!.suppliers['bank']!) / 1000;
        return sum + treated.acquisition * (people - customers) + treated.retention * customers;
      }, 0);
    for (const patch of [
      {},
      { 'cus.core': ['firms'] },
      { 'cus.task': { firms: 'grow', savers: 'letGo', borrowers: 'acquire' } },
      { 'biz.split': 20 },
    ] as const) {
      expect(spent(offer(patch))).toBeCloseTo(1_200_000, 3);
    }
  });

  it('weighs the core most under focus, and acquisition where that is the task', () => {
    const core = { 'cus.core': ['firms'] };
    expect(firms({ ...core, 'biz.generic': 'focus' }).acquisition).toBeGreaterThan(firms(core).acquisition);
    expect(firms(core).acquisition).toBeGreaterThan(households(core).acquisition);
    expect(firms({ 'cus.task': { firms: 'acquire' } }).acquisition).toBeGreaterThan(firms({}).acquisition);
  });

  it('keeps service hours at a mean of one over the customers', () => {
    const treated = offer({ 'cus.core': ['firms'], 'cus.depth': { households: 'partner' } }).segments;
    const own = segments.map(({ share, suppliers }) => share * suppliers['bank']!);
    const mean = treated.reduce((sum, { priority }, i) => sum + priority * own[i]!, 0) / own.reduce((sum, one) => sum + one, 0);
    expect(mean).toBeCloseTo(1, 12);
  });

  it('designs treatment only as far as a delivery programme reaches, service tiers apart', () => {
    const grain = (delivery: number) =>
      offer({ 'cus.mode': { firms: 100 } }, { established: { data: 0, delivery, adoption: 0 } }).segments[2]!.grain;
    expect([grain(0), grain(0.5), grain(1)]).toEqual([0.25, 0.625, 1]);
  });

  it('defends worse on forces that are not there', () => {
    expect(households({ 'biz.forces': ['entry', 'suppliers'] }).retention).toBeCloseTo(households({}).retention * 0.6, 12);
    expect(households({ 'biz.forces': ['rivalry', 'suppliers'] }).retention).toBeCloseTo(households({}).retention, 12);
  });

  it('follows the stocks: fewer failures with Q, more care and capacity with H, less context lost with X, convenience with T', () => {
    const at = (stock: 'Q' | 'H' | 'X' | 'T', value: number) => offer({}, { stocks: { ...startedBank().stocks, [stock]: value } });
    expect(at('Q', 90).failureRate / at('Q', 40).failureRate).toBeCloseTo(Math.exp(-0.6), 10);
    expect(at('Q', 50).failureRate).toBeCloseTo(0.06, 12);
    expect(at('H', 80).care / at('H', 40).care).toBeCloseTo(2, 12);
    expect(at('H', 100).capacity / at('H', 50).capacity).toBeCloseTo(1.2, 12);
    expect(at('H', 80).complaint.empathy).toBeCloseTo(0.78, 12);
    expect(at('X', 60).contextLoss).toBeCloseTo(0.2, 12);
    expect(at('T', 80).convenience).toBeGreaterThan(base.convenience);
    expect(at('T', 80).serviceCost).toBeLessThan(base.serviceCost);
  });

  it('reaches a care of 60 without any data with skilled, empowered staff', () => {
    const { care } = offer({ 'svc.authority': 70 }, { stocks: { ...startedBank().stocks, H: 75 } });
    expect(100 * (care * 0.95 + 0.15)).toBeGreaterThan(60);
    expect(startedBank().tie).toBeCloseTo(0.35 - 0.95 * 0.7 * 0.4 * 0.8, 12);
  });
});

describe('what a control does to the records', () => {
  const work = (patch: Partial<QuarterPlan>, changes: Partial<ReturnType<typeof startedBank>> = {}) => {
    const plan = planWith(patch);
    return recordActionsOf({ ...startedBank(plan), ...changes }, bank, plan);
  };

  it('wants the fields that are named, in the order of the records', () => {
    expect(work({ 'dat.fields': ['name', 'needs', 'leavingReason'] }).wantedFields).toBe(1 + 8 + 2048);
  });

  it('captures .35 a contact times the honesty of entry, and lies more under control', () => {
    expect(work({ 'imp.style': 'help' }).capture).toBeCloseTo(0.35 * 0.95, 12);
    expect(work({ 'imp.style': 'control' }).capture).toBeCloseTo(0.35 * 0.7, 12);
    expect(work({ 'imp.style': 'control' }).falseEntry).toBe(0.25);
  });

  it('matches by rule: strict misses most, loose errs most', () => {
    const rule = (match: QuarterPlan['dat.match']) => [work({ 'dat.match': match }).missedMerges, work({ 'dat.match': match }).falseMerges];
    expect([rule('strict'), rule('balanced'), rule('loose')]).toEqual([
      [0.4, 0.002],
      [0.2, 0.01],
      [0.08, 0.04],
    ]);
  });

  it('joins up to the ceiling of the store, in full only with shared rights, which need integration', () => {
    const strong = { stocks: { ...startedBank().stocks, X: 50 } };
    const ceiling = (store: 'notebook' | 'mart' | 'warehouse') => work({ 'dat.share': 6 }, { store, ...strong }).linkageCeiling;
    expect([ceiling('notebook'), ceiling('mart'), ceiling('warehouse')]).toEqual([0.4, 0.7, 0.95]);
    expect(work({}, { store: 'mart' }).linkageCeiling).toBeLessThan(0.7);
    const loose = { stocks: { ...startedBank().stocks, X: 20 } };
    expect(work({ 'dat.share': 6 }, loose).linkageCeiling).toBe(work({ 'dat.share': 3 }, loose).linkageCeiling);
  });

  it('makes strangers known by more sources, wrongly by bought lists, and asks for consent by purpose', () => {
    expect(work({ 'dat.source': ['counter', 'web'] }).identify).toBeCloseTo(1 - 0.9 * 0.85, 12);
    expect(work({ 'dat.source': [] }).identify).toBe(0);
    const bought = work({ 'dat.source': ['counter', 'boughtList'] });
    expect(bought.falseEntry).toBeGreaterThan(work({}).falseEntry);
    expect(bought.consentAsk).toBeLessThan(work({}).consentAsk);
    expect(work({ 'dat.consent': 'byPurpose' }).consentAsk).toBeGreaterThan(work({ 'dat.consent': 'bundled' }).consentAsk);
    expect(work({ 'dat.consent': 'none' }).consentAsk).toBe(0);
  });

  it('gains nothing but names from lists and partners where it asks at no touch point of its own', () => {
    const others = work({ 'dat.source': ['partner', 'boughtList'], 'dat.consent': 'byPurpose', 'idc.ask': 'yes', 'dat.clean': 8 });
    expect(others.identify).toBeGreaterThan(0);
    expect([others.capture, others.consentAsk, others.checked]).toEqual([0, 0, 0]);
    for (const own of ['counter', 'call', 'web', 'purchaseLog'] as const) {
      const asked = work({ 'dat.source': [own, 'boughtList'], 'dat.consent': 'byPurpose' });
      expect(asked.capture).toBeGreaterThan(0);
      expect(asked.consentAsk).toBeGreaterThan(0);
      expect(asked.checked).toBe(1);
    }
  });

  it('cleans, asks and notes only as far as the work is paid', () => {
    expect(work({}, { funded: 0 }).capture).toBeCloseTo(work({}).capture * 0.4, 12);
    expect(work({}, { funded: 0.5 }).consentAsk).toBeCloseTo(work({}).consentAsk * 0.7, 12);
    expect(work({ 'dat.clean': 8 }, { funded: 0.5 }).cleaning).toBe(4);
  });
});

describe('a slow decision', () => {
  it('lands a quarter later without leadership, and under an owner who cannot carry the path', () => {
    const firm = startedBank();
    expect(decisionDelay(firm, usualPlan)).toBe(0);
    expect(decisionDelay({ ...firm, stocks: { ...firm.stocks, L: 20 } }, usualPlan)).toBe(1);
    const running = open(firm, planWith(programme), 1).firm;
    expect(decisionDelay(running, planWith({ 'crm.people.owner': 'it' }))).toBe(1);
    expect(decisionDelay(running, planWith({ 'crm.people.owner': 'crossFunctional' }))).toBe(0);
  });

  it('may be owned by the whole firm on every path and by IT on none', () => {
    for (const path of ['p12', 'p13', 'p24', 'p34', 'p14', 'p23', 'p32'] as const) {
      expect(rightOwner(path, 'crossFunctional')).toBe(true);
      expect(rightOwner(path, 'it')).toBe(false);
    }
  });
});
