/** One market in which nobody acts, quarter by quarter, beside what the Dirichlet predicts of it (Goodhardt, Ehrenberg & Chatfield 1984). */

import { lnGamma } from '../../sim/math/special.ts';
import { brands, category, polarisation } from './dirichlet.ts';
import { factMarket, stillOffer } from './factMarket.ts';
import { topFifth } from './measured.ts';

export const QUARTERS = 12;

/** What is looked at: the largest, a middling and the smallest brand; duplication of the two largest; share of the heaviest fifth of buyers. */
export interface MarketFigures {
  penetration: readonly [number, number, number];
  rate: readonly [number, number, number];
  /** Share of the buyers of brand 1 who also buy brand 2 in the quarter. */
  duplication: number;
  heavies: number;
}

const shown = [0, 4, 7] as const;

/** Plays the market with everything on that a game has on; drop-out alone is off, since the Dirichlet knows none. */
export function playStationary(people: number, seed: number): MarketFigures[] {
  const companies = Object.keys(brands);
  const start = companies.map(() => stillOffer({ failureRate: 0.02, care: 0.4, serviceCost: 1 }, { contacts: 1 }));
  const { play } = factMarket({
    relation: 'repertoire',
    people,
    seed,
    companies,
    start,
    segment: {
      rate: category,
      suppliers: brands,
      polarisation,
      serviceContacts: 0.5,
      spend: { mean: 1, p: 1e9, q: 1e9 },
      leaving: { alpha: 1, beta: 1 },
    },
    parameters: { 'leaving.scale': 0 },
    everythingOn: true,
  });
  return Array.from({ length: QUARTERS }, (_, n) => {
    const { touches } = play(n + 1, start);
    return figuresOf(touches.map((touch) => Array.from(touch!.revenue, Math.round)));
  });
}

/** @param bought purchases by brand and household */
function figuresOf(bought: readonly (readonly number[])[]): MarketFigures {
  const people = bought[0]!.length;
  const buyers = bought.map((counts) => counts.filter((n) => n > 0).length);
  const three = (of: (brand: number) => number): [number, number, number] => [of(shown[0]), of(shown[1]), of(shown[2])];
  const both = bought[0]!.filter((n, i) => n > 0 && bought[1]![i]! > 0).length;
  const inCategory = bought[0]!.map((_, i) => bought.reduce((sum, counts) => sum + counts[i]!, 0)).filter((n) => n > 0);
  return {
    penetration: three((brand) => buyers[brand]! / people),
    rate: three((brand) => bought[brand]!.reduce((sum, n) => sum + n, 0) / buyers[brand]!),
    duplication: both / buyers[0]!,
    heavies: topFifth(inCategory),
  };
}

/** Purchases beyond which nobody is reckoned with. */
const MOST = 80;

/** What the Dirichlet says of the same market. */
export function predictStationary(): MarketFigures {
  const alphas = Object.values(brands).map((share) => (share / 1000) * polarisation);
  const counts = Array.from({ length: MOST }, (_, n) => nbd(n, category.mean, category.shape));
  const nobody = (alpha: number): number => counts.reduce((sum, p, n) => sum + p * missed(n, alpha), 0);
  const penetration = (brand: number): number => 1 - nobody(alphas[brand]!);
  const rate = (brand: number): number => (category.mean * alphas[brand]!) / polarisation / penetration(brand);
  const three = (of: (brand: number) => number): [number, number, number] => [of(shown[0]), of(shown[1]), of(shown[2])];
  const both = 1 - nobody(alphas[0]!) - nobody(alphas[1]!) + nobody(alphas[0]! + alphas[1]!);
  return { penetration: three(penetration), rate: three(rate), duplication: both / penetration(0), heavies: heaviestFifth(alphas) };
}

/** Negative binomial probability of n purchases. */
function nbd(n: number, mean: number, shape: number): number {
  return Math.exp(
    lnGamma(shape + n) - lnGamma(shape) - lnGamma(n + 1) + n * Math.log(mean / (mean + shape)) + shape * Math.log(shape / (mean + shape)),
  );
}

/** Probability that none of n purchases falls to brands with a joint alpha: beta-binomial. */
function missed(n: number, alpha: number): number {
  const rest = polarisation - alpha;
  return Math.exp(lnGamma(rest + n) - lnGamma(rest) + lnGamma(polarisation) - lnGamma(polarisation + n));
}

/** Share of purchases of the named brands that the heaviest fifth of their buyers makes. */
function heaviestFifth(alphas: readonly number[]): number {
  const named = alphas.reduce((sum, alpha) => sum + alpha, 0);
  const law = Array.from({ length: MOST }, (_, n) => namedPurchases(n, named));
  const buyers = 1 - law[0]!;
  let left = buyers / 5;
  let top = 0;
  for (let n = MOST - 1; n > 0 && left > 0; n -= 1) {
    const take = Math.min(left, law[n]!);
    top += take * n;
    left -= take;
  }
  return top / law.reduce((sum, p, n) => sum + p * n, 0);
}

/** Probability that n purchases fall to the named brands together. */
function namedPurchases(n: number, alpha: number): number {
  const other = polarisation - alpha;
  let sum = 0;
  for (let all = n; all < MOST; all += 1) {
    const choose = lnGamma(all + 1) - lnGamma(n + 1) - lnGamma(all - n + 1);
    const split =
      lnGamma(alpha + n) - lnGamma(alpha) + lnGamma(other + all - n) - lnGamma(other) + lnGamma(polarisation) - lnGamma(polarisation + all);
    sum += nbd(all, category.mean, category.shape) * Math.exp(choose + split);
  }
  return sum;
}
