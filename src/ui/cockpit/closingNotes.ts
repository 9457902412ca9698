/** What should be known before a round is closed, one sentence each, the most pressing first. */

import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { waitingCases } from '../conflict/inbox.ts';
import { fixed, list, number } from '../format.ts';
import { reviewWaits } from '../review/reviewWords.ts';
import type { Session } from '../session.svelte.ts';
import { unanswered } from './opportunities.ts';

/** Names of cards that fit a line or two. */
const MOST = 4;

/** Money that runs short, what waits for an answer and what the standing orders then do, cards left as they are, a forecast not made. */
export function closingNotes(session: Session): readonly string[] {
  const { draft, known, preview } = session;
  if (!draft || !known) return [];
  const { standing, moves } = draft;
  const notes: string[] = [];
  for (const { quarter, short, kept } of preview?.round ?? []) {
    if (short <= 0) continue;
    const said = { quarter: number(quarter), short: fixed(short) };
    notes.push(kept > 0 ? m.bar_short_kept({ ...said, kept: number(kept) }) : m.bar_short(said));
  }
  if (notes.length > 0) notes.push(m.bar_lacking_help());
  if (unanswered(known, moves).length > 0) notes.push(m.bar_offer({ answer: word('order', `onOpportunity.${standing.onOpportunity}`) }));
  const cases = waitingCases(known.inbox, preview?.cases, moves).length;
  if (cases > 0) notes.push(m.bar_case({ count: number(cases), answer: word('order', `onCase.${standing.onCase}`) }));
  const reviews = preview?.reviews ?? known.review;
  const review = reviewWaits(reviews) === null ? null : (reviews?.held.at(-1)?.quarter ?? null);
  if (review !== null) notes.push(m.bar_review({ quarter: number(review), answer: word('order', `onReview.${standing.onReview}`) }));
  const waiting = session.undecided.map((card) => word('card', card.id));
  if (waiting.length > 0) {
    const named =
      waiting.length <= MOST ? list(waiting) : m.bar_and_more({ cards: list(waiting.slice(0, 3)), count: number(waiting.length - 3) });
    notes.push(m.bar_undecided_then({ cards: named }));
  }
  if (session.forecast?.ready === false) notes.push(forecastNote(session.forecast));
  return notes;
}

/** Why nothing would be forecast if the round were closed now. */
function forecastNote({ touched, because }: NonNullable<Session['forecast']>): string {
  if (touched && because === null) return m.forecast_no_reason();
  return touched ? m.bar_no_forecast() : m.forecast_not_yet();
}
