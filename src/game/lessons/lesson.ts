/** A lesson of putting CRM in place as a finding of a run, and how one is written down. */

import type { ControlId } from '../../company/controls.ts';
import type { CardsQuarter } from '../cards/run.ts';
import { type LessonRun, type MeasureUnit, setBy, type ShownBy } from './lessonRun.ts';

export const lessonIds = ['rush', 'agree', 'leaders', 'customers', 'cycle', 'consult', 'fit', 'ownValue', 'process'] as const;
export type LessonId = (typeof lessonIds)[number];

export interface Lesson {
  id: LessonId;
  state: 'kept' | 'broken' | 'untested';
  /** What it was judged by, in the order of its words. */
  figures: readonly { unit: MeasureUnit; value: number }[];
  place: ShownBy | null;
}

export const untested = (id: LessonId): Lesson => ({ id, state: 'untested', figures: [], place: null });
export const figure = (unit: MeasureUnit, value: number): Lesson['figures'][number] => ({ unit, value });
export const judged = (id: LessonId, kept: boolean, place: ShownBy | null, ...figures: Lesson['figures']): Lesson => ({
  id,
  state: kept ? 'kept' : 'broken',
  figures,
  place,
});

export const at = ({ quarters }: LessonRun, quarter: number): CardsQuarter =>
  quarters.find((each) => each.quarter === quarter) ?? quarters.at(-1)!;

/** Who set it, else the quarter alone. */
export const shownBy = (run: LessonRun, quarter: number, ...ids: readonly ControlId[]): ShownBy => setBy(run, quarter, ids) ?? { quarter };
