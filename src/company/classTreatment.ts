/** Treatment by value class: service hours shared out otherwise than alike, and benefits; what one class gets more, the others get less. */

import type { ClassTreatment } from '../sim/offer.ts';
import { classCounts, type ClassId, classIds } from '../sim/records/valueClasses.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/** Classes that get a benefit, by the word of the decision. */
export const benefited: Readonly<Record<QuarterPlan['idc.benefit'], readonly ClassId[]>> = {
  none: [],
  mvc: ['mvc'],
  mvcMgc: ['mvc', 'mgc'],
  all: ['mvc', 'mgc', 'migrator', 'bz'],
};

/**
 * Hours a customer of each class gets over an equal share (1 = equal): weights of the split, brought to a mean of 1 over the customers, so
 * that no hour is won by classing.
 */
export function hoursByClass(split: QuarterPlan['idc.hours'], counts: readonly number[]): readonly number[] {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const given = classIds.reduce((sum, id, place) => sum + split[id] * counts[place]!, 0);
  return given === 0 ? classIds.map(() => 1) : classIds.map((id) => (split[id] * people) / given);
}

/**
 * Treatment of the classes in the quarter that `commitQuarter` has opened; null where nobody is classed or all are treated alike.
 * @param classes class of each person as `classify` gives it
 */
export function classTreatmentOf(firm: FirmState, plan: QuarterPlan, classes: Uint8Array | null, p: FirmParameters): ClassTreatment | null {
  if (classes === null || inForce(firm, plan, 'idc.class') === 'none') return null;
  const hours = hoursByClass(inForce(firm, plan, 'idc.hours'), classCounts(classes));
  const gets = benefited[inForce(firm, plan, 'idc.benefit')];
  if (gets.length === 0 && hours.every((one) => one === 1)) return null;
  const unfair = gets.length > 0 && gets.length < classIds.length ? -p['class.unfair'] : 0;
  const byClass = classIds.map((id, place) => {
    const more = Math.min(p['class.most'], hours[place]!) - 1;
    const felt = p['class.hours'] * (more < 0 ? p['class.less'] : 1) * more;
    return felt + (gets.includes(id) ? p['class.benefit'] * firm.funded : unfair);
  });
  return { of: classes, extra: [unfair, byClass[0]!, byClass[1]!, byClass[2]!, byClass[3]!] };
}
