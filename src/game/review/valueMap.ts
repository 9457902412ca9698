/**
 * Customer value analysis in five steps (Gale 1994): what customers weigh, how much, how the firm and its rivals do by it, quality against
 * price, and who gives more than he takes. Half of those asked are the firm's own customers in its frame, half its rivals' from a panel.
 */

import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { needIds } from '../../sim/market.ts';
import { purpose } from '../../sim/purposes.ts';
import { WORD } from '../../sim/truth/columns.ts';
import { makeContext, rowOf, type QuarterContext } from '../../sim/truth/context.ts';
import { NEEDS } from '../../sim/truth/needProfiles.ts';
import { readTally } from '../../sim/truth/tallies.ts';
import { T } from '../../sim/truth/treatment.ts';
import { seenPrice } from '../campaigns/outcome.ts';
import { linearised, type Reckoned } from '../known/linearised.ts';
import { type CompanyMeans, valueFigures } from '../known/valueMap.ts';
import { recordsOf } from '../world.ts';
import { answering, atItsBest, customersOf, framed, moodOf } from './asked.ts';
import type { Asking, ReviewMethod } from './asking.ts';

/** Points by which a rating of anything rises with a point of satisfaction (halo; Beckwith & Lehmann 1975). */
const HALO = 0.5;
/** Spread of answers of people who met the same: ratings and weights in points, prices and their weight relative to what is. */
const RATING_SPREAD = 16;
const WEIGHT_SPREAD = 7;
const PRICE_SPREAD = 0.06;
const SLOPE_SPREAD = 0.5;
const OWN_PART = 0.5;

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
  const asked = survey.asks(asking);
  const best = survey.asks(atItsBest(asking));
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

  constructor(asking: Asking) {
    const { world, offers } = asking;
    this.asking = asking;
    this.c = makeContext(world.market, offers, recordsOf(world), world.quarter + 1);
    this.customers = offers.map((_, k) => customersOf(asking, k));
    const all = this.customers.reduce((sum, { length }) => sum + length, 0);
    this.shares = this.customers.map(({ length }) => length / Math.max(1, all));
  }

  /** People asked of each company. */
  private sizes({ n, company }: Asking = this.asking): number[] {
    const rivals = this.customers.filter(({ length }, k) => k !== company.index && length > 0).length;
    const own = rivals > 0 ? Math.round(OWN_PART * n) : n;
    return this.customers.map(({ length }, k) =>
      k === company.index ? own : length > 0 ? Math.max(2, Math.floor((n - own) / rivals)) : 0,
    );
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
    const samples = this.sizes(asking).flatMap((size, k) => {
      const own = k === company.index;
      if (!own && size === 0) return [];
      return [
        answering(asking, own ? framed(asking) : this.customers[k]!, size, k, purpose.reviewValue).map((who) => {
          const answer = this.feels(who.i, k);
          return answer.map((felt, question) => {
            const error = who.error(question);
            if (question < NEEDS) return felt + WEIGHT_SPREAD * error;
            if (question < PRICE) return felt + RATING_SPREAD * error + (own ? HALO * mood : 0);
            return felt * (1 + (question === PRICE ? PRICE_SPREAD : SLOPE_SPREAD) * error);
          });
        }),
      ];
    });
    return samples.some((sample) => sample.length === 0) ? null : linearised(samples, (means) => this.figures(means));
  }

  /** The figures if everybody said exactly what he feels; null where the firm has no customers. */
  truth(): (number | null)[] {
    const { company } = this.asking;
    if (this.customers[company.index]!.length === 0) return this.names().map(() => null);
    const means = this.customers.flatMap((list, k) => {
      if (list.length === 0) return [];
      const sums = new Array<number>(QUESTIONS).fill(0);
      for (const i of list) this.feels(i, k).forEach((felt, question) => (sums[question]! += felt));
      return [sums.map((sum) => sum / list.length)];
    });
    return this.figures(means);
  }

  /** Weights and ratings in points, price and its slope, as customer i of company k feels them. */
  private feels(i: number, k: number): number[] {
    const { c, asking } = this;
    const { columns, market, people, parameters } = c;
    const s = columns.segment[i]!;
    const first = columns.kind[i]! * NEEDS;
    const pleased = columns.satisfaction[k * people + i]! / WORD - market.spec.segments[s]!.satisfaction;
    const price = seenPrice(asking.world, asking.offers[k]!);
    return [
      ...needIds.map((_, need) => 100 * market.needProfiles[first + need]!),
      ...needIds.map((_, need) => 100 * (this.meets(k, s, need) + HALO * pleased)),
      price,
      100 * parameters['choice.priceSlope'],
    ];
  }

  /** How company k meets a need of segment s, 0-1: attention as it was given in the quarter, the rest as offered. */
  private meets(k: number, s: number, need: number): number {
    const { c, asking } = this;
    if (need !== T.attention) return c.rows[rowOf(c, k, s) + need]!;
    const { care, serviceContacts } = readTally(asking.played.tallies, c.segments, k, s);
    return serviceContacts > 0 ? care / serviceContacts : c.rows[rowOf(c, k, s) + need]!;
  }
}
