/** How well the learner's labels served over the last year of a run. */

import type { PlayedCompany, World } from '../world.ts';
import type { TargetConduct, TargetsSeen } from './evidence.ts';
import type { ConductMemory } from './memory.ts';
import { lastSet } from './places.ts';
import { targetsNow } from './targetsSeen.ts';

/** The last year's labels; the last quarter alone where a run was broken off before it. */
export function targetConduct(world: World, company: PlayedCompany, memory: ConductMemory): TargetConduct {
  const { inForce: plan, classing } = company;
  return {
    ...targetsOver(memory.targets.length > 0 ? memory.targets : [targetsNow(world, company)]),
    rule: classing.rule,
    needs: plan['idc.need'] !== 'none' || company.analysed.includes('needs'),
    at: {
      class: lastSet(memory, 'idc.class', 'idc.hours'),
      core: lastSet(memory, 'cus.core', 'cus.task'),
      refused: lastSet(memory, 'cus.refused', 'cus.task'),
      needs: lastSet(memory, 'idc.need', 'ana.buy'),
    },
  };
}

/** Means over the quarters in which customers were classed; a core, and whom one refuses, are those that were kept all along. */
export function targetsOver(quarters: readonly TargetsSeen[]): Omit<TargetConduct, 'rule' | 'needs' | 'at'> {
  const classed = quarters.filter((each) => each.classed);
  const could = quarters.filter(({ open, classed: were }) => open || were).length;
  const among = classed.length > 0 ? classed : quarters;
  const mean = (of: (each: TargetsSeen) => number): number => meanOf(among.map(of));
  return {
    labelled: could > 0 ? classed.length / could : 0,
    known: mean(({ known }) => known),
    regret: mean(({ regret }) => regret),
    oneForAll: mean(({ oneForAll }) => oneForAll),
    kappa: classed.length > 0 ? meanOf(classed.map(({ kappa }) => kappa ?? 0)) : null,
    headHours: mean(({ headHours }) => headHours),
    headShare: mean(({ headShare }) => headShare),
    core: quarters.every(({ core }) => core),
    refuses: quarters.every(({ refuses }) => refuses),
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
