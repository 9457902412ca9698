/** The glass box: every number that can be opened, with its parameters and the values of the run that went in. */

import type { Pace } from '../../company/matrixRules.ts';
import { firmParameters, parametersOf } from '../../company/parameters.ts';
import { resolveWorld } from '../../scenario/worlds.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { parameters as marketParameters, parameterValues } from '../../sim/parameters.ts';
import type { LoggedEntry } from '../replay.ts';
import type { EntryData } from '../run.ts';
import { booksFormulas } from './booksFormulas.ts';
import { campaignFormulas, modelFormulas } from './campaignFormulas.ts';
import { cardFamily } from './cardFormulas.ts';
import { caseFormulas } from './caseFormulas.ts';
import { channelFormulas } from './channelFormulas.ts';
import { countedFamily } from './countedFormulas.ts';
import { customerFormulas } from './customerFormulas.ts';
import { dataFamilies } from './dataFormulas.ts';
import { changeFamily, differenceFormulas } from './differenceFormulas.ts';
import type { Aim, Family, Formula, GlassRun, ParameterRef, Reading } from './formula.ts';
import { kpiFormulas } from './kpiFormulas.ts';
import { lessonFamilies, sayingFormulas } from './lessonFormulas.ts';
import { moneyFormulas } from './moneyFormulas.ts';
import { mirrorFamilies } from './mirrorFormulas.ts';
import { pathFormulas, programmeFormulas } from './programmeFormulas.ts';
import { replayedFormulas, roundFamily } from './replayedFormulas.ts';
import { reviewFamily } from './reviewFormulas.ts';
import { type GlassParameter, scoreConstants } from './scoreConstants.ts';
import { scoreFormulas } from './scoreFormulas.ts';
import { segmentFamilies } from './segmentFormulas.ts';
import { stockFormulas } from './stockFormulas.ts';
import { restFamily, sumFormulas } from './sumFormulas.ts';

/** Numbers that every run may have. */
export const formulas: readonly Formula[] = [
  ...kpiFormulas,
  ...moneyFormulas,
  ...booksFormulas,
  ...programmeFormulas,
  ...stockFormulas,
  ...pathFormulas,
  ...campaignFormulas,
  ...modelFormulas,
  ...scoreFormulas,
  ...replayedFormulas,
  ...sumFormulas,
  ...differenceFormulas,
  ...customerFormulas,
  ...channelFormulas,
  ...caseFormulas,
  ...sayingFormulas,
];
/** Numbers that hang on the scenario or on what was played. */
export const families: readonly Family[] = [
  ...segmentFamilies,
  ...dataFamilies,
  reviewFamily,
  roundFamily,
  restFamily,
  ...mirrorFamilies,
  ...lessonFamilies,
  countedFamily,
  cardFamily,
  changeFamily,
];
const byId = new Map(formulas.map((formula) => [formula.id, formula]));
const byHead = new Map(families.map((family) => [family.head, family]));

/** null for an id that is nobody's. */
export function formulaOf(id: string): Formula | null {
  const known = byId.get(id);
  if (known) return known;
  const colon = id.indexOf(':');
  return colon < 0 ? null : (byHead.get(id.slice(0, colon))?.of(id.slice(colon + 1)) ?? null);
}

/** A coefficient as it holds in this run. */
export interface OpenParameter extends GlassParameter {
  id: string;
  /** Value where scenario and hidden world say nothing; other than `value` where one of them does. */
  usual: number;
}

export interface OpenedFormula {
  formula: Formula;
  reading: Reading;
  parameters: readonly OpenParameter[];
  /** The number reckoned again from what is shown; null where it comes from customers one by one. */
  again: number | null;
}

/**
 * What the formulas read of a run that is being played: what the firm knows, and parameters as the scenario says them, for what its hidden
 * world sets otherwise is not known yet. @param pace in force, or as the open plan has it
 */
