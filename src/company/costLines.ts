/** The total cost of ownership of a programme, line by line: how much each is, when it falls due, and what planning it changes. */

import { type CostLineId, costLineIds } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import type { FirmParameters } from './parameters.ts';
import { paths, plannedTurns, type RealPathId } from './paths.ts';
import { programmeOf } from './programme.ts';
import type { Pace, Scope } from './matrixRules.ts';

/**
 * Units per 20 units of programme cost and when a line falls due (share of the roll-out, 0-1). Licences are a quarter of the whole
 * (Forrester 2005: of what firms spend on CRM 25% goes into licences, the rest into integration, administration and maintenance). The
 * first seven are on a vendor's quote and make 40% of the whole (share seen at signature; 20-40% are reported).
 */
export const costLineTable: Readonly<Record<CostLineId, { units: number; due: number }>> = {
  licence: { units: 5, due: 0 },
  hardware: { units: 0.6, due: 0 },
  implementation: { units: 0.9, due: 0 },
  integration: { units: 0.6, due: 0.2 },
  training: { units: 0.4, due: 0.2 },
  support: { units: 0.3, due: 0.4 },
  addOns: { units: 0.2, due: 0.6 },
  dataMigration: { units: 2.6, due: 0.2 },
  processRedesign: { units: 2.2, due: 0.2 },
  administration: { units: 1.6, due: 0.4 },
  security: { units: 1, due: 0.4 },
  parallelRunning: { units: 1.4, due: 0.6 },
  lostProductivity: { units: 1.6, due: 0.4 },
  staffTurnover: { units: 0.8, due: 0.8 },
  exitCost: { units: 0.8, due: 0.8 },
};
const unitsOfTable = 20;

/** Factor of the scope on cost. */
function scopeFactor(scope: Scope, parameters: FirmParameters): number {
  if (scope === 'marketingAndIt') return parameters['price.scopeMarketingAndIt'];
  return scope === 'frontOffices' ? parameters['price.scopeFrontOffices'] : 1;
}

/** Units that a path costs in all when every line is planned and none differs from the table. */
export function programmeQuote(path: RealPathId, pace: Pace, scope: Scope, parameters: FirmParameters): number {
  const rushed = pace === 'rushed' ? parameters['price.rushed'] : 1;
  return paths[path].cost * parameters['programme.unitsPerIndex'] * scopeFactor(scope, parameters) * rushed;
}

/** Quarters over which the roll-out is billed. */
export function billedQuarters(path: RealPathId, pace: Pace, pilot: boolean): number {
  return Math.max(1, plannedTurns(path, pace) - (pilot ? 1 : 0));
}

/** Units by line of the cost sheet. */
export type UnitsByLine = Readonly<Record<CostLineId, number>>;

/** Nothing billed on any line. */
export const noUnits: UnitsByLine = Object.fromEntries(costLineIds.map((line) => [line, 0])) as Record<CostLineId, number>;

/** Line by line what two bills come to. */
export const addUnits = (one: UnitsByLine, other: UnitsByLine): UnitsByLine =>
  Object.fromEntries(costLineIds.map((line) => [line, one[line] + other[line]])) as Record<CostLineId, number>;

export interface ProgrammeBill {
  /** Units in all that were planned, and that nobody had planned. */
  planned: number;
  unplanned: number;
  lines: UnitsByLine;
}

/**
 * Units of the programme that fall due this quarter: planned lines in equal parts over the roll-out, the others whole in their quarter
 * and dearer. A planned line that turns out not to be needed is half lost.
 * @param reserve units kept for surprises: while they last, an unplanned line costs less extra
 */
export function programmeBill(firm: FirmState, spec: FirmSpec, parameters: FirmParameters, reserve: number): ProgrammeBill {
  const { state, path, context } = programmeOf(firm);
  const nothing: ProgrammeBill = { planned: 0, unplanned: 0, lines: noUnits };
  if (path === 'stay' || (state !== 'rollingOut' && state !== 'embedding')) return nothing;
  const turns = billedQuarters(path, context.pace, context.pilot);
  if (firm.billedTurns >= turns) return nothing;
  const perUnit = programmeQuote(path, context.pace, context.scope, parameters) / unitsOfTable;
  const lines: Record<CostLineId, number> = { ...noUnits };
  const surprises: CostLineId[] = [];
  let planned = 0;
  let surprise = 0;
  for (const line of costLineIds) {
    const usual = costLineTable[line];
    const real = spec.costLines?.[line] ?? usual.units;
    if (firm.plannedLines.includes(line)) {
      lines[line] = (perUnit * Math.max(real, usual.units * parameters['price.notNeeded'])) / turns;
      planned += lines[line];
    } else if (Math.min(turns - 1, Math.floor(usual.due * turns)) === firm.billedTurns) {
      lines[line] = perUnit * real;
      surprise += lines[line];
      surprises.push(line);
    }
  }
  const covered = Math.min(surprise, reserve);
  const unplanned = covered * parameters['price.unplannedWithReserve'] + (surprise - covered) * parameters['price.unplanned'];
  for (const line of surprises) lines[line] *= unplanned / surprise;
  return { planned, unplanned, lines };
}
