/** Defects that were truly there when the learner chose what to mend: noted in each quarter in which a chain was opened. */

import type { QuarterPlan } from '../../company/controls.ts';
import { findingScales } from '../../company/review/findingParameters.ts';
import type { FindingId } from '../../company/review/reviewOptions.ts';
import type { TrueDefect } from '../../company/review/reviewState.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { missingFigures } from '../review/allFigures.ts';
import { truthOfFindings } from '../review/defects.ts';
import { plantedBy } from '../review/planted.ts';
import { readFromCards } from '../review/readings.ts';
import type { PlayedCompany, World } from '../world.ts';

export interface DefectSeen extends TrueDefect {
  /** Quarter of the review before it. */
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
 * What no method looked at counts as it truly is: whoever does not look has not shown that all is well, nor is he blamed for what is. What the
 * review read from the firm's own cards counts as it read it, since cards are mended in the quarter itself. Nothing in quarters without a
 * chain: who mends nothing needs no measure of it.
 * @param planThen in force in the quarter of the review
 */
export function defectsNow(world: World, company: PlayedCompany, played: PlayedQuarter, planThen: QuarterPlan): DefectSeen[] {
  const { held, chains } = company.review;
  const review = held.findLast(({ quarter }) => quarter < world.quarter);
  if (review === undefined || !chains.some(({ quarter }) => quarter === world.quarter)) return [];
  const then = { ...company, inForce: planThen };
  const of = { world, company, played: played.market, offers: played.offers };
  const figures = [...review.figures, ...missingFigures(of, review.figures)];
  const shown = review.found
    .filter(({ finding }) => readFromCards[finding] !== undefined)
    .map(({ finding, gravity }): TrueDefect => {
      return { finding, gravity, planted: plantedBy(finding, gravity, world, then), weight: findingScales[finding].weight };
    });
  const others = truthOfFindings(world, then, played.market, figures).filter(({ finding }) => readFromCards[finding] === undefined);
  return [...shown, ...others].map((defect) => ({ quarter: review.quarter, ...defect }));
}