export const glassInPlay = (run: Pick<GlassRun, 'scenario' | 'known' | 'pace'>): GlassRun => ({
  ...run,
  lifted: false,
  truth: [],
  score: null,
  totals: [],
});

/** What the formulas read of a closed run. @param world index of its hidden world; @param entries the log, for the pace in force at the end */
export function glassRun(
  run: Omit<GlassRun, 'pace' | 'scenario' | 'lifted'> & { scenario: Scenario; world: number; entries: readonly LoggedEntry[] },
): GlassRun {
  const { scenario, world, entries, ...rest } = run;
  return { ...rest, lifted: true, scenario: resolveWorld(scenario, world), pace: paceOf(entries, scenario.firms[0].id) };
}

function paceOf(entries: readonly LoggedEntry[], firm: string): Pace {
  const set = entries.flatMap((entry): Pace[] => {
    const { kind, data } = entry as EntryData;
    const pace = entry.firm === firm && kind === 'plan' ? data.plan['crm.pace'] : undefined;
    return pace === undefined ? [] : [pace];
  });
  return set.at(-1) ?? 'normal';
}

/** The run as a number is aimed at it: up to a quarter, and as its firm knew it where that is meant. */
export function glassAt(run: GlassRun, { quarter, side, first, given }: Aim): GlassRun {
  const upTo = <T extends { quarter: number }>(reports: readonly T[]): readonly T[] =>
    quarter === undefined ? reports : reports.filter((report) => report.quarter <= quarter);
  const isKnown = side === 'known';
  return {
    ...run,
    lifted: run.lifted && !isKnown,
    known: upTo(run.known),
    truth: isKnown ? [] : upTo(run.truth),
    ...(run.models && { models: isKnown ? [] : upTo(run.models) }),
    ...(first !== undefined && { first }),
    ...(given && { given }),
  };
}

/** Opens the number `id`; null where this run has no such number, and for an id that no formula has. */
export function openFormula(id: string, whole: GlassRun, aim: Aim = {}): OpenedFormula | null {
  const run = glassAt(whole, aim);
  const formula = formulaOf(id);
  const reading = formula ? readingOf(formula, run) : null;
  if (formula === null || reading === null) return null;
  const parameters = formula.parameters.map((ref) => openParameter(ref, run.scenario));
  const inputs = new Map(reading.inputs.map(({ key, value }) => [key, value]));
  const values = new Map(parameters.map(({ id: name, value }) => [name, value]));
  // What a firm only counts or estimates has nothing to be reckoned from.
  const bare = reading.believed !== undefined && reading.inputs.length === 0;
  const again = (bare ? null : formula.reckon)?.(
    (key) => inputs.get(key) ?? NaN,
    (name) => values.get(name) ?? NaN,
    reading,
  );
  return { formula, reading, parameters, again: again === undefined || Number.isNaN(again) ? null : again };
}

function readingOf({ read, readKnown }: Formula, run: GlassRun): Reading | null {
  return !run.lifted && readKnown ? readKnown(run) : read(run);
}

/** All numbers that this run has, in the order of the registry. */
export const openAll = (run: GlassRun): readonly OpenedFormula[] => formulas.flatMap(({ id }) => openFormula(id, run) ?? []);

function openParameter(ref: ParameterRef, { market, firms }: Scenario): OpenParameter {
  switch (ref.of) {
    case 'market': {
      const { value: usual, low, high, unit, source } = marketParameters[ref.id];
      return { id: ref.id, usual, low, high, unit, source, value: parameterValues(market.parameters)[ref.id] };
    }
    case 'firm': {
      const { value: usual, low, high, unit, source } = firmParameters[ref.id];
      return { id: ref.id, usual, low, high, unit, source, value: parametersOf(firms[0])[ref.id] };
    }
    case 'score': {
      const constant = scoreConstants[ref.id];
      return { id: ref.id, usual: constant.value, ...constant };
    }
  }
}
