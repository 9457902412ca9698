/** Which cards an adjustment is acted on by, as far as they are open. */

import { controlById, type CardId, type ControlId } from '../../company/controls.ts';
import { bearsOn, targeting } from '../../company/review/bearing.ts';
import type { AdjustmentChain } from '../../company/review/reviewState.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { list } from '../format.ts';

type Adjusted = Pick<AdjustmentChain, 'finding' | 'action'>;

function bearing({ finding, action }: Adjusted): readonly ControlId[] {
  if (action === 'keep') return [];
  if (action === 'changePath') return ['crm.path'];
  return action === 'retarget' ? targeting : bearsOn[finding];
}

/** Cards whose change acts on an adjustment, each once, in the order in which they bear on it. */
export function actingCards(adjusted: Adjusted, open: readonly CardId[]): CardId[] {
  const cards = bearing(adjusted).map((id) => controlById.get(id)!.card);
  return [...new Set(cards)].filter((card) => open.includes(card));
}

/** Names that fit a line or two; more of them would not be read. */
const MOST = 6;
/** What has to be changed for an adjustment to count as acted on; empty where no open card would. */
export function actingWords(adjusted: Adjusted, open: readonly CardId[]): string {
  const cards = actingCards(adjusted, open).slice(0, MOST);
  return cards.length === 0 ? '' : m.evaluation_adjust_cards({ cards: list(cards.map((card) => word('card', card))) });
}
