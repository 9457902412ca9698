/** What every method of a review is given: who asks, whom, how many and when. A method is a pure function from this to its figures. */

import type { ReviewFrameId, ReviewMomentId } from '../../company/review/reviewOptions.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import type { MarketQuarter } from '../../sim/truth/quarter.ts';
import type { PlayedCompany, World } from '../world.ts';
import type { Reckoning } from './reckoning.ts';

export interface Asking {
  world: World;
  company: PlayedCompany;
  played: MarketQuarter;
  offers: readonly CompanyOffer[];
  frame: ReviewFrameId;
  /** People asked or files looked up at most, simulated. */
  n: number;
  moment: ReviewMomentId;
  /** Shared by the methods of one review, of one company in one quarter; left out where one method is asked by itself. */
  reckoning?: Reckoning;
  /** True where only the truth of the figures is wanted: nobody is asked then. */
  truthOnly?: boolean;
}
export type ReviewMethod = (asking: Asking) => ReviewFigure[];
