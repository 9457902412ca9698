/** What the state, associations and networks do for or ask of every firm of a class: three dials that change costs and consent rules alike for all. */

import { firmParameters, parametersOf, type FirmParameterId } from '../company/parameters.ts';

export const policyIds = ['law', 'training', 'infrastructure'] as const;
export type PolicyId = (typeof policyIds)[number];
/** Stands of a dial: -1 looser or poorer than the scenario has it, 0 as it has it, 1 stricter or better. */
export type PolicyStand = -1 | 0 | 1;
export type PolicyDials = Readonly<Partial<Record<PolicyId, PolicyStand>>>;

type Factors = Readonly<Partial<Record<FirmParameterId, readonly [below: number, above: number]>>>;

/** Factors on the coefficients of the learner's firm where a dial stands below and above; our own proposals after the thesis' macro solutions (3.3.1). */
export const policyFactors: Readonly<Record<PolicyId, Factors>> = {
  // A strict law voids consent that was taken in a bundle and makes a breach weigh more; asking purpose by purpose gets cheaper as forms are common.
  law: {
    'records.consentBundled': [2, 0],
    'breach.size': [0.7, 1.5],
    'price.consentByPurpose': [1, 0.6],
    'shock.breachSilentS': [0.5, 2],
    'shock.breachSilentL': [0.5, 2],
  },
  // Courses that the state or an association pays for.
  training: { 'price.training': [1.5, 0.5], 'hours.training': [1.25, 0.75], 'input.training': [0.85, 1.15] },
  // Networks, common standards and clouds: stores and links between channels cost less.
  infrastructure: {
    'price.mart': [1.3, 0.75],
    'price.warehouse': [1.3, 0.75],
    'price.cms': [1.3, 0.75],
    'price.sfa': [1.3, 0.75],
    'price.crm': [1.3, 0.75],
    'price.sync': [1.3, 0.75],
    'price.share': [1.3, 0.75],
  },
};

type Own = Partial<Record<FirmParameterId, number>>;

/** The firm's own coefficients with the dials turned, each kept within its range. @param own those of the firm, or of a hidden world over it */
export function turned(dials: PolicyDials, own: Own | undefined, over: Own | undefined = own): Own {
  const usual = parametersOf(own === undefined ? {} : { parameters: own });
  const result: Own = { ...over };
  for (const policy of policyIds) {
    const stand = dials[policy] ?? 0;
    if (stand === 0) continue;
    for (const [id, factors] of Object.entries(policyFactors[policy]) as [FirmParameterId, readonly [number, number]][]) {
      const { low, high } = firmParameters[id];
      const value = (result[id] ?? usual[id]) * factors[stand < 0 ? 0 : 1];
      result[id] = Math.min(high, Math.max(low, value));
    }
  }
  return result;
}
