/** A closed run as the findings about benefits, lessons and sayings read it, and the means they compare. */

import type { ControlId } from '../../company/controls.ts';
import type { CardsRun } from '../cards/run.ts';
import type { ConductEvidence, Place } from '../conduct/evidence.ts';
import type { Mark } from '../conduct/memory.ts';
import type { CustomersAgainstTruth } from '../customersAgainstTruth.ts';
import { type DecisionBases, decisionBases } from '../decisionBasis.ts';
import type { LoggedEntry } from '../replay.ts';
import type { TruthReport } from '../reports.ts';
import type { Prediction } from '../run.ts';

export interface LessonRun extends CardsRun {
  conduct: ConductEvidence;
  /** Entries that were taken, in order. */
  marks: readonly Mark[];
  customers: CustomersAgainstTruth | null;
  bases: DecisionBases;
  /** All cards were open from the start. */
  allOpen: boolean;
}

/** Units as the figures of a score have them; perThousand = a thousand customers a quarter. */
export type MeasureUnit = 'share' | 'points' | 'count' | 'money' | 'number' | 'perThousand' | 'quarter';

/** A figure early and late in the run, each a mean over so many quarters; `from` null where only the end says anything. */
export interface Measured {
  unit: MeasureUnit;
  from: number | null;
  to: number;
  /** Quarters that either mean is over; null where it is a single count over the run. */
  over: number | null;
}

const YEAR = 4;
export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * The first year of a run beside its last, or its halves where it has not two years. Quarters without the figure are passed over; null where
 * either side has none. @param most quarters that either side is a mean over at most
 */
export function overRun(
  run: Pick<LessonRun, 'truth'>,
  unit: MeasureUnit,
  of: (truth: TruthReport) => number | null,
  most = YEAR,
): Measured | null {
  const over = Math.max(1, Math.min(most, run.truth.length >> 1));
  const side = (reports: readonly TruthReport[]): number[] => reports.map(of).filter((value) => value !== null);
  const [early, late] = [side(run.truth.slice(0, over)), side(run.truth.slice(-over))];
  return early.length === 0 || late.length === 0 ? null : { unit, from: meanOf(early), to: meanOf(late), over };
}

/** Digits after the point with which a figure is told, by unit; shares as percentages. Money is told with three that count, less than a change that is noticed. */
export const toldDigits: Readonly<Record<Exclude<MeasureUnit, 'money' | 'quarter'>, number>> = {
  share: 1,
  points: 1,
  count: 0,
  number: 1,
  perThousand: 1,
};

/** A figure as it is read on the screen, so that what is said of a change is what the reader sees. */
export function asTold(value: number, unit: MeasureUnit): number {
  if (unit === 'money' || unit === 'quarter') return value;
  let scale = unit === 'share' ? 100 : 1;
  for (let digit = 0; digit < toldDigits[unit]; digit += 1) scale *= 10;
  // Half away from nought, as the screen rounds.
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
}

/** Float noise of a difference of two told figures, far under their last digit. */
const NOISE = 1e-9;

/** Changes that are worth naming [proposal], as they are told: a point of a scale or of a share; of what has no scale, a twentieth of what it was. */
export function isNoticed({ unit, from, to }: Measured): boolean {
  if (from === null) return false;
  const before = asTold(from, unit);
  const change = Math.abs(asTold(to, unit) - before) + NOISE;
  if (unit === 'share') return change >= 0.01;
  return change >= (unit === 'points' ? 1 : 0.05 * Math.abs(before)) && asTold(to, unit) !== before;
}

/** Where in the log a finding shows, and which controls of the entry it is about. */
export interface ShownBy extends Place {
  controls?: readonly ControlId[];
}

/** The last entry up to a quarter that set one of these controls; null where none did. */
export function setBy({ marks }: Pick<LessonRun, 'marks'>, quarter: number, ids: readonly ControlId[]): ShownBy | null {
  const found = marks.findLast((mark) => mark.quarter <= quarter && ids.some((id) => mark.what.includes(id)));
  return found === undefined ? null : { quarter: found.quarter, seq: found.seq, controls: ids.filter((id) => found.what.includes(id)) };
}

/** Forecasts of a log by what was known when they were made. */
export function basesOf(
  entries: readonly LoggedEntry[],
  { known, truth, scenario: { quartersPerRound } }: Pick<CardsRun, 'known' | 'truth' | 'scenario'>,
): DecisionBases {
  const predictions = new Map<number, Prediction>();
  let played = 0;
  for (const entry of entries) {
    if (entry.kind === 'commit') played += (entry.data as { quarters: number }).quarters;
    if (entry.kind === 'predict') predictions.set(Math.floor(played / quartersPerRound) + 1, entry.data as Prediction);
  }
  return decisionBases(predictions, known, truth, quartersPerRound);
}
