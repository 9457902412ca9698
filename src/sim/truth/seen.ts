/** What each need profile of a segment sees in each company's offer: weighed once a quarter, looked up for each customer. */

import type { ParameterValues } from '../parameters.ts';
import { depthFit } from './formulas.ts';
import { NEEDS, PROFILES } from './needProfiles.ts';
import { MOST_COMPANIES, MOST_SEGMENTS } from './relations.ts';
import { T, TREATMENT_ROW } from './treatment.ts';

/** Offsets in `offers`. */
export const S = {
  /** Change of performance, without the care of this customer, his waits and his luck. */
  change: 0,
  /** Relationship that depth and retention money aim at. */
  tie: 1,
  /** Log odds of leaving by the best other offer and the louder call of rivals. */
  pull: 2,
} as const;
export const SEEN_ROW = 4;

/** Place of a kind and company in `offers`, which V8 sees to be small. */
export const seenAt = (kind: number, companies: number, k: number): number => ((Math.imul(kind, companies) + k) * SEEN_ROW) & SEEN_MASK;
const SEEN_MASK = MOST_COMPANIES * MOST_SEGMENTS * PROFILES * SEEN_ROW - 1;

/** Single precision where a number only meets a draw or a step of a column: the smaller the tables, the faster they are read. */
export interface Seen {
  /** At (kind * companies + company): value over what customers are used to: attributes weighed by needs, and brand. */
  value: Float64Array;
  /** At (kind * companies + company) * SEEN_ROW + offset. */
  offers: Float32Array;
  /** At kind * 2: need for attention, and loss by waiting. */
  needs: Float32Array;
  /** At kind: distance of needs from the segment's mean, 0-2. */
  distance: Float32Array;
}

/**
 * @param profiles need profiles; @param needMeans mean needs by segment; @param changes treatment rows less those of the start; @param poached log odds by rivals' calls, by company
 * and segment
 */
export function foldSeen(
  profiles: Float64Array,
  needMeans: Float64Array,
  rows: Float64Array,
  changes: Float64Array,
  reference: Float64Array,
  poached: Float64Array,
  companies: number,
  segments: number,
  p: ParameterValues,
): Seen {
  const kinds = segments * PROFILES;
  const seen: Seen = {
    value: new Float64Array(kinds * companies),
    offers: new Float32Array(kinds * companies * SEEN_ROW),
    needs: new Float32Array(kinds * 2),
    distance: new Float32Array(kinds),
  };
  const { value, offers, needs, distance } = seen;
  const brandOverValue = p['choice.brand'] / Math.max(1e-9, p['choice.value']);
  const waits = p['experience.waitLoss'];
  const tieDepth = p['experience.tieDepth'];
  const rivalOffer = p['leaving.rivalOffer'];
  for (let kind = 0; kind < kinds; kind += 1) {
    const s = Math.floor(kind / PROFILES);
    const n = kind * NEEDS;
    const attention = profiles[n + T.attention]!;
    const waitLoss = (profiles[n + T.service]! + 0.5) * waits;
    needs[2 * kind] = attention;
    needs[2 * kind + 1] = waitLoss;
    distance[kind] = distanceFromMean(profiles, needMeans, s, n);
    const first = kind * companies;
    for (let k = 0; k < companies; k += 1) {
      const row = (k * segments + s) * TREATMENT_ROW;
      const at = (first + k) * SEEN_ROW;
      let attributes = 0;
      for (let need = 0; need < T.attention; need += 1) attributes += changes[row + need]! * profiles[n + need]!;
      value[first + k] = brandOverValue * changes[row + T.brand]! + attributes + changes[row + T.attention]! * attention;
      offers[at + S.change] = attributes - attention * reference[row + T.attention]! + reference[row + T.waited]! * waitLoss;
      offers[at + S.tie] = tieDepth * depthFit(rows[row + T.depth]!, attention) + rows[row + T.retentionTie]!;
    }
    for (let k = 0; k < companies; k += 1) {
      const best = companies > 1 ? bestOther(value, first, k, companies) : value[first + k]!;
      offers[(first + k) * SEEN_ROW + S.pull] = rivalOffer * (best - value[first + k]!) + poached[k * segments + s]!;
    }
  }
  return seen;
}

function bestOther(value: Float64Array, first: number, k: number, companies: number): number {
  let best = -Infinity;
  for (let other = 0; other < companies; other += 1) if (other !== k) best = Math.max(best, value[first + other]!);
  return best;
}

/** Sum of the differences between a profile's needs and the mean of its segment, 0-2. */
function distanceFromMean(profiles: Float64Array, needMeans: Float64Array, s: number, n: number): number {
  let distance = 0;
  for (let need = 0; need < NEEDS; need += 1) distance += Math.abs(needMeans[s * NEEDS + need]! - profiles[n + need]!);
  return distance;
}
