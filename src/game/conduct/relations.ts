/** How long-term relations were kept: a cycle by stages, a rule to win back, conflicts learnt from, exits without a word. */

import type { PlayedCompany } from '../world.ts';
import type { RelationConduct } from './evidence.ts';
import type { ConductMemory, ConductQuarter } from './memory.ts';
import { lastSet, movesOf } from './places.ts';

/** Share 0-1 a quarter of the customers at its beginning, mean over the run. */
function rate(quarters: readonly ConductQuarter[], of: (quarter: ConductQuarter) => number): number {
  let [part, whole] = [0, 0];
  for (const each of quarters) {
    part += of(each);
    whole += Math.max(0, each.customers - each.gained + each.lost);
  }
  return whole > 0 ? part / whole : 0;
}

export function relationConduct(company: PlayedCompany, memory: ConductMemory): RelationConduct {
  const { quarters } = memory;
  const count = (holds: (quarter: ConductQuarter) => boolean): number => quarters.filter(holds).length;
  const met = company.cases.filter(({ asked, by }) => asked || by === 'learner');
  return {
    cycle: count(({ plan }) => plan['idc.cycle'].length > 0),
    triggers: company.inForce['idc.cycle'].length,
    loyal: count(({ plan }) => plan['idc.loyal'] !== 'none'),
    winBack: count(({ plan }) => plan['idc.cycle.winBack'] !== 'none'),
    cases: met.length,
    fixed: met.filter(({ fixed }) => fixed).length,
    silent: rate(quarters, ({ silentExits }) => silentExits),
    churn: rate(quarters, ({ lost }) => lost),
    at: {
      cycle: lastSet(memory, 'idc.cycle', 'idc.loyal'),
      winBack: lastSet(memory, 'idc.cycle.winBack'),
      cases: [...movesOf(memory, 'move.caseStep'), ...movesOf(memory, 'move.case')].slice(-1),
    },
  };
}
