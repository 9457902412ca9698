/** Defects of a firm that its reviews could have found, noted in each quarter that ends with one. */

import type { TrueDefect } from '../../company/review/reviewState.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { trueDefects } from '../review/defects.ts';
import type { PlayedCompany, World } from '../world.ts';

export interface DefectSeen extends TrueDefect {
  quarter: number;
}

/** Nothing in quarters without a review: what nobody looked for is not held against anybody there. */
export function defectsNow(world: World, company: PlayedCompany, { market, offers }: PlayedQuarter): DefectSeen[] {
  const { quarter } = world;
  if (company.review.held.at(-1)?.quarter !== quarter) return [];
  return trueDefects(world, company, market, offers).map((defect) => ({ quarter, ...defect }));
}
