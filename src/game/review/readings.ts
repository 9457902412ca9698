/** What a finding is read from: the firm's own cards, its books, or a figure that a method brought; always with the interval of the figure. */

import { contradictionsIn } from '../../company/contradictions.ts';
import type { QuarterPlan } from '../../company/controls.ts';
import type { FirmState } from '../../company/firm.ts';
import { rightOwner } from '../../company/inForce.ts';
import { gapOf, paths } from '../../company/paths.ts';
import { programmeOf } from '../../company/programme.ts';
import { offStrategy } from '../../company/review/revealedSpending.ts';
import type { FindingId, ReviewMethodId } from '../../company/review/reviewOptions.ts';
import { pow } from '../../sim/math/elementary.ts';

/** A measure with the ends of its interval, in the unit of its finding's scale. */
export interface Reading {
  value: number;
  low: number;
  high: number;
}
/** A figure by method and id; null where it was not bought or could not tell. */
export type Figures = (method: ReviewMethodId, id: string) => Reading | null;

export const exactly = (value: number): Reading => ({ value, low: value, high: value });

const mapped = (readings: readonly (Reading | null)[], of: (values: readonly number[]) => number): Reading | null => {
  const all = readings.filter((one): one is Reading => one !== null);
  if (all.length < readings.length) return null;
  const at = (end: keyof Reading): number => of(all.map((one) => one[end]));
  return { value: at('value'), low: at('low'), high: at('high') };
};
const cubeRoot = (value: number): number => (value > 0 ? pow(value, 1 / 3) : 0);
const product = (values: readonly number[]): number => values.reduce((all, value) => all * Math.max(0, value), 1);

/** Points of ill fit of the programme in the field: gap, a wrong owner, a leap of half a firm, records that do not carry it. */
function pathUnfit(firm: FirmState, plan: QuarterPlan): number {
  const { running, path, context } = programmeOf(firm);
  if (!running || path === 'stay') return 0;
  const owner = rightOwner(path, plan['crm.people.owner']) ? 0 : 8;
  const half = path === 'p14' && context.scope === 'marketingAndIt' ? 8 : 0;
  const thin = Math.max(0, paths[path].information - firm.information) / 4;
  return gapOf(path, firm.stocks) + owner + half + thin;
}

/** Points by the state of the programme: rolled back, standing still, or longer in its pilot than a pilot takes. */
function programmeStalled(firm: FirmState): number {
  const { state, context } = programmeOf(firm);
  if (state === 'rollingBack') return 100;
  if (state === 'stalled') return 70 + 10 * Math.min(3, context.turns);
  return state === 'piloting' && context.turns >= 3 ? 30 : 0;
}

/** Findings that are read from the firm's own cards and programme: any review sees them, whatever was bought. */
export const readFromCards: Readonly<Partial<Record<FindingId, (firm: FirmState, plan: QuarterPlan) => number>>> = {
  cardsDisagree: (_, plan) => contradictionsIn(plan).length,
  spendingOffStrategy: (_, plan) => offStrategy(plan),
  pathUnfit,
  programmeStalled: (firm) => programmeStalled(firm),
};

/** Findings that methods bring, from the figures named. @param firm id of the firm */
export const readFromFigures: Readonly<Partial<Record<FindingId, (figures: Figures, firm: string) => Reading | null>>> = {
  recordsWrong: (figures) => figures('data', 'accuracy'),
  recordsThin: (figures) =>
    mapped([figures('data', 'coverage'), figures('data', 'depth'), figures('data', 'linkage')], (values) => cubeRoot(product(values))),
  fieldsUnused: (figures) => figures('data', 'fieldsUnused'),
  consentMissing: (figures) => figures('data', 'consent'),
  wrongTargets: (figures) => figures('targets', 'captured'),
  skillLow: (figures) => figures('training', 'skill'),
  adoptionLow: (figures) => figures('training', 'adoption'),
  hiddenCost: (figures) => figures('tco', 'unplanned'),
  valueBehind: (figures, firm) => figures('valueMap', `value.${firm}`),
  spuriousLoyalty: (figures) => figures('loyaltyMatrix', 'spurious'),
  earlyDecay: (figures) => figures('retention', 'early'),
};
