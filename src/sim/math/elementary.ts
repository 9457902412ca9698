/**
 * exp, ln, pow, tanh and their kin in plain + - * / only, so that every engine gives the same bits (Math.exp and its kin differ
 * between engines in the last places). Each is within 1-2 units in the last place of the true value.
 *
 * Every result is built from argument reduction and a series whose coefficients are exact numbers of the theory (Bernoulli numbers, odd
 * reciprocals), as in J.-M. Muller, "Elementary Functions", 3rd ed. 2016, and W. J. Cody and W. Waite, "Software Manual for the
 * Elementary Functions", 1980.
 */

import { highWord, scaleByPowerOfTwo, withHighWord } from './floatBits.ts';

const INVERSE_LN2 = 1.4426950408889634;
// ln 2 in two parts; the first has its last bits zero, so that k * LN2_HIGH is exact for every exponent k.
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019412;

/** r coth(r/2) - 2 for |r| <= ln(2)/2, as a function of r squared: the sum of 2 B(2k) r^(2k) / (2k)!. */
function halfCothSeries(rr: number): number {
  return (
    rr *
    (1 / 6 + rr * (-1 / 360 + rr * (1 / 15120 + rr * (-1 / 604800 + rr * (1 / 23950080 + rr * (-691 / 653837184000))))))
  );
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

/** ln(1 + f) = 2 artanh(s) with s = f / (2 + f): the terms after the first, divided by s, as a function of s squared. */
function artanhTail(ss: number): number {
  return (
    ss *
    (2 / 3 +
      ss *
        (2 / 5 +
          ss *
            (2 / 7 +
              ss *
                (2 / 9 +
                  ss * (2 / 11 + ss * (2 / 13 + ss * (2 / 15 + ss * (2 / 17 + ss * (2 / 19 + ss * (2 / 21)))))))))
    )
  );
}

// Set by splitLogarithmArgument: x = 2^splitExponent * (1 + splitFraction), with 1 + splitFraction in about 0.707..1.414.
let splitExponent = 0;
let splitFraction = 0;

function splitLogarithmArgument(positive: number): void {
  let x = positive;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  let high = highWord(x);
  k += (high >>> 20) - 1023;
  high &= 0x000fffff;
  // 0x6a09e is the fraction of the square root of 2.
  if (high >= 0x6a09e) {
    k += 1;
    high |= 0x3fe00000;
  } else {
    high |= 0x3ff00000;
  }
  splitExponent = k;
  splitFraction = withHighWord(x, high) - 1;
}

/** Natural logarithm, within 1 unit in the last place. ln(1) = 0 exactly; ln(0) = -Infinity; negative numbers and NaN give NaN. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  splitLogarithmArgument(x);
  const k = splitExponent;
  const f = splitFraction;
  const s = f / (2 + f);
  const halfSquare = 0.5 * f * f;
  const tail = artanhTail(s * s);
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + tail) + k * LN2_LOW) - f);
}

// 2^27 + 1, by which a double is cut into two halves whose products are exact (T. J. Dekker, Numer. Math. 18, 1971).
const CUT = 134217729;

/** What x * y loses when it is rounded, exactly (Dekker's product), given the rounded product. */
function productError(x: number, y: number, product: number): number {
  const xCut = x * CUT;
  const xHigh = xCut - (xCut - x);
  const xLow = x - xHigh;
  const yCut = y * CUT;
  const yHigh = yCut - (yCut - y);
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}

/** x^y for finite x > 0, x not 1, and finite y: exp(y ln x) with ln x and the product carried in two doubles. */
function positivePower(x: number, y: number): number {
  splitLogarithmArgument(x);
  const f = splitFraction;
  // s = f / (2 + f) in two doubles.
  const t = 2 + f;
  const tLow = f - (t - 2);
  const s = f / t;
  const st = s * t;
  const sLow = (f - st - productError(s, t, st) - s * tLow) / t;
  // ln x = k ln 2 + 2s + s * tail, largest terms first, each sum with its rounding error kept.
  const a = splitExponent * LN2_HIGH;
  const b = 2 * s;
  const sum = a + b;
  const bPart = sum - a;
  const sumError = a - (sum - bPart) + (b - bPart);
  const rest = sumError + (splitExponent * LN2_LOW + (2 * sLow + s * artanhTail(s * s)));
  const logHigh = sum + rest;
  const logLow = rest - (logHigh - sum);
  const product = y * logHigh;
  // Far outside the range of exp; it also keeps the cut below from overflowing.
  if (!(Math.abs(product) < 800)) return exp(product);
  if (Math.abs(y) > 1e200) return exp(product);
  const productLow = productError(y, logHigh, product) + y * logLow;
  const whole = exp(product);
  return whole === Infinity ? whole : whole + whole * productLow;
}

/**
 * x to the y, within about 1 unit in the last place for results between 1e-30 and 1e30 and 6 beyond. Signs, zeros, infinities and NaN as Math.pow has
 * them; y of 0, 1, -1, 2 and 0.5 take the correctly rounded operation.
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
  else result = size === 1 ? 1 : positivePower(size, y);
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
