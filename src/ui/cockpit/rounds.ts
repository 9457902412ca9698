/** Which cards a round asks, which stand from before, which are still to come. */

import { controls, type AnyControl, type CardId } from '../../company/controls.ts';
import { firstQuarter, openByPlan, roundOfCard } from '../../game/unlocking.ts';
import type { UnlockSpec } from '../../scenario/scenario.ts';

export { firstQuarter };

export interface Card {
  id: CardId;
  controls: readonly AnyControl[];
  /** Round, from 1, that asks it first. */
  round: number;
  /** Quarters until its slowest part acts; 0 = at once. */
  lag: number;
}

export interface RoundCards {
  asked: readonly Card[];
  standing: readonly Card[];
  locked: readonly Card[];
}

/** All cards in the order of the catalogue; a scenario may open one sooner or later than the catalogue. */
export function allCards(unlocks: readonly UnlockSpec[]): readonly Card[] {
  const ids = [...new Set(controls.map(({ card }) => card))];
  return ids.map((id) => {
    const parts = controls.filter(({ card }) => card === id);
    return { id, controls: parts, round: roundOfCard(id, unlocks), lag: Math.max(...parts.map(({ lag }) => lag)) };
  });
}

/**
 * Stage k is asked in round k, however many quarters a round lasts; what else is open stands, what is not is locked.
 * @param opened cards that have been bought open, or `all` in a run that is played with every card open
 */
export function roundCards(
  cards: readonly Card[],
  round: number,
  quartersPerRound = 1,
  opened: 'all' | ReadonlySet<CardId> = none,
): RoundCards {
  const open = (card: Card): boolean => opened === 'all' || opened.has(card.id) || openByPlan(card.round, round, quartersPerRound);
  return {
    asked: cards.filter((card) => card.round === round),
    standing: cards.filter((card) => card.round !== round && open(card)),
    locked: cards.filter((card) => card.round !== round && !open(card)).sort((a, b) => a.round - b.round),
  };
}
const none: ReadonlySet<CardId> = new Set();

/** True where a way on the matrix can be chosen: before that, ways and readiness are good to know and stand folded. */
export const waysOpen = ({ locked }: RoundCards): boolean => locked.every(({ id }) => id !== 'crm.path');

/** Quarter in which the cards of a stage open: when the first round begins that is not before their quarter. */
export const openingQuarter = (stage: number, quartersPerRound: number): number =>
  firstQuarter(Math.min(stage, Math.ceil((stage - 1) / quartersPerRound) + 1), quartersPerRound);
