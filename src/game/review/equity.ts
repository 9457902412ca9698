/**
 * Customer equity and what a point more of value, brand and relationship does to it. The total is what a quarter brings by the books, times
 * how long customers say that they stay. The drivers come from questions in which they say how much longer they would stay, and how much
 * more they would buy here, if a driver were plainly better (purchase probabilities as in Juster 1966; drivers as in Rust, Lemon &
 * Zeithaml 2004).
 */

import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { purpose } from '../../sim/purposes.ts';
import type { CustomerValues } from '../../sim/truth/equity.ts';
import type { Shift } from '../../sim/truth/equityShift.ts';
import { NEEDS } from '../../sim/truth/needProfiles.ts';
import type { QuarterContext } from '../../sim/truth/context.ts';
import { T } from '../../sim/truth/treatment.ts';
import type { Estimate } from '../estimate.ts';
import { evidenceOf } from '../evidenceOf.ts';
import { surveyedEquity } from '../known/equityEstimate.ts';
import { unknown } from '../known/figures.ts';
import { t80 } from '../known/intervals.ts';
import { jackknife, type Reckoned } from '../known/jackknife.ts';
import { answering, askedAndBest, framed } from './asked.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { reckoningOf } from './reckoning.ts';

export const driverIds = ['value', 'brand', 'relationship'] as const;
type DriverId = (typeof driverIds)[number];

/** Points 0-100 by which a driver is plainly better in the question. */
const PLAINLY = 10;
/** Relative error of how long somebody thinks that he will stay, and the question in which he says it. */
const STAY_ERROR = 0.25;
const STAY_QUESTION = 10;
const needsOf: Readonly<Record<DriverId, readonly number[]>> = {
  value: [T.price, T.quality, T.convenience],
  brand: [],
  relationship: [T.service, T.attention],
};

export const equityMethod: ReviewMethod = (asking) => {
  const { values } = reckoningOf(asking);
  const all = values.each(driverIds.map((driver) => plainlyBetter(values.c, driver)));
  const { asked, best } = askedAndBest(asking, (way) => asks(way, values, all));
  const truth = trueDrivers(all);
  return [total(asking, all[0]!, asked, best), ...driverIds.map((driver, d) => driverFigure(driver, asked, best, truth[d]!, d))];
};

interface Answers {
  /** How many quarters' worth customers bring, discounted; then the drivers. */
  figures: readonly Reckoned[];
  n: number;
}

/** What the firm's books and its customers' plans to stay say that they are worth. */
function total({ world, company }: Asking, worth: Float64Array, asked: Answers | null, best: Answers | null): ReviewFigure {
  let truth = 0;
  for (const one of worth) truth += one * world.market.represents;
  const named = { method: 'equity', id: 'total', truth } as const;
  const estimated = (from: Answers | null): Estimate => {
    const staying = from?.figures[0];
    if (staying === undefined || staying.value <= 0) return unknown('noCustomersKnown');
    const error = (staying.high - staying.low) / (2 * t80(from!.n));
    return surveyedEquity(evidenceOf(world, company), { factor: staying.value, error, asked: from!.n });
  };
  const widest = estimated(best);
  const fair = widest.low === null || widest.high === null ? null : widest.high - widest.low;
  const { value, low, high, n, why } = estimated(asked);
  return { ...named, value, low, high, n, ...(why !== undefined && { why }), fair };
}

function driverFigure(driver: DriverId, asked: Answers | null, best: Answers | null, truth: number | null, d: number): ReviewFigure {
  const widest = best?.figures[d + 1] ?? null;
  const named = { method: 'equity', id: `driver.${driver}`, truth, fair: widest === null ? null : widest.high - widest.low } as const;
  if (asked === null) return { ...named, value: null, low: null, high: null, n: 0, why: 'noCustomersKnown' };
  return { ...named, ...asked.figures[d + 1]!, n: asked.n };
}

/**
 * What is otherwise where a driver is better by `PLAINLY` points: each of its needs is met so much better, customers are so much more
 * content in the long run as they judge by these needs, and who is closer is closer by as much.
 */
function plainlyBetter(c: QuarterContext, driver: DriverId): Shift {
  const { parameters: p, segments, needMeans } = c;
  const step = PLAINLY / 100;
  const needs = Float64Array.from({ length: NEEDS }, (_, need) => (needsOf[driver].includes(need) ? step : 0));
  const met = (s: number): number => needs.reduce((sum, better, need) => sum + better * needMeans[s * NEEDS + need]!, 0);
  const brandOverValue = p['choice.brand'] / Math.max(1e-9, p['choice.value']);
  return {
    needs: Array.from({ length: segments }, () => needs),
    brand: new Float64Array(segments).fill(driver === 'brand' ? brandOverValue * step : 0),
    tie: new Float64Array(segments).fill(driver === 'relationship' ? step : 0),
    satisfaction: Float64Array.from({ length: segments }, (_, s) => p['experience.quality'] * met(s)),
  };
}

/** Percent of the equity that a point of each driver is worth, from sums of worth now and of what each driver would add. */
const percentAPoint = ([worth, ...added]: readonly number[]): number[] => added.map((more) => (100 * more) / (worth! * PLAINLY));

/** What customers of the frame say, each weighed by what he is worth; null where there is nobody to ask. @param all see CustomerValues.each */
function asks(asking: Asking, values: CustomerValues, [now, ...better]: readonly Float64Array[]): Answers | null {
  const { company, world, n } = asking;
  const noise = world.market.parameters['rating.noise'];
  const people = answering(asking, framed(asking), n, company.index, purpose.reviewEquity);
  if (people.length === 0) return null;
  const answers = people.map((who) => {
    const worth = now![who.i]!;
    // How likely he is to stay is guessed twice, as things are and as they would be.
    const said = (d: number): number => Math.abs(worth) * noise * (who.error(d + 1) - who.error(0));
    const stays = worth * (1 + STAY_ERROR * who.error(STAY_QUESTION));
    return [values.margin(who.i), stays, worth, ...better.map((values, d) => values[who.i]! - worth + said(d))];
  });
  const figures = ([margin, stays, ...rest]: readonly number[]): number[] => [stays! / margin!, ...percentAPoint(rest)];
  return { figures: jackknife([answers], ([means]) => figures(means!)), n: people.length };
}

/** The same of all customers, as it is. */
function trueDrivers([now, ...better]: readonly Float64Array[]): (number | null)[] {
  const worth = now!;
  const sums = [worth, ...better].map((values, d) => {
    let sum = 0;
    for (let i = 0; i < worth.length; i += 1) sum += d === 0 ? worth[i]! : values[i]! - worth[i]!;
    return sum;
  });
  return sums[0]! > 0 ? percentAPoint(sums) : better.map(() => null);
}
