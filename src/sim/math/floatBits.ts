/** The parts of a double: its exponent and fraction, and exact scaling by powers of two. */

const scratch = new Float64Array(1);
const scratchWords = new Uint32Array(scratch.buffer);
scratch[0] = 1;
// Index of the word that holds sign and exponent: 1 on little-endian machines, 0 on big-endian ones.
const HIGH = scratchWords[1] === 0x3ff00000 ? 1 : 0;

/** The upper 32 bits (sign, exponent, top of the fraction) of a double, as a signed integer. */
export function highWord(x: number): number {
  scratch[0] = x;
  return scratchWords[HIGH] | 0;
}

const LOWEST_EXPONENT = -1074;
const HIGHEST_EXPONENT = 1023;
const POWERS = new Float64Array(HIGHEST_EXPONENT - LOWEST_EXPONENT + 1);
for (let exponent = 0, power = 1; exponent <= HIGHEST_EXPONENT; exponent += 1, power *= 2) POWERS[exponent - LOWEST_EXPONENT] = power;
for (let exponent = -1, power = 0.5; exponent >= LOWEST_EXPONENT; exponent -= 1, power *= 0.5) POWERS[exponent - LOWEST_EXPONENT] = power;

/** 2^k exactly, for an integer k in -1074..1023. */
export function powerOfTwo(k: number): number {
  return POWERS[k - LOWEST_EXPONENT];
}

/** x * 2^k rounded once, for an integer k in -2000..2000 and x of ordinary size (about 1). */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > HIGHEST_EXPONENT) return x * powerOfTwo(HIGHEST_EXPONENT) * powerOfTwo(k - HIGHEST_EXPONENT);
  if (k < -1000) return x * powerOfTwo(-1000) * powerOfTwo(k < -2000 ? LOWEST_EXPONENT : k + 1000);
  return x * powerOfTwo(k);
}
