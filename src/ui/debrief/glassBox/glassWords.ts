/** The glass box in words: names of numbers and of what went in, values in their units, parameters with range and source. */

import type { GlassInput, GlassUnit } from '../../../game/glassBox/formula.ts';
import type { KpiId } from '../../../game/reports.ts';
import type { OpenedFormula, OpenParameter } from '../../../game/glassBox/glassBox.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import * as m from '../../../text/generated/messages.js';
import { localText } from '../../../text/localText.ts';
import { word } from '../../../text/words.ts';
import { rangeWords, sampleWords } from '../../estimates.ts';
import { fixed, money, number, percent } from '../../format.ts';
import { language } from '../../language.svelte.ts';

/** The name of a number by the id of its formula. */
export function formulaName(id: string): string {
  const [kind, rest] = [id.slice(0, id.indexOf('.')), id.slice(id.indexOf('.') + 1)];
  if (kind === 'kpi') return word('kpi', rest);
  if (kind === 'criterion') return `${rest} · ${word('criterion', rest)}`;
  if (kind === 'gap') return m.glass_gap({ path: rest.toUpperCase() });
  if (kind === 'place') return m.glass_place({ name: `${rest} · ${word('criterion', rest)}` });
  return word('glassName', id);
}

/** Formulas are told to as many digits as let a reader reckon them again. */
export function glassValue(value: number, unit: GlassUnit, currency: string): string {
  switch (unit) {
    case 'share':
      return percent(value, 2);
    case 'points':
    case 'perThousand':
    case 'units':
      return fixed(value, 2);
    case 'money':
      return money(value, currency, 4);
    case 'count':
    case 'quarter':
      return number(value, 1);
    case 'number':
      return number(value, 3);
    case 'yes':
      return value >= 1 ? m.evidence_yes() : value <= 0 ? m.evidence_no() : m.evidence_partly({ share: percent(value, 0) });
  }
}

function inputName({ kind, id }: GlassInput, { market }: Scenario): string {
  if (kind !== 'segment') return kind === 'criterion' ? `${id} · ${word('criterion', id)}` : word(kind, id);
  const segment = market.segments.find((each) => each.id === id);
  return segment ? localText(segment.name, language.current) : id;
}

export interface InputRow {
  key: string;
  name: string;
  quarter: string;
  value: string;
}
export const inputRows = ({ reading }: OpenedFormula, scenario: Scenario): InputRow[] =>
  reading.inputs.map((input) => ({
    key: input.key,
    name: inputName(input, scenario),
    quarter: input.quarter === undefined ? '–' : number(input.quarter),
    value: Number.isNaN(input.value) ? '–' : glassValue(input.value, input.unit, scenario.currency),
  }));

export interface ParameterRow {
  id: string;
  name: string;
  value: string;
  range: string;
  source: string;
}
export const parameterRows = (parameters: readonly OpenParameter[]): ParameterRow[] =>
  parameters.map(({ id, value, usual, low, high, source }) => ({
    id,
    name: word('parameter', id),
    value: value === usual ? number(value, 4) : `${number(value, 4)} (${m.glass_usual({ value: number(usual, 4) })})`,
    range: `${number(low, 4)}–${number(high, 4)}`,
    source,
  }));

/** The number as the run has it. */
export function resultWords({ reading: { result, unit, quarter } }: OpenedFormula, currency: string): string {
  const value = glassValue(result, unit, currency);
  return quarter === null ? m.glass_result({ value }) : m.glass_result_at({ quarter: number(quarter), value });
}

/** How sure the firm is of it: its interval, over how many it was taken, and how. */
export function believedWords({ formula, reading: { believed } }: OpenedFormula, currency: string): string {
  if (believed === undefined) return '';
  return `${rangeWords(formula.id.slice('kpi.'.length) as KpiId, believed, currency)} · ${sampleWords(believed)}`;
}

/** Whether the number comes out again from what is shown. */
export function againWords({ again, reading, formula }: OpenedFormula, currency: string): string {
  if (again === null || Number.isNaN(again)) return reading.believed ? m.glass_estimated() : m.glass_counted();
  const [value, shown] = [again, reading.result].map((each) => glassValue(each, reading.unit, currency));
  return value === shown || formula.tolerance < 0.01 ? m.glass_again({ value: value! }) : m.glass_again_near({ value: value! });
}
