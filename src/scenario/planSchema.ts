/** Reader of a part of a plan, made from the list of controls, for the segments of one scenario. */

import { controls, type Control, type QuarterPlan } from '../company/controls.ts';
import { planErrors } from '../company/plan.ts';
import type { Path } from './coded.ts';
import {
  byId,
  integer,
  list,
  oneOf,
  optional,
  partialTableOf,
  record,
  schema,
  slug,
  subsetOf,
  summing,
  tableOf,
  type Fields,
  type Schema,
} from './schema.ts';
import type { ErrorList } from './yamlTree.ts';

/**
 * Any controls of a plan, each named control given whole.
 * @param segmentIds none = not known yet, as in what editors are told: any id
 * @param someSegments a control with one value a segment may name only some of them, as a decision within a run does
 */
export function planSchema(segmentIds: readonly string[], someSegments = false): Schema<Partial<QuarterPlan>> {
  const fields = Object.fromEntries(controls.map((control) => [control.id, optional(controlSchema(control, segmentIds, someSegments))]));
  return record(fields as unknown as Fields<Partial<QuarterPlan>>);
}

function controlSchema(control: Control, segmentIds: readonly string[], someSegments: boolean): Schema<unknown> {
  const each = (value: Schema<unknown>): Schema<unknown> => {
    if (segmentIds.length === 0) return byId(value);
    return someSegments ? partialTableOf(segmentIds, value) : tableOf(segmentIds, value);
  };
  switch (control.kind) {
    case 'choice':
      return oneOf(control.options);
    case 'level':
      return integer(control.low, control.high, control.step);
    case 'subset':
      return subsetOf(control.options, { most: control.most });
    case 'split':
      return summing(tableOf(control.options, integer(0, 100, control.step)), 100);
    case 'choiceEach':
      return each(oneOf(control.options));
    case 'levelEach':
      return each(integer(control.low, control.high, control.step));
    case 'segments':
      return segmentList(segmentIds, control.most);
  }
}

/** What the firm's own rules refuse in a plan whose shape is right, such as more sponsor hours than there are. */
export function checkPlan(plan: Partial<QuarterPlan>, segmentIds: readonly string[], path: Path, errors: ErrorList): void {
  for (const { code, at, values } of planErrors(plan, segmentIds)) errors.add('planRefused', [...path, at], { reason: code, ...values });
}

/** A list of different segments of the scenario. */
function segmentList(segmentIds: readonly string[], most: number): Schema<readonly string[]> {
  return schema(
    (tree, path, errors) => {
      const ids = list(oneOfText, { most }).read(tree, path, errors);
      if (!ids) return undefined;
      const unknown = ids.findIndex((id) => !segmentIds.includes(id));
      const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
      if (unknown >= 0) errors.add('unknownReference', [...path, unknown], { kind: 'segment', id: String(ids[unknown]).slice(0, 40) });
      else if (twice >= 0) errors.add('duplicateId', [...path, twice], { id: String(ids[twice]) });
      else return ids;
      return undefined;
    },
    () => ({ ...list(segmentIds.length > 0 ? oneOf(segmentIds) : slug, { most }).json(), uniqueItems: true }),
  );
}

const oneOfText: Schema<string> = schema(
  (tree, path, errors) => {
    if (tree.kind === 'scalar' && typeof tree.value === 'string') return tree.value;
    errors.add('wrongType', path, { expected: 'string' });
    return undefined;
  },
  () => ({ type: 'string' }),
);
