/**
 * Keyed draws: every random number is a pure function of (seed, purpose, subject, quarter, index), never of the order of calls.
 * That is what lets a what-if change one decision and leave the luck of everybody else untouched.
 *
 * The function is pcg4d (M. Jarzynski and M. Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020), with one more
 * `x ^= x >>> 16` on each lane, without which the low bits are not random enough.
 */

const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;
const UNIT_STEP = 1 / 4294967296;

/** Indices available to one (seed, purpose, subject, quarter). */
export const INDICES_PER_QUARTER = 4096;

/**
 * Hashes four 32-bit words to four 32-bit words. Convention for draws: a = subject, b = quarter * 4096 + index, c = purpose, d = seed.
 * Keep the words below 2^29: keys that differ only in one of their top three bits are not fully unrelated (a seed of 32 bits is fine as
 * long as nobody compares it with a twin that differs in those bits alone).
 * @param out receives the four words; it may be reused from call to call
 */
export const mix4 = (out: Uint32Array, a: number, b: number, c: number, d: number): void => {
  let x = (Math.imul(a, MULTIPLIER) + INCREMENT) | 0;
  let y = (Math.imul(b, MULTIPLIER) + INCREMENT) | 0;
  let z = (Math.imul(c, MULTIPLIER) + INCREMENT) | 0;
  let w = (Math.imul(d, MULTIPLIER) + INCREMENT) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  out[0] = x ^ (x >>> 16);
  out[1] = y ^ (y >>> 16);
  out[2] = z ^ (z >>> 16);
  out[3] = w ^ (w >>> 16);
};

/** An unsigned 32-bit word as a number strictly between 0 and 1 (the middle of its cell of width 2^-32). */
export const unit = (bits: number): number => (bits + 0.5) * UNIT_STEP;

const words = new Uint32Array(4);

/**
 * One uniform number in (0, 1), the first lane of `mix4`. For the firm level; a loop over customers calls `mix4` and uses all four lanes.
 * @param index 0..4095, one for each use within a (purpose, subject, quarter)
 */
export function keyedUnit(seed: number, purpose: number, subject: number, quarter: number, index: number): number {
  mix4(words, subject, quarter * INDICES_PER_QUARTER + index, purpose, seed);
  return unit(words[0]);
}

/**
 * An unsigned 32-bit number from a text, for seeds given as words. FNV-1a (Fowler, Noll, Vo) over the two bytes of each UTF-16 unit,
 * then the 32-bit finaliser of MurmurHash3 (A. Appleby). Normalise the text first if two spellings must agree.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    hash = Math.imul(hash ^ (code & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (code >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
