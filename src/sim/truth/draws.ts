/** Random words for a block of relations at once, so that the loops over customers only read them. */

import { mix4 } from '../math/keys.ts';
import { companyOf, countOfRelations, customerOf, relations } from './relations.ts';

const lanes = new Uint32Array(4);

/** Four words a relation, keyed by customer, company and use. */
export function fillDraws(key: number, keysPerCompany: number, purpose: number, seed: number): void {
  const { pair, draws } = relations;
  const count = countOfRelations();
  for (let r = 0; r < count; r += 1) {
    mix4(lanes, customerOf(pair[r]!), key + keysPerCompany * companyOf(pair[r]!), purpose, seed);
    const d = 4 * r;
    draws[d] = lanes[0]!;
    draws[d + 1] = lanes[1]!;
    draws[d + 2] = lanes[2]!;
    draws[d + 3] = lanes[3]!;
  }
}
