/** Which cards a round asks, which stand from before, which are still to come. */

import { controls, type AnyControl, type CardId } from '../../company/controls.ts';
import type { UnlockSpec } from '../../scenario/scenario.ts';

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
    const opened = unlocks.find(({ card }) => card === id)?.quarter ?? Math.min(...parts.map(({ stage }) => stage));
    return { id, controls: parts, round: opened, lag: Math.max(...parts.map(({ lag }) => lag)) };
  });
}

/** Stage k opens in round k, however many quarters a round lasts. */
export function roundCards(cards: readonly Card[], round: number): RoundCards {
  return {
    asked: cards.filter((card) => card.round === round),
    standing: cards.filter((card) => card.round < round),
    locked: cards.filter((card) => card.round > round).sort((a, b) => a.round - b.round),
  };
}

/** First quarter, from 1, of a round. */
export const firstQuarter = (round: number, quartersPerRound: number): number => (round - 1) * quartersPerRound + 1;
