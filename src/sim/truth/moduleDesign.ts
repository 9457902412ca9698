/** Where the modules of an offer lie among the needs of those who buy it. */

import type { Market } from './market.ts';
import { NEEDS, PROFILES } from './needProfiles.ts';

const ROUNDS = 12;

/** Sum of the differences between two needs, 0-2. */
export function needDistance(a: Float64Array, i: number, b: Float64Array, j: number): number {
  let sum = 0;
  for (let need = 0; need < NEEDS; need += 1) sum += Math.abs(a[i * NEEDS + need]! - b[j * NEEDS + need]!);
  return sum;
}

/** The module that lies nearest to the needs at a place. */
export function nearest(modules: Float64Array, needs: Float64Array, at: number): number {
  const count = modules.length / NEEDS;
  let best = 0;
  for (let module = 1; module < count; module += 1) {
    if (needDistance(modules, module, needs, at) < needDistance(modules, best, needs, at)) best = module;
  }
  return best;
}

/**
 * Needs that each of `count` modules is made for: the first is the standard offer, made for the mean of all; the others lie where needs are
 * that no module meets yet, then each in the middle of those nearest to it (k-means, Lloyd 1982, the first module held).
 * @param weights customers by kind
 */
export function designModules(profiles: Float64Array, weights: Float64Array, count: number): Float64Array {
  const modules = new Float64Array(count * NEEDS);
  const kinds = weights.length;
  let all = 0;
  for (let kind = 0; kind < kinds; kind += 1) {
    all += weights[kind]!;
    for (let need = 0; need < NEEDS; need += 1) modules[need]! += weights[kind]! * profiles[kind * NEEDS + need]!;
  }
  for (let need = 0; need < NEEDS; need += 1) modules[need]! /= Math.max(1, all);
  for (let module = 1; module < count; module += 1) {
    let farthest = 0;
    let most = -1;
    for (let kind = 0; kind < kinds; kind += 1) {
      if (weights[kind] === 0) continue;
      const made = modules.subarray(0, module * NEEDS);
      const missed = weights[kind]! * needDistance(made, nearest(made, profiles, kind), profiles, kind);
      if (missed > most) [farthest, most] = [kind, missed];
    }
    modules.set(profiles.subarray(farthest * NEEDS, (farthest + 1) * NEEDS), module * NEEDS);
  }
  for (let round = 0; round < ROUNDS; round += 1) moveToMiddles(modules, profiles, weights);
  return modules;
}

/**
 * Modules as a firm makes them that understands the needs of only some of its customers: it takes the others for the mean, so each lies
 * nearer to the standard offer. In place. @param share 0-1 of needs understood
 */
export function asUnderstood(modules: Float64Array, share: number): Float64Array {
  // The first step away from the mean wins most, since it fits more customers than the last; so the fit won grows about as the share does.
  const step = share * share;
  for (let place = NEEDS; place < modules.length; place += 1) {
    const standard = modules[place % NEEDS]!;
    modules[place] = standard + step * (modules[place]! - standard);
  }
  return modules;
}

function moveToMiddles(modules: Float64Array, profiles: Float64Array, weights: Float64Array): void {
  const count = modules.length / NEEDS;
  const sums = new Float64Array(modules.length);
  const held = new Float64Array(count);
  for (let kind = 0; kind < weights.length; kind += 1) {
    const module = nearest(modules, profiles, kind);
    held[module]! += weights[kind]!;
    for (let need = 0; need < NEEDS; need += 1) sums[module * NEEDS + need]! += weights[kind]! * profiles[kind * NEEDS + need]!;
  }
  for (let module = 1; module < count; module += 1) {
    if (held[module] === 0) continue;
    for (let need = 0; need < NEEDS; need += 1) modules[module * NEEDS + need] = sums[module * NEEDS + need]! / held[module]!;
  }
}

/** Customers of company k by kind. */
export function customersByKind({ columns, people, spec }: Market, k: number): Float64Array {
  const weights = new Float64Array(spec.segments.length * PROFILES);
  for (let i = 0; i < people; i += 1) weights[columns.kind[i]!]! += (columns.active[i]! >>> k) & 1;
  return weights;
}
