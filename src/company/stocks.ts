/** The six readiness stocks: what raises them, what wears them down (mechanics: spend to stocks). */

import { exp } from '../sim/math/elementary.ts';
import { budgetIds, type QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState, StockId, Stocks } from './firm.ts';
import { stockIds } from './firm.ts';
import { inForce } from './inForce.ts';
import { linkedPairs } from './departments.ts';
import { alignment, involvement } from './optionTables.ts';
import type { FirmParameters } from './parameters.ts';
import { buildsData, buildsDelivery } from './paths.ts';
import { programmeOf } from './programme.ts';

/** Points kept within 0-100. */
export const points = (value: number): number => Math.min(100, Math.max(0, value));

/** Four budgets in harmony: effect x min(1, .6 + .4 smallest/mean) over marketing, sales, service and technology, 0-1. */
export function weakestOfFour(budget: QuarterPlan['biz.budget'], p: FirmParameters): number {
  const four = [budget.marketing, budget.sales, budget.service, budget.technology];
  const mean = (four[0]! + four[1]! + four[2]! + four[3]!) / 4;
  if (mean === 0) return p['stock.weakestFloor'];
  return Math.min(1, p['stock.weakestFloor'] + (p['stock.weakestSlope'] * Math.min(...four)) / mean);
}

/** How much of the CRM spending works, 0-1: alignment, the weakest of four budgets, and whether the initiative has a goal and a measure. */
export function effectiveness(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  const aligned = p['stock.alignmentFloor'] + ((1 - p['stock.alignmentFloor']) * firm.stocks.S) / 100;
  const measured = plan['crm.measures'].length > 0 ? 1 : p['stock.unmeasured'];
  const goal = plan['crm.goal'] === 'none' ? p['stock.orphan'] : measured;
  return aligned * weakestOfFour(inForce(firm, plan, 'biz.budget'), p) * goal;
}

/** Weight of the sponsor's rank in what his hours do. */
function sponsorWeight(sponsor: QuarterPlan['crm.people.sponsor'], p: FirmParameters): number {
  if (sponsor === 'ceo') return 1;
  return sponsor === 'marketingDirector' ? p['input.sponsorMarketing'] : p['input.sponsorIt'];
}

/** Pairs of departments with rights that hold: beyond three they need integration. */
export function sharedPairs(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  const pairs = inForce(firm, plan, 'dat.share');
  return firm.stocks.X >= p['records.writeRights'] ? pairs : Math.min(3, pairs);
}

/** The money of a programme that leads to service alone goes into people first. */
function leadsToService(firm: FirmState): boolean {
  const { path } = programmeOf(firm);
  return path !== 'stay' && buildsDelivery[path] && !buildsData[path];
}

/** Units of work that a quarter puts into each stock. `programme` = units of the programme billed in the quarter. */
export function stockInputs(firm: FirmState, plan: QuarterPlan, p: FirmParameters, programme: number): Record<StockId, number> {
  const budget = inForce(firm, plan, 'biz.budget');
  const total = budgetIds.reduce((sum, part) => sum + budget[part], 0);
  const spend = inForce(firm, plan, 'biz.spend') * firm.funded;
  const part = (share: number): number => (total === 0 ? 0 : (spend * share) / total);
  const people = part(budget.people);
  const restOfPeople = (people * (1 - p['input.people'])) / 2;
  const sponsor = sponsorWeight(plan['crm.people.sponsor'], p);
  const align = alignment[inForce(firm, plan, 'crm.align')].work * firm.funded;
  const involve = involvement[inForce(firm, plan, 'imp.involve')] * p['input.involve'] * firm.funded;
  const hours = plan['crm.people.reviews'] + plan['crm.people.departments'] + plan['crm.people.frontLine'];
  return {
    S:
      restOfPeople +
      plan['crm.people.reviews'] * p['input.reviewToS'] * sponsor +
      align * p['input.alignS'] +
      programme * p['input.programmeS'],
    L: hours * p['input.hour'] * sponsor,
    X:
      restOfPeople +
      plan['crm.people.departments'] * p['input.hour'] * sponsor +
      align * p['input.alignX'] +
      sharedPairs(firm, plan, p) * p['input.share'] +
      (inForce(firm, plan, 'crm.people.team') === 'mixed' ? p['team.mixedX'] : 0) +
      programme * p['input.programmeX'],
    H:
      people * p['input.people'] +
      inForce(firm, plan, 'imp.train') * firm.funded * p['input.training'] +
      plan['crm.people.frontLine'] * p['input.frontLineToH'] +
      involve +
      programme * p[leadsToService(firm) ? 'input.programmeServiceH' : 'input.programmeH'],
    T: part(budget.technology) + programme * p['input.programmeT'],
    Q: part(budget.service) * p['input.serviceToQ'] + programme * p['input.programmeQ'],
  };
}

/** Points won from x units: kappa (1 - stock/100) (1 - exp(-x/x0)). */
export function growth(stock: StockId, level: number, x: number, p: FirmParameters): number {
  return p[`stock.${stock}.kappa`] * (1 - level / 100) * (1 - exp(-x / p['stock.scale']));
}

/** Points lost in a quarter without any work. */
export function decay(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters): Record<StockId, number> {
  const hours = plan['crm.people.reviews'] + plan['crm.people.departments'] + plan['crm.people.frontLine'];
  const linked = linkedPairs(firm, plan, sharedPairs(firm, plan, p), p);
  return {
    S: p['stock.S.decay'],
    L: p['stock.L.decay'] * Math.max(0, 1 - hours / p['stock.L.hours']) + (plan['evl.plan'] === 'everyTwo' ? p['stock.oftenReviewedL'] : 0),
    X: p['stock.X.decay'] * (1 - linked / p['records.pairs']),
    H: p['stock.H.decay'] * (spec.staffTurnover ?? p['stock.turnover']),
    T: p['stock.T.decay'] + (plan['biz.tech'] === 'wait' ? p['tech.waitDecay'] : 0),
    Q: p['stock.Q.decay'],
  };
}

/**
 * Stocks after a quarter: work raises them, time wears them down, within 0-100.
 * Leadership grows by the sponsor's hours alone; the others by spending, as far as it works.
 */
export function stocksAfter(firm: FirmState, spec: FirmSpec, plan: QuarterPlan, p: FirmParameters, programme: number): Stocks {
  const inputs = stockInputs(firm, plan, p, programme);
  const losses = decay(firm, spec, plan, p);
  const effect = effectiveness(firm, plan, p);
  const explicit = inForce(firm, plan, 'biz.vision') === 'explicit';
  const vision = explicit ? p['stock.visionExplicitX'] : p['stock.visionImplicitX'];
  const after = {} as Record<StockId, number>;
  for (const stock of stockIds) {
    const works = stock === 'L' ? 1 : effect;
    const won = growth(stock, firm.stocks[stock], inputs[stock], p) * works;
    after[stock] = points(firm.stocks[stock] + won - losses[stock] + (stock === 'X' ? vision : 0));
  }
  return after;
}
