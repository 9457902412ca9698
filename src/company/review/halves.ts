/** What the external and the internal half of an evaluation say, held against each other: a house in order whose customers are not is deceiving itself. */

import { findingParameters, gravityAt } from './findingParameters.ts';
import { internalMethodIds, type FindingId } from './reviewOptions.ts';
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

/** Figures that a finding is read from: their mark is where the finding begins. Of the value map only the firm's own place counts. */
const scaled: Readonly<Record<string, FindingId>> = {
  'data.accuracy': 'recordsWrong',
  'data.fieldsUnused': 'fieldsUnused',
  'data.consent': 'consentMissing',
  'targets.captured': 'wrongTargets',
  'training.skill': 'skillLow',
  'training.adoption': 'adoptionLow',
  'tco.unplanned': 'hiddenCost',
  'retention.early': 'earlyDecay',
  'loyaltyMatrix.spurious': 'spuriousLoyalty',
};
/** Points from which on no finding is read, but which a rubric of satisfaction calls content; change must not be for the worse. Proposals. */
const plain: Readonly<Record<string, number>> = {
  'satisfaction.all': 60,
  'satisfaction.change': 0,
  'valueMap.value.own': 0,
};

const least = findingParameters['finding.least'].value;

/** A single figure against its mark. @param own id of the firm */
export function verdictOf({ method, id, value, low, high }: Figure, own: string): Verdict {
  if (value === null) return 'none';
  const key = `${method}.${id === `value.${own}` ? 'value.own' : id}`;
  const ends = [low ?? value, high ?? value];
  const finding = scaled[key];
  const mark = plain[key];
  if (finding === undefined && mark === undefined) return 'none';
  const sound = ends.map((end) => (finding === undefined ? end >= mark! : gravityAt(finding, end) < least));
  if (sound.every(Boolean)) return 'good';
  return sound.some(Boolean) ? 'unclear' : 'bad';
}

/** A half is good or bad where clear figures of the one kind are at least twice those of the other. */
function half(figures: readonly Figure[], own: string): HalfVerdict {
  const verdicts = figures.map((figure) => verdictOf(figure, own));
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  const [good, bad] = [count('good'), count('bad')];
  if (good + bad + count('unclear') === 0) return 'unknown';
  if (bad > 0 && bad >= 2 * good) return 'bad';
  return good > 0 && good >= 2 * bad ? 'good' : 'mixed';
}

/** @param own id of the firm. @returns the verdict on each half and what the two say together */
export function halvesOf(figures: readonly Figure[], own: string): Halves {
  const inside = (figure: Figure): boolean => (internalMethodIds as readonly string[]).includes(figure.method);
  const external = half(
    figures.filter((figure) => !inside(figure)),
    own,
  );
  const internal = half(figures.filter(inside), own);
  return { external, internal, reading: readingOf(external, internal) };
}

function readingOf(external: HalfVerdict, internal: HalfVerdict): Halves['reading'] {
  if (external === 'unknown' || internal === 'unknown') return 'oneMissing';
  if (internal === 'good' && external === 'bad') return 'selfDeception';
  if (internal === 'bad' && external === 'good') return 'borrowed';
  if (internal === external && internal !== 'mixed') return internal === 'good' ? 'bothGood' : 'bothBad';
  return 'mixed';
}
