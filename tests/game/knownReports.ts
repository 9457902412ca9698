/** Reports as a player may see them, without an engine behind them. */

import { linksAtStart } from '../../src/company/departments.ts';
import { pathIds } from '../../src/company/controls.ts';
import { stockIds } from '../../src/company/firm.ts';
import { kpiIds, type Estimate, type KnownReport } from '../../src/game/reports.ts';

export const unknown: Estimate = { value: null, low: null, high: null, n: 0, asOf: 0, method: 'none', why: 'neverAsked' };
export const measured = (value: number, quarter = 1): Estimate => ({
  value,
  low: value,
  high: value,
  n: 100,
  asOf: quarter,
  method: 'books',
});

/** A report in which nothing is known but what is given; every path is refused. */
export function knownReport(quarter: number, changes: Partial<KnownReport> = {}): KnownReport {
  return {
    quarter,
    kpi: Object.fromEntries(kpiIds.map((id) => [id, unknown])) as KnownReport['kpi'],
    money: {
      revenue: 0,
      directCost: 0,
      serviceCost: 0,
      marketingCost: 0,
      fixedCost: 0,
      crmCost: 0,
      otherIncome: 0,
      result: 0,
      released: 12,
      spent: 8,
      unplanned: 0,
      cash: 100,
    },
    matrix: {
      level: 'l1',
      information: unknown,
      individualisation: unknown,
      paths: pathIds.map((path) => ({ path, gap: 20, cost: 20, turns: [3, 5], lacks: path === 'stay' ? [] : [{ code: 'gap' }] })),
    },
    programme: {
      state: 'idle',
      path: 'stay',
      gap: 0,
      adoption: 0,
      rollout: 0,
      stalledBy: null,
      signs: [],
      refused: [],
      stocks: Object.fromEntries(stockIds.map((id) => [id, 50])) as KnownReport['programme']['stocks'],
      links: linksAtStart(30),
      toolFit: null,
    },
    inbox: [],
    opportunities: { open: [], followed: [] },
    rivals: [],
    events: [],
    reasonsTold: [],
    analyses: [],
    ...changes,
  };
}
