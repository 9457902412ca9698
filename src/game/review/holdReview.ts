/** Holds the review that is due at the end of a quarter, in place. */

import type { CompanyOffer } from '../../sim/offer.ts';
import type { MarketQuarter } from '../../sim/truth/quarter.ts';
import type { PlayedCompany, World } from '../world.ts';

export function holdReview(_world: World, _company: PlayedCompany, _played: MarketQuarter, _offers: readonly CompanyOffer[]): void {
  // Nothing is due yet.
}
