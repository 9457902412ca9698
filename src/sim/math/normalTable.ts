/** Standard normal draws by table: one look-up instead of a logarithm and a root. For loops over customers; elsewhere `normalQuantile`. */

import { normalQuantile } from './quantiles.ts';

const CELL_BITS = 10;
const CELLS = 1 << CELL_BITS;
/** The end nodes stand for the outer halves of the end cells: about 3.7 standard deviations. */
const END = 1 / (8 * CELLS);

const nodes = Float64Array.from({ length: CELLS + 1 }, (_, j) => normalQuantile(Math.min(1 - END, Math.max(END, j / CELLS))));
// Straight lines between nodes lose a little variance; one factor gives it back.
let square = 0;
for (let j = 0; j < CELLS; j += 1) square += (nodes[j]! * nodes[j]! + nodes[j]! * nodes[j + 1]! + nodes[j + 1]! * nodes[j + 1]!) / 3;
const scale = 1 / Math.sqrt(square / CELLS);
for (let j = 0; j <= CELLS; j += 1) nodes[j] = nodes[j]! * scale;

const FROM_WORD = CELLS / 4294967296;
const FROM_HALF = CELLS / 65536;

/** Standard normal of an unsigned 32-bit word: mean 0, variance 1, within about 3.7. */
export function normalOfWord(bits: number): number {
  const x = bits * FROM_WORD;
  const cell = bits >>> (32 - CELL_BITS);
  const low = nodes[cell]!;
  return low + (nodes[cell + 1]! - low) * (x - cell);
}

/** Standard normal of a number of 16 bits. */
export const normalOfHalf = (half: number): number => {
  const x = (half + 0.5) * FROM_HALF;
  const cell = half >>> (16 - CELL_BITS);
  const low = nodes[cell]!;
  return low + (nodes[cell + 1]! - low) * (x - cell);
};
