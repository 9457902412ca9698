/** Readers of firms and of the events that strike them. */

import { costLineIds, forceIds, genericIds, variableIds, vendorIds } from '../company/controls.ts';
import {
  eventKinds,
  levelIds,
  pressingForces,
  stockIds,
  type FirmMoney,
  type FirmOffer,
  type FirmSpec,
  type Vendor,
} from '../company/firm.ts';
import { firmParameterIds, firmParameters, type FirmParameterId } from '../company/parameters.ts';
import { fieldIds, type RecordsSpec } from '../sim/records/recordActions.ts';
import type { ScenarioEvent, ScenarioFirm } from './scenario.ts';
import {
  boolean,
  integer,
  number,
  oneOf,
  optional,
  partialTableOf,
  record,
  slug,
  subsetOf,
  tableOf,
  type Fields,
  type Schema,
} from './schema.ts';
import { bilingual } from './textSchema.ts';

export const share = number(0, 1);
export const points = number(0, 100);
const money = number(0, 1e13);

export const offerFields = {
  price: number(0.1, 10),
  quality: share,
  convenience: share,
  brand: share,
  failureRate: share,
  slack: number(0.1, 10),
  namedAgents: share,
};

/** Units of cost by line of the total cost of ownership. */
export const costLineSchema = partialTableOf(costLineIds, number(0, 100));

/** The two strongest of the five forces. */
export const forcesSchema = subsetOf(forceIds, { least: 2, most: 2 });

/** Coefficients of a firm, each in the range that the firm's rules state for it. */
export const firmParameterSchema: Schema<Partial<Record<FirmParameterId, number>>> = record(
  Object.fromEntries(
    firmParameterIds.map((id) => [id, optional(number(firmParameters[id].low, firmParameters[id].high))]),
  ) as unknown as Fields<Partial<Record<FirmParameterId, number>>>,
);

/** Vendors of tools: fit with the firm's way of working, and the factor on prices. */
const vendorFit = number(-0.5, 0.5);
const vendorsSchema = partialTableOf(vendorIds, record<Vendor>({ fit: vendorFit, price: number(0.1, 5) }));
/** The fit alone, as a hidden world has it. */
export const vendorFitSchema = partialTableOf(vendorIds, vendorFit);

export const firmSchema = record<ScenarioFirm>({
  id: slug,
  name: bilingual(60),
  about: bilingual(600),
  played: boolean,
  generic: oneOf(genericIds),
  offer: record<FirmOffer>(offerFields),
  level: optional(oneOf(levelIds)),
  stocks: optional(tableOf(stockIds, points)),
  individualisation: optional(points),
  trust: optional(points),
  records: optional(
    record<RecordsSpec>({
      coverage: share,
      depth: share,
      accuracy: share,
      linkage: share,
      consent: share,
      silos: integer(1, 4),
      usefulFields: subsetOf(fieldIds, { least: 1 }),
    }),
  ),
  money: optional(
    record<FirmMoney>({
      warChest: number(1, 1e13),
      cash: number(0, 1000),
      debtLimit: number(0, 1000),
      unitCost: share,
      fixedCost: money,
      serviceCost: money,
      contactCost: money,
      marketingCost: money,
    }),
  ),
  costLines: optional(costLineSchema),
  parameters: optional(firmParameterSchema),
  agents: optional(slug),
  staffTurnover: optional(share),
  forces: optional(forcesSchema),
  pressure: optional(partialTableOf(pressingForces, points)),
  vendors: optional(vendorsSchema),
  segmentation: optional(
    record<NonNullable<FirmSpec['segmentation']>>({ variables: subsetOf(variableIds, { least: 1, most: 2 }), segments: integer(2, 6) }),
  ),
  rival: optional(
    record<NonNullable<FirmSpec['rival']>>({
      budget: share,
      lag: integer(0, 20),
      boldness: share,
      acquisition: optional(number(0, 1e6)),
      retention: optional(number(0, 1e6)),
    }),
  ),
});

export const eventSchema = record<ScenarioEvent>({
  id: slug,
  title: bilingual(100),
  text: bilingual(900),
  quarter: integer(1, 1000),
  kind: oneOf(eventKinds),
  firm: optional(slug),
  size: optional(number(-1000, 1000)),
  lasts: optional(integer(1, 20)),
  segment: optional(slug),
});
