/** What one-to-one treatment wins over treating all alike, by the share of files that are stale: the market played with one offer otherwise. */

import { isOwn } from '../../game/gatherEvidence.ts';
import { createWorld } from '../../game/startWorld.ts';
import { offersOf } from '../../game/offersNow.ts';
import { recordsOf } from '../../game/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CompanyOffer } from '../../sim/offer.ts';
import { fieldIds } from '../../sim/records/recordActions.ts';
import { customerEquity } from '../../sim/truth/equity.ts';
import { playMarketQuarter } from '../../sim/truth/quarter.ts';
import { at, total } from '../../sim/truth/tallies.ts';
import { filesOf } from './files.ts';

const QUARTERS = 8;
/** Grain of each level: one-to-one by the records, or all alike. */
const ONE_TO_ONE = 1;

/** Money won over the quarters and equity left, in currency of simulated customers. */
export function valueOf(scenario: Scenario, grain: number, stale: number, seed: number, customers: number): number {
  const world = createWorld(scenario, 0, { population: seed, luck: seed }, customers);
  const company = world.played[0]!;
  const { market } = world;
  const tailored = (offer: CompanyOffer): CompanyOffer => ({
    ...offer,
    adoption: 1,
    rollout: 1,
    segments: offer.segments.map((segment) => ({ ...segment, grain })),
  });
  let won = 0;
  let offers: CompanyOffer[] = [];
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const own = isOwn(world, company);
    const list = Array.from({ length: market.people }, (_, i) => i).filter(own);
    company.records = filesOf(company.records, list, fieldIds, { depth: 1, accuracy: 1 - stale }, seed);
    offers = offersOf(world).map((offer, k) => (k === company.index ? tailored(offer) : offer));
    const played = playMarketQuarter(market, offers, recordsOf(world), quarter);
    won += total(played.tallies, market.spec.segments.length, company.index, at.contribution);
  }
  return won + customerEquity(market, offers, recordsOf(world), QUARTERS, company.index).reduce((sum, one) => sum + one, 0);
}

/** Value of one-to-one treatment over that of mass treatment on the same luck, as a share of the latter. @param stale share 0-1 of blocks */
export function gainOverMass(scenario: Scenario, stale: number, seed: number, customers: number): number {
  const mass = valueOf(scenario, 0, stale, seed, customers);
  return (valueOf(scenario, ONE_TO_ONE, stale, seed, customers) - mass) / mass;
}
