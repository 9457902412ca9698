/** Numbers, money and quarters as the reader's language writes them. */

import type { KpiId } from '../game/reports.ts';
import * as messages from '../text/generated/messages.js';
import { kpiReadings, type KpiUnit } from './kpis.ts';
import { language } from './language.svelte.ts';

const cache = new Map<string, Intl.NumberFormat>();

/** Formatters cost far more to make than to use: each is made once a language. */
export function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language.current + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) cache.set(key, (found = new Intl.NumberFormat(language.current, options)));
  return found;
}

/** One minus for all figures, the sign and not the hyphen; it stays on the line of its figure. */
const withMinus = (words: string): string => words.replaceAll('-', '\u2212\u2060');

/** At most `digits` decimals. */
export const number = (value: number, digits = 0): string => withMinus(formatter({ maximumFractionDigits: digits }).format(value));
/** Always `digits` decimals, for columns of figures. */
export const fixed = (value: number, digits = 1): string =>
  withMinus(formatter({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value));
export const signed = (value: number, digits = 0): string =>
  withMinus(formatter({ maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value));
/** A share 0-1 as a percentage, with its sign. */
export const percent = (share: number, digits = 1): string =>
  withMinus(formatter({ style: 'percent', maximumFractionDigits: digits, minimumFractionDigits: digits }).format(share));
/** Vietnamese short forms of large numbers that are read otherwise than the words used everywhere else: T is read as a trillion. */
const shortForms: Readonly<Record<string, string>> = { T: 'tỷ', NT: 'nghìn tỷ' };
/** Money short enough for the axis of a chart: 1,5 Tr €; billions are written out in Vietnamese: 20 tỷ ₫. */
export function axisMoney(value: number, currency: string, digits = 3): string {
  const words = formatter({ style: 'currency', currency, notation: 'compact', maximumSignificantDigits: digits })
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'compact' && language.current === 'vi' ? (shortForms[part] ?? part) : part))
    .join('');
  return withMinus(words.replaceAll(' ', '\u00a0'));
}
/** Vietnamese writes out thousands, millions and billions; of its short forms thousands and millions stand on axes only. */
const compactDisplay = (): 'long' | 'short' => (language.current === 'vi' ? 'long' : 'short');
/** A rounded number without a unit: 1,5 triệu, 1.5M. */
export const rounded = (value: number, digits = 3): string =>
  withMinus(
    formatter({ notation: 'compact', compactDisplay: compactDisplay(), maximumSignificantDigits: digits }).format(value),
  ).replaceAll(' ', '\u00a0');
/** Rounded money: 1,5 triệu €, €1.5M. */
export function money(value: number, currency: string, digits = 3): string {
  const options = { notation: 'compact', compactDisplay: compactDisplay(), maximumSignificantDigits: digits } as const;
  // Money knows no long form of its own: the word comes from the number.
  const long = formatter(options)
    .formatToParts(value)
    .find(({ type }) => type === 'compact');
  const words = formatter({ ...options, style: 'currency', currency })
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'compact' && long ? long.value.replaceAll(' ', '\u00a0') : part))
    .join('');
  return withMinus(words);
}
/** Words of a size with the sign of a value before them; none for nought, nor for what is rounded to nought. */
export const withSign = (value: number, size: string): string =>
  value === 0 || !/[1-9]/u.test(size) ? size : `${value < 0 ? '\u2212' : '+'}\u2060${size}`;
/** A change of money with its sign. */
export const signedMoney = (change: number, currency: string, digits = 3): string =>
  withSign(change, money(Math.abs(change), currency, digits));
/** A change of a share 0-1 as a percentage with its sign. */
export const signedPercent = (share: number, digits = 1): string => withSign(share, percent(Math.abs(share), digits));
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
/** A number of bytes in its largest unit that leaves one or more. */
export function bytes(count: number): string {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return formatter({ style: 'unit', unit: byteUnits[power], unitDisplay: 'short', maximumFractionDigits: 1 }).format(count / 1000 ** power);
}
/** The same words inside a sentence. */
export const inSentence = (words: string): string => words.charAt(0).toLocaleLowerCase(language.current) + words.slice(1);
const lists = new Map<string, Intl.ListFormat>();
export function list(words: readonly string[]): string {
  let found = lists.get(language.current);
  if (!found) lists.set(language.current, (found = new Intl.ListFormat(language.current, { type: 'unit', style: 'long' })));
  return found.format(words);
}

/** A figure in its own unit, without the sign that `unitSign` gives. */
export function figure(value: number, unit: KpiUnit, currency: string): string {
  if (unit === 'share') return fixed(value * 100, 1);
  if (unit === 'points' || unit === 'perThousand') return fixed(value, 1);
  if (unit === 'money') return money(value, currency);
  return number(value);
}

export function unitSign(unit: KpiUnit): string {
  if (unit === 'share') return '%';
  return unit === 'points' ? '/100' : '';
}

/** A KPI as the axis of a chart has room for. */
export const axisFigure = (kpi: KpiId, value: number, currency: string): string =>
  kpiReadings[kpi].unit === 'money' ? axisMoney(value, currency) : kpiFigure(kpi, value, currency);

/** A KPI with its unit, for running text and tables. */
export function kpiFigure(kpi: KpiId, value: number, currency: string): string {
  const { unit } = kpiReadings[kpi];
  return unit === 'points' ? figure(value, unit, currency) : figure(value, unit, currency) + unitSign(unit);
}

/** The same with the scale of points, where a table has no other place that tells it. */
export const kpiOfScale = (kpi: KpiId, value: number, currency: string): string =>
  kpiFigure(kpi, value, currency) + (kpiReadings[kpi].unit === 'points' ? unitSign('points') : '');

/** How large a change of a KPI is, without its sign; shares as points of a percent. */
export function kpiAmount(kpi: KpiId, change: number, currency: string): string {
  const { unit } = kpiReadings[kpi];
  const size = Math.abs(change);
  if (unit === 'money') return money(size, currency);
  if (unit === 'share') return messages.points_of_percent({ points: number(size * 100, 1) });
  if (unit === 'points') return messages.evaluation_points({ points: number(size, 1) });
  return number(size, unit === 'count' ? 0 : 1);
}

/** A change of a KPI with its sign; shares as points of a percent. */
export function kpiChange(kpi: KpiId, change: number, currency: string): string {
  const { unit } = kpiReadings[kpi];
  if (unit === 'money') return signedMoney(change, currency);
  if (unit === 'share') return messages.points_of_percent({ points: signed(change * 100, 1) });
  if (unit === 'points') return messages.evaluation_points({ points: signed(change, 1) });
  return signed(change, unit === 'count' ? 0 : 1);
}
