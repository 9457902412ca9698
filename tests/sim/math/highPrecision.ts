/** Reference values to about 90 digits in whole-number arithmetic, to measure errors in units in the last place (ulp). */

/** mantissa * 2^exponent. */
export interface Exact {
  mantissa: bigint;
  exponent: number;
}

const BITS = 320;
const ONE = 1n << BigInt(BITS);

function shift(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}

function bitLength(value: bigint): number {
  const size = value < 0n ? -value : value;
  return size.toString(2).length;
}

/** A finite double without rounding. */
export function exactly(x: number): Exact {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: bits >> 63n === 1n ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 };
}

function fixed(x: Exact): bigint {
  return shift(x.mantissa, x.exponent + BITS);
}

export function exactProduct(x: Exact, y: Exact): Exact {
  return { mantissa: x.mantissa * y.mantissa, exponent: x.exponent + y.exponent };
}

/** 2 artanh(s) for a fixed-point s. */
function twiceArtanh(s: bigint): bigint {
  const square = (s * s) >> BigInt(BITS);
  let sum = 0n;
  let power = s;
  for (let odd = 1n; power > 1n || power < -1n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> BigInt(BITS);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

export function exactLn(x: Exact): Exact {
  const k = bitLength(x.mantissa) + x.exponent;
  // m in 1/2..1, raised to 2/3..4/3 so that numbers near 1 keep their digits.
  let m = fixed({ mantissa: x.mantissa, exponent: x.exponent - k });
  let power = k;
  if (m * 3n < 2n * ONE) {
    m *= 2n;
    power -= 1;
  }
  return { mantissa: twiceArtanh(((m - ONE) * ONE) / (m + ONE)) + BigInt(power) * LN2, exponent: -BITS };
}

export function exactExp(x: Exact): Exact {
  const value = fixed(x);
  const k = (value + LN2 / 2n) / LN2;
  const r = value - k * LN2;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term > 1n || term < -1n; n += 1n) {
    term = (term * r) / ONE / n;
    sum += term;
  }
  return { mantissa: sum, exponent: Number(k) - BITS };
}

export function exactExpm1(x: Exact): Exact {
  return { mantissa: fixed(exactExp(x)) - ONE, exponent: -BITS };
}

export function exactTanh(x: Exact): Exact {
  const m = fixed(exactExpm1({ mantissa: x.mantissa, exponent: x.exponent + 1 }));
  return { mantissa: (m * ONE) / (m + 2n * ONE), exponent: -BITS };
}

export function exactLogistic(x: Exact): Exact {
  const e = fixed(exactExp({ mantissa: -x.mantissa, exponent: x.exponent }));
  return { mantissa: (ONE * ONE) / (ONE + e), exponent: -BITS };
}

/** Distance of a double from the true value in units of the last place that the true value has as a double. */
export function ulpsFrom(measured: number, truth: Exact): number {
  const m = exactly(measured);
  const low = Math.min(m.exponent, truth.exponent);
  const difference = shift(m.mantissa, m.exponent - low) - shift(truth.mantissa, truth.exponent - low);
  const ulp = Math.max(bitLength(truth.mantissa) + truth.exponent - 53, -1074);
  const scaled = shift(difference < 0n ? -difference : difference, 20 - (ulp - low));
  return Number(scaled) / 1048576;
}
