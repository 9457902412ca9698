/** What members of a loyalty programme do and feel otherwise. Without a programme nothing here is asked of any customer. */

import type { CompanyOffer } from '../offer.ts';
import type { LoyaltyTreatment } from '../rewards.ts';
import { PER_BYTE } from './columns.ts';
import type { QuarterContext } from './context.ts';
import { listRelationsOf, wasMet } from './met.ts';
import { customerOf, H, M, relations, setMet } from './relations.ts';

/** Purchases of members, as a factor in `bought`; under contract. */
export function liftByLoyalty(c: QuarterContext): void {
  c.offers.forEach(({ loyal }, k) => {
    if (!loyal) return;
    const { pair, bought, listed } = relations;
    const concerned = listRelationsOf(k);
    for (let n = 0; n < concerned; n += 1) {
      const r = listed[n]!;
      bought[r]! *= loyal.lift[loyal.of[customerOf(pair[r]!)]!]!;
    }
  });
}

/** Factor on the purchases of customer i. */
export const loyalLift = ({ loyal }: CompanyOffer, i: number): number => (loyal ? loyal.lift[loyal.of[i]!]! : 1);

/** Log odds of leaving that a programme holds back of customer i: what he would lose binds him as far as it costs him to go at all. */
export const heldByLoyalty = (c: QuarterContext, { loyal }: CompanyOffer, i: number): number =>
  loyal ? loyal.hold[loyal.of[i]!]! * c.columns.switchingCost[i]! * PER_BYTE : 0;

/** What the programme of company k adds to what its members met. In a repertoire what holds them is reckoned where they drop out. */
export function treatLoyal(c: QuarterContext, loyal: LoyaltyTreatment, k: number): void {
  const { pair, happened, met, listed } = relations;
  const { switchingCost, privacyConcern } = c.columns;
  const binds = c.market.spec.relation === 'contractual' ? PER_BYTE : 0;
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    const group = loyal.of[i]!;
    if (group === 0) continue;
    const spoiled = wasMet(r, M.spoiled) - loyal.felt[group]! + loyal.wrong[group]! * privacyConcern[i]! * PER_BYTE;
    const exit = wasMet(r, M.failureExit) + loyal.exit[group]! - loyal.hold[group]! * switchingCost[i]! * binds;
    setMet(met, r, spoiled, wasMet(r, M.hurt), exit, wasMet(r, M.tie) + loyal.tie[group]!);
    happened[r]! |= 1 << H.met;
  }
}
