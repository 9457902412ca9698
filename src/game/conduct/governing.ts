/** Whether what is said governs what is done: strategy and spending, goal and measures, forces, contradictions, the path and how it began. */

import { contradictionsIn } from '../../company/contradictions.ts';
import { gapOf } from '../../company/paths.ts';
import { programmeOf } from '../../company/programme.ts';
import { offStrategy } from '../../company/review/revealedSpending.ts';
import { measuresOfGoal } from '../cards/strategyCards.ts';
import type { PlayedCompany } from '../world.ts';
import type { GoverningConduct } from './evidence.ts';
import type { ConductMemory, ConductQuarter } from './memory.ts';
import { lastSet } from './places.ts';

const LAST_YEAR = 4;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function governingConduct(company: PlayedCompany, memory: ConductMemory): GoverningConduct {
  const { spec, inForce: plan } = company;
  const { quarters } = memory;
  const named = plan['biz.forces'].filter((force) => spec.forces?.includes(force)).length;
  const goal = plan['crm.goal'];
  return {
    onStated: 1 - mean(quarters.slice(-LAST_YEAR).map((each) => offStrategy(each.plan))),
    contradictions: contradictionsIn(plan),
    clashing: quarters.filter(({ firm }) => firm.contradictions.length > 0).length,
    goal,
    measured: plan['crm.measures'].some((measure) => measuresOfGoal[goal].includes(measure)),
    forces: spec.forces === undefined ? null : named,
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
