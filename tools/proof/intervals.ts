/** How often the 80% intervals of what a firm knows hold the truth of those they speak of. */

import { type Coverage, loggedCoverage, sampledCoverage } from '../../src/cli/intervals/lab.ts';
import { type Reckoned, reckonedCoverage } from '../../src/cli/intervals/reckoned.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';

/** Quarters played before one world is asked anew, and in each of many worlds. */
const LOOKED_AFTER = 5;
const QUARTERS = 10;
/** Draws that luck may move an honest 80% by. */
export const bounds = { low: 0.76, high: 0.84 };
/** What is reckoned is as good as the reckoning suits the firm. */
export const reckonedBounds = { low: 0.7, high: 0.9 };
/** People, and runs of each player in each world, where figures are reckoned. */
const RECKONED = { customers: 1500, runs: 1 };

export interface IntervalFigures {
  scenario: string;
  customers: number;
  sampled: Coverage[];
  logged: Coverage[];
  reckoned: Reckoned[];
}

/** @param samples intervals a figure */
export const intervalFigures = (id: string, customers: number, samples: number): IntervalFigures => {
  const folder = goodScenario(id);
  const { scenario } = folder;
  return {
    scenario: id,
    customers,
    sampled: sampledCoverage(scenario, customers, LOOKED_AFTER, samples),
    logged: loggedCoverage(scenario, customers, QUARTERS, Math.ceil(samples / QUARTERS)),
    reckoned: reckonedCoverage(folder, RECKONED.customers, RECKONED.runs),
  };
};
