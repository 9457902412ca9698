/** Which cards a learner may decide: as the scenario opens them, all of them from the start, or bought once. */

import { type CardId, controls } from '../company/controls.ts';
import { cardsOpenedBy } from '../company/openCards.ts';
import type { Move } from '../company/orders.ts';
import type { Scenario, UnlockSpec } from '../scenario/scenario.ts';
import type { PlayedCompany, World } from './world.ts';

/** Most cards and hypotheses that one round asks for the first time. */
export const mostPrompts = 9;

/** Round, from 1, that asks a card first: as the scenario says, else its stage in the catalogue. */
export const roundOfCard = (card: CardId, unlocks: readonly UnlockSpec[]): number =>
  unlocks.find((unlock) => unlock.card === card)?.quarter ??
  Math.min(...controls.filter((control) => control.card === card).map(({ stage }) => stage));

/** First quarter, from 1, of a round. */
export const firstQuarter = (round: number, quartersPerRound: number): number => (round - 1) * quartersPerRound + 1;

/**
 * Whether the plan of the scenario has opened a card by a round. A card whose quarter has come is open even before it is asked, so that a
 * round of two quarters takes no decision away.
 */
export const openByPlan = (roundOf: number, round: number, quartersPerRound: number): boolean =>
  roundOf <= round || roundOf <= firstQuarter(round, quartersPerRound);

/** Whether a card may be decided for quarter `quarter`: by the setting of the run, by the scenario's plan, or because it has been bought. */
export function isCardOpen(world: World, company: PlayedCompany, made: readonly Move[], card: CardId, quarter: number): boolean {
  const { unlocks, quartersPerRound }: Scenario = world.scenario;
  const round = Math.floor((quarter - 1) / quartersPerRound) + 1;
  return (
    world.allOpen ||
    openByPlan(roundOfCard(card, unlocks), round, quartersPerRound) ||
    company.firm.opened.includes(card) ||
    cardsOpenedBy(made).includes(card)
  );
}
