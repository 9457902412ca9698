/** Plans as data: the start plan, patches, what is wrong with a patch, and the mean plan of several quarters. */

import { type AnyControl, type Control, type ControlId, controlById, controls, type QuarterPlan } from './controls.ts';
import { usualParameters } from './parameters.ts';

/** One thing wrong with a patch; `at` is the control's id, with the segment or part after a dot where there is one. */
export interface PlanError {
  code: string;
  at: string;
  values: Readonly<Record<string, string | number>>;
}
type Value = QuarterPlan[ControlId];
type Values = Record<string, unknown>;

/** The plan a firm starts with: the controls' defaults, one value a segment where asked, and the overrides over them. */
export function startPlan(overrides: Partial<QuarterPlan>, segmentIds: readonly string[]): QuarterPlan {
  const plan: Values = {};
  for (const control of controls) plan[control.id] = startValue(control, segmentIds);
  return mergePlan(plan as unknown as QuarterPlan, overrides);
}

function startValue(control: Control, segmentIds: readonly string[]): unknown {
  if (control.kind === 'choiceEach' || control.kind === 'levelEach') {
    return Object.fromEntries(segmentIds.map((segment) => [segment, control.start]));
  }
  return control.start;
}

/** The plan with a patch over it. Controls with one value a segment take over only the segments that the patch names. */
export function mergePlan(plan: QuarterPlan, patch: Partial<QuarterPlan>): QuarterPlan {
  const merged: Values = { ...plan };
  for (const id of Object.keys(patch)) {
    const control = controlById.get(id as ControlId);
    const value = patch[id as ControlId];
    if (control === undefined || value === undefined) continue;
    const each = control.kind === 'choiceEach' || control.kind === 'levelEach';
    merged[control.id] = each ? { ...(plan[control.id] as object), ...(value as object) } : value;
  }
  return merged as unknown as QuarterPlan;
}

/** True if two values of one control say the same, whatever the order of keys. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((word) => b.includes(word as never));
  const left = a as Values;
  const right = b as Values;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

/** Everything wrong with a patch of a plan, in the order of the catalogue; empty = it may be merged. Never throws. */
export function planErrors(patch: unknown, segmentIds: readonly string[]): PlanError[] {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return [{ code: 'plan.notAnObject', at: '', values: {} }];
  const values = patch as Values;
  const unknown = Object.keys(values)
    .filter((key) => !controlById.has(key as ControlId))
    .sort((a, b) => (a < b ? -1 : 1));
  return [
    ...unknown.map((at) => ({ code: 'control.unknown', at, values: {} })),
    ...controls.flatMap((control) => (Object.hasOwn(values, control.id) ? controlErrors(control, values[control.id], segmentIds) : [])),
    ...hourErrors(values),
  ];
}

function controlErrors(control: AnyControl, value: unknown, segmentIds: readonly string[]): PlanError[] {
  const at = control.id;
  switch (control.kind) {
    case 'choice':
      return optionErrors(at, control.options, value);
    case 'level':
      return levelErrors(at, control, value);
    case 'subset':
      return listErrors(at, control.options, control.most, value, 'option.unknown');
    case 'segments':
      return listErrors(at, segmentIds, control.most, value, 'segment.unknown');
    case 'split':
      return splitErrors(at, control.options, control.step, value);
    case 'choiceEach':
      return eachErrors(at, segmentIds, value, (where, one) => optionErrors(where, control.options, one));
    case 'levelEach':
      return eachErrors(at, segmentIds, value, (where, one) => levelErrors(where, control, one));
  }
}

const shown = (value: unknown): string | number => (typeof value === 'number' || typeof value === 'string' ? value : typeof value);

function optionErrors(at: string, options: readonly string[], value: unknown): PlanError[] {
  if (typeof value === 'string' && options.includes(value)) return [];
  return [{ code: 'option.unknown', at, values: { value: shown(value), options: options.join(' ') } }];
}

function levelErrors(at: string, range: { low: number; high: number; step: number }, value: unknown): PlanError[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [{ code: 'number.expected', at, values: { value: shown(value) } }];
  const { low, high, step } = range;
  if (value < low || value > high) return [{ code: 'number.outOfRange', at, values: { value, low, high } }];
  return Number.isInteger((value - low) / step) ? [] : [{ code: 'number.offStep', at, values: { value, step } }];
}

function listErrors(at: string, allowed: readonly string[], most: number, value: unknown, code: string): PlanError[] {
  if (!Array.isArray(value)) return [{ code: 'list.expected', at, values: { value: shown(value) } }];
  const items = value as unknown[];
  const errors: PlanError[] = items
    .filter((item) => typeof item !== 'string' || !allowed.includes(item))
    .map((item) => ({ code, at, values: { value: shown(item) } }));
  if (new Set(items).size < items.length) errors.push({ code: 'list.repeated', at, values: { count: items.length } });
  if (items.length > most) errors.push({ code: 'list.tooMany', at, values: { count: items.length, most } });
  return errors;
}

