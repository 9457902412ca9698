/** Service contacts and the chance of a failure, by table: how often a customer of a segment calls, and what a contact risks. */

import { exp } from '../math/elementary.ts';
import type { SegmentSpec } from '../market.ts';
import type { CompanyOffer } from '../offer.ts';
import { USUAL_SERVICE } from './columns.ts';

/** More calls than this in a quarter are counted as this many. */
export const MOST_SERVICE = 63;
const LEVELS = 256;
/** Calls up to which comparison with thresholds tells the count. */
export const MANY = 6;
const ALL = 65536;

export interface ServiceTable {
  /** 65536 x probability of at most n calls, n = 0 to 5, at [(segment * 256 + level) * 6 + n]. */
  thresholds: Int32Array;
  /** Mean calls at [segment * 256 + level]. */
  mean: Float64Array;
}

/** Level of service = the `service` column: sixteenths of the segment's mean. */
export function foldServiceTable(segments: readonly SegmentSpec[]): ServiceTable {
  const mean = new Float64Array(segments.length * LEVELS);
  const thresholds = new Int32Array(segments.length * LEVELS * MANY);
  segments.forEach((segment, s) => {
    for (let level = 0; level < LEVELS; level += 1) {
      const at = s * LEVELS + level;
      mean[at] = (segment.serviceContacts * level) / USUAL_SERVICE;
      let probability = exp(-mean[at]!);
      let reached = 0;
      for (let n = 0; n < MANY; n += 1) {
        reached += probability;
        probability *= mean[at]! / (n + 1);
        thresholds[at * MANY + n] = Math.round(ALL * Math.min(1, reached));
      }
    }
  });
  return { thresholds, mean };
}

/** 65536 x chance of a failure at [company * 64 + calls]; one chance more than calls: the product itself. */
export function foldFailing(offers: readonly CompanyOffer[]): Int32Array {
  const failing = new Int32Array(offers.length * (MOST_SERVICE + 1));
  offers.forEach((offer, k) => {
    let spared = 1;
    for (let calls = 0; calls <= MOST_SERVICE; calls += 1) {
      spared *= 1 - offer.failureRate;
      failing[k * (MOST_SERVICE + 1) + calls] = Math.round(ALL * (1 - spared));
    }
  });
  return failing;
}

/** Poisson count at a number of 16 bits for a place in the table, MANY at most: free of branches. */
export const serviceCount = (thresholds: Int32Array, at: number, half: number): number => {
  const t = at * MANY;
  // (t - 1 - u) is negative, its sign bit 1, where u reaches the threshold.
  return (
    ((thresholds[t]! - 1 - half) >>> 31) +
    ((thresholds[t + 1]! - 1 - half) >>> 31) +
    ((thresholds[t + 2]! - 1 - half) >>> 31) +
    ((thresholds[t + 3]! - 1 - half) >>> 31) +
    ((thresholds[t + 4]! - 1 - half) >>> 31) +
    ((thresholds[t + 5]! - 1 - half) >>> 31)
  );
};

/** The same by search, for customers who call often: MANY at least, MOST_SERVICE at most. */
export function manyCalls(mean: number, half: number): number {
  const u = (half + 0.5) / ALL;
  let count = 0;
  let probability = exp(-mean);
  let reached = probability;
  while (u > reached && count < MOST_SERVICE) {
    count += 1;
    probability *= mean / count;
    reached += probability;
  }
  return Math.max(MANY, count);
}
