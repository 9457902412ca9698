/** How far each round was looked ahead, in the packed form of a run. */

import type { ByteReader, ByteWriter } from './packedBytes.ts';
import { mostQuarters } from './run.ts';

/** How many rounds there are and how many of them, from the first, had nothing ahead; then the others: two bytes for a run played straight on. */
export function writeLookedAhead(writer: ByteWriter, lookedAhead: readonly number[]): void {
  const first = lookedAhead.findIndex((quarters) => quarters > 0);
  const none = first < 0 ? lookedAhead.length : first;
  writer.number(lookedAhead.length);
  writer.number(none);
  lookedAhead.slice(none).forEach((quarters) => writer.number(quarters));
}

/** Reads the same. @throws PackedDamage on more rounds or quarters than a run can have */
export function readLookedAhead(reader: ByteReader): number[] {
  const rounds = reader.below(mostQuarters + 1);
  const none = reader.below(rounds + 1);
  return Array.from({ length: rounds }, (_, round) => (round < none ? 0 : reader.below(mostQuarters + 1)));
}
