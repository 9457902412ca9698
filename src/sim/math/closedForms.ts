/** Published closed forms of the customer-base literature, against which the simulation is tested and from which reports estimate. */

import { exp, expm1, ln, pow } from './elementary.ts';
import { lnBeta } from './special.ts';

/** Purchase rate ~ Gamma(shape r, rate alpha); drop-out rate ~ Gamma(shape s, rate beta); per unit of the caller's time. */
export interface ParetoNbd {
  r: number;
  alpha: number;
  s: number;
  beta: number;
}

/**
 * Expected repeat purchases of a new customer in (0, t], Pareto/NBD.
 * D. C. Schmittlein, D. G. Morrison and R. Colombo, Management Science 33(1), 1987, equation 17; its limit at s = 1.
 */
export function paretoNbdExpectedPurchases({ r, alpha, s, beta }: ParetoNbd, t: number): number {
  if (s === 1) return ((r * beta) / alpha) * ln((beta + t) / beta);
  return ((r * beta) / (alpha * (1 - s))) * expm1((1 - s) * ln((beta + t) / beta));
}

/** Purchase rate ~ Gamma(shape r, rate alpha); chance to drop out after a purchase ~ Beta(a, b). */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Probability of no repeat purchase in (0, t], BG/NBD. P. S. Fader, B. G. S. Hardie and K. L. Lee, Marketing Science 24(2), 2005. */
export function bgNbdNoPurchase({ r, alpha }: BgNbd, t: number): number {
  return pow(alpha / (alpha + t), r);
}

/**
 * Probability that a customer with x repeat purchases, the last at `recency`, observed until `age`, is still active, BG/NBD (Fader, Hardie
 * and Lee 2005). Always 1 without a repeat purchase: that model lets nobody drop out before one.
 */
export function bgNbdAlive({ r, alpha, a, b }: BgNbd, x: number, recency: number, age: number): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * pow((alpha + age) / (alpha + recency), r + x));
}

/** Mean spend a purchase over all customers, Gamma-Gamma, q above 1. P. S. Fader and B. G. S. Hardie, note 025, 2013. */
export function gammaGammaMean(p: number, q: number, gamma: number): number {
  return (p * gamma) / (q - 1);
}

/**
 * Share of the customers of period t - 1 that stay in period t (t = 1, 2, ...), shifted beta-geometric.
 * P. S. Fader and B. G. S. Hardie, "How to project customer retention", Journal of Interactive Marketing 21(1), 2007.
 */
export function sbgRetention(alpha: number, beta: number, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}

/** Share of a cohort still there after t periods, shifted beta-geometric (Fader and Hardie 2007): B(alpha, beta + t) / B(alpha, beta). */
export function sbgSurvival(alpha: number, beta: number, t: number): number {
  return exp(lnBeta(alpha, beta + t) - lnBeta(alpha, beta));
}

/**
 * Lifetime value with constant margin, retention and discount rate a period, the first margin earned now.
 * S. Gupta and D. R. Lehmann, "Customers as assets", Journal of Interactive Marketing 17(1), 2003.
 */
export function lifetimeValueWithFirstMargin(margin: number, retention: number, discount: number): number {
  return (margin * (1 + discount)) / (1 + discount - retention);
}

/** The same without the first margin: what a customer already paid for this period is worth from the next one on. */
export function lifetimeValueWithoutFirstMargin(margin: number, retention: number, discount: number): number {
  return (margin * retention) / (1 + discount - retention);
}

/** A market in which nobody acts: purchases of the category ~ NBD with this mean and shape, brand tastes ~ Dirichlet. */
export interface DirichletMarket {
  /** Category purchases a person in a period, M. */
  mean: number;
  /** Shape K of the purchase rates over people. */
  shape: number;
  /** Polarisation S: the sum of the Dirichlet parameters. */
  polarisation: number;
}

// Terms of the purchase distribution below exp(-41), about 1e-18, are left out.
const SMALLEST_LN_PROBABILITY = -41;

/** Share of people who buy a brand of this market share at least once in `periods`. */
export function dirichletPenetration(market: DirichletMarket, share: number, periods = 1): number {
  const { mean, shape, polarisation } = market;
  const expected = mean * periods;
  const chance = expected / (shape + expected);
  // P(n category purchases), by its logarithm, and P(none of them is the brand | n), both by recursion over n.
  let lnProbability = shape * ln(shape / (shape + expected));
  let noneOfBrand = 1;
  let notBuying = exp(lnProbability);
  for (let n = 1; n <= expected || lnProbability > SMALLEST_LN_PROBABILITY; n += 1) {
    lnProbability += ln((chance * (shape + n - 1)) / n);
    noneOfBrand *= (polarisation * (1 - share) + n - 1) / (polarisation + n - 1);
    notBuying += exp(lnProbability) * noneOfBrand;
  }
  return 1 - notBuying;
}

/**
 * Purchases of the brand a buyer of the brand in `periods`.
 * G. J. Goodhardt, A. S. C. Ehrenberg and C. Chatfield, Journal of the Royal Statistical Society A 147(5), 1984.
 */
export function dirichletPurchaseRate(market: DirichletMarket, share: number, periods = 1): number {
  return (market.mean * periods * share) / dirichletPenetration(market, share, periods);
}

/**
 * Response to spend, concave with a ceiling: ceiling * (1 - exp(-k * spend)). In the unit of the ceiling; `k` per unit of money.
 * R. C. Blattberg and J. Deighton, "Manage marketing by the customer equity test", Harvard Business Review 74(4), 1996.
 */
export function concaveResponse(ceiling: number, k: number, spend: number): number {
  return -ceiling * expm1(-k * spend);
}
