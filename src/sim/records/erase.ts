/** Fields that nobody asks for any more and that are of no use are erased: what is not held cannot be lost. */

import { BLOCKS, EMPTY, FIELDS, type Records } from './records.ts';

const FIELDS_PER_BLOCK = FIELDS / BLOCKS;
const BLOCK_MASK = (1 << FIELDS_PER_BLOCK) - 1;

/** Empties all fields but those in `kept`, in place; a block that holds nothing any more is empty. @param kept bit f = field f stays */
export function eraseFields(records: Records, kept: number, people: number): void {
  const { fields, age, wrong } = records;
  for (let i = 0; i < people; i += 1) {
    const before = fields[i]!;
    const after = before & kept;
    if (after === before) continue;
    fields[i] = after;
    for (let b = 0; b < BLOCKS; b += 1) {
      if (((after >> (b * FIELDS_PER_BLOCK)) & BLOCK_MASK) !== 0) continue;
      age[i * BLOCKS + b] = EMPTY;
      wrong[i]! &= ~(1 << b);
    }
  }
}
