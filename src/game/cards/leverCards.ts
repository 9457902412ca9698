/** The generic strategy against the resources put behind it. */

import type { GenericId } from '../../company/controls.ts';
import { levers } from '../../company/optionTables.ts';
import { type LeverId, leverIds } from './met.ts';
import { type CardsRun, lastQuarter } from './run.ts';

/** Steps of a quarter: 1 strengthens to 1.25, -.8 leaves 0.8 (see `levers`). */
const factorOf = (step: number): number => 1 + step / 4;

export interface LeversAgainstSpend {
  generic: GenericId;
  /** By lever: factor under the strategy in force last, units that worked on it over the run, and their share 0-1 of the budget. */
  levers: readonly { lever: LeverId; factor: number; units: number; share: number }[];
  /** Share 0-1 of the budget that in its quarter worked on a strengthened lever, and on a neglected one. */
  strengthened: number;
  neglected: number;
}

/** How the CRM budget was spread over what the strategy strengthens and what it neglects, each quarter by the strategy in force then. */
export function leversAgainstSpend(run: CardsRun): LeversAgainstSpend {
  const { generic } = lastQuarter(run).met;
  const units = (of: (step: number, lever: LeverId) => boolean): number =>
    run.quarters.reduce(
      (sum, { met }) => sum + leverIds.reduce((all, lever) => all + (of(levers[met.generic][lever], lever) ? met.onLever[lever] : 0), 0),
      0,
    );
  const all = units(() => true);
  const share = (part: number): number => (all > 0 ? part / all : 0);
  return {
    generic,
    levers: leverIds.map((lever) => {
      const own = units((_, each) => each === lever);
      return { lever, factor: factorOf(levers[generic][lever]), units: own, share: share(own) };
    }),
    strengthened: share(units((step) => step > 0)),
    neglected: share(units((step) => step < 0)),
  };
}
