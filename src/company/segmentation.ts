/** How the firm cuts its market: variables and number of segments, and what a cut is worth in response to marketing money. */

import { exp } from '../sim/math/elementary.ts';
import type { FieldId } from '../sim/records/recordActions.ts';
import type { QuarterPlan, VariableId } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/**
 * Share 0-1 of what tells customers' needs apart that a variable explains, and the field without which it cannot be used (null = on any list).
 * Behaviour and needs predict, demographics mostly reach: order after Wedel and Kamakura 2000, sizes ours.
 */
export const variableTable: Readonly<Record<VariableId, { explains: number; field: FieldId | null }>> = {
  age: { explains: 0.1, field: null },
  region: { explains: 0.08, field: null },
  income: { explains: 0.15, field: 'household' },
  channel: { explains: 0.18, field: 'channel' },
  value: { explains: 0.3, field: 'purchases' },
  frequency: { explains: 0.25, field: 'purchases' },
  loyalty: { explains: 0.25, field: 'purchases' },
  needs: { explains: 0.45, field: 'needs' },
};

/** Whether the records hold what a variable needs. */
export function usableVariable(variable: VariableId, fields: readonly FieldId[]): boolean {
  const { field } = variableTable[variable];
  return field === null || fields.includes(field);
}

/** Share 0-1 of what tells customers' needs apart that need groups explain, as far as the records are complete (points 0-100). */
export function needGroupsTell(groups: QuarterPlan['idc.need'], information: number, p: FirmParameters): number {
  const explained = { none: 0, behaviour: p['segments.needBehaviour'], interviews: p['segments.needInterviews'] };
  return explained[groups] * (information / 100);
}

/**
 * How sharply a cut separates customers, 0-1: 1 - prod(1 - explained) over the usable variables, as far as the records are complete
 * where they must be read, times 1 - exp(-(segments - 1)/scale).
 * @param information completeness of the records, points 0-100; @param needGroups groups of customers who need the same
 */
export function sharpness(
  variables: readonly VariableId[],
  segments: number,
  fields: readonly FieldId[],
  information: number,
  p: FirmParameters,
  needGroups: QuarterPlan['idc.need'] = 'none',
): number {
  const untold = variables
    .filter((variable) => usableVariable(variable, fields))
    .reduce(
      (rest, variable) => {
        const { explains, field } = variableTable[variable];
        return rest * (1 - explains * (field === null ? 1 : information / 100));
      },
      1 - needGroupsTell(needGroups, information, p),
    );
  return (1 - untold) * (1 - exp(-(segments - 1) / p['segments.scale']));
}

/** Factor on marketing money by the cut in force, over that of the firm's cut before play (1 = as before). */
export function segmentationEffect(firm: FirmState, plan: QuarterPlan, spec: FirmSpec, p: FirmParameters): number {
  const fields = inForce(firm, plan, 'dat.fields');
  const usual = spec.segmentation ?? { variables: ['age', 'region'] as const, segments: 4 };
  const now = sharpness(
    inForce(firm, plan, 'cus.vars'),
    inForce(firm, plan, 'cus.segments'),
    fields,
    firm.information,
    p,
    inForce(firm, plan, 'idc.need'),
  );
  const before = sharpness(usual.variables, usual.segments, fields, firm.information, p);
  return (1 + p['segments.effect'] * now) / (1 + p['segments.effect'] * before);
}
