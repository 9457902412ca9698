/** What relations of the block met so far this quarter, and those of one company. */

import { companyOf, countOfRelations, H, MET_ROW, relations } from './relations.ts';

/** A number of `M` of relation r; 0 where it met nothing. */
export const wasMet = (r: number, offset: number): number =>
  (relations.happened[r]! >>> H.met) & 1 ? relations.met[r * MET_ROW + offset]! : 0;

/** Lists the relations with company k; answers how many. */
export function listRelationsOf(k: number): number {
  const { pair, listed } = relations;
  const count = countOfRelations();
  let n = 0;
  for (let r = 0; r < count; r += 1) {
    listed[n] = r;
    // 1 where the difference is nil.
    n += ((companyOf(pair[r]!) ^ k) - 1) >>> 31;
  }
  return n;
}
