/** What a row of the course map holds: one week of a course, or one half-day of a training. */

import type { CardId } from '../company/controls.ts';

/** How much of the exercise the app has: all of it, some with the rest on a worksheet, none. */
export const supports = ['app', 'partly', 'paper'] as const;
export type Support = (typeof supports)[number];

/** Parts of the grade and what each is worth, in percent. */
export const gradeParts = { log: 40, quality: 30, report: 20, reflection: 10 } as const;
export type GradePart = keyof typeof gradeParts;
export const gradePartIds = Object.keys(gradeParts) as readonly GradePart[];

/** What the three criteria of every rubric are worth, in percent of the output. */
export const rubricShares = [40, 30, 30] as const;

export interface CourseOutput {
  /** Names its words: `courseOutput.ID`, `courseRubric.ID.1` to 3. */
  id: string;
  part: GradePart;
  /** Percent of the grade; 0 where nothing is graded. */
  weight: number;
}

export interface CourseRow {
  /** Names its words: `courseTopic.ID`, `courseTask.ID`, and `courseGap.ID` where something of the exercise is not in the app. */
  id: string;
  /** Week of the whole course, or half-day of the training, from 1. */
  place: number;
  /** Of the course text. */
  chapters: readonly number[];
  /** Keys of the glossary to be read. */
  terms: readonly string[];
  /** Shipped scenarios that are opened. */
  firms: readonly string[];
  /** Everybody plays or reads each of the firms, one of them is chosen, or each group (A, B, C in order) has its own. */
  how: 'each' | 'one' | 'groups';
  /** Rounds that are played; 0 = only the dossier is read. */
  rounds: number | 'whole';
  /** Cards of decisions that the exercise is about; each opens within these rounds. */
  cards: readonly CardId[];
  /** Chapters of the debrief to be read, which only a whole run opens. */
  debrief: readonly string[];
  support: Support;
  /** Lines of its worksheet, `courseSheet.ID.1` and on; 0 = none is needed. */
  sheet: number;
  /** Minutes beside those of play. */
  minutes: { read: number; write: number };
  outputs: readonly CourseOutput[];
}

/** A row as it is written down: what it leaves out is usual. */
export type WrittenRow = Partial<CourseRow> & Pick<CourseRow, 'id' | 'chapters' | 'terms' | 'outputs' | 'minutes'>;

/** A row at its place; usually a whole run in the app that needs no worksheet. */
export const row = (place: number, written: WrittenRow): CourseRow => ({
  place,
  firms: [],
  how: 'each',
  rounds: 'whole',
  cards: [],
  debrief: [],
  support: 'app',
  sheet: 0,
  ...written,
});

export const output = (id: string, part: GradePart, weight: number): CourseOutput => ({ id, part, weight });
