/** The generations of tools, from personal notes to CRM: each removes a limit of the one before, as far as it is used. */

import { adoptionInUse } from './adoption.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

const generations: readonly QuarterPlan['imp.tool'][] = ['present', 'pim', 'cms', 'sfa', 'crm'];

/** Factors on capture, duplicates, money that wins customers and lost context, as far as the tool in force is in use. */
export function generationEffects(
  firm: FirmState,
  plan: QuarterPlan,
  p: FirmParameters,
): { capture: number; duplicates: number; acquisition: number; context: number } {
  const reached = generations.indexOf(inForce(firm, plan, 'imp.tool'));
  const use = adoptionInUse(firm) / 100;
  const from = (generation: number, factor: number): number => (reached >= generation ? 1 + (factor - 1) * use : 1);
  return {
    capture: from(1, p['tool.pimCapture']),
    duplicates: from(2, p['tool.cmsDuplicates']),
    acquisition: from(3, p['tool.sfaAcquisition']),
    context: from(4, p['tool.crmContext']),
  };
}
