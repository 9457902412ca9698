/** What the course page and its table say of a row: which firms, how they are played, how long it takes. */

import type { CourseRow } from '../../../classroom/courseRow.ts';
import { type CourseSession, type CourseView, playMinutes, wholeRounds } from '../../../classroom/courseViews.ts';
import type { ScenarioCard } from '../../../scenario/scenarioCard.ts';
import * as m from '../../../text/generated/messages.js';
import { localText } from '../../../text/localText.ts';
import { word } from '../../../text/words.ts';
import { list, number } from '../../format.ts';
import { language } from '../../language.svelte.ts';

type Cards = readonly ScenarioCard[];

const groups = ['A', 'B', 'C'] as const;

/** The cards of a row's firms, in its order. */
export const firmsOf = ({ firms }: CourseRow, cards: Cards): Cards => firms.flatMap((id) => cards.find((card) => card.id === id) ?? []);

/** A firm by name, with its group where each group has its own. */
export function firmName({ how }: CourseRow, card: ScenarioCard, place: number): string {
  const firm = localText(card.title, language.current);
  return how === 'groups' ? m.course_group({ group: groups[place] ?? number(place + 1), firm }) : firm;
}

/** How much of the firms is played: rounds by quarters; null where there is no firm. */
export function modeWords({ rounds }: CourseRow, firms: Cards): string | null {
  const [first] = firms;
  if (first === undefined) return null;
  if (rounds === 0) return m.course_mode_dossier();
  const quarters = number(first.quartersPerRound);
  if (rounds === 1) return m.course_mode_round({ quarters });
  if (rounds !== 'whole') return m.course_mode_rounds({ rounds: number(rounds), quarters });
  const whole = firms.map(wholeRounds);
  const [least, most] = [Math.min(...whole), Math.max(...whole)];
  return least === most
    ? m.course_mode_whole({ rounds: number(most), quarters })
    : m.course_mode_many({ least: number(least), most: number(most), quarters });
}

export function minutesWords(row: CourseRow, firms: Cards): string {
  const { read, write } = row.minutes;
  const play = playMinutes(row, firms);
  return play === 0
    ? m.course_minutes_paper({ read: number(read), write: number(write) })
    : m.course_minutes({ read: number(read), play: number(play), write: number(write) });
}

export const chaptersWords = ({ chapters }: CourseRow): string | null =>
  chapters.length === 0 ? null : m.course_chapters({ chapters: list(chapters.map(String)) });

/** Cards of decisions by name; null where there are none. */
export const cardsWords = ({ cards }: CourseRow): string | null =>
  cards.length === 0 ? null : m.course_cards({ cards: list(cards.map((id) => word('card', id))) });

export const debriefWords = ({ debrief }: CourseRow): string | null =>
  debrief.length === 0 ? null : m.course_debrief({ chapters: list(debrief.map((id) => word('chapter', id))) });

/** When a session is held: a week, or a half-day of the training. */
export const periodWords = (view: CourseView, { place }: CourseSession): string =>
  view === 'days' ? word('courseHalf', String(place)) : m.course_week({ place: number(place) });

/** Numbers of the lines or criteria of a row's words. */
export const countTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
