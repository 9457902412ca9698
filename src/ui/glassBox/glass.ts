/** The run as the glass box reads it: a closed one with its truth, one that is being played as its firm knows it. */

import { glassInPlay, glassRun } from '../../game/glassBox/glassBox.ts';
import type { GlassRun, Replayed } from '../../game/glassBox/formula.ts';
import { seedTotals } from '../../game/score/total.ts';
import { weightsOf } from '../../game/score/weights.ts';
import type { Session } from '../session.svelte.ts';

/** The glass box of a run that is being played is kept shut until its end. */
export const isShut = ({ finished, choice }: Pick<Session, 'finished' | 'choice'>): boolean =>
  finished === null && choice.glassAtEnd === true;

/**
 * What may be opened of the run; null while it is kept shut, and for a run of another engine, whose formulas were others.
 * @param played findings of replays, which only a debrief has
 */
export function glassOf(session: Session, played?: Replayed): GlassRun | null {
  const { finished, opened, scenario, choice, grading, score, history: known } = session;
  if (opened === null || isShut(session)) return null;
  const plan = session.draft?.plan ?? session.planInForce;
  if (finished === null) return glassInPlay({ scenario, known, pace: plan?.['crm.pace'] ?? 'normal' });
  const totals = score !== null && grading.outcomes.length > 1 ? seedTotals(grading.outcomes, weightsOf(scenario.weights)) : [];
  const { world } = choice;
  const { known: reports, truth, customers } = finished;
  const models = customers?.models.quarters;
  const { entries } = session.closedRun;
  return glassRun({
    ...{ scenario, world, entries, known: reports, truth, score, totals },
    ...(played && { played }),
    ...(models && { models }),
  });
}
