/** How often the 80% intervals of what a firm knows hold the truth of those they speak of. */

import { type Coverage, reckonedCoverage, sampledCoverage } from '../../src/cli/intervals/lab.ts';
import { goodScenario } from '../../src/cli/scenarioFiles.ts';

/** Quarters played before one world is asked anew, and in each of many worlds. */
const LOOKED_AFTER = 5;
const QUARTERS = 10;
/** Draws that luck may move an honest 80% by. */
export const bounds = { low: 0.76, high: 0.84 };

export interface IntervalFigures {
  scenario: string;
  customers: number;
  sampled: Coverage[];
  reckoned: Coverage[];
}

/** @param samples intervals a figure */
export const intervalFigures = (id: string, customers: number, samples: number): IntervalFigures => {
  const { scenario } = goodScenario(id);
  return {
    scenario: id,
    customers,
    sampled: sampledCoverage(scenario, customers, LOOKED_AFTER, samples),
    reckoned: reckonedCoverage(scenario, customers, QUARTERS, Math.ceil(samples / QUARTERS)),
  };
};
