/** The customer cycle of a quarter as it truly was, in real people and currency. */

import type { WinBack } from '../../company/cycle.ts';
import { type LossId, lossIds, type StageId, stageIds, type TriggerId } from '../../sim/records/cycle.ts';
import type { CycleQuarter } from './state.ts';

export interface CycleTruth {
  winBack: WinBack;
  /** Customers contacted, asked about what did not happen to them, passed over though it did, and expected to stay who would have left. */
  triggers: readonly { trigger: TriggerId; fired: number; mistaken: number; missed: number; kept: number }[];
  cost: number;
  winBackCost: number;
  withdrew: number;
  /** Gone without notice and back. */
  back: number;
  /** Asked to come back, came back, won back so far and gone again, by why they had left. */
  returns: readonly { loss: LossId; tried: number; returned: number; won: number; gone: number }[];
  /** Customers who stood in each stage, and those of them who left in the quarter; null where nobody looked. */
  stages: readonly { stage: StageId; customers: number; left: number }[] | null;
}

/** @param weight real people that a simulated one stands for */
export function cycleTruth(cycle: CycleQuarter | null, weight: number): CycleTruth | null {
  if (cycle === null) return null;
  return {
    winBack: cycle.winBack,
    triggers: cycle.triggers.map(({ trigger, fired, mistaken, missed, kept }) => ({
      trigger,
      fired: fired * weight,
      mistaken: mistaken * weight,
      missed: missed * weight,
      kept: kept * weight,
    })),
    cost: cycle.cost * weight,
    winBackCost: cycle.winBackCost * weight,
    withdrew: cycle.withdrew * weight,
    back: cycle.back * weight,
    returns: lossIds.map((loss) => ({
      loss,
      tried: cycle.triedBy[loss] * weight,
      returned: cycle.returned[loss] * weight,
      won: cycle.wonBack[loss].n * weight,
      gone: cycle.wonBack[loss].gone * weight,
    })),
    stages:
      cycle.stages?.map(({ truly }, stage) => ({ stage: stageIds[stage]!, customers: truly.n * weight, left: truly.gone * weight })) ??
      null,
  };
}
