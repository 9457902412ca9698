/** CRM projects of a firm whose policy is drawn by lot and kept: which fall short of their goal, and what part of their cost is the licence. */

import { type CostLineId, costLineIds, type PathId, type QuarterPlan } from '../../company/controls.ts';
import type { FirmState } from '../../company/firm.ts';
import { plannedTurns } from '../../company/paths.ts';
import { programmeOf } from '../../company/programme.ts';
import { playRounds } from '../../game/autoplay.ts';
import { randomPlayer } from '../../game/randomPlayer.ts';
import type { QuarterReport } from '../../game/reports.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Figures } from './measured.ts';

/** Runs of each scenario behind one figure, each on people and a luck of its own, hidden worlds by turns. */
const RUNS = 12;

/** A programme from its approval on; a pilot that is sent back and tried again is the same project. */
export interface Project {
  path: Exclude<PathId, 'stay'>;
  /** Quarter of the approval, and the last one that the plan allows for pilot and roll-out. */
  approved: number;
  due: number;
  /** Goal on its card at the approval. */
  goal: QuarterPlan['crm.goal'];
  /** Quarter in which it was given up, rolled back or done; null = under way at the end of the run. */
  ended: number | null;
  /** It has been embedded. */
  embedded: number | null;
  /** Units billed so far by line of the cost sheet. */
  lines: Readonly<Record<CostLineId, number>>;
}

/** Projects of one firm, from its state after each quarter, in order. */
export function projectsOf(firms: readonly FirmState[]): Project[] {
  const projects: Project[] = [];
  let open: Project | null = null;
  firms.forEach((firm, index) => {
    const { state, path, running, context } = programmeOf(firm);
    const quarter = index + 1;
    if (open !== null && (path !== open.path || !(running || state === 'planning'))) {
      open.ended = quarter;
      open = null;
    }
    if (open === null && running && path !== 'stay') {
      const due = quarter + plannedTurns(path, context.pace) - 1;
      open = { path, approved: quarter, due, goal: firm.lastPlan['crm.goal'], ended: null, embedded: null, lines: firm.billedLines };
      projects.push(open);
    }
    if (open === null) return;
    open.lines = firm.billedLines;
    if (state === 'embedding') open.embedded ??= quarter;
  });
  return projects;
}

/** Customers who came, or came back, in the quarter. */
const gained = ({ truth }: QuarterReport): number => Object.values(truth.bySegment).reduce((sum, segment) => sum + segment.gained, 0);

/** Whether what the goal names is better in the second report than in the first; without a goal it is the customers who say. */
function isBetter(goal: Project['goal'], before: QuarterReport, after: QuarterReport): boolean {
  const [was, is] = [before.truth.kpi, after.truth.kpi];
  switch (goal) {
    case 'keepCore':
      return is.churn < was.churn;
    case 'growCore':
      return is.contribution > was.contribution;
    case 'winBack':
      return gained(after) > gained(before);
    case 'cutCostToServe':
      return after.known.money.serviceCost / is.customers < before.known.money.serviceCost / was.customers;
    case 'knowCustomers':
      return is.completeness > was.completeness;
    case 'none':
      return is.satisfaction > was.satisfaction;
  }
}

/**
 * Whether a project fell short; null where the run ends before it is due. "Did it meet expectations?" is what the surveys asked (Gartner
 * 2001 as told by Thompson in 2004; "failures from a customer's point of view"): a project is short of its goal if by the end of its
 * planned quarters it had been given up or rolled back, or if what the goal on its card names was then no better than before it began.
 */
export function fellShort(project: Project, reports: readonly QuarterReport[]): boolean | null {
  if (project.due > reports.length) return null;
  if (project.ended !== null && project.ended <= project.due && project.embedded === null) return true;
  return !isBetter(project.goal, reports[Math.max(0, project.approved - 2)]!, reports[project.due - 1]!);
}

/** D3 and D4 over the runs of one seed in all scenarios. */
export function projects(scenarios: readonly Scenario[], customers: number, seed: number): Figures {
  const verdicts: boolean[] = [];
  let [licence, all] = [0, 0];
  for (const scenario of scenarios) {
    for (let run = 0; run < RUNS; run += 1) {
      const own = seed * RUNS + run;
      const setting = { world: run % scenario.worlds.length, populationSeed: own, luckSeed: own, customers };
      const firms: FirmState[] = [];
      const { reports } = playRounds(scenario, setting, randomPlayer(scenario, own, 'steady'), {
        onQuarter: (_, { world }) => firms.push(world.played[0]!.firm),
      });
      for (const project of projectsOf(firms)) {
        const short = fellShort(project, reports);
        if (short !== null) verdicts.push(short);
        licence += project.lines.licence;
        all += costLineIds.reduce((sum, line) => sum + project.lines[line], 0);
      }
    }
  }
  return {
    ...(verdicts.length > 0 ? { D3: verdicts.filter((short) => short).length / verdicts.length } : {}),
    ...(all > 0 ? { D4: licence / all } : {}),
  };
}
