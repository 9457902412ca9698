/** The loyalty programme and the modules in words. */

import { expect, test } from 'vitest';
import type { CardsAgainstTruth } from '../../src/game/cardsAgainstTruth.ts';
import type { RewardsAgainstTruth } from '../../src/game/cards/rewardCards.ts';
import { rewardRows } from '../../src/ui/debrief/rewardRows.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const matrix = { true: 0.8, latent: 0.05, spurious: 0.05, none: 0.1 };
const rewards: RewardsAgainstTruth = {
  matrix: [matrix, matrix],
  modules: {
    count: 4,
    rule: 'need',
    standard: 0.766,
    given: 0.799,
    best: 0.83,
    right: 0.58,
    misled: 0,
    cost: 3,
    units: 24,
    unitsAPoint: 0.91,
  },
  loyalty: {
    terms: { type: 'points', rate: 0.03 },
    ratio: 2.1,
    cost: 4e6,
    subsidy: 3.8e6,
    extraRevenue: 5e6,
    extraMargin: 2.2e6,
    extraShare: 0.03,
    kept: 900,
    satisfaction: [63, 61],
    owed: 1.1e6,
    taken: { quarter: 7, before: 63.2, after: 62.1 },
  },
};
const rows = (of: RewardsAgainstTruth | null) => rewardRows({ rewards: of } as CardsAgainstTruth, vorasBank().scenario);

test('Modules and programme stand with what was seen and what was the case, and nothing is said of what was not there', () => {
  const [modules, loyalty] = rows(rewards);
  expect([modules!.said.length, modules!.truth.length]).toEqual([1, 3]);
  expect([loyalty!.said.length, loyalty!.truth.length]).toEqual([2, 6]);
  expect(modules!.truth.join(' ')).toMatch(/79[.,]9/);
  expect(loyalty!.truth.join(' ')).toMatch(/95/);
  const bare = rows({ ...rewards, modules: null, loyalty: null });
  expect(bare.map(({ truth }) => truth)).toEqual([[], []]);
  expect(rows(null)).toEqual([]);
});
