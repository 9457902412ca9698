/**
 * Keyed draws of the gamma family. Each is a function of (seed, purpose, subject, quarter) only; a purpose belongs to one variable, since
 * all of the 4096 indices of its key may be used here.
 */

import { exp, ln, logistic } from './elementary.ts';
import { INDICES_PER_QUARTER, mix4, unit } from './keys.ts';
import { normalQuantile } from './quantiles.ts';

// Each component of a draw has its own indices. An attempt is refused with a chance of at most 5%, so 64 always suffice.
const ATTEMPTS = 64;

/** Components that one (purpose, subject, quarter) can hold: 64. */
export const MOST_COMPONENTS = INDICES_PER_QUARTER / ATTEMPTS;

const words = new Uint32Array(4);

/** ln of a gamma draw with scale 1: finite even where the draw itself would be too small for a number. -Infinity at shape 0. */
function lnGammaVariate(shape: number, seed: number, purpose: number, subject: number, quarter: number, component: number): number {
  if (!(shape >= 0 && shape < Infinity)) throw new RangeError(`a gamma shape must be finite and 0 or more, got ${shape}`);
  if (!(component >= 0 && component < MOST_COMPONENTS)) throw new RangeError(`component ${component} is outside 0..${MOST_COMPONENTS - 1}`);
  if (shape === 0) return -Infinity;
  const raised = shape < 1 ? shape + 1 : shape;
  const d = raised - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const first = quarter * INDICES_PER_QUARTER + component * ATTEMPTS;
  let boost = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    mix4(words, subject, first + attempt, purpose, seed);
    if (attempt === 0 && shape < 1) boost = ln(unit(words[2])) / shape;
    const z = normalQuantile(unit(words[0]));
    const root = 1 + c * z;
    if (root <= 0) continue;
    const cube = root * root * root;
    const lnCube = ln(cube);
    if (ln(unit(words[1])) < 0.5 * z * z + d - d * cube + d * lnCube) return ln(d) + lnCube + boost;
  }
  throw new Error(`no gamma draw of shape ${shape} in ${ATTEMPTS} attempts`);
}

/**
 * Gamma draw with scale 1 (mean = variance = `shape`). G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables",
 * ACM TOMS 26(3), 2000; for a shape below 1 the draw of shape + 1 times u^(1/shape). 0 at shape 0.
 * @param component 0..63, when several draws share a key
 * @throws RangeError for a negative, infinite or NaN shape
 */
export function gammaVariate(shape: number, seed: number, purpose: number, subject: number, quarter: number, component = 0): number {
  return exp(lnGammaVariate(shape, seed, purpose, subject, quarter, component));
}

/**
 * Beta draw with mean a / (a + b): X / (X + Y) of two gamma draws (L. Devroye, "Non-Uniform Random Variate Generation", 1986, IX.4),
 * taken by logarithms so that small a and b do not give 0 / 0.
 * @throws RangeError unless a and b are above 0
 */
export function betaVariate(a: number, b: number, seed: number, purpose: number, subject: number, quarter: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`a beta draw needs two numbers above 0, got ${a} and ${b}`);
  const x = lnGammaVariate(a, seed, purpose, subject, quarter, 0);
  const y = lnGammaVariate(b, seed, purpose, subject, quarter, 1);
  return logistic(x - y);
}

/**
 * Dirichlet draw into `out`: shares that sum to 1 with means alphas[i] / sum, from gamma draws divided by their sum (Devroye 1986, XI.4).
 * A share with alpha 0 is exactly 0. At most 64 shares.
 * @throws RangeError for a negative alpha, or if all are 0
 */
export function dirichletVariate(
  out: Float64Array,
  alphas: ArrayLike<number>,
  seed: number,
  purpose: number,
  subject: number,
  quarter: number,
): void {
  let largest = -Infinity;
  for (let i = 0; i < alphas.length; i += 1) {
    const logarithm = lnGammaVariate(alphas[i], seed, purpose, subject, quarter, i);
    out[i] = logarithm;
    if (logarithm > largest) largest = logarithm;
  }
  if (largest === -Infinity) throw new RangeError('a Dirichlet draw needs at least one alpha above 0');
  let sum = 0;
  for (let i = 0; i < alphas.length; i += 1) {
    const share = exp(out[i] - largest);
    out[i] = share;
    sum += share;
  }
  for (let i = 0; i < alphas.length; i += 1) out[i] = out[i] / sum;
}
