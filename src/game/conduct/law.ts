/**
 * Use of customer data without right. Two kinds: passing data on to a partner though customers were never asked for that purpose, and buying
 * lists once the law on consent, or a breach, has made plain what that means. The first is warned of on the screen as a contradiction.
 */

import type { QuarterPlan } from '../../company/controls.ts';
import type { LawConduct } from './evidence.ts';
import type { ConductMemory, ConductQuarter } from './memory.ts';

const passesOn = (plan: QuarterPlan): boolean => plan['biz.partner'] === 'share' && plan['dat.consent'] !== 'byPurpose';
const buysLists = (plan: QuarterPlan): boolean => plan['dat.source'].includes('boughtList') && plan['dat.consent'] !== 'byPurpose';

/** Quarter at whose end it was known to be wrong. */
function warnedOf(quarters: readonly ConductQuarter[], unlawful: (plan: QuarterPlan) => boolean, atOnce: boolean): number | null {
  const found = quarters.find((each) => {
    if (each.events.includes('consentRule') || each.breach)
      return quarters.some((one) => one.quarter <= each.quarter && unlawful(one.plan));
    return atOnce && unlawful(each.plan);
  });
  return found?.quarter ?? null;
}

/** A plan is kept on when a later commit plays a quarter under it after the warning. */
export function lawConduct({ quarters, marks }: Pick<ConductMemory, 'quarters' | 'marks'>): LawConduct {
  let law: LawConduct = { used: null, warned: null, kept: null };
  for (const [unlawful, atOnce] of [
    [passesOn, true],
    [buysLists, false],
  ] as const) {
    const used = quarters.find(({ plan }) => unlawful(plan))?.quarter ?? null;
    if (used === null) continue;
    const warned = warnedOf(quarters, unlawful, atOnce);
    const commit = quarters.find(({ quarter }) => quarter === warned)?.seq;
    const kept = warned === null ? undefined : quarters.find((each) => each.quarter > warned && each.seq !== commit && unlawful(each.plan));
    const since =
      kept &&
      marks.findLast(({ quarter, what }) => quarter <= kept.quarter && (what.includes('biz.partner') || what.includes('dat.source')));
    const place = kept ? { quarter: kept.quarter, ...(since && { seq: since.seq }) } : null;
    if (law.used === null || (law.kept === null && place !== null)) law = { used, warned, kept: place };
  }
  return law;
}
