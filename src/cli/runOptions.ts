/** Options that the commands which play runs share: how many people, which hidden world, which seeds. */

import type { Scenario } from '../scenario/scenario.ts';
import { integerOption, textOption, UsageError, type OptionSpecs, type OptionValues } from './command.ts';

const mostSeed = 4294967295;

export const runOptions = {
  customers: { type: 'string' },
  world: { type: 'string' },
  population: { type: 'string' },
  seed: { type: 'string' },
  seeds: { type: 'string' },
} as const satisfies OptionSpecs;

export interface RunChoice {
  customers: number;
  /** Index of the hidden world. */
  world: number;
  populationSeed: number;
  luckSeeds: readonly number[];
}

/** @param seeds how many luck seeds when --seeds is not given */
export function runChoice(values: OptionValues, scenario: Scenario, seeds: number): RunChoice {
  const first = integerOption(values, 'seed', { low: 0, high: mostSeed, otherwise: 1 });
  const count = integerOption(values, 'seeds', { low: 1, high: 1000, otherwise: seeds });
  if (first + count - 1 > mostSeed) throw new UsageError('integer', { option: '--seed', low: 0, high: mostSeed + 1 - count });
  return {
    customers: integerOption(values, 'customers', { low: 200, high: 1_000_000, otherwise: scenario.market.people }),
    world: worldOption(values, scenario),
    populationSeed: integerOption(values, 'population', { low: 0, high: mostSeed, otherwise: 1 }),
    luckSeeds: Array.from({ length: count }, (_, index) => first + index),
  };
}

function worldOption(values: OptionValues, scenario: Scenario): number {
  const name = textOption(values, 'world');
  if (name === undefined) return 0;
  const index = scenario.worlds.findIndex(({ id }, place) => id === name || String(place) === name);
  if (index < 0) throw new UsageError('noSuchWorld', { name, ids: scenario.worlds.map(({ id }) => id).join(' ') });
  return index;
}
