/** The timetable as a table for spreadsheets: one line a week of the map. */

import { playMinutes, sessionsOf, type CourseView } from '../../../classroom/courseViews.ts';
import { type Cell, writeCsv } from '../../../classroom/csv.ts';
import type { ScenarioCard } from '../../../scenario/scenarioCard.ts';
import { word } from '../../../text/words.ts';
import { routeHash } from '../../route.svelte.ts';
import { firmName, firmsOf, modeWords, periodWords } from './courseWords.ts';

const columns = [
  'period',
  'topic',
  'chapters',
  'terms',
  'firms',
  'mode',
  'task',
  'support',
  'minutes',
  'output',
  'weight',
  'link',
] as const;

/** Between several things in one cell; a comma would be read as the next column by some. */
const between = '; ';

/**
 * The timetable of a view as CSV in the reader's language, with a byte order mark.
 * @param termName the name of a term of the glossary by its key
 * @param base address of the app, to which the routes are added
 */
export function courseCsv(view: CourseView, cards: readonly ScenarioCard[], termName: (key: string) => string, base: string): string {
  const head = columns.map((id) => word('courseColumn', id));
  const lines = sessionsOf(view).flatMap((session) =>
    session.rows.map((row): readonly Cell[] => {
      const firms = firmsOf(row, cards);
      const weight = row.outputs.reduce((sum, each) => sum + each.weight, 0);
      const gap = row.support === 'app' ? [] : [word('courseGap', row.id)];
      return [
        periodWords(view, session),
        word('courseTopic', row.id),
        row.chapters.join(between),
        row.terms.map(termName).join(between),
        firms.map((card, place) => firmName(row, card, place)).join(between),
        modeWords(row, firms),
        word('courseTask', row.id),
        [word('courseSupport', row.support), ...gap].join('. '),
        row.minutes.read + playMinutes(row, firms) + row.minutes.write,
        row.outputs.map(({ id }) => word('courseOutput', id)).join(between),
        view === 'days' ? null : weight,
        firms.map(({ id }) => base + routeHash({ screen: 'briefing', scenario: id })).join(between),
      ];
    }),
  );
  return writeCsv([head, ...lines], { mark: true });
}
