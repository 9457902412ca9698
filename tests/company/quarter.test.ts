import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/company/attempt.ts';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { costLineTable } from '../../src/company/costLines.ts';
import { stockIds, type FirmState } from '../../src/company/firm.ts';
import { releaseOf } from '../../src/company/money.ts';
import { defaultStandingOrders } from '../../src/company/orders.ts';
import { usualParameters as p } from '../../src/company/parameters.ts';
import { pathViews } from '../../src/company/pathReport.ts';
import { mergePlan } from '../../src/company/plan.ts';
import { programmeOf } from '../../src/company/programme.ts';
import { closeQuarter, offerOf, recordActionsOf, startFirm } from '../../src/company/quarter.ts';
import { paths, type RealPathId } from '../../src/company/paths.ts';
import {
  bank,
  bankStocks,
  books,
  expectedContacts,
  frozen,
  observed,
  open,
  planWith,
  play,
  qualityAt,
  realPeople,
  segments,
  startedBank,
  usualPlan,
} from './fixtures.ts';
import { legalPatch } from './legalPatches.ts';

const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);
const allLines = [
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
  'parallelRunning',
  'lostProductivity',
  'staffTurnover',
  'exitCost',
] as const;
const dataFirst = planWith({
  'crm.path': 'p13',
  'crm.tco': allLines,
  'crm.scope': 'wholeFirm',
  'imp.style': 'help',
  'imp.involve': 'coDesign',
  'evl.reserve': 0,
});

describe('a firm at the start', () => {
  it('stands where the scenario says, with the care that its start value of P implies', () => {
    const firm = startedBank();
    expect(firm.stocks).toEqual(bankStocks);
    expect(programmeOf(firm)).toMatchObject({ level: 'l1', state: 'idle', running: false });
    const offer = offerOf(firm, bank, usualPlan, segments, expectedContacts, realPeople);
    expect(offer.care * 0.95 + offer.tie).toBeCloseTo(0.35, 12);
    expect(offer.price).toBe(1);
  });

  it('holds on level 3 the flag and the reach of the programmes it has had', () => {
    const firm = startFirm({ ...bank, level: 'l3' }, usualPlan);
    expect(programmeOf(firm).context).toMatchObject({ informationHigh: true, individualisationHigh: false });
    expect(recordActionsOf(firm, bank, usualPlan).rollout).toBe(1);
    expect(recordActionsOf(startedBank(), bank, usualPlan).rollout).toBe(0);
  });

  it('needs money to be played', () => {
    const { money: _, ...poor } = bank;
    expect(() => startFirm(poor, usualPlan)).toThrow(/money/);
  });
});

describe('the board', () => {
  it('releases 12 units a quarter in the first year and 7 after it, times .7 + .3 L/100', () => {
    expect(releaseOf(1, 100, p)).toBeCloseTo(12, 12);
    expect(releaseOf(4, 60, p)).toBeCloseTo(12 * 0.88, 12);
    expect(releaseOf(5, 60, p)).toBeCloseTo(7 * 0.88, 12);
    expect(releaseOf(5, 0, p)).toBeCloseTo(7 * 0.7, 12);
  });

  it('goes on granting what the firm spent on customers before play began', () => {
    const firm = startedBank();
    const committed = open(firm, usualPlan, 1);
    expect(committed.firm.spending.granted).toBeCloseTo(12 * 0.88 + firm.runningBudget, 12);
    expect(committed.costs.units).toBeCloseTo(firm.runningBudget, 12);
    expect(committed.firm.released).toBeCloseTo(12 * 0.88, 12);
  });
});

