/** Facts about the very markets that learners play: concentration of revenue, and what customer value hangs on. */

import { startPlaying } from '../../game/replay.ts';
import { offersOf } from '../../game/offersNow.ts';
import { recordsOf, type World } from '../../game/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { CustomerValues } from '../../sim/truth/equity.ts';
import { lifetimeFactor } from '../../sim/truth/formulas.ts';
import { copyMarket, type Market } from '../../sim/truth/market.ts';
import { playMarketQuarter } from '../../sim/truth/quarter.ts';
import { at, total } from '../../sim/truth/tallies.ts';
import { meanOf, topFifth, type Figures } from './measured.ts';

const QUARTERS = 4;
/** Horizon at which value is that of a whole life. */
const WHOLE_LIFE = 80;

function start(scenario: Scenario, customers: number, seed: number): World {
  return startPlaying(scenario, { world: 0, populationSeed: seed, luckSeed: seed, customers }).world;
}

/** Share of a year's revenue that the best fifth of the learner's customers bring, when nobody acts. */
export function concentration(scenario: Scenario, customers: number, seed: number): number {
  const world = start(scenario, customers, seed);
  const offers = offersOf(world);
  const market = copyMarket(world.market);
  const paid = new Array<number>(customers).fill(0);
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const { revenue } = playMarketQuarter(market, offers, recordsOf(world), quarter).touches[0]!;
    revenue.forEach((money, i) => (paid[i]! += money));
  }
  return topFifth(paid.filter((money) => money > 0));
}

/** Elasticities of customer value (Gupta, Lehmann & Stuart 2004) in a market of contracts, as it stands at the start. */
export function elasticities(scenario: Scenario, customers: number, seed: number): Figures {
  const world = start(scenario, customers, seed);
  const market: Market = { ...world.market, parameters: { ...world.market.parameters, 'equity.horizon': WHOLE_LIFE } };
  const offers = offersOf(world);
  const values = new CustomerValues(market, offers, recordsOf(world), 0, 0);
  const own = Array.from({ length: customers }, (_, i) => i).filter((i) => values.has(i));
  // Mean customer of a segment would hide the spread: each is valued with his own retention, yearly retention raised by one percent.
  const worth = (retention: number, margin: number): number =>
    own.reduce((sum, i) => {
      const keep = values.keep(i);
      const yearly = Math.min(0.999, keep ** 4 * retention);
      const factor = lifetimeFactor(Math.max(keep, yearly ** 0.25), market.parameters);
      return sum + (margin * values.of(i) * factor) / lifetimeFactor(keep, market.parameters);
    }, 0);
  const now = worth(1, 1);
  const clv = now / own.length;
  return {
    E1: (worth(1.01, 1) / now - 1) / 0.01,
    E2: (worth(1, 1.01) / now - 1) / 0.01,
    E3: costElasticity(world, offers, clv),
  };
}

/** Percent of value of a new customer, less what winning him cost, per percent of that cost. */
function costElasticity(world: World, offers: ReturnType<typeof offersOf>, clv: number): number {
  const market = copyMarket(world.market);
  const { segments } = market.spec;
  const costs: number[] = [];
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    let prospects = 0;
    for (let i = 0; i < market.people; i += 1) {
      if ((market.columns.active[i]! & 1) === 0) prospects += offers[0]!.segments[market.columns.segment[i]!]!.acquisition;
    }
    const gained = total(playMarketQuarter(market, offers, recordsOf(world), quarter).tallies, segments.length, 0, at.gained);
    costs.push(prospects / Math.max(1, gained));
  }
  return 1 / (clv / meanOf(costs) - 1);
}
