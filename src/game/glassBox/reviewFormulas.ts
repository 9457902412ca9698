/** Figures of an evaluation, by the method that brought them: what it found, and in the debrief what was true. */

import { externalMethodIds, internalMethodIds, type ReviewMethodId } from '../../company/review/reviewOptions.ts';
import { EXACT, type Family, firm, type GlassRun, type GlassUnit, input, market, type ParameterRef, type Reading } from './formula.ts';

const parameters: Readonly<Record<ReviewMethodId, readonly ParameterRef[]>> = {
  satisfaction: firm('review.afterPurchase', 'review.afterGift'),
  equity: [...market('equity.discount', 'equity.horizon'), ...firm('review.appraisal', 'review.silence')],
  valueMap: [],
  loyaltyMatrix: [],
  data: market('records.maximumAge'),
  targets: [],
  retention: firm('review.silence'),
  training: firm('review.staffAsked', 'review.staffSpread'),
  tco: [],
};

/** `units` where a figure is neither a share nor money: points, ratios, purchases. */
function unitOf(method: ReviewMethodId, id: string): GlassUnit {
  const head = id.split('.')[0]!;
  if (method === 'equity') return head === 'total' ? 'money' : 'number';
  if (method === 'data') return head === 'completeness' ? 'points' : 'share';
  if (method === 'satisfaction' || method === 'training') return 'points';
  // Weights, and ratings of a company: `own.price`, or by the company's id.
  if (method === 'valueMap') return ['quality', 'price', 'value', 'line'].includes(head) ? 'number' : 'points';
  if (method === 'tco' && head === 'line') return 'units';
  return method === 'targets' && head === 'lift' ? 'number' : 'share';
}

/** The newest of the evaluations held so far. */
const newest = <T extends { quarter: number }>(held: readonly T[] | undefined): T | undefined => held?.at(-1);

function reading({ known, truth }: GlassRun, method: ReviewMethodId, id: string): Reading | null {
  const held = newest(known.at(-1)?.review?.held);
  const found = held?.figures.find((figure) => figure.method === method && figure.id === id);
  if (!held || !found) return null;
  const unit = unitOf(method, id);
  const asked = [input('sampled', found.n, 'count', held.quarter)];
  const ends = [input('low', found.low ?? NaN, unit, held.quarter), input('high', found.high ?? NaN, unit, held.quarter)];
  const was = truth.findLast(({ review }) => review)?.review?.held.find(({ quarter }) => quarter === held.quarter);
  const true_ = was?.figures.find((figure) => figure.method === method && figure.id === id)?.truth;
  if (true_ !== undefined && true_ !== null) {
    const told = found.value === null ? [] : [input('found', found.value, unit, held.quarter), ...ends, ...asked];
    return { result: true_, unit, quarter: held.quarter, inputs: told };
  }
  return found.value === null ? null : { result: found.value, unit, quarter: held.quarter, inputs: [...ends, ...asked] };
}

/** `review:satisfaction/segment.young`; aimed at the quarter of the evaluation. */
export const reviewFamily: Family = {
  head: 'review',
  of: (argument) => {
    const [name, ...rest] = argument.split('/');
    const method = [...externalMethodIds, ...internalMethodIds].find((id) => id === name);
    if (!method || rest.length === 0) return null;
    return {
      id: `review:${argument}`,
      says: `review.${method}`,
      group: 'measures',
      parameters: parameters[method],
      read: (run) => reading(run, method, rest.join('/')),
      reckon: null,
      unreckoned: 'sample',
      tolerance: EXACT,
    };
  },
};
