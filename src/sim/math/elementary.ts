/**
 * exp, ln, pow, tanh and their kin in plain + - * / only, so that every engine gives the same bits (Math.exp and its kin differ
 * between engines in the last places). Each is within 1-2 units in the last place of the true value.
 *
 * Every result is built from argument reduction and a series whose coefficients are exact numbers of the theory (Bernoulli numbers, odd
 * reciprocals), as in J.-M. Muller, "Elementary Functions", 3rd ed. 2016, and W. J. Cody and W. Waite, "Software Manual for the
 * Elementary Functions", 1980.
 */

import { productError, sumError } from './exactErrors.ts';
import { highWord, powerOfTwo, scaleByPowerOfTwo } from './floatBits.ts';

const INVERSE_LN2 = 1.4426950408889634;
// ln 2 in two parts; the first has its last bits zero, so that k * LN2_HIGH is exact for every exponent k.
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019412;

/** r coth(r/2) - 2 for |r| <= ln(2)/2, as a function of r squared: the sum of 2 B(2k) r^(2k) / (2k)!. */
function halfCothSeries(rr: number): number {
  return rr * (1 / 6 + rr * (-1 / 360 + rr * (1 / 15120 + rr * (-1 / 604800 + rr * (1 / 23950080 + rr * (-691 / 653837184000))))));
}

/**
 * e to the x, within 1 unit in the last place. exp(0) = 1 exactly; exp(-Infinity) = 0; above 709.78 Infinity; NaN gives NaN.
 * From exp(r) = 1 + 2r / (r coth(r/2) - r).
 */
export function exp(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x + Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = r - halfCothSeries(r * r);
  return scaleByPowerOfTwo(1 + (high - (low - (r * c) / (2 - c))), k);
}

/** exp(x) - 1 without loss of digits near 0, within 2 units in the last place. expm1(-0) = -0. */
export function expm1(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x + Infinity;
  if (x < -40) return -1;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = r - halfCothSeries(r * r);
  const fraction = high - (low - (r * c) / (2 - c));
  if (k === 0) return fraction;
  // Above 2^60 the 1 is far below the last place; below it both terms are exact or nearly so.
  if (k > 60) return scaleByPowerOfTwo(1 + fraction, k);
  const power = scaleByPowerOfTwo(1, k);
  return power - 1 + power * fraction;
}

/** ln(1 + f) = 2 artanh(s) with s = f / (2 + f): the terms from the third on, divided by s, as a function of s squared. */
function artanhTail(ss: number): number {
  return (
    ss *
    ss *
    (2 / 5 + ss * (2 / 7 + ss * (2 / 9 + ss * (2 / 11 + ss * (2 / 13 + ss * (2 / 15 + ss * (2 / 17 + ss * (2 / 19 + ss * (2 / 21)))))))))
  );
}

// Set by splitForLn; an array because a variable outside a function would allocate for each fraction.
const splitFraction = new Float64Array(1);

/** Splits x > 0 as 2^k * (1 + f) with 1 + f in about 0.707..1.414: returns k and leaves f in splitFraction. */
function splitForLn(positive: number): number {
  // Subnormal numbers are raised by 2^54 first.
  const raise = positive < 2.2250738585072014e-308 ? 54 : 0;
  const x = positive * powerOfTwo(raise);
  const high = highWord(x);
  // 0x6a09e is the fraction of the square root of 2.
  const exponent = (high >>> 20) - 1023 + ((high & 0x000fffff) >= 0x6a09e ? 1 : 0);
  splitFraction[0] = x * powerOfTwo(-exponent) - 1;
  return exponent - raise;
}

