/** What the external and the internal half of an evaluation say, held against each other: a house in order whose customers are not is deceiving itself. */

import type { ReviewMethodId } from './reviewOptions.ts';
import { internalMethodIds } from './reviewOptions.ts';
import type { ReviewFigure } from './reviewState.ts';

type Figure = Pick<ReviewFigure, 'method' | 'id' | 'value' | 'low' | 'high'>;

/** `good` and `bad` where the whole interval lies on one side of the mark; `unclear` where the mark lies in it; `none` without a mark or a value. */
export type Verdict = 'good' | 'bad' | 'unclear' | 'none';
export type HalfVerdict = 'good' | 'bad' | 'mixed' | 'unknown';
export interface Halves {
  external: HalfVerdict;
  internal: HalfVerdict;
  reading: 'selfDeception' | 'borrowed' | 'bothGood' | 'bothBad' | 'mixed' | 'oneMissing';
}

interface Mark {
  method: ReviewMethodId;
  /** Whole id, or its beginning where it ends in a dot. */
  id: string;
  at: number;
  /** More is worse. */
  less?: true;
}

/** Marks in the unit of the figure, where the rubric of the evaluation begins to speak of good work; design proposals. */
const marks: readonly Mark[] = [];

const markOf = ({ method, id }: Figure): Mark | undefined =>
  marks.find((mark) => mark.method === method && (mark.id.endsWith('.') ? id.startsWith(mark.id) : id === mark.id));

/** A single figure against its mark. */
export function verdictOf(figure: Figure): Verdict {
  const mark = markOf(figure);
  const { value, low, high } = figure;
  if (mark === undefined || value === null) return 'none';
  const [worst, best] = mark.less ? [-(high ?? value), -(low ?? value)] : [low ?? value, high ?? value];
  const at = mark.less ? -mark.at : mark.at;
  if (worst >= at) return 'good';
  return best < at ? 'bad' : 'unclear';
}

function half(figures: readonly Figure[]): HalfVerdict {
  const verdicts = figures.map(verdictOf);
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  const [good, bad] = [count('good'), count('bad')];
  if (good + bad + count('unclear') === 0) return 'unknown';
  if (bad > 0 && bad >= 2 * good) return 'bad';
  return good > 0 && good >= 2 * bad ? 'good' : 'mixed';
}

/** @returns the verdict on each half and what the two say together */
export function halvesOf(figures: readonly Figure[]): Halves {
  const inside = (figure: Figure): boolean => (internalMethodIds as readonly string[]).includes(figure.method);
  const external = half(figures.filter((figure) => !inside(figure)));
  const internal = half(figures.filter(inside));
  return { external, internal, reading: readingOf(external, internal) };
}

function readingOf(external: HalfVerdict, internal: HalfVerdict): Halves['reading'] {
  if (external === 'unknown' || internal === 'unknown') return 'oneMissing';
  if (internal === 'good' && external === 'bad') return 'selfDeception';
  if (internal === 'bad' && external === 'good') return 'borrowed';
  if (internal === external && internal !== 'mixed') return internal === 'good' ? 'bothGood' : 'bothBad';
  return 'mixed';
}
