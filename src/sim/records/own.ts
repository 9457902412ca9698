/** Lists of customers, so that the loops over records neither ask about each person nor call anything. */

/** Whose customers a firm has: those with `ownBit` set in `own`. */
export interface Own {
  own: Uint8Array;
  ownBit: number;
}

/** Indices of the firm's customers, ascending. */
export function listOwn({ own, ownBit }: Own): Int32Array {
  const list = new Int32Array(own.length + 1);
  let count = 0;
  for (let i = 0; i < own.length; i += 1) {
    list[count] = i;
    // 1 where the bit is set: the sign of its negative.
    count += -(own[i]! & ownBit) >>> 31;
  }
  return list.subarray(0, count);
}

/** Indices of those of the firm's customers, ascending, who have entered the market by a quarter. @param entry quarter in which each enters */
export function listEntered(own: Own, entry: Uint8Array, quarter: number): Int32Array {
  const list = new Int32Array(own.own.length + 1);
  return list.subarray(0, fillEntered(list, own, entry, quarter));
}

/** The loop by itself: V8 leaves a long loop that it has translated on the way badly where more follows after it. */
function fillEntered(list: Int32Array, { own, ownBit }: Own, entry: Uint8Array, quarter: number): number {
  const people = own.length;
  let count = 0;
  for (let i = 0; i < people; i += 1) {
    list[count] = i;
    // 1 for a customer who has entered, without a branch that the processor guesses wrongly.
    count += (-(own[i]! & ownBit) >>> 31) & ((entry[i]! - quarter - 1) >>> 31);
  }
  return count;
}

const scratch: Int32Array[] = [];

/** Room for a list of up to `length` people, the same every time for each use: nothing in it outlives the pass that asked. */
export function roomForList(use: number, length: number): Int32Array {
  const kept = scratch[use];
  if (kept !== undefined && kept.length >= length) return kept;
  return (scratch[use] = new Int32Array(length));
}