describe('a quarter', () => {
  it('changes nothing in place', () => {
    let firm = frozen(startedBank());
    for (let quarter = 1; quarter <= 6; quarter += 1) firm = frozen(play(firm, frozen(dataFirst), quarter));
    expect(firm.quarter).toBe(6);
  });

  it('gives the same bits for the same data', () => {
    const run = () => {
      let firm = startedBank();
      for (let quarter = 1; quarter <= 8; quarter += 1) firm = play(firm, dataFirst, quarter);
      return JSON.stringify(firm);
    };
    expect(run()).toBe(run());
  });

  it('keeps every stock and meter within 0 to 100 and every number finite, whatever is decided', () => {
    const numbers = (value: unknown): number[] => {
      if (typeof value === 'number') return [value];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
    };
    fc.assert(
      fc.property(
        fc.array(legalPatch, { minLength: 1, maxLength: 6 }),
        fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (patches, draws) => {
          let firm: FirmState = startedBank();
          let plan: QuarterPlan = usualPlan;
          patches.forEach((patch, i) => {
            plan = mergePlan(plan, patch);
            const committed = open(firm, plan, i + 1, {
              events: [
                { id: 'm', kind: 'merger', quarter: 3 },
                { id: 's', kind: 'sponsorLeft', quarter: 2 },
              ],
            });
            const offer = offerOf(committed.firm, bank, committed.plan, segments, expectedContacts, realPeople);
            const work = recordActionsOf(committed.firm, bank, committed.plan);
            for (const one of [
              offer.care,
              offer.quality,
              offer.failureRate,
              offer.adoption,
              offer.rollout,
              offer.convenience,
              work.capture,
              work.linkageCeiling,
            ]) {
              expect(one).toBeGreaterThanOrEqual(0);
              expect(one).toBeLessThanOrEqual(1);
            }
            for (const treated of offer.segments) {
              expect(treated.acquisition).toBeGreaterThanOrEqual(0);
              expect(treated.retention).toBeGreaterThanOrEqual(0);
              expect(treated.priority).toBeGreaterThan(0);
              expect(treated.grain).toBeLessThanOrEqual(1);
            }
            expect(numbers([offer, work]).every(Number.isFinite)).toBe(true);
            firm = closeQuarter(
              committed.firm,
              bank,
              committed.plan,
              defaultStandingOrders,
              observed(i + 1, { stallDraw: draws[i]!, books: { ...books, care: draws[i]! * 100 } }),
            ).firm;
            for (const stock of stockIds) {
              expect(firm.stocks[stock]).toBeGreaterThanOrEqual(0);
              expect(firm.stocks[stock]).toBeLessThanOrEqual(100);
            }
            for (const meter of [firm.individualisation, firm.information, firm.adoption, firm.rollout * 100, firm.funded * 100]) {
              expect(meter).toBeGreaterThanOrEqual(0);
              expect(meter).toBeLessThanOrEqual(100);
            }
            expect(numbers(firm).every(Number.isFinite)).toBe(true);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same offer for the plan as given and for the plan as it came into force', () => {
    const greedy = planWith({ 'dat.store': 'warehouse', 'imp.tool': 'crm', 'dat.consent': 'byPurpose' });
    const { firm, plan, refused } = open({ ...startedBank(), runningBudget: 0 }, greedy, 5);
    expect(codes(refused)).toContain('budget');
    expect(plan['imp.tool']).toBe('present');
    expect(offerOf(firm, bank, greedy, segments, expectedContacts, realPeople)).toEqual(
      offerOf(firm, bank, plan, segments, expectedContacts, realPeople),
    );
    const closed = (given: QuarterPlan) => closeQuarter(firm, bank, given, defaultStandingOrders, observed(5));
    expect(closed(greedy)).toEqual(closed(plan));
  });

  it('smooths P as delivered by half, and lets it rise by two at most outside a programme', () => {
    const care = (value: number) => play(startedBank(), usualPlan, 1, { seen: { books: { ...books, care: value } } }).individualisation;
    expect(care(25)).toBeCloseTo(30, 12);
    expect(care(90)).toBeCloseTo(37, 12);
    const piloting = play(startedBank(), dataFirst, 1, { seen: { books: { ...books, care: 45 } } });
    expect(programmeOf(piloting).active).toBe(true);
    expect(piloting.individualisation).toBeCloseTo(40, 12);
  });

  it('keeps the plans of the last quarters, so that slow decisions act late', () => {
    const first = play(startedBank(), usualPlan, 1);
    const decided = planWith({ 'dat.fields': ['name'], 'imp.style': 'help' });
    const wanted = (firm: FirmState, plan: QuarterPlan) => recordActionsOf(firm, bank, plan).wantedFields;
    const now = open(first, decided, 2);
    expect(wanted(now.firm, decided)).toBe(wanted(open(first, usualPlan, 2).firm, usualPlan));
    const next = open(play(first, decided, 2), decided, 3);
    expect(wanted(next.firm, decided)).toBe(1);
    const weak = { ...play(first, decided, 2), stocks: { ...bankStocks, L: 20 } };
    expect(wanted(open(weak, decided, 3).firm, decided)).not.toBe(1);
  });

  it('is insolvent below the debt limit and stays so', () => {
    const poor = { ...startedBank(), cash: -24 };
    const loss = { books: { ...books, contribution: 4_000_000 } };
    const broke = play(poor, usualPlan, 1, { seen: loss });
    expect(broke.cash).toBeLessThan(-25);
    expect(broke.insolvent).toBe(true);
    expect(play(broke, usualPlan, 2, { seen: { books: { ...books, contribution: 90_000_000 } } }).insolvent).toBe(true);
    expect(play({ ...poor, cash: 0 }, usualPlan, 1, { seen: loss }).insolvent).toBe(false);
  });

  it('books the quarter: what is left of the contribution after marketing, fixed and CRM cost goes to cash', () => {
    const committed = open(startedBank(), usualPlan, 1);
    const { firm, ledger } = closeQuarter(committed.firm, bank, committed.plan, defaultStandingOrders, observed(1));
    expect(ledger.directCost).toBeCloseTo(11_000_000, 4);
    expect(ledger.revenue - ledger.directCost - ledger.serviceCost - ledger.marketingCost - ledger.fixedCost - ledger.crmCost).toBeCloseTo(
      ledger.result,
      4,
    );
    expect(ledger.crmCost).toBeCloseTo(ledger.spent * 240_000, 4);
    expect(firm.cash).toBeCloseTo(100 + ledger.result / 240_000, 9);
  });
});

describe('the path of a plan', () => {
  it('is chosen, confirmed, planned and submitted in one quarter when nothing speaks against it', () => {
    const { firm, refused } = open(startedBank(), dataFirst, 1);
    expect(refused).toEqual([]);
    expect(programmeOf(firm)).toMatchObject({ state: 'piloting', path: 'p13', running: true });
    expect(firm).toMatchObject({ adoption: 10, rollout: 0.1 });
    expect(firm.spending.spent).toBeGreaterThan(3);
  });

  it('is refused with the reasons of the guard, and tried again in the next quarter', () => {
    const hasty = mergePlan(dataFirst, { 'crm.tco': ['licence'] });
    const first = open(startedBank(), hasty, 1);
    expect(codes(first.refused)).toEqual(['costLines']);
    expect(programmeOf(first.firm).state).toBe('planning');
    const closed = play(startedBank(), hasty, 1);
    const second = open(closed, dataFirst, 2);
    expect(second.refused).toEqual([]);
    expect(programmeOf(second.firm).state).toBe('piloting');
  });

  it.each<[string, Partial<QuarterPlan>, Parameters<typeof open>[3], string[]]>([
    ['the leap', { 'crm.path': 'p14', 'crm.scope': 'wholeFirm' }, { audited: qualityAt(36, 0.7) }, ['information']],
    ['the leap with good records', { 'crm.path': 'p14' }, { audited: qualityAt(45, 0.7) }, ['gap']],
    ['data first without an audit', {}, { audited: null }, ['information', 'consent']],
    ['a path from another level', { 'crm.path': 'p24' }, { audited: qualityAt(70) }, ['level']],
  ])('is refused for %s', (_, patch, options, expected) => {
    expect(codes(open(startedBank(), mergePlan(dataFirst, patch), 1, options).refused)).toEqual(expected);
  });

  it('needs two cards read', () => {
    const unread = mergePlan(dataFirst, { 'biz.forces': [], 'cus.core': [] });
    expect(factsOf(startedBank(), bank, unread, [])).toMatchObject({ businessAnalysed: false, customerAnalysed: false });
    expect(factsOf(startedBank(), bank, unread, ['rivals', 'churnCauses'])).toMatchObject({
      businessAnalysed: true,
      customerAnalysed: true,
    });
    expect(
      factsOf(startedBank(), bank, mergePlan(unread, { 'biz.forces': ['rivalry', 'buyers'], 'cus.core': ['firms'] }), []),
    ).toMatchObject({
      businessAnalysed: true,
      customerAnalysed: true,
    });
  });

  it('is dropped from planning by a plan that stays, and changed by one that names another path', () => {
    const planning = play(startedBank(), mergePlan(dataFirst, { 'crm.tco': [] }), 1);
    expect(programmeOf(planning).state).toBe('planning');
    expect(programmeOf(open(planning, usualPlan, 2).firm).state).toBe('idle');
    const other = open(planning, mergePlan(dataFirst, { 'crm.path': 'p12' }), 2);
    expect(programmeOf(other.firm)).toMatchObject({ state: 'piloting', path: 'p12' });
  });

  it('does not start again by itself once it has been given up', () => {
    const piloting = play(startedBank(), dataFirst, 1, { seen: { records: qualityAt(36) } });
    const given = open(piloting, dataFirst, 2, { moves: [{ kind: 'programme', move: 'abandon' }] });
    expect(programmeOf(given.firm).state).toBe(programmeOf(piloting).state === 'piloting' ? 'idle' : 'rollingBack');
    let firm = play(piloting, dataFirst, 2, { moves: [{ kind: 'programme', move: 'abandon' }] });
    for (let quarter = 3; quarter <= 5; quarter += 1) firm = play(firm, dataFirst, quarter);
    expect(programmeOf(firm).state).toBe('idle');
    firm = play(firm, usualPlan, 6);
    expect(programmeOf(open(firm, dataFirst, 7).firm).running).toBe(true);
  });

  it('shows each path with its gap, its cost and what it lacks', () => {
    const views = pathViews({ ...startedBank(), informationKnown: 36, consentKnown: 70 }, bank, dataFirst, ['industry', 'needs']);
    const of = (path: string) => views.find((view) => view.path === path)!;
    expect(of('p13').gap).toBeCloseTo(3.5, 10);
    expect(of('p13').cost).toBeCloseTo(32, 10);
    expect(of('p13').lacks.every(({ advisory }) => advisory === true)).toBe(true);
    expect(of('p14').lacks.some(({ code, advisory }) => code === 'gap' && advisory === undefined)).toBe(true);
    expect(views.map(({ path }) => path)).toEqual(['stay', 'p12', 'p13', 'p24', 'p34', 'p14', 'p23', 'p32']);
  });
});

describe('a programme in the field', () => {
  const stalled = (): FirmState => {
    let firm = play(startedBank(), mergePlan(dataFirst, { 'crm.pilot': 'no' }), 1);
    if (programmeOf(firm).state === 'rollingOut') firm = play(firm, dataFirst, 2, { seen: { stallDraw: 0.001 } });
    return firm;
  };

  it('stalls by the draw and recovers by the standing order in the next quarter', () => {
    const firm = stalled();
    expect(programmeOf(firm)).toMatchObject({ state: 'stalled' });
    expect(programmeOf(open(firm, dataFirst, 3).firm).state).toBe('rollingOut');
  });

  it('is given up by another standing order, rolled back, and leaves half the scar on the data path', () => {
    const standing = { ...defaultStandingOrders, onStall: 'abandon' } as const;
    const firm = stalled();
    const given = open(firm, dataFirst, 3, { standing });
    expect(programmeOf(given.firm).state).toBe('rollingBack');
    const closed = play(firm, dataFirst, 3, { standing });
    const carriedOn = play(firm, dataFirst, 3, { moves: [{ kind: 'programme', move: 'goOn' }] });
    expect(programmeOf(closed).state).toBe('idle');
    expect(programmeOf(carriedOn).state).toBe('stalled');
    expect(carriedOn.stocks.L - closed.stocks.L).toBeCloseTo(5, 6);
    expect(closed.settledPath).toBe('p13');
  });

  it('goes on as a single step when a leap is cut down, and keeps six tenths of its roll-out', () => {
    const strong = { ...bank, stocks: { S: 80, L: 80, X: 80, H: 80, T: 80, Q: 80 } };
    const leap = mergePlan(dataFirst, { 'crm.path': 'p14', 'crm.pilot': 'no' });
    const options = { spec: strong, audited: qualityAt(45) };
    let firm = play(startFirm(strong, usualPlan), leap, 1, options);
    for (let quarter = 2; quarter <= 5; quarter += 1) firm = play(firm, leap, quarter, options);
    firm = play(firm, leap, 6, { ...options, seen: { stallDraw: 0.0001 } });
    expect(programmeOf(firm)).toMatchObject({ state: 'stalled', path: 'p14' });
    const cut = open(firm, leap, 7, { ...options, moves: [{ kind: 'programme', move: 'downscope' }] });
    expect(programmeOf(cut.firm)).toMatchObject({ state: 'rollingOut' });
    expect(['p12', 'p13']).toContain(programmeOf(cut.firm).path);
    expect(firm.rollout).toBeGreaterThan(0.3);
    expect(cut.firm.rollout).toBeCloseTo(firm.rollout * 0.6, 12);
    const on = play(firm, leap, 7, { ...options, moves: [{ kind: 'programme', move: 'downscope' }] });
    expect(programmeOf(open(on, leap, 8, options).firm)).toMatchObject({ state: programmeOf(on).state, path: programmeOf(on).path });
    const stalledAgain = play(on, leap, 8, { ...options, seen: { stallDraw: 0.0001 } });
    expect(programmeOf(stalledAgain).state).toBe('stalled');
    expect(open(stalledAgain, leap, 9, options).firm.rollout).toBe(stalledAgain.rollout);
  });

  it.each([
    ['recover', 'move.onlyStalled'],
    ['downscope', 'move.onlyStalled'],
    ['abandon', 'move.nothingToDrop'],
    ['slow', 'move.onlyInField'],
  ] as const)('refuses the move %s when there is nothing to steer, and says what it waits for', (move, code) => {
    expect(codes(open(startedBank(), usualPlan, 1, { moves: [{ kind: 'programme', move }] }).refused)).toEqual([code]);
  });

  it('is slowed by a move', () => {
    const firm = play(startedBank(), mergePlan(dataFirst, { 'crm.pilot': 'no' }), 1);
    const slow = open(firm, dataFirst, 2, { moves: [{ kind: 'programme', move: 'slow' }] });
    expect(programmeOf(slow.firm).context.pace).toBe('careful');
  });

  it('bills its whole cost over the roll-out when all lines are planned', () => {
    let firm = play({ ...startedBank(), released: 200 }, mergePlan(dataFirst, { 'crm.pilot': 'no' }), 1);
    for (let quarter = 2; quarter <= 8; quarter += 1) firm = play(firm, dataFirst, quarter);
    expect(firm.spentOnProgramme).toBeCloseTo(32, 9);
  });

  it('bills lines that nobody planned at 1.3 in their quarter, at 1.1 out of a reserve', () => {
    const total = (patch: Partial<QuarterPlan>) => {
      const plan = mergePlan(dataFirst, { 'crm.pilot': 'no', 'crm.tco': allLines.slice(0, 11), ...patch });
      let firm = play({ ...startedBank(), released: 200 }, plan, 1);
      let unplanned = firm.spending.unplanned;
      for (let quarter = 2; quarter <= 8; quarter += 1) {
        firm = play(firm, plan, quarter);
        unplanned += firm.spending.unplanned;
      }
      return { unplanned, spent: firm.spentOnProgramme };
    };
    const hidden = 1.6 * allLines.slice(11).reduce((sum, line) => sum + costLineTable[line].units, 0);
    expect(total({}).unplanned).toBeCloseTo(hidden * 1.3, 9);
    expect(total({}).spent).toBeCloseTo(32 + hidden * 0.3, 9);
    expect(total({ 'evl.reserve': 15 }).unplanned).toBeCloseTo(hidden * 1.1, 9);
  });

  it('costs less in half the firm and more in haste', () => {
    const quote = (patch: Partial<QuarterPlan>) =>
      pathViews(startedBank(), bank, mergePlan(dataFirst, patch), [])
        .filter(({ path }) => path !== 'stay')
        .map(({ path, cost }) => cost / paths[path as RealPathId].cost);
    expect(quote({}).every((units) => Math.abs(units - 20) < 1e-9)).toBe(true);
    expect(quote({ 'crm.scope': 'marketingAndIt' })[0]).toBeCloseTo(12, 9);
    expect(quote({ 'crm.scope': 'frontOffices' })[0]).toBeCloseTo(16, 9);
    expect(quote({ 'crm.pace': 'rushed' })[0]).toBeCloseTo(25, 9);
  });
});
