/** What a firm does by its models: whom of a segment it contacts and spends on more than others, and what that takes from the others. */

import type { ListTreatment } from '../sim/offer.ts';
import { LIST_GROUPS } from '../sim/records/listGroups.ts';
import { type ModelId, topOf } from '../sim/records/models.ts';
import type { FieldId } from '../sim/records/recordActions.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/** Fields of which a model needs at least one. */
const modelFields: Readonly<Record<ModelId, readonly FieldId[]>> = {
  rfm: ['purchases'],
  churn: ['purchases', 'channel', 'complaints', 'leavingReason'],
  potential: ['needs', 'household', 'intent'],
  nextOffer: ['needs', 'household', 'intent'],
};

/** True if the records are to hold something that the model reads. */
export const fedBy = (model: ModelId, fields: readonly FieldId[]): boolean => modelFields[model].some((field) => fields.includes(field));

/** Models at work in the quarter that `commitQuarter` has opened: they need a common store. */
export function modelsInForce(firm: FirmState, plan: QuarterPlan): readonly ModelId[] {
  return firm.store === 'notebook' ? [] : inForce(firm, plan, 'dat.model');
}

/** Scores of customers by place: the higher, the sooner a segment of that task lists them. */
export interface Scored {
  person: Int32Array;
  /** Chance 0-1 of leaving; potential in currency; sum of fifths 3-15. */
  churn: Float64Array;
  potential: Float64Array;
  rfm: Float64Array;
}

/** What picks the list of a segment: who is kept by the risk of leaving, who is to grow by potential; without such a model by the ranks of buying. */
export function scoreFor(task: QuarterPlan['cus.task'][string], models: readonly ModelId[], scored: Scored): Float64Array | null {
  const byRank = models.includes('rfm') ? scored.rfm : null;
  if (task === 'keep') return models.includes('churn') ? scored.churn : (byRank?.map((score) => -score) ?? null);
  if (task === 'grow') return models.includes('potential') ? scored.potential : byRank;
  return null;
}

/** Factors of those on a list of `listed` of `all`, and of those off it, so that the sum stays the same. @param on factor on the list, kept to what the others have */
function shared(listed: number, all: number, on: number): readonly [on: number, off: number] {
  if (listed === 0 || listed === all) return [1, 1];
  const most = Math.min(on, all / listed);
  return [most, (all - most * listed) / (all - listed)];
}

/**
 * Treatment by the lists of the models; null where none acts. No contact and no money is won by a list: what some get more, others of the
 * segment get less.
 * @param segmentIds in the order of the market; @param segmentOf by person; @param heldOut people never listed: the control group
 */
export function listTreatmentOf(
  models: readonly ModelId[],
  plan: QuarterPlan,
  scored: Scored,
  segmentIds: readonly string[],
  segmentOf: Uint8Array,
  heldOut: (person: number) => boolean,
  funded: number,
  p: FirmParameters,
): ListTreatment | null {
  if (models.length === 0 || scored.person.length === 0) return null;
  const { person } = scored;
  const of = new Uint8Array(segmentOf.length);
  const contacts = new Float64Array(segmentIds.length * LIST_GROUPS).fill(1);
  const keep = contacts.slice();
  segmentIds.forEach((id, s) => {
    const task = plan['cus.task'][id] ?? 'keep';
    const scores = scoreFor(task, models, scored);
    if (scores === null) return;
    const places = Array.from(person, (_, place) => place).filter((place) => segmentOf[person[place]!] === s && !heldOut(person[place]!));
    const top = topOf(
      places.map((place) => scores[place]!),
      p['model.list'],
    );
    for (const place of places) of[person[place]!] = 2;
    for (const at of top) of[person[places[at]!]!] = 1;
    // Money holds those who are about to leave, offers find those who could buy more.
    const [factors, on] = task === 'keep' ? [keep, 1 + funded * (p['model.money'] - 1)] : [contacts, p['model.contacts']];
    factors.set(shared(top.length, places.length, on), s * LIST_GROUPS + 1);
  });
  const fitted = models.includes('nextOffer') ? new Uint8Array(segmentOf.length) : null;
  if (fitted !== null) for (const i of person) fitted[i] = 1;
  return { of, contacts, keep, fitted, fit: p['model.fit'], save: funded * p['model.save'] };
}
