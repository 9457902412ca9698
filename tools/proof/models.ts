/** What models and one-to-one treatment are worth by the quality of the files: mean and standard deviation over seeds. */

import { gainOverMass } from '../../src/cli/models/levelFour.ts';
import { badFiles, goodFiles, liftOf, rankings } from '../../src/cli/models/lift.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';

interface Spread {
  mean: number;
  sd: number;
}
export interface ModelFigures {
  scenario: string;
  customers: number;
  seeds: number;
  /** Lift of a tenth by ranking, and what the churn model states of its own, on good and on bad files. */
  lift: Record<'good' | 'bad', Record<string, Spread>>;
  /** Value of one-to-one over mass treatment, as a share of the latter, by share of files that are stale. */
  oneToOne: { stale: number; gain: Spread }[];
}

const STALE = [0, 0.15, 0.3, 0.5];

function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, sd: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

export function modelFigures(id: string, seeds: number, customers: number): ModelFigures {
  const { scenario } = goodScenario(id);
  const each = <T>(measure: (seed: number) => T): T[] => Array.from({ length: seeds }, (_, seed) => measure(seed + 1));
  const liftOn = (quality: typeof goodFiles): Record<string, Spread> => {
    const found = each((seed) => liftOf(scenario, quality, seed, customers));
    const by = rankings.map((ranking) => [ranking, spread(found.map(({ lift }) => lift[ranking]))] as const);
    return { ...Object.fromEntries(by), stated: spread(found.map(({ stated }) => stated)) };
  };
  return {
    scenario: id,
    customers,
    seeds,
    lift: { good: liftOn(goodFiles), bad: liftOn(badFiles) },
    oneToOne: STALE.map((stale) => ({ stale, gain: spread(each((seed) => gainOverMass(scenario, stale, seed, customers))) })),
  };
}
