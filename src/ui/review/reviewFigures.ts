/** Figures of a review in words: what each is called, its unit, and the axis on which it is drawn. */

import type { ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { KnownFigure } from '../../game/known/review.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { hasWord, word } from '../../text/words.ts';
import { segmentName } from '../cockpit/planWords.ts';
import { fixed, money, number, percent, signed } from '../format.ts';
import { language } from '../language.svelte.ts';

/** Points 0-100, their change, shares 0-1 and differences of them, money, a ratio to the market, per cent of equity a point, per cent, purchases, budget units. */
export type FigureUnit = 'points' | 'change' | 'share' | 'shareChange' | 'money' | 'ratio' | 'perPoint' | 'percent' | 'purchases' | 'units';
type Named = Pick<KnownFigure, 'method' | 'id'>;

const headOf = (id: string): string => id.split('.')[0]!;
const units: Readonly<Record<ReviewMethodId, FigureUnit>> = {
  satisfaction: 'points',
  equity: 'perPoint',
  valueMap: 'points',
  loyaltyMatrix: 'share',
  data: 'share',
  targets: 'shareChange',
  retention: 'share',
  training: 'points',
  tco: 'shareChange',
};
/** Figures whose unit is not that of their method, by the head of their id. */
const otherUnits: Readonly<Record<string, FigureUnit>> = {
  'satisfaction.change': 'change',
  'data.completeness': 'points',
  'targets.captured': 'share',
  'targets.lift': 'purchases',
  'retention.early': 'shareChange',
  'tco.line': 'units',
  'tco.unplanned': 'share',
  'tco.error': 'share',
  'equity.total': 'money',
  'valueMap.quality': 'ratio',
  'valueMap.price': 'ratio',
  'valueMap.line': 'ratio',
  'valueMap.value': 'percent',
};

export const unitOf = ({ method, id }: Named): FigureUnit => otherUnits[`${method}.${headOf(id)}`] ?? units[method];

function partName(scenario: Scenario, part: string): string {
  const firm = scenario.firms.find(({ id }) => id === part);
  if (firm) return localText(firm.name, language.current);
  if (hasWord('need', part)) return word('need', part);
  if (hasWord('option', `crm.tco.${part}`)) return word('option', `crm.tco.${part}`);
  return segmentName(scenario.market.segments, part);
}

/** What a figure is called. */
export function figureName({ method, id }: Named, scenario: Scenario): string {
  if (hasWord('reviewFigure', `${method}.${id}`)) return word('reviewFigure', `${method}.${id}`);
  const [head, ...rest] = id.split('.') as [string, ...string[]];
  const name = partName(scenario, rest.join('.'));
  if (hasWord('reviewFigure', `${method}.${head}`)) return word('reviewFigure', `${method}.${head}`, { name });
  return rest.length === 0 ? partName(scenario, head) : m.evaluation_figure_of({ whose: partName(scenario, head), name });
}

/** A value with its unit. */
export function figureWords(value: number, unit: FigureUnit, currency: string): string {
  switch (unit) {
    case 'points':
      return `${fixed(value)}/100`;
    case 'change':
      return m.evaluation_points({ points: signed(value, 1) });
    case 'share':
      return percent(value);
    case 'shareChange':
      return m.points_of_percent({ points: signed(100 * value, 1) });
    case 'money':
      return money(value, currency);
    case 'ratio':
      return fixed(value, 2);
    case 'percent':
      return `${signed(value, 1)}%`;
    case 'purchases':
      return m.evaluation_purchases({ purchases: signed(value, 2) });
    case 'units':
      return m.evaluation_units({ units: signed(value, 1) });
    case 'perPoint':
      return m.evaluation_per_point({ percent: fixed(value, 2) });
  }
}

/** The same without the unit, for the ends of an interval. */
export function bareWords(value: number, unit: FigureUnit, currency: string): string {
  if (unit === 'points') return fixed(value);
  if (unit === 'change') return signed(value, 1);
  if (unit === 'purchases') return signed(value, 2);
  if (unit === 'shareChange') return signed(100 * value, 1);
  return unit === 'perPoint' ? fixed(value, 2) : figureWords(value, unit, currency);
}

/** Ends of an interval; a dash between numbers with signs would be read as one more sign. */
export function rangeOf(low: number, high: number, unit: FigureUnit, currency: string): string {
  const ends = { low: bareWords(low, unit, currency), high: bareWords(high, unit, currency) };
  return low < 0 || (isSigned(unit) && high > 0) ? m.evaluation_from_to(ends) : `${ends.low}–${ends.high}`;
}
const isSigned = (unit: FigureUnit): boolean => ['change', 'shareChange', 'percent', 'purchases', 'units'].includes(unit);

/** Interval and sample of a figure that is known. */
export function doubtOf({ low, high, value, n, ...named }: KnownFigure, currency: string): string {
  const unit = unitOf(named);
  if (low === null || high === null || (low === value && high === value)) {
    return n > 0 ? `${m.evaluation_figure_counted()} · ${m.evaluation_figure_n({ n: number(n) })}` : m.evaluation_figure_counted();
  }
  return m.evaluation_figure_range({ range: rangeOf(low, high, unit, currency), n: number(n) });
}

/** Ends of the axis that figures of one unit share; wide enough for all of them and, in the debrief, for what was true. */
export function scaleOf(unit: FigureUnit, values: readonly (number | null | undefined)[]): [number, number] {
  if (unit === 'points') return [0, 100];
  const known = values.filter((value): value is number => typeof value === 'number');
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (unit === 'share') return [0, Math.min(1, Math.max(0.1, high * 1.1))];
  if (isSigned(unit)) {
    const most = Math.max(Math.abs(low), Math.abs(high), 1e-6) * 1.1;
    return [-most, most];
  }
  const room = Math.max((high - low) * 0.15, Math.abs(high) * 0.03, 1e-6);
  return [unit === 'perPoint' ? Math.min(0, low - room) : low - room, high + room];
}

/** Figures by method, in the order in which they were found. */
export function byMethod(figures: readonly KnownFigure[]): { method: ReviewMethodId; figures: readonly KnownFigure[] }[] {
  const methods = [...new Set(figures.map(({ method }) => method))];
  return methods.map((method) => ({ method, figures: figures.filter((figure) => figure.method === method) }));
}

/** Of the value map only who gives more than he takes, of the bill only what it comes to: the rest stands in a table. */
export const isMain = ({ method, id }: Named): boolean =>
  method === 'valueMap' ? headOf(id) === 'value' : `${method}.${headOf(id)}` !== 'tco.line';

/** A method in one line: its name and the first of its main figures that is known. */
export function headline(name: string, figures: readonly KnownFigure[], scenario: Scenario): string {
  const first = figures.find((figure) => isMain(figure) && figure.value !== null);
  if (first === undefined || first.value === null) return m.evaluation_fold_unknown({ name });
  const value = figureWords(first.value, unitOf(first), scenario.currency);
  return `${name} · ${figureName(first, scenario)} ${value}`;
}

/** Why a figure is not known. */
export const whyWord = (why = 'tooFew'): string => word(hasWord('reviewWhy', why) ? 'reviewWhy' : 'why', why);
