/** Needs of individuals: each segment has 128 need profiles, drawn around its mean; a customer has one of them. */

import { dirichletVariate } from '../math/distributions.ts';
import { needIds, type MarketSpec } from '../market.ts';
import type { ParameterValues } from '../parameters.ts';
import { purpose } from '../purposes.ts';

export const NEEDS = needIds.length;
/** Profiles a segment: finer than any firm can tell people apart, few enough to weigh offers once a quarter instead of for each person. */
export const PROFILE_BITS = 7;
export const PROFILES = 1 << PROFILE_BITS;

const LEAST = 1e-3;
const FITTINGS = 12;

/**
 * Weights of the needs, shares 0-1 that sum to 1, at [(segment * PROFILES + profile) * NEEDS + need]: Dirichlet around the segment's mean
 * (`choice.needSpread`), then fitted in turn to the mean and to the sum, so that the profiles together have exactly the segment's needs.
 */
export function drawNeedProfiles(spec: MarketSpec, parameters: ParameterValues, seed: number): Float64Array {
  const profiles = new Float64Array(spec.segments.length * PROFILES * NEEDS);
  const draw = new Float64Array(NEEDS);
  spec.segments.forEach((segment, s) => {
    const means = needIds.map((need) => segment.needs[need] / 1000);
    const alphas = means.map((mean) => Math.max(LEAST, mean * parameters['choice.needSpread']));
    const first = s * PROFILES * NEEDS;
    for (let profile = 0; profile < PROFILES; profile += 1) {
      dirichletVariate(draw, alphas, seed, purpose.needs, s * PROFILES + profile, 0);
      profiles.set(draw, first + profile * NEEDS);
    }
    for (let n = 0; n < FITTINGS; n += 1) {
      fitMeans(profiles, first, means);
      fitSums(profiles, first);
    }
  });
  return profiles;
}

function fitMeans(profiles: Float64Array, first: number, means: readonly number[]): void {
  for (let need = 0; need < NEEDS; need += 1) {
    let sum = 0;
    for (let profile = 0; profile < PROFILES; profile += 1) sum += profiles[first + profile * NEEDS + need]!;
    const factor = sum > 0 ? (means[need]! * PROFILES) / sum : 0;
    for (let profile = 0; profile < PROFILES; profile += 1) profiles[first + profile * NEEDS + need]! *= factor;
  }
}

function fitSums(profiles: Float64Array, first: number): void {
  for (let profile = 0; profile < PROFILES; profile += 1) {
    const at = first + profile * NEEDS;
    let sum = 0;
    for (let need = 0; need < NEEDS; need += 1) sum += profiles[at + need]!;
    for (let need = 0; need < NEEDS; need += 1) profiles[at + need]! /= sum;
  }
}
