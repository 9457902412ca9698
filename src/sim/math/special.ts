/** The gamma and beta functions by their logarithms, and the point probabilities of counts built on the same series. */

import { exp, ln } from './elementary.ts';

const HALF_LN_2PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;
const SERIES_FROM = 12;

/** What Stirling's formula lacks: ln gamma(x) - ((x - 0.5) ln x - x + ln(2 pi) / 2), for x of 12 or more (Abramowitz and Stegun 6.1.41). */
function stirlingSeries(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))))
  );
}

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
  return (raised - 0.5) * ln(raised) - raised + HALF_LN_2PI + stirlingSeries(raised) - ln(product);
}

/** ln of the beta function B(a, b) for a, b > 0. Absolute error about 3e-14 while a + b <= 100, growing with the size of ln gamma beyond. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

/** ln(k!) - (k + 0.5) ln k + k - ln(2 pi) / 2, for a count k of 1 or more. */
function stirlingError(k: number): number {
  return k < SERIES_FROM ? lnGamma(k + 1) - (k + 0.5) * ln(k) + k - HALF_LN_2PI : stirlingSeries(k);
}

/** k ln(k / mean) + mean - k, without loss of digits where k is near the mean. */
function deviance(k: number, mean: number): number {
  const v = (k - mean) / (k + mean);
  if (Math.abs(v) > 0.1) return k * ln(k / mean) + mean - k;
  const vv = v * v;
  let sum = (k - mean) * v;
  let power = 2 * k * v;
  for (let odd = 3; ; odd += 2) {
    power *= vv;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Poisson probability of the count k >= 1, relative error below 1e-13 also for means of millions, where differences of ln gamma fail.
 * C. Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */
export function poissonProbability(k: number, mean: number): number {
  return exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(TWO_PI * k);
}

/** Binomial probability of k successes in n trials, 1 <= k <= n - 1 (Loader 2000, as above). */
export function binomialProbability(k: number, n: number, p: number): number {
  const correction = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const exponent = correction - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return exp(exponent) * Math.sqrt(n / (TWO_PI * k * (n - k)));
}
