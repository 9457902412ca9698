import { describe, expect, it } from 'vitest';
import { costLineIds, type QuarterPlan } from '../../src/company/controls.ts';
import type { FirmState } from '../../src/company/firm.ts';
import { mergePlan } from '../../src/company/plan.ts';
import { programmeOf } from '../../src/company/programme.ts';
import { bank, books, open, play, planWith, qualityAt, startedBank, usualPlan } from './fixtures.ts';

/** Data first with people on board, then delivery: what a good learner would decide, quarter by quarter. */
const first: Partial<QuarterPlan> = {
  'crm.path': 'p13',
  'crm.scope': 'frontOffices',
  'crm.pace': 'normal',
  'crm.people.owner': 'crossFunctional',
  'crm.people.reviews': 15,
  'crm.people.departments': 15,
  'crm.people.frontLine': 10,
  'crm.goal': 'keepCore',
  'crm.measures': ['churn'],
  'crm.tco': [...costLineIds],
  'imp.involve': 'coDesign',
  'imp.reward': 'points',
  'imp.style': 'help',
  'imp.train': 6,
  'biz.vision': 'explicit',
  'evl.reserve': 2,
  'biz.spend': 5,
  'biz.budget': { marketing: 15, sales: 15, service: 25, people: 20, technology: 25 },
};
const changes: readonly [number, Partial<QuarterPlan>][] = [
  [2, { 'dat.consent': 'byPurpose', 'dat.clean': 5, 'dat.source': ['counter', 'purchaseLog'] }],
  [4, { 'dat.share': 4, 'crm.align': 'jointTarget' }],
  [6, { 'dat.store': 'mart', 'imp.process': 'handOver' }],
  [8, { 'dat.share': 6, 'imp.process': 'complaint' }],
  [9, { 'crm.path': 'p34', 'imp.process': 'billing', 'imp.tool': 'pim' }],
];
/** Completeness of the records as a good programme raises it, points. */
const information = (quarter: number): number => Math.min(80, 36 + Math.max(0, quarter - 2) * 5);
const careAt = (quarter: number): number => Math.min(75, 35 + quarter * 2.5);

function run(): { states: string[]; released: number[]; firm: FirmState } {
  let firm = startedBank();
  let plan = usualPlan;
  const states: string[] = [];
  const released: number[] = [];
  for (let quarter = 1; quarter <= 16; quarter += 1) {
    if (quarter === 1) plan = planWith(first);
    for (const [when, patch] of changes) if (when === quarter) plan = mergePlan(plan, patch);
    const records = qualityAt(information(quarter));
    firm = play(firm, plan, quarter, { audited: records, seen: { records, books: { ...books, care: careAt(quarter) } } });
    const { state, path } = programmeOf(firm);
    states.push(`${path} ${state}`);
    released.push(firm.released);
  }
  return { states, released, firm };
}

describe('data first, then delivery, in sixteen quarters', () => {
  const { states, released, firm } = run();

  it('passes through both programmes', () => {
    const order = states.filter((state, i) => state !== states[i - 1]);
    expect(order).toEqual([
      'p13 piloting',
      'p13 rollingOut',
      'p13 embedding',
      'p34 piloting',
      'p34 rollingOut',
      'p34 embedding',
      'p34 idle',
    ]);
  });

  it('is paid out of the release: the budget never runs out', () => {
    expect(Math.min(...released)).toBeGreaterThan(0);
    expect(firm.spentOnProgramme).toBeGreaterThan(0);
  });

  it('ends on level 4, where both flags and the integration hold', () => {
    expect(programmeOf(firm).level).toBe('l4');
  });

  it('ends with more leadership, integration and people than it began with', () => {
    const start = startedBank().stocks;
    for (const stock of ['L', 'X', 'H', 'Q'] as const) expect(firm.stocks[stock]).toBeGreaterThan(start[stock] + 5);
  });
});

describe('two steps and the leap', () => {
  it('start where they can: the leap is refused to the same firm in every quarter of the first year', () => {
    let firm = startedBank();
    const leap = planWith({ ...first, 'crm.path': 'p14', 'crm.scope': 'wholeFirm' });
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      expect(open(firm, leap, quarter, { spec: bank }).refused.length).toBeGreaterThan(0);
      firm = play(firm, leap, quarter);
      expect(programmeOf(firm).running).toBe(false);
    }
  });
});
