/** The experiments behind the facts: what each plays, at which size and how many seeds. */

import type { Scenario } from '../../scenario/scenario.ts';
import { modesWithoutWinner } from './conflictGrid.ts';
import { cdnowCohort, renewals } from './cohorts.ts';
import { repurchase, secondFailure, voices } from './complaints.ts';
import { toothpaste } from './dirichlet.ts';
import { contacts, ratings, shortfall } from './feelings.ts';
import type { Figures } from './measured.ts';
import { onlineWork } from './online.ts';
import { projects } from './projects.ts';
import { recordsLeftAlone } from './recordFacts.ts';
import { concentration, elasticities } from './shippedMarkets.ts';

export interface Experiment {
  name: string;
  people: number;
  seeds: number;
  /** Seeds in the small form where fewer than a quarter of them will do. */
  few?: number;
  play: (people: number, seed: number) => Figures;
}

/** @param shipped the scenario of contracts and the one of repertoires that learners play */
export function experiments(shipped: { contract: Scenario; repertoire: Scenario }): readonly Experiment[] {
  return [
    { name: 'cdnow', people: 23_570, seeds: 4, play: cdnowCohort },
    { name: 'renewals', people: 20_000, seeds: 4, play: renewals },
    { name: 'repurchase', people: 20_000, seeds: 4, play: repurchase },
    { name: 'voices', people: 20_000, seeds: 4, play: voices },
    { name: 'secondFailure', people: 5000, seeds: 4, play: secondFailure },
    { name: 'shortfall', people: 5000, seeds: 4, play: shortfall },
    { name: 'ratings', people: 10_000, seeds: 4, play: ratings },
    { name: 'contacts', people: 20_000, seeds: 4, play: contacts },
    { name: 'records', people: 10_000, seeds: 4, play: recordsLeftAlone },
    { name: 'online', people: 10_000, seeds: 4, play: (people, seed) => onlineWork([shipped.contract, shipped.repertoire], people, seed) },
    { name: 'toothpaste', people: 5240, seeds: 20, play: toothpaste },
    { name: 'contractMarket', people: 20_000, seeds: 4, play: (people, seed) => elasticities(shipped.contract, people, seed) },
    { name: 'modes', people: 0, seeds: 1, play: modesWithoutWinner },
    {
      name: 'projects',
      people: 1200,
      seeds: 16,
      few: 2,
      play: (people, seed) => projects([shipped.contract, shipped.repertoire], people, seed),
    },
    {
      name: 'concentration',
      people: 20_000,
      seeds: 4,
      play: (people, seed) => ({
        'M5.1': concentration(shipped.contract, people, seed),
        'M5.2': concentration(shipped.repertoire, people, seed),
      }),
    },
  ];
}
