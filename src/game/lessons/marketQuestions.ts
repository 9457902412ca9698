/** Questions that the customers of a run raise. */

import { clamp, type Question } from './question.ts';
import type { LessonRun } from './lessonRun.ts';
import type { Sayings } from './sayings.ts';

/** Labels that cost more than one label for all. Values: currency a quarter of the labels, and of one for all. */
export function labels({ conduct: { targets } }: LessonRun): Question | null {
  if (targets.labelled === 0 || targets.regret <= targets.oneForAll) return null;
  return { kind: 'labels', weight: 0.55, subject: '', values: [targets.regret, targets.oneForAll], place: targets.at.class };
}

/** Those who left without a word over a failure. Values: share of the leavers, leavers. */
export function silent({ truth }: LessonRun): Question | null {
  let [left, wordless] = [0, 0];
  for (const { unheard } of truth) {
    left += unheard?.left ?? 0;
    wordless += unheard?.leftSilent ?? 0;
  }
  return left > 0 && wordless > 0
    ? { kind: 'silent', weight: clamp(0.1 + wordless / left), subject: '', values: [wordless / left, left], place: null }
    : null;
}

/** Customers who cost more than they bring. Values: share of them, share of profit that the best fifth brings. */
export function losing({ fifth }: Sayings): Question | null {
  return fifth === null || fifth.losing < 0.01
    ? null
    : { kind: 'losing', weight: clamp(0.1 + fifth.losing), subject: '', values: [fifth.losing, fifth.share], place: null };
}

/** Values: shares of the displeased and of the pleased who talk, customers displeased. */
export function talk({ talk: said }: Sayings): Question | null {
  return said === null || said.displeased === 0
    ? null
    : { kind: 'talk', weight: 0.05, subject: '', values: [said.displeasedTalk, said.pleasedTalk, said.displeased], place: null };
}

/** Values: share by which five points more of a year's retention lift equity, the year's retention. */
export function worth({ worth: kept }: Sayings): Question | null {
  return kept === null
    ? null
    : { kind: 'worth', weight: 0.04, subject: '', values: [kept.fivePoints / kept.equity - 1, kept.yearly], place: null };
}
