/**
 * Customer value analysis in five steps (Gale 1994): what customers weigh, how much, how the firm and its rivals do by it, quality against
 * price, and who gives more than he takes. Half of those asked are the firm's own customers in its frame, half its rivals' from a panel.
 */

import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { needIds } from '../../sim/market.ts';
import { tanh } from '../../sim/math/elementary.ts';
import { purpose } from '../../sim/purposes.ts';
import { WORD } from '../../sim/truth/columns.ts';
import { rowOf, type QuarterContext } from '../../sim/truth/context.ts';
import { NEEDS } from '../../sim/truth/needProfiles.ts';
import { at, ROW } from '../../sim/truth/tallies.ts';
import { T } from '../../sim/truth/treatment.ts';
import { seenPrice } from '../campaigns/outcome.ts';
import { jackknife, type Reckoned } from '../known/jackknife.ts';
import { type CompanyMeans, valueFigures } from '../known/valueMap.ts';
import { answering, askedAndBest, customersOf, framed, moodOf } from './asked.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { reckoningOf } from './reckoning.ts';

/** Points by which a rating of anything rises with a point of satisfaction (halo; Beckwith & Lehmann 1975). */
const HALO = 0.5;
/** Spread of answers of people who met the same: ratings and weights in points, prices and their weight relative to what is. */
const RATING_SPREAD = 16;
const WEIGHT_SPREAD = 7;
const PRICE_SPREAD = 0.06;
const SLOPE_SPREAD = 0.5;
const OWN_PART = 0.5;

/** Points 0-100 that somebody ticks who is met so well: one for one in the middle, held to the ends of the scale. */
const onScale = (met: number): number => 50 + 50 * tanh(2 * met - 1);

/** Questions in the order in which answers are kept: weights, ratings, price, slope. */
const PRICE = 2 * NEEDS;
const SLOPE = PRICE + 1;
const QUESTIONS = SLOPE + 1;
const meansAt = (means: readonly number[]): CompanyMeans => ({
  weights: means.slice(0, NEEDS),
  ratings: means.slice(NEEDS, PRICE),
  price: means[PRICE]!,
  slope: means[SLOPE]!,
});

export const valueMapMethod: ReviewMethod = (asking) => {
  const survey = new ValueSurvey(asking);
  const { asked, best } = askedAndBest(asking, (way) => survey.asks(way));
  const truth = survey.truth();
  return survey.names().map(({ id, n }, place): ReviewFigure => {
    const widest = best?.[place] ?? null;
    const named = { method: 'valueMap', id, truth: truth[place]!, fair: widest === null ? null : widest.high - widest.low } as const;
    if (asked === null) return { ...named, value: null, low: null, high: null, n: 0, why: 'noCustomersKnown' };
    return { ...named, ...asked[place]!, n };
  });
};

/** The companies of a market, and what their customers would say of them. */
class ValueSurvey {
  private readonly c: QuarterContext;
  private readonly asking: Asking;
  /** Customers by company. */
  private readonly customers: readonly Int32Array[];
  private readonly shares: readonly number[];
  /** See needsMet; and prices by company. */
  private readonly met: Float64Array;
  private readonly prices: readonly number[];

  constructor(asking: Asking) {
    const { world, offers } = asking;
    this.asking = asking;
    this.c = reckoningOf(asking).context;
    this.met = needsMet(this.c, asking.played.tallies);
    this.prices = offers.map((offer) => seenPrice(world, offer));
    this.customers = offers.map((_, k) => customersOf(asking, k));
    const all = this.customers.reduce((sum, { length }) => sum + length, 0);
    this.shares = this.customers.map(({ length }) => length / Math.max(1, all));
  }

  /** People asked of each company. */
  private sizes({ n, company }: Asking = this.asking): number[] {
    const rivals = this.customers.flatMap(({ length }, k) => (k !== company.index && length > 0 ? [k] : []));
    const own = rivals.length > 0 ? Math.round(OWN_PART * n) : n;
    return this.customers.map((_, k) => {
      if (k === company.index) return own;
      const place = rivals.indexOf(k);
      return place < 0 ? 0 : Math.max(2, Math.floor((n - own + place) / rivals.length));
    });
  }

