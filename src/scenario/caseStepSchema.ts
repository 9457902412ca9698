/** Reader of a single step of a case. */

import { causeIds, escalationIds, rootIds, symptomIds } from '../company/conflict/codes.ts';
import { fixIds } from '../company/conflict/fixes.ts';
import { remedyIds } from '../company/conflict/justice.ts';
import { criterionIds } from '../company/conflict/situation.ts';
import { caseStepIds, type CaseStep, type CaseStepId } from '../company/conflict/steps.ts';
import { conflictModes } from '../company/orders.ts';
import { boolean, integer, oneOf, record, schema, tableOf, variants, type Schema } from './schema.ts';

type StepOf<D extends CaseStepId> = Extract<CaseStep, { do: D }>;

const rootNames = oneOf(rootIds);
/** A root cause, or null where none was looked for. */
const root: Schema<StepOf<'code'>['root']> = schema(
  (tree, path, errors) => (tree.kind === 'scalar' && tree.value === null ? null : rootNames.read(tree, path, errors)),
  () => ({ anyOf: [rootNames.json(), { type: 'null' }] }),
);

const withMore: { readonly [D in CaseStepId]?: Schema<CaseStep> } = {
  weigh: record<StepOf<'weigh'>>({ do: oneOf(['weigh']), points: tableOf(criterionIds, integer(0, 5)) }) as Schema<CaseStep>,
  code: record<StepOf<'code'>>({
    do: oneOf(['code']),
    symptom: oneOf(symptomIds),
    cause: oneOf(causeIds),
    escalation: oneOf(escalationIds),
    root,
  }) as Schema<CaseStep>,
  mode: record<StepOf<'mode'>>({ do: oneOf(['mode']), mode: oneOf(conflictModes) }) as Schema<CaseStep>,
  offer: record<StepOf<'offer'>>({
    do: oneOf(['offer']),
    remedy: oneOf(remedyIds),
    apology: boolean,
    reason: boolean,
    date: boolean,
  }) as Schema<CaseStep>,
  fix: record<StepOf<'fix'>>({ do: oneOf(['fix']), fix: oneOf(fixIds) }) as Schema<CaseStep>,
};

const bare = (id: CaseStepId): Schema<CaseStep> => record<{ do: CaseStepId }>({ do: oneOf([id]) }) as Schema<CaseStep>;

export const caseStepSchema: Schema<CaseStep> = variants<CaseStep>(
  'do',
  Object.fromEntries(caseStepIds.map((id) => [id, withMore[id] ?? bare(id)])),
);
