/** What a closed run teaches: benefits, parties, lessons, sayings, and questions for the class. Reads the run and changes nothing. */

import { type Benefit, benefitsOf } from './benefits.ts';
import type { LessonRun } from './lessonRun.ts';
import type { Lesson } from './lesson.ts';
import { lessonsOf } from './lessons.ts';
import { partiesOf, type Party } from './parties.ts';
import type { Question } from './question.ts';
import { questionsOf } from './questions.ts';
import { type Sayings, sayingsOf } from './sayings.ts';

export interface LessonsReport {
  benefits: readonly Benefit[];
  parties: readonly Party[];
  lessons: readonly Lesson[];
  sayings: Sayings;
  questions: readonly Question[];
}

/** @param run with at least one quarter played */
export function lessonsReport(run: LessonRun): LessonsReport {
  const [benefits, lessons, sayings] = [benefitsOf(run), lessonsOf(run), sayingsOf(run)];
  return { benefits, parties: partiesOf(run), lessons, sayings, questions: questionsOf(run, benefits, lessons, sayings) };
}
