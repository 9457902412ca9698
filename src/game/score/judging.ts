/** What a criterion is judged by, and what a judgement is. */

import type { ConductEvidence, HeldConduct } from '../conduct/evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Outcome } from './outcomes.ts';

/** 0 absent, 1 weak, 2 fair, 3 good, 4 very good. */
export type Level = 0 | 1 | 2 | 3 | 4;

export interface Judgement {
  level: Level;
  evidence: readonly Evidence[];
}

/** A run on one seed, beside the anchors with the same luck. */
export interface Judging {
  run: Outcome;
  stay: Outcome;
  best: Outcome;
}
export type Judge = (judging: Judging) => Judgement;

/** The level up to which every step is met: three steps met in a row and the fourth not = 3. */
export function ladder(...steps: readonly [boolean, boolean, boolean, boolean]): Level {
  const failed = steps.indexOf(false);
  return (failed < 0 ? 4 : failed) as Level;
}

export const atMost = (level: Level, most: Level): Level => Math.min(level, most) as Level;

/** Part of 4 rounded to the nearest level. @param share 0-1 */
export const levelOf = (share: number): Level => Math.round(4 * Math.max(0, Math.min(1, share))) as Level;

export const meanOf = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, one) => sum + one, 0) / values.length : 0;

/** A review whose external half was held, with those who left or kept silent in its frame. */
export const seesLost = ({ frame, methods }: HeldConduct): boolean =>
  frame === 'everyone' && methods.some((method) => ['satisfaction', 'equity', 'valueMap', 'loyaltyMatrix'].includes(method));

/** Two reviews or more, one that could be read of them external with lost customers in its frame: what appropriateness, accuracy and honesty need. */
export const reviewsSuffice = ({ reviews: { held } }: ConductEvidence): boolean =>
  held.length >= 2 && held.some((review) => review.read && seesLost(review));

/** A level for what was known, weak at most where nothing came in time to be read: what nobody can act on any more serves to compare only. */
export const inTime = (held: readonly HeldConduct[], level: Level): Level => (held.some(({ read }) => read) ? level : atMost(level, 1));
