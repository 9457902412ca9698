/** What a board is told a programme will bring, by when, and what it thinks when the day has come. */

import type { QuarterPlan } from './controls.ts';
import type { Expectation, FirmState } from './firm.ts';
import type { FirmParameters } from './parameters.ts';
import { points } from './stocks.ts';

/** Quarters within which a programme is said to have paid back. */
const within: Readonly<Record<QuarterPlan['crm.expect'], number | null>> = { none: null, q4: 4, q8: 8, q12: 12 };
/** Quarters of results that a programme is held against. */
export const resultsKept = 4;

/**
 * Share 0-1 of CRM projects that fell short of their goal, from the most favourable to the least favourable survey (zdnet's list of studies
 * 2001-2009; the course: 2.1.3).
 */
export const projectsShort = { low: 0.3, high: 0.7 } as const;

/**
 * The firm as its programme is approved: what was promised is noted, and a promise of quick money wins the board over a little. A promise whose
 * day is still to come stands: no later programme wipes it out, and the board believes no second one before.
 */
export function expectationSet(firm: FirmState, plan: QuarterPlan, p: FirmParameters): FirmState {
  if (firm.expectation?.met === null) return firm;
  const due = within[plan['crm.expect']];
  if (due === null) return { ...firm, expectation: null };
  const { recentResults } = firm;
  const usual = recentResults.length === 0 ? null : recentResults.reduce((sum, one) => sum + one, 0) / recentResults.length;
  const won = p['expect.promise'] * (resultsKept / due);
  return {
    ...firm,
    stocks: { ...firm.stocks, L: points(firm.stocks.L + won) },
    expectation: { since: firm.quarter, due: firm.quarter + due - 1, usual, gain: 0, met: null },
  };
}

/**
 * The firm with the result of a quarter booked. On the day that was named the results since approval, programme paid, are held against as
 * many usual ones; where they fall short the board is disappointed.
 */
export function expectationJudged(firm: FirmState, result: number, p: FirmParameters): FirmState {
  const booked = { ...firm, recentResults: [...firm.recentResults, result].slice(-resultsKept) };
  const { expectation } = firm;
  if (expectation === null || expectation.met !== null) return booked;
  const usual = expectation.usual ?? result;
  const now: Expectation = { ...expectation, usual, gain: expectation.gain + result - usual };
  if (firm.quarter < now.due) return { ...booked, expectation: now };
  const met = now.gain >= 0;
  const lost = met ? 0 : p['expect.disappointed'];
  return { ...booked, stocks: { ...firm.stocks, L: points(firm.stocks.L - lost) }, expectation: { ...now, met } };
}
