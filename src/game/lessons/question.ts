/** A question for the class as a finding of a run. */

import type { ShownBy } from './lessonRun.ts';

/** In the order in which questions of equal weight come. */
export const questionKinds = [
  'blind',
  'leap',
  'bias',
  'lesson',
  'staff',
  'fall',
  'labels',
  'silent',
  'losing',
  'benefit',
  'talk',
  'worth',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Question {
  kind: QuestionKind;
  /** 0-1: how much there is behind it. */
  weight: number;
  /** What it is about: a KPI, a lesson, a benefit; empty where the kind says it. */
  subject: string;
  /** The figures it grew from, in the order of its words, in the units that the kind gives them. */
  values: readonly number[];
  place: ShownBy | null;
}

export const clamp = (value: number): number => Math.max(0, Math.min(1, value));
