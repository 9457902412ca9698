/** The generations of tools against the limits that each removes: from personal notes (PIM) to one view of the customer (CRM). */

import type { QuarterPlan } from '../../company/controls.ts';
import { generationEffects } from '../../company/toolGenerations.ts';
import { type CardsRun, coefficients, mean } from './run.ts';

export const generationIds = ['pim', 'cms', 'sfa', 'crm'] as const;
export type GenerationId = (typeof generationIds)[number];

/** Which limit a generation removes; the factor stands with the effect. */
const removes: Readonly<Record<GenerationId, keyof ReturnType<typeof generationEffects>>> = {
  pim: 'capture',
  cms: 'duplicates',
  sfa: 'acquisition',
  crm: 'context',
};

export interface GenerationEased {
  generation: GenerationId;
  /** Quarters in which its limit was eased, by it or a later one. */
  quarters: number;
  /** Change of what was limited, share (0.1 = a tenth more): mean of those quarters, null where there were none, and if all staff used it. */
  change: number | null;
  full: number;
}
export interface GenerationsAgainstLimits {
  /** Tools that the plans named, each once, in the order in which they were taken up. */
  used: readonly QuarterPlan['imp.tool'][];
  eased: readonly GenerationEased[];
}

/** What the tools in force took from the limits of the one before, as far as staff used them (generationEffects at the start of each quarter). */
export function generationsAgainstLimits(run: CardsRun): GenerationsAgainstLimits {
  const p = coefficients(run);
  const full = { pim: p['tool.pimCapture'], cms: p['tool.cmsDuplicates'], sfa: p['tool.sfaAcquisition'], crm: p['tool.crmContext'] };
  const effects = run.quarters.map(({ plan }, i) => generationEffects(i === 0 ? run.opening : run.quarters[i - 1]!.firm, plan, p));
  return {
    used: [...new Set(run.quarters.map(({ plan }) => plan['imp.tool']))],
    eased: generationIds.map((generation): GenerationEased => {
      const changes = effects.map((effect) => effect[removes[generation]] - 1).filter((change) => change !== 0);
      return {
        generation,
        quarters: changes.length,
        change: changes.length === 0 ? null : mean(changes),
        full: full[generation] - 1,
      };
    }),
  };
}
