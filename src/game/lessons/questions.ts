/** Questions for the class, made from what happened in a run: those with the most behind them first, no two of a kind. */

import { kpiIds } from '../reports.ts';
import { labels, losing, silent, talk, worth } from './marketQuestions.ts';
import { clamp, type Question, questionKinds } from './question.ts';
import { type Benefit, inflation } from './benefits.ts';
import type { Lesson } from './lesson.ts';
import type { LessonRun } from './lessonRun.ts';
import type { Sayings } from './sayings.ts';

const MOST = 5;
/** Three to five questions; fewer only where nothing at all happened. */
export function questionsOf(run: LessonRun, benefits: readonly Benefit[], lessons: readonly Lesson[], sayings: Sayings): Question[] {
  const all = [
    blind(run),
    leap(run),
    bias(run),
    lesson(lessons),
    staff(run),
    fall(run),
    labels(run),
    silent(run),
    losing(sayings),
    benefit(benefits),
    talk(sayings),
    worth(sayings),
  ].filter((question) => question !== null);
  return all.sort((a, b) => b.weight - a.weight || questionKinds.indexOf(a.kind) - questionKinds.indexOf(b.kind)).slice(0, MOST);
}

/** The figure whose known interval lay furthest beside the truth at the end. Values: known, low, high, true; in the KPI's unit. */
function blind({ known, truth }: LessonRun): Question | null {
  const [seen, was] = [known.at(-1), truth.at(-1)];
  if (seen === undefined || was === undefined) return null;
  let worst: Question | null = null;
  for (const kpi of kpiIds) {
    const { value, low, high } = seen.kpi[kpi];
    const real = was.kpi[kpi];
    if (value === null || low === null || high === null || (real >= low && real <= high)) continue;
    const weight = clamp(Math.abs(value - real) / Math.max(Math.abs(real), Math.abs(value)));
    if (worst === null || weight > worst.weight)
      worst = { kind: 'blind', weight, subject: kpi, values: [value, low, high, real], place: { quarter: was.quarter } };
  }
  return worst;
}

/** A programme that began with a wide gap and did not arrive. Values: quarter, gap in points, quarters stalled. */
function leap({ conduct }: LessonRun): Question | null {
  const begun = conduct.governing.paths.find(({ gap, stalled, rolledBack, done }) => gap > 0 && !done && (stalled > 0 || rolledBack));
  if (begun === undefined) return null;
  const { path, quarter, gap, stalled } = begun;
  return {
    kind: 'leap',
    weight: clamp(0.5 + gap / 100),
    subject: path,
    values: [quarter, gap, stalled],
    place: conduct.governing.at.path ?? { quarter },
  };
}

/** A report to the board that was dressed up, or in which what questions had shown stayed in. Values: quarter, biases. */
function bias({ conduct }: LessonRun): Question | null {
  const dressed = conduct.reviews.held.find(({ report }) => report !== null && report.dressed > 0);
  if (dressed?.report)
    return {
      kind: 'bias',
      weight: 0.85,
      subject: 'dressed',
      values: [dressed.quarter, dressed.report.dressed],
      place: dressed.reported ?? { quarter: dressed.quarter },
    };
  const left = conduct.reviews.held.find(({ report }) => report !== null && report.unasked > 0);
  if (!left?.report) return null;
  return {
    kind: 'bias',
    weight: 0.45,
    subject: 'left',
    values: [left.quarter, left.report.unasked],
    place: left.reported ?? { quarter: left.quarter },
  };
}

/** Lessons that cost most when broken come first. */
const gravest: readonly Lesson['id'][] = ['customers', 'rush', 'leaders', 'process', 'agree', 'fit', 'consult', 'cycle', 'ownValue'];

function lesson(lessons: readonly Lesson[]): Question | null {
  const broken = gravest.flatMap((id) => lessons.filter((one) => one.id === id && one.state === 'broken'))[0];
  return broken === undefined
    ? null
    : { kind: 'lesson', weight: 0.6, subject: broken.id, values: broken.figures.map(({ value }) => value), place: broken.place };
}

/** The sheet that staff are paid by looks better than the logs. Values: quarter, share over the logs. */
function staff(run: LessonRun): Question | null {
  const most = inflation(run).reduce<{ quarter: number; share: number } | null>(
    (top, one) => (top === null || one.share > top.share ? one : top),
    null,
  );
  if (most === null || most.share < 0.02) return null;
  return {
    kind: 'staff',
    weight: clamp(0.4 + most.share),
    subject: '',
    values: [most.quarter, most.share],
    place: { quarter: most.quarter },
  };
}

/** The quarter in which customer equity fell most. Values: quarter, currency lost, share lost. */
function fall({ truth, marks }: LessonRun): Question | null {
  let worst: Question | null = null;
  for (let q = 1; q < truth.length; q += 1) {
    const [before, after] = [truth[q - 1]!, truth[q]!];
    const lost = before.equity.total - after.equity.total;
    if (lost <= 0 || before.equity.total <= 0 || (worst !== null && lost <= worst.values[1]!)) continue;
    const mark = marks.findLast(({ quarter }) => quarter <= after.quarter);
    worst = {
      kind: 'fall',
      weight: clamp(0.2 + (3 * lost) / before.equity.total),
      subject: '',
      values: [after.quarter, lost, lost / before.equity.total],
      place: mark === undefined ? null : { quarter: mark.quarter, seq: mark.seq },
    };
  }
  return worst;
}

/** A benefit that nobody worked for. */
function benefit(benefits: readonly Benefit[]): Question | null {
  const missing = benefits.find(({ why }) => why === 'notDone');
  return missing === undefined ? null : { kind: 'benefit', weight: 0.3, subject: missing.id, values: [], place: null };
}
