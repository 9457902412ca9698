/** What an address may set about a run, for classes and tests: ?customers=2000&world=1&seed=7, or people and luck apart: &people=7&luck=3; &open=all opens every card; &glass=end keeps the glass box shut until the run is closed */

import type { RunChoice } from '../game/replay.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Fewest and most simulated customers that an address may ask for. */
const customersRange = [200, 1_000_000] as const;
/** Seeds drawn here stay under this: whole in every number type, at most nine digits. */
const seedsUnder = 2 ** 29;

function whole(text: string | null, low: number, high: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

/**
 * `usual` with what the address asks for; anything unreadable or out of range is ignored.
 * @param search the query of the address
 * @param usual what is drawn or said by the scenario; `worlds` is the number of its hidden worlds
 */
export function runOptions(search: string, usual: RunChoice, worlds: number): RunChoice {
  const query = new URLSearchParams(search);
  const seed = (name: string): number | null => whole(query.get(name), 0, 999_999_999);
  return {
    customers: whole(query.get('customers'), ...customersRange) ?? usual.customers,
    world: whole(query.get('world'), 0, worlds - 1) ?? usual.world,
    populationSeed: seed('people') ?? seed('seed') ?? usual.populationSeed,
    luckSeed: seed('luck') ?? seed('seed') ?? usual.luckSeed,
    ...((query.get('open') === 'all' || usual.allOpen) && { allOpen: true }),
    ...((query.get('glass') === 'end' || usual.glassAtEnd) && { glassAtEnd: true }),
  };
}

/** A practice run with people, luck and a hidden world of its own. */
export function freshRun(scenario: Pick<Scenario, 'market' | 'worlds'>, random: Pick<Crypto, 'getRandomValues'>): RunChoice {
  const [world, people, luck] = random.getRandomValues(new Uint32Array(3));
  return {
    customers: scenario.market.people,
    world: world % scenario.worlds.length,
    populationSeed: people % seedsUnder,
    luckSeed: luck % seedsUnder,
  };
}
