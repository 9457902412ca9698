/** Reader of scenario.yaml: its shape. What its parts say of each other is checked in references.ts. */

import { analysisIds, controls, genericIds, type CardId, type QuarterPlan } from '../company/controls.ts';
import { stockIds, type FirmOffer } from '../company/firm.ts';
import {
  costLineSchema,
  eventSchema,
  firmParameterSchema,
  firmSchema,
  forcesSchema,
  offerFields,
  points,
  share,
  vendorFitSchema,
} from './firmSchema.ts';
import { caseSchema, complaintSchema, dialsSchema, disputeSchema, partnerSchema } from './conflictSchema.ts';
import { criterionIds } from './criteria.ts';
import { kpiIds } from './kpi.ts';
import { marketSchema, parameterSchema, segmentOverrideSchema } from './marketSchema.ts';
import { opportunitySchema } from './opportunitySchema.ts';
import { planSchema } from './planSchema.ts';
import {
  nameCultures,
  type AnalysisSpec,
  type EventOverride,
  type FirmOverride,
  type PersonSpec,
  type Scenario,
  type ScenarioHypothesis,
  type TrapSpec,
  type UnlockSpec,
  type WorldSpec,
} from './scenario.ts';
import {
  byId,
  integer,
  list,
  number,
  oneOf,
  optional,
  partialTableOf,
  patterned,
  record,
  schema,
  slug,
  text,
  type ErrorList,
  type Fields,
  type Schema,
} from './schema.ts';
import { bilingual, languagesSchema } from './textSchema.ts';
import { wordsSchema } from './wordsSchema.ts';
import type { Tree } from './yamlTree.ts';

const cardIds = [...new Set<CardId>(controls.map((control) => control.card))];
/** Whether a quarter lies in the run is told apart from a quarter that is no number at all. */
const quarter = integer(1, 1000);

const partOfOffer = record<Partial<FirmOffer>>(
  Object.fromEntries(Object.entries(offerFields).map(([key, field]) => [key, optional(field)])) as unknown as Fields<Partial<FirmOffer>>,
);

const worldSchema = record<WorldSpec>({
  id: slug,
  about: bilingual(1200),
  segments: optional(byId(segmentOverrideSchema)),
  parameters: optional(parameterSchema),
  firms: optional(
    byId(
      record<FirmOverride>({
        generic: optional(oneOf(genericIds)),
        parameters: optional(firmParameterSchema),
        forces: optional(forcesSchema),
        vendorFits: optional(vendorFitSchema),
        stocks: optional(partialTableOf(stockIds, points)),
        offer: optional(partOfOffer),
        individualisation: optional(points),
        cash: optional(number(0, 1000)),
        records: optional(
          record<NonNullable<FirmOverride['records']>>({
            coverage: optional(share),
            depth: optional(share),
            accuracy: optional(share),
            linkage: optional(share),
            consent: optional(share),
          }),
        ),
      }),
    ),
  ),
  events: optional(byId(record<EventOverride>({ quarter: optional(quarter), size: optional(number(-1000, 1000)) }), 40)),
  costLines: optional(costLineSchema),
});

const currency = patterned(3, /^[A-Z]{3}$/);

const weightsSchema = record<NonNullable<Scenario['weights']>>(
  Object.fromEntries(criterionIds.map((id) => [id, optional(integer(1, 100))])) as Fields<NonNullable<Scenario['weights']>>,
);

/** The start plan needs the segment ids, which are read first. */
function scenarioFields(segmentIds: readonly string[]): Fields<Scenario> {
  return {
    format: oneOf([1]),
    id: slug,
    languages: optional(languagesSchema),
    title: bilingual(80),
    question: bilingual(200),
    brief: list(record<Scenario['brief'][number]>({ title: bilingual(80), text: bilingual(2500) }), { least: 3, most: 5 }),
    words: optional(wordsSchema),
    sector: bilingual(80),
    place: bilingual(80),
    names: oneOf(nameCultures),
    towns: optional(list(text(40), { least: 1, most: 60 })),
    currency,
    quarters: integer(4, 20),
    quartersPerRound: oneOf([1, 2, 4]),
    weights: optional(weightsSchema),
    worlds: list(worldSchema, { least: 1, most: 5 }),
    chapters: list(text(40), { least: 1, most: 10 }),
    minutes: record<Scenario['minutes']>({ classHour: integer(5, 600), full: integer(5, 6000) }),
    difficulty: oneOf([1, 2, 3]),
    market: marketSchema,
    firms: list(firmSchema, { least: 2, most: 8 }),
    startPlan: planSchema(segmentIds) as Schema<Partial<QuarterPlan>>,
    events: list(eventSchema, { most: 40 }),
    cases: list(caseSchema, { most: 40 }),
    complaints: optional(list(complaintSchema, { most: 80 })),
    disputes: optional(list(disputeSchema, { most: 60 })),
    partners: optional(list(partnerSchema, { most: 8 })),
    conflict: optional(dialsSchema),
    opportunities: optional(list(opportunitySchema, { most: 20 })),
    analyses: list(record<AnalysisSpec>({ id: oneOf(analysisIds), points: integer(1, 10) }), { most: analysisIds.length }),
    cast: list(record<PersonSpec>({ id: slug, name: text(60), role: bilingual(120), firm: optional(slug) }), { most: 60 }),
    unlocks: list(record<UnlockSpec>({ card: oneOf(cardIds), quarter }), { most: 100 }),
    hypotheses: list(record<ScenarioHypothesis>({ quarter, kpi: oneOf(kpiIds), question: bilingual(240) }), { least: 1, most: 20 }),
    traps: list(record<TrapSpec>({ id: slug, text: bilingual(600), playbook: optional(slug), name: optional(bilingual(40)) }), {
      most: 20,
    }),
    debrief: list(bilingual(400), { least: 1, most: 20 }),
    sources: list(text(400), { least: 1, most: 40 }),
  };
}

export const scenarioSchema: Schema<Scenario> = schema(
  (tree, path, errors) => record<Scenario>(scenarioFields(segmentIdsIn(tree))).read(tree, path, inLanguages(tree, errors)),
  () => record<Scenario>(scenarioFields([])).json(),
);

/** The languages are read first, as every text after them depends on it. */
function inLanguages(tree: Tree, errors: ErrorList): ErrorList {
  const named = tree.kind === 'map' ? tree.members.get('languages')?.value : undefined;
  // What is wrong with the list is told where it is read as a field.
  const languages = named && languagesSchema.read(named, [], { add: () => undefined });
  return languages ? { add: (code, path, values) => errors.add(code, path, values), languages } : errors;
}

/** Ids of market.segments as written, for readers that need them before the whole is read. */
function segmentIdsIn(tree: Tree): string[] {
  const market = tree.kind === 'map' ? tree.members.get('market')?.value : undefined;
  const segments = market?.kind === 'map' ? market.members.get('segments')?.value : undefined;
  const items = segments?.kind === 'list' ? segments.items : [];
  return items.flatMap((item) => {
    const id = item.kind === 'map' ? item.members.get('id')?.value : undefined;
    return id?.kind === 'scalar' && typeof id.value === 'string' ? [id.value] : [];
  });
}
