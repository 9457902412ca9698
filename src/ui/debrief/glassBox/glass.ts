/** The closed run as the glass box reads it. */

import { glassRun } from '../../../game/glassBox/glassBox.ts';
import type { GlassRun } from '../../../game/glassBox/formula.ts';
import { seedTotals } from '../../../game/score/total.ts';
import { weightsOf } from '../../../game/score/weights.ts';
import type { Session } from '../../session.svelte.ts';

/** What may be opened of the closed run; null before its end and for a run of another engine, whose formulas were others. */
export function glassOf(session: Session): GlassRun | null {
  const { finished, opened, scenario, choice, grading, score } = session;
  if (finished === null || opened === null) return null;
  const totals = score !== null && grading.outcomes.length > 1 ? seedTotals(grading.outcomes, weightsOf(scenario.weights)) : [];
  const { world } = choice;
  return glassRun({ scenario, world, entries: session.closedRun.entries, known: finished.known, truth: finished.truth, score, totals });
}
