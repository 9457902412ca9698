/** Further rows of one person are found and merged by a matching rule, which misses some and joins strangers now and then. */

import { mix4, unit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import type { RecordActions } from './recordActions.ts';
import { filterDuplicates, MISJOINED, type Records } from './records.ts';

const KEYS_PER_QUARTER = 64;
const lanes = new Uint32Array(4);

/** What became of the further rows that cleaning came to in a quarter. */
export interface MergeCounts {
  /** Rows held against the rule, and those among them that it left standing. */
  compared: number;
  missed: number;
  /** Rows merged, and those among them that went into somebody else's. */
  merged: number;
  mistaken: number;
}

export const noMerges: MergeCounts = { compared: 0, missed: 0, merged: 0, mistaken: 0 };

/** Merges what cleaning comes to, in place. @param cleaned share 0-1 of the further rows that it comes to */
export function mergeDuplicates(records: Records, actions: RecordActions, cleaned: number, quarter: number, seed: number): MergeCounts {
  const counts = { ...noMerges };
  filterDuplicates(records, (person, row) => {
    // Keyed by silo and count, never by the row: rows of other people must not change what happens to this one.
    const index = 4 * records.duplicateSilo[row]! + records.duplicates[person]!;
    mix4(lanes, person, quarter * KEYS_PER_QUARTER + 3 + index, purpose.merger, seed);
    if (unit(lanes[0]!) >= cleaned) return true;
    counts.compared += 1;
    if (unit(lanes[1]!) < actions.missedMerges) {
      counts.missed += 1;
      return true;
    }
    counts.merged += 1;
    if (unit(lanes[2]!) < actions.falseMerges) {
      counts.mistaken += 1;
      records.wrong[person]! |= MISJOINED;
    }
    return false;
  });
  return counts;
}
