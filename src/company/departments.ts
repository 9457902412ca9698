/** Links between pairs of departments, points 0-100: tended they grow, untended they fade; pairs that are not linked wear integration down. */

import { type PairId, pairIds, type QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

export type Links = Readonly<Record<PairId, number>>;

const each = (value: (pair: PairId, index: number) => number): Links => {
  const links = {} as Record<PairId, number>;
  pairIds.forEach((pair, index) => {
    links[pair] = value(pair, index);
  });
  return links;
};

/** Links as play begins: all as strong as the firm's integration X. */
export const linksAtStart = (integration: number): Links => each(() => integration);

/** Pairs that the firm works on this quarter. */
export function alignedPairs(firm: FirmState, plan: QuarterPlan): readonly PairId[] {
  return inForce(firm, plan, 'crm.align') === 'none' ? [] : inForce(firm, plan, 'crm.align.pairs');
}

/**
 * Links after a quarter: work + k (1 - link/100), sharing rights help, time wears untended ones down.
 * @param shared number of pairs with sharing rights that hold; they are given in the order of the list
 */
export function linksAfter(firm: FirmState, plan: QuarterPlan, shared: number, p: FirmParameters): Links {
  const kind = inForce(firm, plan, 'crm.align');
  const work = kind === 'none' ? 0 : p[`link.${kind}`] * firm.funded;
  const aligned = alignedPairs(firm, plan);
  return each((pair, index) => {
    const now = firm.links[pair];
    const won = (aligned.includes(pair) ? work : 0) + (index < shared ? p['link.share'] : 0);
    const lost = won > 0 ? 0 : p['link.decay'];
    return Math.min(100, Math.max(0, now + won * (1 - now / 100) - lost));
  });
}

/** Number of pairs that hold together: strong enough, worked on now, or with sharing rights. */
export function linkedPairs(firm: FirmState, plan: QuarterPlan, shared: number, p: FirmParameters): number {
  const aligned = alignedPairs(firm, plan);
  return pairIds.filter((pair, index) => index < shared || aligned.includes(pair) || firm.links[pair] >= p['link.linked']).length;
}
