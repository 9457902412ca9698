/** The generic strategy against the resources put behind it. */

import type { GenericId } from '../../company/controls.ts';
import { levers } from '../../company/optionTables.ts';
import type { FirmParameters } from '../../company/parameters.ts';
import { type LeverId, leverIds } from './met.ts';
import { type CardsRun, coefficients, lastQuarter } from './run.ts';

/**
 * What a strategy does to a lever over one that neither strengthens nor neglects it, as the offer has it: share of the cost to serve, quality on
 * the 0-1 scale, share by which marketing money in the core segment weighs more.
 */
function effectOf(lever: LeverId, step: number, p: FirmParameters): number {
  if (lever === 'costToServe') return 0 - p['offer.costToServe'] * step;
  return lever === 'quality' ? p['offer.quality'] * step : (p['marketing.focusCore'] - 1) * step;
}

export interface LeversAgainstSpend {
  generic: GenericId;
  /** By lever: what the strategy in force last does to it (effectOf), units that worked on it over the run, and their share 0-1 of the budget. */
  levers: readonly { lever: LeverId; effect: number; units: number; share: number }[];
  /** Share 0-1 of the budget that in its quarter worked on a strengthened lever, and on a neglected one. */
  strengthened: number;
  neglected: number;
}

/** How the CRM budget was spread over what the strategy strengthens and what it neglects, each quarter by the strategy in force then. */
export function leversAgainstSpend(run: CardsRun): LeversAgainstSpend {
  const { generic } = lastQuarter(run).met;
  const p = coefficients(run);
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
      return { lever, effect: effectOf(lever, levers[generic][lever], p), units: own, share: share(own) };
    }),
    strengthened: share(units((step) => step > 0)),
    neglected: share(units((step) => step < 0)),
  };
}