  /** Ids of the figures in order, and how many answers each comes from. */
  names(): { id: string; n: number }[] {
    const { world, company } = this.asking;
    const sizes = this.sizes();
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const ids = world.market.companyIds;
    const there = ids.flatMap((id, k) => (sizes[k]! > 0 ? [{ id, k }] : []));
    return [
      ...needIds.map((need) => ({ id: `weight.${need}`, n: all })),
      ...there.flatMap(({ id, k }) => needIds.map((need) => ({ id: `${k === company.index ? 'own' : id}.${need}`, n: sizes[k]! }))),
      ...(['quality', 'price', 'value'] as const).flatMap((axis) => there.map(({ id }) => ({ id: `${axis}.${id}`, n: all }))),
      { id: 'line', n: all },
    ];
  }

  /** Figures in the order of `names` from the means of those companies that have customers. */
  private figures(means: readonly (readonly number[])[]): number[] {
    const companies = means.map(meansAt);
    const { weights, quality, price, value, line } = valueFigures(
      companies,
      this.shares.filter((share) => share > 0),
    );
    return [...weights, ...companies.flatMap(({ ratings }) => ratings), ...quality, ...price, ...value, line];
  }

  /** What people say who are asked so; null where the firm has nobody to ask. */
  asks(asking: Asking): Reckoned[] | null {
    const { company } = asking;
    const mood = 100 * moodOf(asking);
    const felt = new Float64Array(QUESTIONS);
    const samples = this.sizes(asking).flatMap((size, k) => {
      const own = k === company.index;
      if (!own && size === 0) return [];
      return [
        answering(asking, own ? framed(asking) : this.customers[k]!, size, k, purpose.reviewValue).map((who) => {
          this.feels(who.i, k, felt);
          return Array.from(felt, (feels, question) => {
            const error = who.error(question);
            if (question < NEEDS) return feels + WEIGHT_SPREAD * error;
            if (question < PRICE) return feels + RATING_SPREAD * error + (own ? HALO * mood : 0);
            return feels * (1 + (question === PRICE ? PRICE_SPREAD : SLOPE_SPREAD) * error);
          });
        }),
      ];
    });
    return samples.some((sample) => sample.length === 0) ? null : jackknife(samples, (means) => this.figures(means));
  }

  /** The figures if everybody said exactly what he feels; null where the firm has no customers. */
  truth(): (number | null)[] {
    const { company } = this.asking;
    if (this.customers[company.index]!.length === 0) return this.names().map(() => null);
    const felt = new Float64Array(QUESTIONS);
    const means: number[][] = [];
    for (let k = 0; k < this.customers.length; k += 1) {
      const list = this.customers[k]!;
      if (list.length === 0) continue;
      const sums = new Float64Array(QUESTIONS);
      for (let n = 0; n < list.length; n += 1) {
        this.feels(list[n]!, k, felt);
        for (let question = 0; question < QUESTIONS; question += 1) sums[question]! += felt[question]!;
      }
      means.push(Array.from(sums, (sum) => sum / list.length));
    }
    return this.figures(means);
  }

  /** Weights and ratings in points, price and its slope, as customer i of company k feels them, into `felt`. */
  private feels(i: number, k: number, felt: Float64Array): void {
    const { columns, market, people, parameters, segments } = this.c;
    const s = columns.segment[i]!;
    const first = columns.kind[i]! * NEEDS;
    const pleased = columns.satisfaction[k * people + i]! / WORD - market.spec.segments[s]!.satisfaction;
    for (let need = 0; need < NEEDS; need += 1) {
      felt[need] = 100 * market.needProfiles[first + need]!;
      felt[NEEDS + need] = onScale(this.met[(k * segments + s) * NEEDS + need]! + HALO * pleased);
    }
    felt[PRICE] = this.prices[k]!;
    felt[SLOPE] = 100 * parameters['choice.priceSlope'];
  }
}

/** How each company meets each need of each segment, 0-1, at (company * segments + segment) * NEEDS + need: attention as it was given in the quarter, the rest as offered. */
function needsMet(c: QuarterContext, tallies: Float64Array): Float64Array {
  const met = new Float64Array(c.companies * c.segments * NEEDS);
  for (let k = 0; k < c.companies; k += 1) {
    for (let s = 0; s < c.segments; s += 1) {
      const cell = k * c.segments + s;
      for (let need = 0; need < NEEDS; need += 1) met[cell * NEEDS + need] = c.rows[rowOf(c, k, s) + need]!;
      const serviceContacts = tallies[cell * ROW + at.serviceContacts]!;
      if (serviceContacts > 0) met[cell * NEEDS + T.attention] = tallies[cell * ROW + at.care]! / serviceContacts;
    }
  }
  return met;
}
