/** Defects that were truly there at a review, and how those that were tested again stood then: noted in the quarter itself. */

import { type FindingId, retestIds } from '../../company/review/reviewOptions.ts';
import type { TrueDefect } from '../../company/review/reviewState.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { missingFigures } from '../review/allFigures.ts';
import { truthOfFindings } from '../review/defects.ts';
import type { PlayedCompany, World } from '../world.ts';

/** Quarters from a review to the earliest re-test of what it found: what shows up later nobody could have mended. */
export const QUARTERS_TO_RETEST = retestIds[0] + 1;

export interface DefectSeen extends TrueDefect {
  /** Quarter of the review. */
  quarter: number;
}

/** What a re-test looked at again, as it truly was then. */
export interface Retested {
  finding: FindingId;
  /** Quarter in which its chain was opened. */
  opened: number;
  /** Points 0-100; 0 where it was no defect any more. */
  gravity: number;
}

/** True gravity of the findings whose chains the review of this quarter closed. @param known those noted before */
export function retestsNow(world: World, company: PlayedCompany, { market }: PlayedQuarter, known: readonly Retested[]): Retested[] {
  const { held, chains } = company.review;
  const review = held.at(-1);
  if (review?.quarter !== world.quarter) return [];
  const closed = chains.filter(
    ({ finding, quarter, after }) => after !== null && !known.some((one) => one.finding === finding && one.opened === quarter),
  );
  if (closed.length === 0) return [];
  const there = truthOfFindings(world, company, market, review.figures);
  return closed.map(({ finding, quarter }) => ({
    finding,
    opened: quarter,
    gravity: there.find((defect) => defect.finding === finding)?.gravity ?? 0,
  }));
}

/**
 * Defects that were truly there in the quarter of a review, which is when its chains choose among them; nothing in other quarters. What no
 * method looked at counts as it truly is: whoever does not look has not shown that all is well, nor is he blamed for what is. Nor are they noted
 * where the run ends before they could be mended: nothing reads them.
 */
export function defectsNow(world: World, company: PlayedCompany, played: PlayedQuarter): DefectSeen[] {
  const review = company.review.held.at(-1);
  if (review?.quarter !== world.quarter || world.quarter + QUARTERS_TO_RETEST > world.scenario.quarters) return [];
  const place = world.played.indexOf(company);
  const reckoning = played.companies[place]?.reckoning ?? null;
  const of = { world, company, played: played.market, offers: played.offers, ...(reckoning && { reckoning }) };
  const figures = [...review.figures, ...missingFigures(of, review.figures)];
  return truthOfFindings(world, company, played.market, figures).map((defect) => ({ quarter: review.quarter, ...defect }));
}
