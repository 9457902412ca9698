/** Satisfaction and contacts: shortfall against excess, ratings, share of wallet, and how many contacts are too many. */

import { normalQuantile } from '../../sim/math/distributions.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { parameters, type ParameterId } from '../../sim/parameters.ts';
import { WORD } from '../../sim/truth/columns.ts';
import { ratingOf, willingness } from '../../sim/truth/survey.ts';
import { factMarket, shareStaying, stillOffer } from './factMarket.ts';
import { correlation, meanOf, type Figures } from './measured.ts';

const usual = (...ids: readonly ParameterId[]): Partial<Record<ParameterId, number>> =>
  Object.fromEntries(ids.map((id) => [id, parameters[id].value]));
const feelingsOn = usual(
  'experience.noise',
  'experience.spread',
  'choice.satisfaction',
  'choice.relationship',
  'purchase.satisfactionLift',
);
const leavingOn = usual('leaving.satisfaction', 'leaving.convexity', 'leaving.relationship', 'experience.noise', 'experience.spread');

/** Satisfaction lost by a promise of a tenth too much over what is won by a tenth too little. */
export function shortfall(people: number, seed: number): Figures {
  const moved = (promise: number): number => {
    const { market, play } = factMarket({ relation: 'contractual', people, seed, segment: {} });
    const before = meanOf(Array.from(market.columns.satisfaction));
    play(1, [stillOffer({ promise })]);
    return meanOf(Array.from(market.columns.satisfaction)) - before;
  };
  const still = moved(0);
  return { S1: (still - moved(0.1)) / (moved(-0.1) - still) };
}

/** A year in a market of four suppliers: what buyers of the first would tick, and what part of their money it gets. */
export function ratings(people: number, seed: number): Figures {
  const companies = ['own', 'second', 'third', 'fourth'];
  const offers = companies.map(() => stillOffer());
  const { market, play } = factMarket({
    relation: 'repertoire',
    people,
    seed,
    companies,
    segment: {
      rate: { mean: 4, shape: 1.2 },
      leaving: { alpha: 0.5, beta: 10 },
      suppliers: { own: 300, second: 300, third: 250, fourth: 150 },
      polarisation: 1.3,
      serviceContacts: 1,
    },
    parameters: { ...feelingsOn, 'leaving.scale': 0 },
  });
  const own = new Array<number>(people).fill(0);
  const all = new Array<number>(people).fill(0);
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    const { touches } = play(quarter, offers);
    touches.forEach((touch, k) => {
      touch!.revenue.forEach((paid, i) => {
        if (k === 0) own[i]! += paid;
        all[i]! += paid;
      });
    });
  }
  const boxes: number[] = [];
  const wallets: number[] = [];
  for (let i = 0; i < people; i += 1) {
    if (own[i] === 0) continue;
    const felt = market.columns.satisfaction[i]! / WORD;
    if (keyedUnit(seed, 1, i, 0, 0) >= willingness(felt, market.parameters)) continue;
    const said = felt + market.parameters['rating.noise'] * normalQuantile(keyedUnit(seed, 2, i, 0, 0));
    boxes.push(ratingOf(said, market.parameters));
    wallets.push(own[i]! / all[i]!);
  }
  return { S3: correlation(boxes, wallets) ** 2, S5: boxes.filter((box) => box >= 4).length / boxes.length };
}

/** Contacts a month at which repurchase over a year is looked at. */
const rates = [0, 0.5, 1, 1.5, 2, 3, 5, 10, 20];

/** Repurchase over a year at the best contact rate over the larger of none and twenty a month. */
export function contacts(people: number, seed: number): Figures {
  const repurchase = (monthly: number): number => {
    const { market, play } = factMarket({
      relation: 'contractual',
      people,
      seed,
      segment: { leaving: { alpha: 1.2, beta: 28 } },
      parameters: leavingOn,
    });
    for (let quarter = 1; quarter <= 4; quarter += 1) play(quarter, [stillOffer({}, { contacts: 3 * monthly })]);
    return shareStaying(market);
  };
  const shares = rates.map(repurchase);
  return { P3: Math.max(...shares.slice(1, -1)) - Math.max(shares[0]!, shares.at(-1)!) };
}
