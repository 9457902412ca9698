/** The bill of the running or last programme against what was planned for it, line by line, as far as it has been paid. */

import { billedQuarters, costLineTable, programmeQuote } from '../../company/costLines.ts';
import { costLineIds } from '../../company/controls.ts';
import type { FirmState } from '../../company/firm.ts';
import { parametersOf } from '../../company/parameters.ts';
import { programmeOf } from '../../company/programme.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import type { ReviewMethod } from './asking.ts';
import { countedFigure, missing } from './figures.ts';

const UNITS_OF_TABLE = 20;
const ids = ['unplanned', 'error'] as const;

/** Units that a planned line was to have cost by now; none for a line that nobody planned. */
function forecastOf(firm: FirmState, perUnit: number, part: number): Map<(typeof costLineIds)[number], number> {
  return new Map(costLineIds.map((line) => [line, firm.plannedLines.includes(line) ? perUnit * costLineTable[line].units * part : 0]));
}

/**
 * `unplanned`: share 0-1 of the bill on lines that nobody planned. `error`: what lines were off by, all together, over the forecast, share
 * from 0. `line.<id>`: units over the forecast. Books, so that nothing is uncertain but what is still to come.
 */
export const tcoMethod: ReviewMethod = ({ company }) => {
  const { firm, spec } = company;
  const { path, context } = programmeOf(firm);
  const billed = costLineIds.reduce((sum, line) => sum + firm.billedLines[line], 0);
  if (path === 'stay' || billed === 0) return ids.map((id) => missing({ method: 'tco', id }, 'noneSuch'));
  const p = parametersOf(spec);
  const turns = billedQuarters(path, context.pace, context.pilot);
  const perUnit = programmeQuote(path, context.pace, context.scope, p) / UNITS_OF_TABLE;
  const forecast = forecastOf(firm, perUnit, Math.min(1, firm.billedTurns / turns));
  const off = costLineIds.map((line) => firm.billedLines[line] - forecast.get(line)!);
  const unplanned = costLineIds.reduce((sum, line) => sum + (firm.plannedLines.includes(line) ? 0 : firm.billedLines[line]), 0);
  const expected = [...forecast.values()].reduce((sum, units) => sum + units, 0);
  const error = off.reduce((sum, units) => sum + Math.abs(units), 0);
  const figure = (id: string, value: number): ReviewFigure => countedFigure({ method: 'tco', id }, value, firm.billedTurns);
  const lines = costLineIds.flatMap((line, place) => (firm.billedLines[line] === 0 ? [] : [figure(`line.${line}`, off[place]!)]));
  const overall = expected > 0 ? figure('error', error / expected) : missing({ method: 'tco', id: 'error' }, 'notPlanned');
  return [figure('unplanned', unplanned / billed), overall, ...lines];
};
