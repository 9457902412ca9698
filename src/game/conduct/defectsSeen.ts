/** Defects of a firm that a review could have found, noted when a review is held and once as play begins. */

import type { FindingId } from '../../company/review/reviewOptions.ts';
import { trueDefects } from '../review/defects.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import type { PlayedCompany, World } from '../world.ts';

export interface DefectSeen {
  quarter: number;
  finding: FindingId;
  /** Points 0-100: how far from what it should be. */
  gravity: number;
  /** Effect on customer equity, relative to that of the others. */
  weight: number;
}

/** Those that are there now: in the first quarter, and in every one that ends with a review. */
export function defectsNow(world: World, company: PlayedCompany, { market, offers }: PlayedQuarter): DefectSeen[] {
  const { quarter } = world;
  const reviewed = company.review.held.at(-1)?.quarter === quarter;
  if (quarter !== 1 && !reviewed) return [];
  return trueDefects(world, company, market, offers).map(({ finding, gravity, weight }) => ({ quarter, finding, gravity, weight }));
}
