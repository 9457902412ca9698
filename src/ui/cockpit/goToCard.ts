/** The way to a card from elsewhere on the screen of a round. */

import { tick } from 'svelte';
import type { CardId } from '../../company/controls.ts';
import type { Session } from '../session.svelte.ts';

/** Where the row of a card is found on the page. */
export const cardPlace = (card: string): string => `card-${card}`;

/** True where the card can be decided in the open round. */
export const isOpenCard = ({ cards }: Session, card: CardId): boolean => [...cards.asked, ...cards.standing].some(({ id }) => id === card);

/** Opens the card and puts the focus on it. */
export async function goToCard(session: Session, card: CardId): Promise<void> {
  session.place.tab = 'decide';
  session.place.card = card;
  await tick();
  const row = document.getElementById(cardPlace(card));
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'start', behavior: 'instant' });
}
