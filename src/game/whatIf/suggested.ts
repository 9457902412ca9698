/** What a what-if might begin with: the decision that most money went into. */

import { controlById } from '../../company/controls.ts';
import type { RoundDecided, PastDecision } from './decisions.ts';
import type { CardSpending } from './keptLife.ts';

/**
 * The decision on a control whose card cost most from the round in which it was made until the next decision on that card; the earliest of
 * several, and the first of all where nothing was spent. Null where no control was ever set.
 * @param spending of the run as it was played
 * @returns units over those quarters too
 */
export function suggestedDecision(
  rounds: readonly RoundDecided[],
  spending: readonly CardSpending[],
): { decision: PastDecision; units: number } | null {
  const onCards = rounds
    .flatMap(({ decisions }) => decisions)
    .flatMap((decision) =>
      decision.decided.kind === 'control' ? [{ decision, card: controlById.get(decision.decided.control)!.card }] : [],
    );
  let found: { decision: PastDecision; units: number } | null = null;
  for (const { decision, card } of onCards) {
    const next = onCards.find((other) => other.card === card && other.decision.quarter > decision.quarter);
    const until = next?.decision.quarter ?? Infinity;
    const units = spending
      .filter((each) => each.card === card && each.quarter >= decision.quarter && each.quarter < until)
      .reduce((sum, each) => sum + each.units, 0);
    if (found === null || units > found.units) found = { decision, units };
  }
  return found;
}
