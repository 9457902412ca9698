/** What the board makes of reports afterwards, in place: audits that find a bias or what was kept back, and trouble that comes back unannounced. */

import { parametersOf, type FirmParameters } from '../../company/parameters.ts';
import { dressings, lostWhenFound, reportJudged, surpriseOf } from '../../company/review/report.ts';
import type { HeldReview, ReviewState } from '../../company/review/reviewState.ts';
import { points } from '../../company/stocks.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { purpose } from '../../sim/purposes.ts';
import type { PlayedCompany, World } from '../world.ts';

/** Whether the audit of a quarter finds out the report on a review: each report that looks better than the figures has its own draw a quarter. */
export function auditFinds(luckSeed: number, company: number, quarter: number, held: HeldReview, p: FirmParameters): boolean {
  const { report } = held;
  if (report === null || dressings(report) === 0 || report.foundOut !== null || report.quarter >= quarter) return false;
  return keyedUnit(luckSeed, purpose.reportAudit, company, quarter, held.quarter) < p['report.audit'];
}

/** The reviews after the audits of a quarter, and the points of leadership that they cost. */
export function audited(
  review: ReviewState,
  quarter: number,
  finds: (held: HeldReview) => boolean,
  p: FirmParameters,
): { review: ReviewState; lost: number } {
  let lost = 0;
  const held = review.held.map((one): HeldReview => {
    if (one.report === null || !finds(one)) return one;
    lost += lostWhenFound(one.report, reportJudged(one.report, one).falsified, p);
    return { ...one, report: { ...one.report, foundOut: quarter } };
  });
  return lost > 0 || held.some((one, place) => one !== review.held[place]) ? { review: { ...review, held }, lost } : { review, lost: 0 };
}

/** At the start of a quarter, before the learner's steps are put into force. */
export function boardReacts({ quarter, market }: World, company: PlayedCompany): void {
  if (company.review.held.length === 0) return;
  const p = parametersOf(company.spec);
  const { review, lost } = audited(company.review, quarter, (held) => auditFinds(market.luckSeed, company.index, quarter, held, p), p);
  const [before, newest] = review.held.slice(-2);
  const surprised = newest?.quarter === quarter - 1 && surpriseOf(before!, newest) !== null;
  company.review = review;
  const fall = lost + (surprised ? p['report.surprise'] : 0);
  if (fall > 0) company.firm = { ...company.firm, stocks: { ...company.firm.stocks, L: points(company.firm.stocks.L - fall) } };
}
