/** How many named buyers are lost, and how long the money of customers stays: from the books under contract, from silence without one. */

import { pow } from '../../sim/math/elementary.ts';
import type { Estimate } from '../estimate.ts';
import type { Evidence } from './evidence.ts';
import { unknown } from './figures.ts';
import { Z80 } from './intervals.ts';

/** Quarters over which the lapse of a year is spread. */
const YEAR = 4;
/** Leaving a quarter that is reckoned with as long as nothing is known of it. */
const USUAL_LEAVING = 0.05;
/**
 * Error (standard deviation) of what silence tells: relative to it, since rhythms change, and in share of names a quarter, since some of those who
 * bought just now have gone and nothing shows it. Measured over runs of all shipped firms together: `npm run proof -- intervals`.
 */
const SILENCE_ERROR = 0.18;
const UNSEEN_ERROR = 0.005;
/**
 * Shape of the Gamma by which chances of leaving differ among customers. 1 is where published fits lie: 0.67 and 0.70 of sBG under contract
 * (Fader & Hardie 2007), 0.61 of Pareto/NBD without one (Fader, Hardie & Lee 2005). Under contract leaving may also be one and the same rule
 * for all (a term that ends), so that the middle is taken and how far apart they lie counts as an error.
 */
const SHAPE = { contractual: 1.5, repertoire: 1 };
const UNLIKE = 1;
/** Chances of leaving are all but the same for all. */
const ALIKE = 1000;

/** Variance of the reckoning, by chance left out, of a leaving a quarter. */
const ofSilence = (rate: number): number => SILENCE_ERROR * SILENCE_ERROR * rate * rate + UNSEEN_ERROR * UNSEEN_ERROR;

/** Share of named buyers lost a quarter: those of the year who have gone, judged by their own rhythm, spread over its quarters. */
export function lapsedEstimate({ recency, quarter }: Evidence): Estimate {
  if (recency === null || quarter < 3) return unknown('tooEarly');
  if (recency.lapse === null) return unknown('noCustomersKnown');
  const { names, gone } = recency.lapse;
  const value = gone / YEAR;
  // Nobody gone yet says little where there are few names.
  const chance = Math.max(gone, 1 / (names + 1)) * (1 - gone);
  const half = Z80 * Math.sqrt(chance / names / (YEAR * YEAR) + ofSilence(value));
  return {
    value,
    low: Math.max(0, value - half),
    high: value + half,
    n: names,
    asOf: quarter,
    method: 'records',
    frame: 'namedBuyers',
  };
}

/** Leaving a quarter, share 0-1, each customer weighed by what he spends, and its standard error. */
function leaving({ contractual, recency, represents, spendLost, year }: Evidence): { rate: number; error: number } {
  if (!contractual) {
    const lapse = recency?.lapse ?? null;
    if (lapse === null) return { rate: USUAL_LEAVING, error: USUAL_LEAVING / 2 };
    return { rate: lapse.hazard, error: Math.sqrt((lapse.hazard * lapse.hazard) / Math.max(1, lapse.leavers) + ofSilence(lapse.hazard)) };
  }
  const before = Math.max(1, year.reduce((sum, { accountsBefore }) => sum + accountsBefore, 0) / represents);
  const counted = year.reduce((sum, { closed }) => sum + closed, 0) / represents / before;
  const chance = Math.sqrt((Math.max(counted, 1 / before) * (1 - Math.min(1, counted))) / before);
  const closed = spendLost.reduce((sum, quarter) => sum + quarter.closed, 0);
  const all = closed + spendLost.reduce((sum, quarter) => sum + quarter.kept, 0);
  if (all <= 0) return { rate: counted, error: chance };
  // Heads and money tell two things of the same leaving: the middle is taken, and what lies between is an error.
  const weighed = closed / all;
  const apart = (counted - weighed) / 2;
  return { rate: (counted + weighed) / 2, error: Math.sqrt(chance * chance + apart * apart) };
}

/**
 * Present value of one unit a quarter as long as customers stay, over the horizon, whose chances of leaving differ by a Gamma of this shape:
 * sum of (1 + d)^-t (1 + rate t / shape)^-shape (exponential-Gamma, Hardie, Fader & Wisniewski 1998; sBG in quarters).
 */
export function mixedFactor(rate: number, shape: number, discount: number, horizon: number): number {
  let [sum, worth] = [0, 1];
  for (let quarter = 1; quarter <= horizon; quarter += 1) {
    worth /= 1 + discount;
    sum += worth * pow(1 + (rate * quarter) / shape, -shape);
  }
  return sum;
}

/** The factor for the customers of now and its error (standard deviation), relative. */
export function stayingOf(evidence: Evidence): { factor: number; error: number } {
  const { contractual, discount, horizon } = evidence;
  const { rate, error } = leaving(evidence);
  const by = (lost: number, shape: number): number => mixedFactor(Math.min(1, Math.max(0, lost)), shape, discount, horizon);
  const shape = SHAPE[contractual ? 'contractual' : 'repertoire'];
  const factor = by(rate, shape);
  const ofLeaving = (by(rate - error, shape) - by(rate + error, shape)) / 2;
  const ofShape = contractual ? (by(rate, UNLIKE) - by(rate, ALIKE)) / 2 : 0;
  return { factor, error: Math.sqrt(ofLeaving * ofLeaving + ofShape * ofShape) / factor };
}