/** Natural logarithm, within 1 unit in the last place. ln(1) = 0 exactly; ln(0) = -Infinity; negative numbers and NaN give NaN. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const k = splitForLn(x);
  const f = splitFraction[0];
  const s = f / (2 + f);
  const halfSquare = 0.5 * f * f;
  const ss = s * s;
  const tail = ss * (2 / 3) + artanhTail(ss);
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + tail) + k * LN2_LOW) - f);
}

const TWO_THIRDS = 2 / 3;
const TWO_THIRDS_LOW = 3.700743415417188e-17;

/** x^y for finite x > 0, x not 1, and finite y: exp(y ln x) with ln x and the product carried in two doubles. */
function positivePower(x: number, y: number): number {
  const k = splitForLn(x);
  const f = splitFraction[0];
  // s = f / (2 + f) in two doubles.
  const t = 2 + f;
  const tLow = f - (t - 2);
  const s = f / t;
  const st = s * t;
  const sLow = (f - st - productError(s, t, st) - s * tLow) / t;
  // The second term, s^3 * 2/3, in two doubles too (2/3 is TWO_THIRDS + TWO_THIRDS_LOW).
  const ss = s * s;
  const ssLow = productError(s, s, ss) + 2 * s * sLow;
  const scaled = s * TWO_THIRDS;
  const scaledLow = productError(s, TWO_THIRDS, scaled) + s * TWO_THIRDS_LOW + sLow * TWO_THIRDS;
  const cube = ss * scaled;
  const cubeLow = productError(ss, scaled, cube) + ss * scaledLow + ssLow * scaled;
  // ln x = k ln 2 + 2s + 2/3 s^3 + s * tail, largest terms first, each sum with its rounding error kept.
  const a = k * LN2_HIGH;
  const b = 2 * s;
  const sum = a + b;
  const total = sum + cube;
  const small = cubeLow + (k * LN2_LOW + (2 * sLow + s * artanhTail(ss)));
  const rest = sumError(a, b, sum) + (sumError(sum, cube, total) + small);
  const logHigh = total + rest;
  const logLow = rest - (logHigh - total);
  const product = y * logHigh;
  // Far outside the range of exp; it also keeps the product's error below from overflowing.
  if (!(Math.abs(product) < 800)) return exp(product);
  const productLow = productError(y, logHigh, product) + y * logLow;
  const whole = exp(product);
  return whole === Infinity ? whole : whole + whole * productLow;
}

const LARGEST_ROUNDED = 2251799813685248; // 2^51

/**
 * x to the y, within 2 units in the last place for results between 1e-26 and 1e26 and 6 beyond. Signs, zeros, infinities and NaN as
 * Math.pow has them; y of 0, 1, -1, 2 and 0.5 take the correctly rounded operation. Whole powers of whole numbers are exact below 2^51.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const odd = Math.abs(y % 2) === 1;
  const negative = odd && (x < 0 || (x === 0 && 1 / x < 0));
  let result: number;
  if (size === 0) result = y > 0 ? 0 : Infinity;
  else if (size === Infinity) result = y > 0 ? Infinity : 0;
  else if (x < 0 && Math.floor(y) !== y) return NaN;
  else if (y === 0.5) return Math.sqrt(x);
  else if (size === 1) result = 1;
  else {
    result = positivePower(size, y);
    // A whole power of a whole number is whole.
    if (result < LARGEST_ROUNDED && y > 0 && Math.floor(y) === y && Math.floor(size) === size) result = Math.floor(result + 0.5);
  }
  return negative ? -result : result;
}

/** Hyperbolic tangent, within 2 units in the last place; odd; 1 at Infinity, -0 at -0. */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const m = expm1(2 * Math.abs(x));
  const size = m / (m + 2);
  return x < 0 || 1 / x < 0 ? -size : size;
}

/** 1 / (1 + exp(-x)), the logistic function: 0 at -Infinity, 0.5 at 0, 1 at Infinity; within 2 units in the last place. */
export function logistic(x: number): number {
  if (x < 0) {
    const e = exp(x);
    return e / (1 + e);
  }
  return 1 / (1 + exp(-x));
}
