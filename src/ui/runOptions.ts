/** What an address may set about a run, for classes and tests: ?customers=2000&world=1&people=7&luck=3 */

import type { Scenario } from '../scenario/scenario.ts';
import type { RunChoice } from './gameClient.ts';

/** Fewest and most simulated customers that an address may ask for. */
const customersRange = [200, 1_000_000] as const;

function whole(text: string | null, low: number, high: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

/**
 * `usual` with what the address asks for; anything unreadable or out of range is ignored.
 * @param search the query of the address
 * @param usual what the scenario says; `worlds` is the number of its hidden worlds
 */
export function runOptions(search: string, usual: RunChoice, worlds: number): RunChoice {
  const query = new URLSearchParams(search);
  return {
    scenarioId: usual.scenarioId,
    customers: whole(query.get('customers'), ...customersRange) ?? usual.customers,
    world: whole(query.get('world'), 0, worlds - 1) ?? usual.world,
    populationSeed: whole(query.get('people'), 0, 999_999_999) ?? usual.populationSeed,
    luckSeed: whole(query.get('luck'), 0, 999_999_999) ?? usual.luckSeed,
  };
}

/** A practice run with people and a hidden world of its own. */
export function freshRun(scenario: Pick<Scenario, 'id' | 'market' | 'worlds'>, random: Pick<Crypto, 'getRandomValues'>): RunChoice {
  const [world, people] = random.getRandomValues(new Uint32Array(2));
  return {
    scenarioId: scenario.id,
    customers: scenario.market.people,
    world: world % scenario.worlds.length,
    populationSeed: people % 1_000_000_000,
    luckSeed: null,
  };
}
