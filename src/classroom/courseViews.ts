/** The course as it is taught: in fifteen weeks, cut to ten, or as two days of training. */

import type { ScenarioCard } from '../scenario/scenarioCard.ts';
import { courseWeeks } from './courseMap.ts';
import { type CourseOutput, type CourseRow, type GradePart, gradePartIds, gradeParts } from './courseRow.ts';
import { trainingDays } from './trainingDays.ts';

export const courseViews = ['full', 'short', 'days'] as const;
export type CourseView = (typeof courseViews)[number];

/** A week or half-day as it is taught: one row of the map, or two that are taken together. */
export interface CourseSession {
  /** From 1. */
  place: number;
  rows: readonly CourseRow[];
}

/** Weeks of the whole course that the short one takes, those in one list together. */
const shortWeeks: readonly (readonly number[])[] = [[1], [3], [4, 5], [6], [7], [9], [10], [11], [13, 14], [15]];

/** Whole percentages in proportion to `weights` that add up to `total`: the largest remainders are rounded up, earlier ones first. */
export function shared(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights;
  const exact = weights.map((weight) => (weight * total) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, weight) => all + weight, 0);
  const order = exact.map((_, place) => place).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const place of order.slice(0, left)) whole[place]! += 1;
  return whole;
}

/** The rows with each part of the grade shared out anew among the outputs that are left. */
function reweighted(rows: readonly CourseRow[]): readonly CourseRow[] {
  const outputs = rows.flatMap((row) => row.outputs);
  const weights = new Map<CourseOutput, number>();
  for (const part of gradePartIds) {
    const of = outputs.filter((output) => output.part === part);
    const parts = shared(
      of.map(({ weight }) => weight),
      gradeParts[part],
    );
    of.forEach((output, place) => weights.set(output, parts[place]!));
  }
  return rows.map((row) => ({ ...row, outputs: row.outputs.map((each) => ({ ...each, weight: weights.get(each) ?? each.weight })) }));
}

const short = reweighted(courseWeeks.filter(({ place }) => shortWeeks.flat().includes(place)));

/** What is taught in one view, session by session. */
export function sessionsOf(view: CourseView): readonly CourseSession[] {
  if (view === 'short') return shortWeeks.map((weeks, at) => ({ place: at + 1, rows: short.filter(({ place }) => weeks.includes(place)) }));
  return (view === 'full' ? courseWeeks : trainingDays).map((row) => ({ place: row.place, rows: [row] }));
}

/** What each part of the grade adds up to over sessions, in percent. */
export function partWeights(sessions: readonly CourseSession[]): Readonly<Record<GradePart, number>> {
  const outputs = sessions.flatMap(({ rows }) => rows.flatMap((row) => row.outputs));
  const sum = (part: GradePart): number => outputs.filter((each) => each.part === part).reduce((all, { weight }) => all + weight, 0);
  return { log: sum('log'), quality: sum('quality'), report: sum('report'), reflection: sum('reflection') };
}

/** Minutes that reading one dossier takes. */
const dossierMinutes = 5;

type Length = Pick<ScenarioCard, 'quarters' | 'quartersPerRound' | 'minutes'>;

/** Rounds of a whole run. */
export const wholeRounds = ({ quarters, quartersPerRound }: Length): number => Math.ceil(quarters / quartersPerRound);

/**
 * Minutes in the app, to the next five: of a class hour as far as it is played, of the longest firm where groups or a choice part the class.
 * @param firms the cards of the row's firms
 */
export function playMinutes({ rounds, how }: Pick<CourseRow, 'rounds' | 'how'>, firms: readonly Length[]): number {
  const each = firms.map((firm) => {
    if (rounds === 0) return dossierMinutes;
    return rounds === 'whole' ? firm.minutes.classHour : Math.ceil((firm.minutes.classHour * rounds) / wholeRounds(firm) / 5) * 5;
  });
  return how === 'each' ? each.reduce((all, minutes) => all + minutes, 0) : Math.max(0, ...each);
}
