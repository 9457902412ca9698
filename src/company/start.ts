/** The firm as a run begins. */

import { tieAtStart } from './care.ts';
import { conflictAtStart } from './conflict/conflictState.ts';
import type { QuarterPlan } from './controls.ts';
import { contradictionsIn } from './contradictions.ts';
import { noUnits } from './costLines.ts';
import { runningCosts } from './costs.ts';
import { linksAtStart } from './departments.ts';
import type { FirmSpec, FirmState, LevelId } from './firm.ts';
import type { MatrixContext } from './matrixRules.ts';
import { marketingUnits, moneyOf } from './money.ts';
import { parametersOf } from './parameters.ts';
import type { MatrixValue } from './programme.ts';
import { stocksAtStart } from './startValues.ts';
import { trustAtStart } from './trust.ts';

/** Memory of the matrix machine for a firm that stands on a level and has no programme. */
export function matrixContextAt(level: LevelId): MatrixContext {
  return {
    path: 'stay',
    next: 'stay',
    pace: 'normal',
    scope: 'wholeFirm',
    pilot: true,
    cutDown: false,
    turns: 0,
    informationHigh: level === 'l3' || level === 'l4',
    individualisationHigh: level === 'l2' || level === 'l4',
    informationTurns: 0,
    individualisationTurns: 0,
    stalledBy: null,
  };
}

/** Adoption and reach that a level presupposes: who stands on 2 to 4 has had its programmes. */
function establishedAt(level: LevelId): FirmState['established'] {
  return {
    data: level === 'l3' || level === 'l4' ? 1 : 0,
    delivery: level === 'l2' || level === 'l4' ? 1 : 0,
    adoption: 0,
  };
}
const usualAdoption = 60;

/**
 * State of a played firm before its first quarter: stocks and meters as the scenario gives them, ties solved from the start value of P,
 * no release yet, and the plan in force as if it had always been so.
 * @param partners ids of those through whom it reaches customers
 * @throws Error for a firm that has no money
 */
export function startFirm(spec: FirmSpec, plan: QuarterPlan, partners: readonly string[] = []): FirmState {
  const p = parametersOf(spec);
  const level = spec.level ?? 'l1';
  const stocks = stocksAtStart(spec);
  const value: MatrixValue = { meters: 'measured', position: level, programme: 'idle' };
  const firm: FirmState = {
    id: spec.id,
    quarter: 0,
    stocks,
    trust: trustAtStart(spec),
    adoption: level === 'l1' ? 0 : usualAdoption,
    rollout: 0,
    rolloutGrowth: 0,
    established: establishedAt(level),
    information: 0,
    informationKnown: null,
    consentKnown: null,
    individualisation: spec.individualisation ?? 100 * p['care.staffingAtStart'] * spec.offer.namedAgents,
    matrix: { value, context: matrixContextAt(level) },
    settledPath: null,
    cash: moneyOf(spec).cash,
    released: 0,
    runningBudget: 0,
    marketingAtStart: marketingUnits(plan['biz.spend'], plan['biz.budget']),
    funded: 1,
    spending: { granted: 0, spent: 0, programme: 0, unplanned: 0, displaced: 0 },
    spentOnProgramme: 0,
    billedLines: noUnits,
    billedTurns: 0,
    plannedLines: [],
    expectation: null,
    recentResults: [],
    pending: [],
    store: plan['dat.store'],
    processes: [],
    opened: [],
    spentOnce: [],
    contradictions: contradictionsIn(plan),
    links: linksAtStart(stocks.X),
    conflict: conflictAtStart(partners, p),
    tie: tieAtStart(spec, stocks.H, plan, p),
    accounts: null,
    overruled: {},
    // Nothing has been measured before play: a plan that has a baseline from the start takes it in the first quarter.
    lastPlan: { ...plan, 'evl.baseline': 'no' },
    earlierPlans: [plan, plan],
    path: 'stay',
    insolvent: false,
  };
  return { ...firm, runningBudget: p['budget.running'] * Math.max(0, runningCosts(plan, firm, spec, p)) };
}
