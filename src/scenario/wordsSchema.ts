/** Reader of the words that a scenario sets in place of the usual ones: a shop has no departments, a hospital no buyers. */

import { controls } from '../company/controls.ts';
import { stockIds } from '../company/firm.ts';
import { listIds } from '../sim/records/recordActions.ts';
import { kpiIds } from './kpi.ts';
import type { Text } from './scenario.ts';
import { optional, record, type Fields, type Schema } from './schema.ts';
import { bilingual } from './textSchema.ts';

/** Moods of whoever grants the money. */
const patienceIds = ['high', 'middle', 'low'];
/** Questions of the rounds that have one of their own. */
const questionIds = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** Every `kind.id` that a scenario may word otherwise. None of them holds a value in braces. */
export const wordKeys: readonly string[] = [
  ...new Set([
    ...controls.flatMap((control) => [
      `card.${control.card}`,
      `cardHelp.${control.card}`,
      `control.${control.id}`,
      ...('options' in control ? control.options.map((option) => `option.${control.id}.${option}`) : []),
    ]),
    ...kpiIds.map((id) => `kpi.${id}`),
    ...stockIds.flatMap((id) => [`stock.${id}`, `reason.stock.${id}`, `stallCause.${id}`]),
    ...listIds.map((id) => `list.${id}`),
    ...patienceIds.map((id) => `patience.${id}`),
    ...questionIds.map((id) => `question.${id}`),
  ]),
];

/** Texts by message key; a key outside the closed list is refused. */
export const wordsSchema: Schema<Readonly<Record<string, Text>>> = record<Record<string, Text>>(
  Object.fromEntries(wordKeys.map((key) => [key, optional(bilingual(400))])) as unknown as Fields<Record<string, Text>>,
);
