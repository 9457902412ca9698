/** Whether what is said governs what is done: strategy and spending, goal and measures, forces, contradictions, the path and how it began. */

import { contradictionsIn } from '../../company/contradictions.ts';
import { budgetIds, type GenericId, genericIds, type QuarterPlan } from '../../company/controls.ts';
import { depths } from '../../company/optionTables.ts';
import { gapOf } from '../../company/paths.ts';
import { programmeOf } from '../../company/programme.ts';
import { measuresOfGoal, signsHeld } from '../cards/strategyCards.ts';
import type { PlayedCompany } from '../world.ts';
import type { GoverningConduct } from './evidence.ts';
import type { ConductMemory, ConductQuarter } from './memory.ts';
import { lastSet } from './places.ts';

const LAST_YEAR = 4;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How much deeper the core segment is treated than the others, 0 = alike, 1 = wholly: depth, grain and contacts, each over its range. */
function coreAhead(plan: QuarterPlan): number {
  const [core] = plan['cus.core'];
  const segments = Object.keys(plan['cus.task']).sort((a, b) => (a < b ? -1 : 1));
  if (core === undefined || segments.length < 2) return 0;
  const ahead = (of: (segment: string) => number): number => of(core) - mean(segments.filter((id) => id !== core).map(of));
  return (
    ahead((id) => depths[plan['cus.depth'][id]!]) / 3 +
    ahead((id) => plan['cus.mode'][id]!) / 100 +
    ahead((id) => plan['idc.contact'][id]!) / 6
  );
}

/** What spending says of each strategy: 1 = as an even split and even treatment would. */
function revealedBy(plan: QuarterPlan): Record<GenericId, number> {
  const budget = plan['biz.budget'];
  const all = Math.max(
    1,
    budgetIds.reduce((sum, part) => sum + budget[part], 0),
  );
  const over = (...parts: (typeof budgetIds)[number][]): number =>
    parts.reduce((sum, part) => sum + budget[part], 0) / all / (parts.length / budgetIds.length);
  return {
    cost: over('service', 'technology') - (plan['biz.price'] > 0 ? 0.25 : 0),
    differentiation: over('service', 'people') - (plan['biz.price'] < 0 ? 0.25 : 0),
    focus: plan['cus.core'].length === 0 ? 0.5 : 0.9 + coreAhead(plan),
  };
}

export function governingConduct(company: PlayedCompany, memory: ConductMemory): GoverningConduct {
  const { spec, inForce: plan } = company;
  const { quarters } = memory;
  const year = quarters.slice(-LAST_YEAR).map((each) => revealedBy(each.plan));
  const says = Object.fromEntries(genericIds.map((id) => [id, mean(year.map((each) => each[id]))])) as Record<GenericId, number>;
  const named = plan['biz.forces'].filter((force) => spec.forces?.includes(force)).length;
  const goal = plan['crm.goal'];
  return {
    generic: plan['biz.generic'],
    revealed: genericIds.reduce((most, id) => (says[id] > says[most] ? id : most)),
    onStated: says[plan['biz.generic']],
    contradictions: contradictionsIn(plan),
    clashing: quarters.filter(({ firm }) => firm.contradictions.length > 0).length,
    goal,
    measured: plan['crm.measures'].some((measure) => measuresOfGoal[goal].includes(measure)),
    forces: spec.forces === undefined ? null : named,
    vision: plan['biz.vision.goal'] === 'customersFirst' ? signsHeld(plan).length : null,
    paths: pathsBegun(quarters),
    at: {
      generic: lastSet(memory, 'biz.generic', 'cus.core', 'biz.budget'),
      goal: lastSet(memory, 'crm.goal', 'crm.measures'),
      path: lastSet(memory, 'crm.path'),
    },
  };
}

/** Programmes approved, in order; the gap is that of the quarter before. */
function pathsBegun(quarters: readonly ConductQuarter[]): GoverningConduct['paths'] {
  type Begun = { -readonly [K in keyof GoverningConduct['paths'][number]]: GoverningConduct['paths'][number][K] };
  const begun: Begun[] = [];
  let open: Begun | null = null;
  quarters.forEach(({ quarter, firm }, place) => {
    const { running, path, state } = programmeOf(firm);
    if (open !== null && state === 'rollingBack') open.rolledBack = true;
    if (!running) {
      if (open !== null && state !== 'rollingBack') {
        open.done = !open.rolledBack && firm.settledPath === open.path;
        open = null;
      }
      return;
    }
    if (open !== null && open.path !== path) {
      open.done = !open.rolledBack;
      open = null;
    }
    if (open === null) {
      const before = quarters[place - 1]?.firm.stocks ?? firm.stocks;
      open = { path, quarter, gap: gapOf(path, before), stalled: 0, done: false, rolledBack: false };
      begun.push(open);
    }
    if (state === 'stalled') open.stalled += 1;
    // A programme that is being embedded when the run ends has arrived.
    if (state === 'embedding') open.done = true;
  });
  return begun;
}
