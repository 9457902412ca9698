/** The axis of known value: logarithmic, with ends at 1, 3, 10, 30 and so on. */

/** Ends in money a year. */
export interface ValueAxis {
  low: number;
  high: number;
}

/** Rungs 1, 3, 10, 30 ...: rung n is 10^(n/2), with 3 written for the square root of 10. */
const rung = (n: number): number => (n % 2 === 0 ? 1 : 3) * 10 ** Math.floor(n / 2);
const rungAt = (value: number): number => {
  const power = Math.floor(Math.log10(value));
  return 2 * power + (value >= 3 * 10 ** power ? 1 : 0);
};

/** Part of the dots that may lie beyond each end, pressed onto the border. */
const BEYOND = 0.02;

/**
 * Ends that hold all but a few of the values. With `before` the axis only ever grows, so that dots do not
 * move because the ruler did.
 */
export function valueAxis(values: Float32Array, before: ValueAxis | null = null): ValueAxis {
  const positive = values.filter((value) => value >= 1).sort();
  if (positive.length === 0) return before ?? { low: 1, high: 100 };
  const low = rung(rungAt(positive[Math.floor(positive.length * BEYOND)]));
  const top = rungAt(positive[positive.length - 1 - Math.floor(positive.length * (BEYOND / 10))]);
  const high = rung(Math.max(top + 1, rungAt(low) + 3));
  return before ? { low: Math.min(low, before.low), high: Math.max(high, before.high) } : { low, high };
}

/** Place of a value on the axis, 0 at the low end and 1 at the high one. Worth nothing known stands at the low end. */
export function valuePart(value: number, { low, high }: ValueAxis): number {
  if (!(value > low)) return 0;
  return Math.min(1, Math.log(value / low) / Math.log(high / low));
}

/** The rungs from end to end; where there are more than six only the powers of ten. */
export function valueTicks({ low, high }: ValueAxis): number[] {
  const [first, last] = [rungAt(low), rungAt(high)];
  const ticks: number[] = [];
  for (let n = first; n <= last; n += 1) if (last - first < 6 || n % 2 === 0) ticks.push(rung(n));
  return ticks;
}
