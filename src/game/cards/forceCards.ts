/** What the power of buyers and substitutes took from the firm, whether it had named them or not. */

import { causeIds, type CauseId } from '../../sim/market.ts';
import { type CardsRun, quartersWith, specOf } from './run.ts';

export interface PowerOfBuyers {
  /** Quarters in which the force was named, and in which nobody might discount. */
  named: number;
  noDiscount: number;
  /** Revenue given away, currency; as a share 0-1 of the revenue at the full price; and as a share of the contribution it would have made whole. */
  lost: number;
  ofRevenue: number;
  ofContribution: number;
}

/** Margin lost to discounts that buyers pressed out, at the purchases made; null where they do not press. */
export function powerOfBuyers(run: CardsRun): PowerOfBuyers | null {
  if ((specOf(run).pressure?.buyers ?? 0) === 0) return null;
  let [lost, revenue, contribution] = [0, 0, 0];
  run.quarters.forEach(({ met: { givenAway } }, q) => {
    const { kpi } = run.truth[q]!;
    lost += (kpi.revenue * givenAway) / (1 - givenAway);
    revenue += kpi.revenue;
    contribution += kpi.contribution;
  });
  return {
    named: quartersWith(run, (plan) => plan['biz.forces'].includes('buyers')),
    noDiscount: quartersWith(run, (plan) => plan['biz.discount'] === 'nobody'),
    lost,
    ofRevenue: revenue + lost > 0 ? lost / (revenue + lost) : 0,
    ofContribution: contribution + lost > 0 ? lost / (contribution + lost) : 0,
  };
}

export interface Substitutes {
  named: number;
  /** Real customers who left for a substitute, all who left, and all causes with their share 0-1 of the leavers, most frequent first. */
  left: number;
  all: number;
  causes: readonly { cause: CauseId; share: number }[];
}

/** Leavers of the run by cause; null where substitutes do not press. */
export function substitutesAgainstTruth(run: CardsRun): Substitutes | null {
  if ((specOf(run).pressure?.substitutes ?? 0) === 0) return null;
  const by = causeIds.map((cause) => ({ cause, left: run.truth.reduce((sum, { leaving }) => sum + (leaving[cause] ?? 0), 0) }));
  const all = by.reduce((sum, { left }) => sum + left, 0);
  return {
    named: quartersWith(run, (plan) => plan['biz.forces'].includes('substitutes')),
    left: by.find(({ cause }) => cause === 'substitute')!.left,
    all,
    causes: by
      .filter(({ left }) => left > 0)
      .sort((a, b) => b.left - a.left)
      .map(({ cause, left }) => ({ cause, share: left / all })),
  };
}
