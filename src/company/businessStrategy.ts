/** What the business card does to the offer: the arena, who may discount, range, positioning, and when to take up technology. */

import type { GenericId, QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/** Weight of one segment in marketing money and in service hours, by the arena in force: a niche moves both to the core. */
export function arenaWeight(firm: FirmState, plan: QuarterPlan, segment: string, p: FirmParameters): number {
  if (inForce(firm, plan, 'biz.arena') !== 'niche') return 1;
  return inForce(firm, plan, 'cus.core').includes(segment) ? p['arena.nicheCore'] : p['arena.nicheOthers'];
}

/** Factors on what all money that wins and that keeps customers does, by the arena in force: more to be won in a wide one, less attention to each. */
export function arenaReach(firm: FirmState, plan: QuarterPlan, p: FirmParameters): { acquire: number; keep: number } {
  const wide = inForce(firm, plan, 'biz.arena') === 'wide';
  return wide ? { acquire: p['arena.wideAcquire'], keep: p['arena.wideKeep'] } : { acquire: 1, keep: 1 };
}

/** Price paid over the price with managers' discounts, the firm's habit before play: leaks less or more (1 = as before). */
export function pricePaid(plan: QuarterPlan, p: FirmParameters): number {
  const leak = { nobody: 0, manager: p['discount.manager'], anyone: p['discount.anyone'] };
  return (1 - leak[plan['biz.discount']]) / (1 - leak.manager);
}

/** What range and discounts add to quality and convenience (0-1 scales), to the cost to serve (share) and to the failure rate (factor). */
export function rangeEffects(
  firm: FirmState,
  plan: QuarterPlan,
  p: FirmParameters,
): { quality: number; convenience: number; costToServe: number; failures: number } {
  const range = inForce(firm, plan, 'biz.range');
  const unfair = plan['biz.discount'] === 'anyone' ? p['discount.unfair'] : 1;
  return {
    quality: range === 'deepen' ? p['range.deepenQuality'] : 0,
    convenience: range === 'widen' ? p['range.widenConvenience'] : 0,
    costToServe: range === 'deepen' ? p['range.deepenCost'] : 0,
    failures: (range === 'widen' ? p['range.widenFailure'] : 1) * unfair,
  };
}

/** Positioning lines that each generic strategy can keep. */
const kept: Readonly<Record<GenericId, readonly QuarterPlan['biz.position'][]>> = {
  cost: ['lowPrice'],
  differentiation: ['quality', 'service', 'personal'],
  focus: ['service', 'personal'],
};

/** Whether a line agrees with strategy and price; true where the firm has none. */
export function positionKept(plan: Pick<QuarterPlan, 'biz.position' | 'biz.generic' | 'biz.price' | 'biz.discount'>): boolean {
  const line = plan['biz.position'];
  if (line === 'none') return true;
  const dear = line === 'lowPrice' && plan['biz.price'] > 0;
  const cheap = line === 'quality' && (plan['biz.price'] < 0 || plan['biz.discount'] === 'anyone');
  return kept[plan['biz.generic']].includes(line) && !dear && !cheap;
}

/** Brand equity that the positioning line in force adds or costs, on the 0-1 scale. */
export function positionBrand(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  const line = inForce(firm, plan, 'biz.position');
  if (line === 'none') return 0;
  const generic = inForce(firm, plan, 'biz.generic');
  return positionKept({ ...plan, 'biz.position': line, 'biz.generic': generic }) ? p['position.consistent'] : p['position.broken'];
}

/** Factor on the price of a tool bought in a quarter: prices fall, who leads pays more, who waits less. */
export function toolPriceFactor(plan: QuarterPlan, quarter: number, p: FirmParameters): number {
  const stance = { lead: p['tech.leadPrice'], follow: 1, wait: p['tech.waitPrice'] };
  let factor = stance[plan['biz.tech']];
  for (let passed = 1; passed < quarter; passed += 1) factor *= p['tech.priceFall'];
  return factor;
}

/** Quarters by which a tool comes sooner (-1) or later (+1) than usual. */
export const toolLagShift = (plan: QuarterPlan): number => ({ lead: -1, follow: 0, wait: 1 })[plan['biz.tech']];
