/** The glass box in words: what went in, values in their units, parameters with range and source. */

import type { GlassInput, GlassUnit, Unreckoned } from '../../game/glassBox/formula.ts';
import type { KpiId } from '../../game/reports.ts';
import type { OpenedFormula, OpenParameter } from '../../game/glassBox/glassBox.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { sourceWords } from '../../text/sources.ts';
import { word } from '../../text/words.ts';
import { rangeWords, sampleWords } from '../estimates.ts';
import { fixed, money, number, percent } from '../format.ts';
import { language } from '../language.svelte.ts';

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
    source: sourceWords(source, language.current),
  }));

/** The number as the run has it. */
export function resultWords({ reading: { result, unit, quarter } }: OpenedFormula, currency: string): string {
  const value = glassValue(result, unit, currency);
  if (quarter === null) return m.glass_result({ value });
  return quarter === 0 ? m.glass_result_start({ value }) : m.glass_result_at({ quarter: number(quarter), value });
}

/** How sure the firm is of it: its interval, over how many it was taken, and how. */
export function believedWords({ formula, reading: { believed, unit } }: OpenedFormula, currency: string): string {
  if (believed === undefined) return '';
  if (formula.id.startsWith('kpi.'))
    return `${rangeWords(formula.id.slice('kpi.'.length) as KpiId, believed, currency)} · ${sampleWords(believed)}`;
  const { low, high } = believed;
  if (low === null || high === null || low === high) return sampleWords(believed);
  return `${m.glass_interval({ low: glassValue(low, unit, currency), high: glassValue(high, unit, currency) })} · ${sampleWords(believed)}`;
}

const unreckoned: Readonly<Record<Unreckoned, () => string>> = {
  people: m.glass_counted,
  rules: m.glass_rules,
  sample: m.glass_sample,
  replays: m.glass_replays,
  file: m.glass_file,
  person: m.glass_person,
  books: m.glass_books,
  quarters: m.glass_quarters,
};

/** Whether the number comes out again from what is shown, or why not. */
export function againWords({ again, reading, formula }: OpenedFormula, currency: string): string {
  const own = formula.unreckoned;
  if (again === null) return reading.believed && own === undefined ? m.glass_estimated() : unreckoned[own ?? 'people']();
  const [value, shown] = [again, reading.result].map((each) => glassValue(each, reading.unit, currency));
  return value === shown || formula.tolerance < 0.01 ? m.glass_again({ value: value! }) : m.glass_again_near({ value: value! });
}
