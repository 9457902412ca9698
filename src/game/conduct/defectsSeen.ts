/** Defects that were there when the learner chose what to mend: noted in each quarter in which a chain was opened. */

import { findingScales } from '../../company/review/findingParameters.ts';
import type { TrueDefect } from '../../company/review/reviewState.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { truthOfFindings } from '../review/defects.ts';
import type { PlayedCompany, World } from '../world.ts';

export interface DefectSeen extends TrueDefect {
  /** Quarter of the review before it. */
  quarter: number;
}

/** Gravity, in points, that is presumed of what no method of the review looked at: whoever does not look has not shown that all is well. */
const PRESUMED = 30;

/** Nothing in quarters without a chain: who mends nothing needs no measure of it. */
export function defectsNow(world: World, company: PlayedCompany, { market }: PlayedQuarter): DefectSeen[] {
  const { held, chains } = company.review;
  const review = held.findLast(({ quarter }) => quarter < world.quarter);
  if (review === undefined || !chains.some(({ quarter }) => quarter === world.quarter)) return [];
  const { defects, unread } = truthOfFindings(world, company, market, review.figures);
  const presumed = unread.map((finding): TrueDefect => {
    const { weight } = findingScales[finding];
    return { finding, gravity: PRESUMED, planted: false, weight };
  });
  return [...defects, ...presumed].map((defect) => ({ quarter: review.quarter, ...defect }));
}
