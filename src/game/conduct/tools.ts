/** In what order technology was bought, how well it fits, and how well its cost was foreseen. */

import { toolFit } from '../../company/adoption.ts';
import { costLineTable } from '../../company/costLines.ts';
import { toolBought } from '../../company/costs.ts';
import { costLineIds, vendorIds } from '../../company/controls.ts';
import type { FirmSpec, FirmState } from '../../company/firm.ts';
import { parametersOf } from '../../company/parameters.ts';
import { vendorOf } from '../../company/vendors.ts';
import type { PlayedCompany } from '../world.ts';
import type { ToolConduct } from './evidence.ts';
import type { ConductMemory, ConductQuarter } from './memory.ts';
import { lastSet } from './places.ts';

/**
 * How far a tick sheet missed what a programme truly costs, line by line, over its true cost: a line planned was forecast at the usual, one left
 * out at nothing. What no sheet could have told, since a line differs from the usual here, is left out.
 */
export function forecastError(spec: Pick<FirmSpec, 'costLines'>, planned: FirmState['plannedLines']): number {
  let [off, whole] = [0, 0];
  for (const line of costLineIds) {
    const usual = costLineTable[line].units;
    const real = spec.costLines?.[line] ?? usual;
    const missed = Math.abs(real - (planned.includes(line) ? usual : 0));
    off += missed - Math.min(real, Math.abs(real - usual));
    whole += real;
  }
  return whole > 0 ? off / whole : 0;
}

export function toolConduct(company: PlayedCompany, memory: ConductMemory): ToolConduct {
  const { firm, spec, inForce: plan } = company;
  const { quarters } = memory;
  const firstIn = (holds: (quarter: ConductQuarter, before: ConductQuarter | undefined) => boolean): number | null =>
    quarters.find((each, place) => holds(each, quarters[place - 1]))?.quarter ?? null;
  const bought = firstIn(
    (each, before) => each.plan['imp.tool'] !== 'present' && (before === undefined || toolBought(each.plan, before.plan)),
  );
  const programme = firstIn(({ firm: then }) => then.spending.programme > 0);
  const sum = (of: (firm: FirmState) => number): number => quarters.reduce((all, each) => all + of(each.firm), 0);
  const unplanned = sum(({ spending }) => spending.unplanned);
  const fit = (vendor: (typeof vendorIds)[number]): number => vendorOf(spec, vendor).fit;
  const best = vendorIds.reduce((most, vendor) => Math.max(most, fit(vendor)), -Infinity);
  return {
    bought,
    process: firstIn((each) => each.plan['imp.process'] !== 'none'),
    analysed: firstIn((each) => each.plan['ana.buy'].some((id) => id === 'readiness' || id === 'technology')),
    programme,
    trial: quarters.some((each) => each.plan['imp.trial'] === 'yes' && (bought === null || each.quarter <= bought)),
    vendor: plan['imp.tool'] === 'present' ? null : fit(plan['imp.vendor']) - best,
    fit: toolFit(firm, spec, plan, parametersOf(spec)),
    tcoError: programme === null ? null : forecastError(spec, firm.plannedLines),
    planned: sum(({ spending }) => spending.programme) - unplanned,
    unplanned,
    at: { tool: lastSet(memory, 'imp.tool', 'imp.vendor'), process: lastSet(memory, 'imp.process'), tco: lastSet(memory, 'crm.tco') },
  };
}
