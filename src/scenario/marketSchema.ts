/** Readers of the market part of a scenario: segments, people, parameters. */

import { channelIds, needIds, relations, type MarketSpec } from '../sim/market.ts';
import { parameterIds, parameters, type ParameterId } from '../sim/parameters.ts';
import type { ScenarioMarket, ScenarioSegment, SegmentOverride } from './scenario.ts';
import {
  byId,
  integer,
  list,
  number,
  oneOf,
  optional,
  partialTableOf,
  record,
  schema,
  slug,
  summing,
  tableOf,
  type Fields,
  type Schema,
} from './schema.ts';
import { bilingual } from './textSchema.ts';

export const fewestPeople = 200;
export const mostPeople = 1_000_000;

const share = number(0, 1);
const perMille = integer(0, 1000);
const gammaShape = number(0.01, 1000);
const money = number(0.01, 1e12);

const rate = { mean: number(0.001, 1000), shape: gammaShape };
const spend = { mean: money, p: gammaShape, q: number(1.01, 1000) };
const leaving = { alpha: number(0.001, 10_000), beta: number(0.001, 100_000) };

/** The values of a segment that a hidden world may set; needs and channels always whole. */
const segmentValues = {
  share: perMille,
  needs: summing(tableOf(needIds, perMille), 1000),
  suppliers: byId(perMille),
  polarisation: number(0.01, 1000),
  serviceContacts: number(0, 100),
  toleratedContacts: number(0, 100),
  privacyConcern: share,
  complaintPropensity: share,
  reach: share,
  switchingCost: share,
  expectation: share,
  satisfaction: share,
  channels: summing(partialTableOf(channelIds, perMille), 1000),
  entrants: perMille,
};

const serviceShape = optional(gammaShape);

export const segmentSchema: Schema<ScenarioSegment> = record<ScenarioSegment>({
  id: slug,
  name: bilingual(60),
  about: bilingual(600),
  rate: record<ScenarioSegment['rate']>(rate),
  spend: record<ScenarioSegment['spend']>(spend),
  leaving: record<ScenarioSegment['leaving']>(leaving),
  serviceShape,
  ...segmentValues,
});

/** Every field of a record, each optional. */
function optionalFields<T extends object>(fields: { readonly [K in keyof T]: Schema<T[K]> }): Fields<Partial<T>> {
  const entries = Object.entries(fields as Record<string, Schema<unknown>>).map(([key, field]) => [key, optional(field)]);
  return Object.fromEntries(entries) as unknown as Fields<Partial<T>>;
}

const partOf = <T extends object>(fields: { readonly [K in keyof T]: Schema<T[K]> }): Schema<Partial<T>> =>
  record(optionalFields<T>(fields));

export const segmentOverrideSchema = partOf<Required<SegmentOverride>>({
  ...segmentValues,
  rate: partOf<ScenarioSegment['rate']>(rate),
  spend: partOf<ScenarioSegment['spend']>(spend),
  leaving: partOf<ScenarioSegment['leaving']>(leaving),
  serviceShape: gammaShape,
}) as Schema<SegmentOverride>;

/** Values of market parameters, each in the range that the model states for it. */
export const parameterSchema: Schema<Partial<Record<ParameterId, number>>> = record(
  Object.fromEntries(parameterIds.map((id) => [id, optional(number(parameters[id].low, parameters[id].high))])) as unknown as Fields<
    Partial<Record<ParameterId, number>>
  >,
);

const factors = list(number(0, 10), { least: 4, most: 4 });
const season: Schema<MarketSpec['season']> = schema((tree, path, errors) => {
  const four = factors.read(tree, path, errors);
  return four && [four[0], four[1], four[2], four[3]];
}, factors.json);

export const marketSchema = record<ScenarioMarket>({
  relation: oneOf(relations),
  people: integer(fewestPeople, mostPeople),
  represents: number(0.001, 1_000_000),
  segments: list(segmentSchema, { least: 1, most: 8 }),
  season,
  parameters: optional(parameterSchema),
});