function splitErrors(at: string, parts: readonly string[], step: number, value: unknown): PlanError[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ code: 'split.expected', at, values: { value: shown(value) } }];
  }
  const given = value as Values;
  const strangers = Object.keys(given).filter((key) => !parts.includes(key));
  const errors: PlanError[] = [
    ...strangers.map((part) => ({ code: 'option.unknown', at: `${at}.${part}`, values: { value: part, options: parts.join(' ') } })),
    ...parts.flatMap((part) =>
      levelErrors(`${at}.${part}`, { low: 0, high: 100, step }, Object.hasOwn(given, part) ? given[part] : undefined),
    ),
  ];
  if (errors.length > 0) return errors;
  const sum = parts.reduce((total, part) => total + (given[part] as number), 0);
  return sum === 100 ? [] : [{ code: 'split.sum', at, values: { sum } }];
}

function eachErrors(
  at: string,
  segmentIds: readonly string[],
  value: unknown,
  check: (where: string, one: unknown) => PlanError[],
): PlanError[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ code: 'segments.expected', at, values: { value: shown(value) } }];
  }
  const given = value as Values;
  return [
    ...Object.keys(given)
      .filter((key) => !segmentIds.includes(key))
      .map((segment) => ({ code: 'segment.unknown', at: `${at}.${segment}`, values: { value: segment } })),
    ...segmentIds.flatMap((segment) => (Object.hasOwn(given, segment) ? check(`${at}.${segment}`, given[segment]) : [])),
  ];
}

export const sponsorHourIds = ['crm.people.reviews', 'crm.people.departments', 'crm.people.frontLine'] as const;

/** Sponsor hours named in one patch may not pass what a sponsor has; hours of earlier patches are checked when the quarter begins. */
function hourErrors(values: Values): PlanError[] {
  const hours = sponsorHourIds.reduce((sum, id) => sum + (typeof values[id] === 'number' ? (values[id] as number) : 0), 0);
  const most = usualParameters['hours.sponsor'];
  return hours > most ? [{ code: 'hours.tooMany', at: 'crm.people', values: { hours, most } }] : [];
}

/** Nearest value of a control's range. */
function onStep(range: { low: number; high: number; step: number }, value: number): number {
  const steps = Math.round((value - range.low) / range.step);
  return Math.min(range.high, Math.max(range.low, range.low + steps * range.step));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/**
 * The plan that a firm would carry on with: numbers averaged over the plans and rounded to their step, words and lists from the last.
 * @throws RangeError for an empty list
 */
export function meanPlan(plans: readonly QuarterPlan[]): QuarterPlan {
  const last = plans.at(-1);
  if (last === undefined) throw new RangeError('A mean plan needs at least one plan');
  const merged: Values = { ...last };
  for (const control of controls) {
    if (control.kind === 'level') {
      merged[control.id] = onStep(control, mean(plans.map((plan) => plan[control.id] as number)));
    } else if (control.kind === 'levelEach') {
      const segments = Object.keys(last[control.id]);
      const meanOf = (segment: string): number => mean(plans.map((plan) => plan[control.id][segment] ?? last[control.id][segment]!));
      merged[control.id] = Object.fromEntries(segments.map((segment) => [segment, onStep(control, meanOf(segment))]));
    } else if (control.kind === 'split') {
      merged[control.id] = meanSplit(
        control.options as readonly string[],
        control.step,
        plans.map((plan) => plan[control.id] as Readonly<Record<string, number>>),
      );
    }
  }
  return merged as unknown as QuarterPlan;
}

/** Parts averaged and rounded down to the step; what is left to 100 goes to the parts that lost most, in the order of the catalogue. */
function meanSplit<Part extends string>(
  parts: readonly Part[],
  step: number,
  splits: readonly Readonly<Record<Part, number>>[],
): Record<Part, number> {
  const exact = parts.map((part) => mean(splits.map((split) => split[part])));
  const rounded = exact.map((value) => Math.floor(value / step) * step);
  let left = 100 - rounded.reduce((sum, value) => sum + value, 0);
  const byLoss = parts.map((_, i) => i).sort((a, b) => exact[b]! - rounded[b]! - (exact[a]! - rounded[a]!) || a - b);
  for (const i of byLoss) {
    if (left < step) break;
    rounded[i]! += step;
    left -= step;
  }
  return Object.fromEntries(parts.map((part, i) => [part, rounded[i]!])) as Record<Part, number>;
}
