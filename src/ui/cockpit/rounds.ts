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

/**
 * Stage k is asked in round k, however many quarters a round lasts. A card whose quarter has come is open even before it is asked, so that
 * a round of two quarters takes no decision away.
 */
export function roundCards(cards: readonly Card[], round: number, quartersPerRound = 1): RoundCards {
  const quarter = firstQuarter(round, quartersPerRound);
  const open = (card: Card): boolean => card.round < round || card.round <= quarter;
  return {
    asked: cards.filter((card) => card.round === round),
    standing: cards.filter((card) => card.round !== round && open(card)),
    locked: cards.filter((card) => card.round !== round && !open(card)).sort((a, b) => a.round - b.round),
  };
}

/** First quarter, from 1, of a round. */
export const firstQuarter = (round: number, quartersPerRound: number): number => (round - 1) * quartersPerRound + 1;

/** Quarter in which the cards of a stage open: when the first round begins that is not before their quarter. */
export const openingQuarter = (stage: number, quartersPerRound: number): number =>
  firstQuarter(Math.min(stage, Math.ceil((stage - 1) / quartersPerRound) + 1), quartersPerRound);
