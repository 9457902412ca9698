/**
 * The loyalty matrix of a company's customers (Dick & Basu 1994): attitude against repeat behaviour, each as log odds of leaving over what is
 * usual. Attitude is what a customer feels: satisfaction and relationship. Behaviour is what he does about it: switching costs, and what he
 * would lose of a loyalty programme, hold a dissatisfied one; a better offer draws one who is content. So who is dissatisfied and stays
 * (spurious) is so because it costs to go, and nobody is where it costs nothing.
 */

import type { CompanyOffer } from '../offer.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Records } from '../records/records.ts';
import { PER_BYTE, WORD } from './columns.ts';
import { makeContext, rowOf, type QuarterContext } from './context.ts';
import { dissatisfactionLogit } from './formulas.ts';
import { heldByLoyalty } from './loyalty.ts';
import type { Market } from './market.ts';
import { S, seenAt } from './seen.ts';
import { T } from './treatment.ts';

/** Customers of each kind, simulated. */
export interface LoyaltyMatrix {
  true: number;
  latent: number;
  spurious: number;
  none: number;
}

/** Log odds of leaving over the usual from which a customer counts as not attached: half as ready again to go. */
const DETACHED = 0.4;

/** The matrix of the customers of company k as the market stands after `quarter`. */
export function loyaltyMatrix(
  market: Market,
  offers: readonly CompanyOffer[],
  records: readonly (Records | null)[],
  quarter: number,
  k: number,
): LoyaltyMatrix {
  return loyaltyMatrixIn(makeContext(market, offers, records, quarter + 1), k);
}

/** The same in the context of the quarter to come, where one is at hand. */
export function loyaltyMatrixIn(c: QuarterContext, k: number): LoyaltyMatrix {
  const { columns, people, offers } = c;
  const quarter = c.quarter - 1;
  const counts: LoyaltyMatrix = { true: 0, latent: 0, spurious: 0, none: 0 };
  for (let i = 0; i < people; i += 1) {
    if (((columns.active[i]! >>> k) & 1) === 0 || columns.entry[i]! > quarter) continue;
    counts[loyaltyOf(feltOf(c, offers[k]!, k, i), c.parameters)] += 1;
  }
  return counts;
}

/** What attitude and behaviour of a customer come from. */
export interface LoyaltyFelt {
  /** Satisfaction below the start and relationship below the usual, shares 0-1. */
  below: number;
  distant: number;
  /** What it costs to go, 0-1. */
  switching: number;
  /** Log odds by which rivals draw, 0 or more, and by which a loyalty programme holds. */
  drawn: number;
  held: number;
}

/** What customer i of company k feels and is held by. */
export function feltOf(c: QuarterContext, offer: CompanyOffer, k: number, i: number): LoyaltyFelt {
  const { columns, market, people } = c;
  const s = columns.segment[i]!;
  const place = k * people + i;
  return {
    below: market.spec.segments[s]!.satisfaction - columns.satisfaction[place]! / WORD,
    distant: market.reference[rowOf(c, k, s) + T.tie]! - columns.relationship[place]! / WORD,
    switching: columns.switchingCost[i]! * PER_BYTE,
    drawn: Math.max(0, c.seen.offers[seenAt(columns.kind[i]!, c.companies, k) + S.pull]!),
    held: heldByLoyalty(c, offer, i),
  };
}

/** The kind that somebody is who feels so. */
export function loyaltyOf({ below, distant, switching, drawn, held }: LoyaltyFelt, p: ParameterValues): keyof LoyaltyMatrix {
  const unhappy = (costs: number): number =>
    dissatisfactionLogit(below, costs, p['leaving.satisfaction'], p['leaving.convexity'], p['leaving.switching']);
  const tie = p['leaving.relationship'] * distant;
  const likes = unhappy(0) + tie <= DETACHED;
  const stays = unhappy(switching) + tie + drawn - held <= DETACHED;
  return likes ? (stays ? 'true' : 'latent') : stays ? 'spurious' : 'none';
}
