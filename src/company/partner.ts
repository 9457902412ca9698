/** A partner who recommends the firm, or also shares what it knows of customers: more people reached and known, and consent at stake. */

import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/** Factor on what money to win customers does: the partner's customers hear of the firm. */
export const reachByPartner = (firm: FirmState, plan: QuarterPlan, p: FirmParameters): number =>
  inForce(firm, plan, 'biz.partner') === 'refuse' ? 1 : p['partner.reach'];

/** Chance 0-1 a contact that the partner's data make a stranger known, and the factor on fields filled in a contact. */
export function recordsByPartner(firm: FirmState, plan: QuarterPlan, p: FirmParameters): { identify: number; capture: number } {
  const shares = inForce(firm, plan, 'biz.partner') === 'share';
  return { identify: shares ? p['partner.identify'] : 0, capture: shares ? p['partner.capture'] : 1 };
}

/**
 * Chance 0-1 a quarter that somebody on file with full concern for privacy withdraws consent because data were passed on; for others it is
 * that times their concern. Who was asked for this purpose seldom minds; who never was, or only in small print, does.
 */
export function withdrawnByPartner(firm: FirmState, plan: QuarterPlan, p: FirmParameters): number {
  if (inForce(firm, plan, 'biz.partner') !== 'share') return 0;
  const asked = inForce(firm, plan, 'dat.consent');
  return { none: p['partner.withdrawNone'], bundled: p['partner.withdrawBundled'], byPurpose: p['partner.withdrawByPurpose'] }[asked];
}
