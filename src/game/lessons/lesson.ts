/** A lesson of putting CRM in place as a finding of a run, and how one is written down. */

import type { ControlId } from '../../company/controls.ts';
import type { CardsQuarter } from '../cards/run.ts';
import { type LessonRun, type MeasureUnit, setBy, type ShownBy } from './lessonRun.ts';

export const lessonIds = ['rush', 'agree', 'leaders', 'customers', 'cycle', 'consult', 'fit', 'ownValue', 'process'] as const;
export type LessonId = (typeof lessonIds)[number];

type UntestedWhy = 'still' | 'short' | 'closed';

export interface Lesson {
  id: LessonId;
  state: 'kept' | 'broken' | 'untested';
  /** What was begun and could not be judged: still = those hired are still in the house; short = less than the time it takes; closed = the card had not been open that long. */
  why: UntestedWhy | null;
  /** What it was judged by, in the order of its words. */
  figures: readonly { unit: MeasureUnit; value: number }[];
  place: ShownBy | null;
}

/** @param why null where the run gave no occasion at all */
export const untested = (
  id: LessonId,
  why: UntestedWhy | null = null,
  place: ShownBy | null = null,
  ...figures: Lesson['figures']
): Lesson => ({ id, state: 'untested', why, figures, place });
export const figure = (unit: MeasureUnit, value: number): Lesson['figures'][number] => ({ unit, value });
export const judged = (id: LessonId, kept: boolean, place: ShownBy | null, ...figures: Lesson['figures']): Lesson => ({
  id,
  state: kept ? 'kept' : 'broken',
  why: null,
  figures,
  place,
});

export const at = ({ quarters }: LessonRun, quarter: number): CardsQuarter =>
  quarters.find((each) => each.quarter === quarter) ?? quarters.at(-1)!;

/** Who set it, else the quarter alone. */
export const shownBy = (run: LessonRun, quarter: number, ...ids: readonly ControlId[]): ShownBy => setBy(run, quarter, ids) ?? { quarter };
