/** The nine lessons of putting CRM in place: kept, broken, or not put to the test, each by one rule with what shows it. */

import type { CardId } from '../../company/controls.ts';
import { advantageAgainstTruth } from '../cards/rivalCards.ts';
import { openByPlan, roundOfCard } from '../unlocking.ts';
import { figure, judged, type Lesson, shownBy, untested } from './lesson.ts';
import { type LessonRun, meanOf, setBy } from './lessonRun.ts';
import { agree, consult, fit, leaders, process, rush } from './programmeLessons.ts';

/** The nine in the order of the course. */
export const lessonsOf = (run: LessonRun): Lesson[] => [
  rush(run),
  agree(run),
  leaders(run),
  customers(run),
  cycle(run),
  consult(run),
  fit(run),
  ownValue(run),
  process(run),
];

/** A dilemma sets a quick sale against the customer: broken where an answer cost trust. */
function customers(run: LessonRun): Lesson {
  const answered = (run.truth.at(-1)?.conduct?.opportunities ?? []).filter(({ kind }) => kind === 'dilemma');
  if (answered.length === 0) return untested('customers');
  const sold = answered.filter(({ trust }) => trust < 0);
  const shown = sold[0] ?? answered.at(-1)!;
  return judged(
    'customers',
    sold.length === 0,
    { quarter: shown.quarter },
    figure('count', answered.length),
    figure('count', sold.length),
    figure(
      'points',
      answered.reduce((sum, { trust }) => sum + trust, 0),
    ),
  );
}

/** Quarters that a cycle must have run to count as built: a year, in which every stage has come round. */
const CYCLE_BUILT = 4;

/** Quarters of the run in which a card could be decided. */
function quartersOpen({ scenario: { unlocks, quartersPerRound }, quarters, allOpen }: LessonRun, card: CardId): number {
  const round = roundOfCard(card, unlocks);
  return quarters.filter(
    ({ quarter, firm }) =>
      allOpen || firm.opened.includes(card) || openByPlan(round, Math.floor((quarter - 1) / quartersPerRound) + 1, quartersPerRound),
  ).length;
}

/** Kept with a year of triggers by stage, broken where none were ever set although there had been a year for it. */
function cycle(run: LessonRun): Lesson {
  const { cycle: built, winBack } = run.conduct.relations;
  const lost = meanOf(run.truth.map(({ kpi }) => kpi.churn));
  const figures = [figure('count', built), figure('count', winBack), figure('share', lost)];
  const open = quartersOpen(run, 'idc.cycle');
  const place = setBy(run, Infinity, ['idc.cycle', 'idc.cycle.winBack']);
  if (built >= CYCLE_BUILT) return judged('cycle', true, place, ...figures);
  if (built > 0 || winBack > 0) return untested('cycle', 'short', place, ...figures);
  return open < CYCLE_BUILT ? untested('cycle', 'closed', null, figure('count', open)) : judged('cycle', false, place, ...figures);
}

/** Kept where a lead over rivals that was noticed held to the end; broken where all of them were lost. */
function ownValue(run: LessonRun): Lesson {
  const { edges, own } = advantageAgainstTruth(run);
  const held = edges.filter(({ lead, left, halfLife, takenBack }) => lead > 0 && left > 0 && halfLife === null && !takenBack);
  const [first] = edges;
  if (first === undefined) return untested('ownValue');
  const shown = held[0] ?? first;
  return judged(
    'ownValue',
    held.length > 0,
    shownBy(run, shown.since, 'biz.position', 'biz.range', 'biz.price', 'svc.promise'),
    figure('count', edges.length),
    figure('count', held.length),
    figure('points', own.records[1] - own.records[0]),
  );
}
