/** Whether a plan stands better than others in what bears on a finding. */

import { type AnyControl, controlById, type ControlId, type QuarterPlan } from '../controls.ts';
import { sameValue } from '../plan.ts';
import { bearsOn } from './bearing.ts';
import { sign, type Step, type Way, ways } from './mendingWays.ts';
import type { FindingId } from './reviewOptions.ts';

/** Where the value of a control stands on its scale: a number, the place of an option, in sum over segments; words of a list. */
function standing(control: AnyControl, value: unknown): number {
  switch (control.kind) {
    case 'level':
      return value as number;
    case 'choice':
      return (control.options as readonly unknown[]).indexOf(value);
    case 'levelEach':
      return sum(value as Record<string, number>, (one) => one);
    case 'choiceEach':
      return sum(value as Record<string, string>, (one) => (control.options as readonly string[]).indexOf(one));
    default:
      return (value as readonly unknown[]).length;
  }
}
const sum = <V>(each: Readonly<Record<string, V>>, of: (value: V) => number): number =>
  Object.keys(each)
    .sort((a, b) => (a < b ? -1 : 1))
    .reduce((all, key) => all + of(each[key]!), 0);

const isNothing = (value: unknown): boolean => value === 'none' || (Array.isArray(value) && value.length === 0);

function stepOf(id: ControlId, way: Way, before: QuarterPlan, now: QuarterPlan): number {
  if (typeof way === 'function') return way(before, now);
  const [one, other] = [before[id], now[id]];
  if (way === 'other') return sameValue(one, other) || isNothing(other) ? 0 : 1;
  if (typeof way !== 'string') return sign(way.indexOf(other as string) - way.indexOf(one as string));
  const control = controlById.get(id)!;
  const moved = sign(standing(control, other) - standing(control, one));
  return way === 'up' || way === 'more' ? moved : -moved;
}

/** What is read of a finding, control by control, or of the plan as a whole. */
function stepsOf(finding: FindingId): Step[] {
  const of = ways[finding];
  if (typeof of === 'function') return [of];
  return bearsOn[finding].flatMap((id): Step[] => {
    const way = of[id];
    return way === undefined ? [] : [(before, now) => stepOf(id, way, before, now)];
  });
}

/**
 * How many of the controls that bear on a finding mend it, less those that were moved against it; above 0 = the plan acts on it.
 * @param before plans that the new one must stand better than, each of them; what was moved against it is counted from the last
 */
export function mendingSteps(finding: FindingId, before: readonly QuarterPlan[], now: QuarterPlan): number {
  const last = before.at(-1);
  if (last === undefined) return 0;
  return stepsOf(finding).reduce((count, step) => {
    if (before.every((plan) => step(plan, now) > 0)) return count + 1;
    return step(last, now) < 0 ? count - 1 : count;
  }, 0);
}

/** Whether something that mends a finding stood better in every one of the plans than it did before. */
export const staysMended = (finding: FindingId, before: QuarterPlan, plans: readonly QuarterPlan[]): boolean =>
  stepsOf(finding).some((step) => plans.every((plan) => step(before, plan) > 0));
