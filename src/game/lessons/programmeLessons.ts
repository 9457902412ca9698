/** Lessons about the programme itself: its pace, who stood behind it, advisers, tools and processes. */

import { sponsorHourIds } from '../../company/plan.ts';
import { programmeOf } from '../../company/programme.ts';
import { consultingSpells, toolAgainstTruth } from '../cards/programmeCards.ts';
import { type CardsQuarter, coefficients } from '../cards/run.ts';
import { at, figure, judged, type Lesson, shownBy, untested } from './lesson.ts';
import { type LessonRun, meanOf } from './lessonRun.ts';

/** Broken where a programme began at a rushed pace or without a pilot: both raise the chance that it stalls. */
export function rush(run: LessonRun): Lesson {
  const { paths } = run.conduct.governing;
  if (paths.length === 0) return untested('rush');
  const hurried = paths.find(({ quarter }) => {
    const { plan } = at(run, quarter);
    return plan['crm.pace'] === 'rushed' || plan['crm.pilot'] === 'no';
  });
  const shown = hurried ?? paths[0]!;
  const stalled = paths.reduce((sum, each) => sum + each.stalled, 0);
  return judged(
    'rush',
    hurried === undefined,
    shownBy(run, shown.quarter, 'crm.pace', 'crm.pilot', 'crm.path'),
    figure('quarter', shown.quarter),
    figure('points', Math.max(0, shown.gap)),
    figure('count', stalled),
  );
}

/** Kept where departments were brought together or users were asked before the first programme began. */
export function agree(run: LessonRun): Lesson {
  const begun = run.conduct.governing.paths[0];
  if (begun === undefined) return untested('agree');
  const before = run.quarters.filter(({ quarter }) => quarter <= begun.quarter);
  const heard = before.filter(({ plan }) => plan['crm.align'] !== 'none' || plan['imp.involve'] !== 'none').length;
  const place = shownBy(run, begun.quarter, 'crm.align', 'imp.involve');
  return judged(
    'agree',
    heard > 0,
    place,
    figure('quarter', begun.quarter),
    figure('count', heard),
    figure('points', run.opening.stocks.X),
    figure('points', run.quarters.at(-1)!.firm.stocks.X),
  );
}

const hoursOf = ({ plan }: CardsQuarter): number => sponsorHourIds.reduce((sum, id) => sum + plan[id], 0);

/** Kept where leadership never stalled a programme and wore away by less, while it ran, than a single quarter without hours costs. */
export function leaders(run: LessonRun): Lesson {
  const running = run.quarters.filter(({ firm }) => programmeOf(firm).running);
  const [first, last] = [running[0], running.at(-1)];
  if (first === undefined || last === undefined) return untested('leaders');
  const causes = running.map(({ firm }) => programmeOf(firm)).map(({ state, context }) => (state === 'stalled' ? context.stalledBy : null));
  const stalled = causes.filter((cause) => cause === 'L' || cause === 'sponsor');
  const before = run.quarters.find(({ quarter }) => quarter === first.quarter - 1)?.firm ?? run.opening;
  const [from, to] = [before.stocks.L, last.firm.stocks.L];
  const place = shownBy(run, last.quarter, ...sponsorHourIds);
  return judged(
    'leaders',
    stalled.length === 0 && from - to < coefficients(run)['stock.L.decay'],
    place,
    figure('number', meanOf(running.map(hoursOf))),
    figure('points', from),
    figure('points', to),
    figure('count', stalled.length),
  );
}

/** Consultants who teach leave know-how behind, those who do the work take it along. */
export function consult(run: LessonRun): Lesson {
  const spells = consultingSpells(run);
  const left = spells.flatMap(({ left: points }) => points ?? []);
  const [first] = spells;
  if (first === undefined) return untested('consult');
  if (left.length === 0) return untested('consult', 'still', shownBy(run, first.from, 'imp.consult'), figure('quarter', first.from));
  const sum = left.reduce((all, points) => all + points, 0);
  const shown = spells.find(({ left: points }) => points !== null && points < 0) ?? first;
  return judged('consult', sum >= 0, shownBy(run, shown.from, 'imp.consult'), figure('quarter', shown.from), figure('points', sum));
}

/** Kept where the vendor chosen was the one whose way of working suits the firm best. */
export function fit(run: LessonRun): Lesson {
  const tool = toolAgainstTruth(run);
  const short = run.conduct.tools.vendor;
  if (tool === null || short === null) return untested('fit');
  return judged(
    'fit',
    short >= 0,
    shownBy(run, tool.bought, 'imp.tool', 'imp.vendor'),
    figure('quarter', tool.bought),
    figure('share', tool.fit),
    figure('points', tool.adoption),
  );
}

/** A process redrawn before a tool is bought or work is automated; broken where the machine came first. */
export function process(run: LessonRun): Lesson {
  const { bought, process: redrawn } = run.conduct.tools;
  const automated = run.quarters.find(({ plan }) => plan['svc.auto'] !== 'none')?.quarter ?? null;
  const machines = [bought, automated].filter((quarter) => quarter !== null);
  if (redrawn === null && machines.length === 0) return untested('process');
  const machine = machines.length === 0 ? null : Math.min(...machines);
  const kept = redrawn !== null && (machine === null || redrawn <= machine);
  const place = kept ? shownBy(run, redrawn, 'imp.process') : shownBy(run, machine!, 'imp.tool', 'svc.auto');
  return judged(
    'process',
    kept,
    place,
    figure('quarter', redrawn ?? 0),
    figure('quarter', machine ?? 0),
    figure('points', run.opening.stocks.Q),
    figure('points', run.quarters.at(-1)!.firm.stocks.Q),
  );
}
