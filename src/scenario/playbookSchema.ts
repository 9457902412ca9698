/** Reader of playbooks/NAME.yaml for one scenario. */

import { cardIds } from '../company/openCards.ts';
import {
  answerIds,
  answerReasonIds,
  conflictModes,
  orderOptions,
  programmeMoves,
  type Move,
  type StandingOrders,
} from '../company/orders.ts';
import { caseStepSchema } from './caseStepSchema.ts';
import type { JsonSchema } from './jsonSchema.ts';
import type { Playbook } from './playbook.ts';
import { reviewStepSchema } from './reviewStepSchema.ts';
import { checkPlan, planSchema } from './planSchema.ts';
import type { Scenario } from './scenario.ts';
import { boolean, integer, list, oneOf, optional, patterned, record, slug, variants, type Schema } from './schema.ts';
import type { ErrorList } from './yamlTree.ts';

type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>;

/** Name of a case or an offer: its quarter, its kind and its place among those of the quarter. */
const slotSchema = patterned(60, /^q[1-9]\d?\.[a-z]+\.[1-9]\d?$/);

export const moveSchema: Schema<Move> = variants<Move>('kind', {
  programme: record<MoveOf<'programme'>>({
    kind: oneOf(['programme']),
    move: oneOf(programmeMoves),
  }) as Schema<Move>,
  case: record<MoveOf<'case'>>({
    kind: oneOf(['case']),
    slot: slotSchema,
    mode: oneOf(conflictModes),
    remedy: oneOf(['none', 'part', 'full', 'generous']),
    apology: boolean,
    reason: boolean,
  }) as Schema<Move>,
  caseStep: record<MoveOf<'caseStep'>>({ kind: oneOf(['caseStep']), slot: slotSchema, step: caseStepSchema }) as Schema<Move>,
  opportunity: record<MoveOf<'opportunity'>>({
    kind: oneOf(['opportunity']),
    slot: slotSchema,
    answer: oneOf(answerIds),
    reason: optional(oneOf(answerReasonIds)),
  }) as Schema<Move>,
  review: record<MoveOf<'review'>>({ kind: oneOf(['review']), step: reviewStepSchema }) as Schema<Move>,
  open: record<MoveOf<'open'>>({ kind: oneOf(['open']), card: oneOf(cardIds) }) as Schema<Move>,
});

export const standingSchema = record<Partial<StandingOrders>>({
  onStall: optional(oneOf(orderOptions.onStall)),
  onSponsorLost: optional(oneOf(orderOptions.onSponsorLost)),
  onBreach: optional(oneOf(orderOptions.onBreach)),
  onOpportunity: optional(oneOf(orderOptions.onOpportunity)),
  onCase: optional(oneOf(orderOptions.onCase)),
  onReview: optional(oneOf(orderOptions.onReview)),
  cashFloor: optional(integer(0, 1000)),
});

export const playbookSchema = (scenario: Scenario): Schema<Playbook> => playbookOf(scenario.market.segments.map(({ id }) => id));

/** What a playbook of any scenario may say. */
export const playbookJson = (): JsonSchema => playbookOf([]).json();

function playbookOf(segmentIds: readonly string[]): Schema<Playbook> {
  const plan = planSchema(segmentIds);
  return record<Playbook>({
    format: oneOf([1]),
    name: slug,
    start: plan,
    changes: list(
      record<Playbook['changes'][number]>({
        quarter: integer(1, 1000),
        plan: optional(plan),
        moves: optional(list(moveSchema, { most: 20 })),
      }),
      { most: 40 },
    ),
    standing: optional(standingSchema),
  });
}

/** Quarters inside the run and in order; the start is quarter 1, so that changes of the plan begin at 2. */
export function checkPlaybook(playbook: Playbook, scenario: Scenario, errors: ErrorList): void {
  const segmentIds = scenario.market.segments.map(({ id }) => id);
  checkPlan(playbook.start, segmentIds, ['start'], errors);
  let before = 0;
  playbook.changes.forEach(({ quarter, plan }, i) => {
    const path = ['changes', i, 'quarter'];
    if (quarter > scenario.quarters) errors.add('outsideRun', path, { quarter, quarters: scenario.quarters });
    else if (quarter <= before || (quarter === 1 && plan)) errors.add('outOfOrder', path, { quarter, before: Math.max(1, before) });
    before = quarter;
    if (plan) checkPlan(plan, segmentIds, ['changes', i, 'plan'], errors);
  });
}
