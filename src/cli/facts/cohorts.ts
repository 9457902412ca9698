/** Buy till you die: the CDNOW cohort (Fader, Hardie & Lee 2005) and contract renewal (Fader & Hardie 2007). */

import { lnGamma } from '../../sim/math/special.ts';
import { entryExposure } from '../../sim/truth/market.ts';
import { factMarket, shareStaying, stillOffer } from './factMarket.ts';
import { meanOf, topFifth, type Figures } from './measured.ts';

const WEEKS = 13;
/** Pareto/NBD of CDNOW in weeks: purchases Gamma(r, alpha), drop-out Gamma(s, beta). */
const cdnow = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
/** Money of an order: Gamma(p, nu), nu Gamma(q, gamma). */
const money = { p: 6.25, q: 3.74, gamma: 15.44 };
const CALIBRATION = 3;
const QUARTERS = 6;

/** The cohort: everybody makes a first order at a time spread over the first quarter, then buys again until the drop-out. */
export function cdnowCohort(people: number, seed: number): Figures {
  const repeats = new Array<number>(people).fill(0);
  const early = new Array<number>(people).fill(0);
  const spendings = new Array<number>(people).fill(0);
  // The same luck twice: once with the orders at their price, once with every order worth 1, to count them.
  const mean = (money.p * money.gamma) / (money.q - 1);
  const orders = cohort(people, seed, { mean: 1, p: 1e9, q: 1e9 });
  const sales = cohort(people, seed, { mean, p: money.p, q: money.q });
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const counted = orders.play(quarter, [stillOffer()]).touches[0]!.revenue;
    const paid = sales.play(quarter, [stillOffer()]).touches[0]!.revenue;
    for (let i = 0; i < people; i += 1) {
      const n = Math.round(counted[i]!);
      repeats[i]! += n;
      if (quarter <= CALIBRATION) early[i]! += n;
      spendings[i]! += paid[i]!;
    }
  }
  const weeks = Array.from({ length: people }, (_, i) => WEEKS * (CALIBRATION - 1 + entryExposure(orders.market, i)));
  const firstOrder = (i: number): number => sales.market.columns.spend[i]!;
  const meanEarly = meanOf(early);
  const later = meanOf(repeats) - meanEarly;
  const repeaters = repeats.flatMap((n, i) => (n > 0 ? [spendings[i]! / n] : []));
  return {
    // The whole table of repeat orders, beyond what the list of facts asks.
    ...Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`repeats.${n}`, early.filter((x) => x === n).length / people])),
    B1: early.filter((n) => n === 0).length / people,
    B2: meanEarly,
    B3: early.filter((n) => n >= 7).length / people,
    B4: meanOf(repeats) / meanEarly,
    B5a: topFifth(repeats.map((n) => n + 1)),
    B5b: topFifth(spendings.map((paid, i) => paid + firstOrder(i))),
    B6: forecastWithoutDropOut(early, weeks, WEEKS * (QUARTERS - CALIBRATION)) / later - 1,
    B8: meanOf(repeaters),
  };
}

function cohort(people: number, seed: number, spend: { mean: number; p: number; q: number }): ReturnType<typeof factMarket> {
  return factMarket({
    relation: 'repertoire',
    people,
    seed,
    segment: {
      rate: { mean: (cdnow.r / cdnow.alpha) * WEEKS, shape: cdnow.r },
      leaving: { alpha: cdnow.s, beta: cdnow.beta / WEEKS },
      spend,
      entrants: 1000,
    },
  });
}

/** Mean orders in the weeks ahead if nobody dropped out: NBD fitted by likelihood to counts over each customer's own weeks. */
function forecastWithoutDropOut(counts: readonly number[], weeks: readonly number[], ahead: number): number {
  const likelihood = (r: number, alpha: number): number => {
    let sum = 0;
    counts.forEach((x, i) => {
      const t = weeks[i]!;
      sum += lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha / (alpha + t)) + x * Math.log(t / (alpha + t)) - lnGamma(x + 1);
    });
    return sum;
  };
  // For a given r the best alpha is close to r weeks / orders; both are refined by turns on a shrinking grid.
  let r = 0.5;
  let alpha = (r * meanOf(weeks)) / Math.max(1e-9, meanOf(counts));
  for (let step = 0.4; step > 0.005; step /= 2) {
    for (let moved = true; moved;) {
      moved = false;
      const now = likelihood(r, alpha);
      const tries: [number, number][] = [
        [r * (1 + step), alpha],
        [r / (1 + step), alpha],
        [r, alpha * (1 + step)],
        [r, alpha / (1 + step)],
        [r * (1 + step), alpha * (1 + step)],
        [r / (1 + step), alpha / (1 + step)],
      ];
      for (const [nextR, nextAlpha] of tries) {
        if (likelihood(nextR, nextAlpha) <= now + 1e-9) continue;
        [r, alpha] = [nextR, nextAlpha];
        moved = true;
        break;
      }
    }
  }
  // Conditional expectation of each customer, given his count (Ehrenberg 1988).
  return meanOf(counts.map((x, i) => ((r + x) / (alpha + weeks[i]!)) * ahead));
}

/** Renewal of the two kinds of contract in Fader & Hardie 2007: Beta(alpha, beta) over customers. */
export const contracts = { regular: { alpha: 0.704, beta: 1.182 }, highEnd: { alpha: 0.668, beta: 3.806 } };

/** Share of a cohort of contracts left after each renewal. */
export function survival(leaving: { alpha: number; beta: number }, renewals: number, people: number, seed: number): number[] {
  const { market, play } = factMarket({ relation: 'contractual', people, seed, segment: { leaving } });
  return Array.from({ length: renewals }, (_, n) => {
    play(n + 1, [stillOffer()]);
    return shareStaying(market);
  });
}

export function renewals(people: number, seed: number): Figures {
  return { B7a: survival(contracts.regular, 7, people, seed)[6]!, B7b: survival(contracts.highEnd, 7, people, seed)[6]! };
}
