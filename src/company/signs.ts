/** Early signs that a programme is about to stall: what people in the firm notice before anybody can name the cause (matrix: stall table). */

import { adoptionCeiling } from './adoption.ts';
import type { QuarterPlan } from './controls.ts';
import { billedQuarters, programmeQuote } from './costLines.ts';
import { type FirmSpec, type FirmState, stockIds } from './firm.ts';
import type { StallCause } from './matrixRules.ts';
import { parametersOf } from './parameters.ts';
import { shortfall } from './paths.ts';
import { programmeOf } from './programme.ts';

/**
 * S initiatives without a goal; L the sponsor skips reviews; X departments' answers differ; H log-ins fall and fields stay blank;
 * T duplicates rise; Q exceptions pile up; budget invoices nobody planned.
 */
export const signIds = [...stockIds, 'budget'] as const;
export type SignId = (typeof signIds)[number];

/** The sign that goes before a stall of each cause. A sponsor who leaves gives no other sign than the news that he has left. */
export const signOfCause: Readonly<Record<StallCause, SignId>> = {
  S: 'S',
  L: 'L',
  X: 'X',
  H: 'H',
  T: 'T',
  Q: 'Q',
  adoption: 'H',
  revolt: 'H',
  budget: 'budget',
  sponsor: 'L',
};

/**
 * Signs that hold at the end of a quarter, the gravest first; none without a programme that is planned or under way.
 * A stock shows its sign while its weighted shortfall is the largest or at least `sign.noticed` points; people too where use is heading
 * for less than a pilot must show; money where a bill came that nobody had planned, or where less is left than the next quarter of the roll-out costs.
 * @param plan the plan in force in the quarter
 */
export function programmeSigns(firm: FirmState, spec: FirmSpec, plan: QuarterPlan): SignId[] {
  const { path, state, active, running, context } = programmeOf(firm);
  if (path === 'stay' || !(running || state === 'planning')) return [];
  const p = parametersOf(spec);
  const weights = stockIds.map((stock) => ({ sign: stock as SignId, weight: shortfall(path, stock, firm.stocks) }));
  const gravest = Math.max(...weights.map(({ weight }) => weight));
  const shown = weights.filter(({ weight }) => weight > 0 && (weight === gravest || weight >= p['sign.noticed']));
  const unused = active && adoptionCeiling(firm, spec, plan, p) < p['programme.pilotAdoption'];
  if (unused && !shown.some(({ sign }) => sign === 'H')) shown.push({ sign: 'H', weight: shortfall(path, 'H', firm.stocks) });
  const turns = billedQuarters(path, context.pace, context.pilot);
  const instalment = firm.billedTurns < turns ? programmeQuote(path, context.pace, context.scope, p) / turns : 0;
  const short = running && firm.released < instalment;
  if (firm.spending.unplanned > 0 || short) shown.push({ sign: 'budget', weight: 0 });
  return shown.sort((a, b) => b.weight - a.weight || signIds.indexOf(a.sign) - signIds.indexOf(b.sign)).map(({ sign }) => sign);
}
