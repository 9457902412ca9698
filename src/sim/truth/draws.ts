/** Random words for a block of relations at once, so that the loops over customers only read them. */

import { mix4 } from '../math/keys.ts';
import { companyOf, customerOf, type Relations } from './relations.ts';

const lanes = new Uint32Array(4);

/** Four words a relation into `out`, keyed by customer, company and use. */
export function fillDraws(
  out: Uint32Array,
  relations: Relations,
  key: number,
  keysPerCompany: number,
  purpose: number,
  seed: number,
): void {
  const { pair, count } = relations;
  for (let r = 0; r < count; r += 1) {
    mix4(lanes, customerOf(pair[r]!), key + keysPerCompany * companyOf(pair[r]!), purpose, seed);
    const d = 4 * r;
    out[d] = lanes[0]!;
    out[d + 1] = lanes[1]!;
    out[d + 2] = lanes[2]!;
    out[d + 3] = lanes[3]!;
  }
}
