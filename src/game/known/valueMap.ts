/**
 * The value map: relative quality against relative price, and the line on which an offer is worth just what it costs (Gale 1994). What is
 * right of or below the line gives more than it costs.
 */

import { needIds } from '../../sim/market.ts';

/** Price stands on the other axis: all other needs make up quality. */
const PRICE = needIds.indexOf('price');

/** A figure as a review found it. */
export interface Found {
  id: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/** Means of what the customers of one company say. */
export interface CompanyMeans {
  /** Weights of the needs, and how the company meets them, in points 0-100, in the order of needIds. */
  weights: readonly number[];
  ratings: readonly number[];
  /** Price over the market's reference, and points of 100 by which a price that is dearer by the whole of it would be rated lower. */
  price: number;
  slope: number;
}

export interface ValueFigures {
  /** Weights of the needs in the market, points of 100. */
  weights: readonly number[];
  /** By company: relative to the market (1), and by how many percent of the market's price it is cheaper than is fair. */
  quality: readonly number[];
  price: readonly number[];
  value: readonly number[];
  /** Relative quality that makes up for a price that is dearer by the whole of the market's. */
  line: number;
}

/**
 * Customer value analysis from the means of each company's customers.
 * @param shares 0-1 of the market's customers by company; they sum to 1
 */
export function valueFigures(companies: readonly CompanyMeans[], shares: readonly number[]): ValueFigures {
  const said = new Float64Array(needIds.length);
  let [all, usualQuality, usualPrice, slope] = [0, 0, 0, 0];
  for (let need = 0; need < needIds.length; need += 1) {
    for (let k = 0; k < companies.length; k += 1) said[need]! += shares[k]! * companies[k]!.weights[need]!;
    all += said[need]!;
  }
  const weights = Array.from(said, (weight) => (100 * weight) / all);
  const priceWeight = weights[PRICE]! / 100;
  const qualities = new Float64Array(companies.length);
  for (let k = 0; k < companies.length; k += 1) {
    const company = companies[k]!;
    let sum = 0;
    for (let need = 0; need < needIds.length; need += 1) if (need !== PRICE) sum += (weights[need]! * company.ratings[need]!) / 100;
    qualities[k] = sum / Math.max(1e-9, 1 - priceWeight);
    usualQuality += shares[k]! * qualities[k]!;
    usualPrice += shares[k]! * company.price;
    slope += shares[k]! * company.slope;
  }
  const line = (priceWeight * slope * usualPrice) / Math.max(1e-9, (1 - priceWeight) * usualQuality);
  const quality = Array.from(qualities, (own) => own / usualQuality);
  const price = companies.map((company) => company.price / usualPrice);
  return { weights, quality, price, value: quality.map((own, k) => 100 * (fairAt(line, own) - price[k]!)), line };
}

/** Relative price that is fair for a relative quality. */
const fairAt = (line: number, quality: number): number => 1 + (quality - 1) / Math.max(1e-9, line);

/** A figure that was found, with the ends of its interval. */
export interface Measured {
  value: number;
  low: number;
  high: number;
}
export interface MapPoint {
  company: string;
  quality: Measured;
  price: Measured;
  value: Measured;
}
export interface ValueMap {
  /** In the order of the figures. */
  points: readonly MapPoint[];
  /** Relative price that is fair for a relative quality. */
  fairPrice: (quality: number) => number;
}

/** The map from the figures of a review; null where the analysis was not made or nobody could be asked. */
export function valueMap(figures: readonly Found[]): ValueMap | null {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const measured = (id: string): Measured | null => {
    const { value = null, low = null, high = null } = byId.get(id) ?? {};
    return value === null || low === null || high === null ? null : { value, low, high };
  };
  const line = measured('line');
  if (line === null || line.value <= 0) return null;
  const points = figures.flatMap(({ id }): MapPoint[] => {
    if (!id.startsWith('quality.')) return [];
    const company = id.slice('quality.'.length);
    const [quality, price, value] = [measured(id), measured(`price.${company}`), measured(`value.${company}`)];
    return quality && price && value ? [{ company, quality, price, value }] : [];
  });
  return points.length === 0 ? null : { points, fairPrice: (quality) => fairAt(line.value, quality) };
}
