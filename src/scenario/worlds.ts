/** A scenario as one of its hidden worlds has it. */

import { vendorIds } from '../company/controlOptions.ts';
import type { FirmSpec } from '../company/firm.ts';
import { vendorOf } from '../company/vendors.ts';
import type { ParameterId } from '../sim/parameters.ts';
import type {
  ConflictDials,
  FirmOverride,
  Scenario,
  ScenarioEvent,
  ScenarioFirm,
  ScenarioMarket,
  ScenarioSegment,
  SegmentOverride,
  WorldSpec,
} from './scenario.ts';

/** The scenario with the values of world `worldIndex` (0-based) in place of its own. Throws a RangeError when there is no such world. */
export function resolveWorld(scenario: Scenario, worldIndex: number): Scenario {
  const world = scenario.worlds[worldIndex];
  if (!world) throw new RangeError(`scenario ${scenario.id} has no world ${worldIndex}`);
  const { segments = {}, firms = {}, events = {}, costLines } = world;
  const learner = scenario.firms[0].id;
  return {
    ...scenario,
    market: {
      ...scenario.market,
      segments: scenario.market.segments.map((segment) => withSegment(segment, segments[segment.id])),
      ...parametersIn(scenario, world),
    },
    firms: scenario.firms
      .map((firm) => withFirm(firm, firms[firm.id]))
      .map((firm) => (firm.id === learner && costLines ? { ...firm, costLines: { ...firm.costLines, ...costLines } } : firm)),
    events: scenario.events.map((event): ScenarioEvent => ({ ...event, ...events[event.id] })),
  };
}

/** Parameters of the market: what the dials of conflict say, under what the scenario and then the world set by name. */
function parametersIn({ market, conflict }: Scenario, world: WorldSpec): Pick<ScenarioMarket, 'parameters'> {
  const dialled = conflict === undefined ? {} : dialledParameters(conflict);
  const parameters = { ...dialled, ...market.parameters, ...world.parameters };
  return Object.keys(parameters).length === 0 ? {} : { parameters };
}

/** Market parameters that the dials of conflict stand for: harmony from points to a share, weights from per mille to shares. */
export function dialledParameters({ harmony, justice }: ConflictDials): Partial<Record<ParameterId, number>> {
  const weights = justice?.customer;
  return {
    ...(harmony !== undefined && { 'complaint.harmony': harmony / 100 }),
    ...(weights !== undefined && {
      'complaint.weightDistributive': weights.distributive / 1000,
      'complaint.weightProcedural': weights.procedural / 1000,
      'complaint.weightInteractional': weights.interactional / 1000,
    }),
  };
}

function withSegment(segment: ScenarioSegment, override: SegmentOverride | undefined): ScenarioSegment {
  if (!override) return segment;
  return {
    ...segment,
    ...override,
    rate: { ...segment.rate, ...override.rate },
    spend: { ...segment.spend, ...override.spend },
    leaving: { ...segment.leaving, ...override.leaving },
  };
}

function withFirm(firm: ScenarioFirm, override: FirmOverride | undefined): ScenarioFirm {
  if (!override) return firm;
  const { stocks, offer, parameters, vendorFits, records, cash, ...own } = override;
  return {
    ...firm,
    ...own,
    ...(firm.stocks && { stocks: { ...firm.stocks, ...stocks } }),
    ...(firm.money && cash !== undefined && { money: { ...firm.money, cash } }),
    ...(firm.records && records && { records: { ...firm.records, ...records } }),
    ...(parameters && { parameters: { ...firm.parameters, ...parameters } }),
    ...(vendorFits && { vendors: withFits(firm, vendorFits) }),
    offer: { ...firm.offer, ...offer },
  };
}

/** Vendors with the fit of a world at the price that everybody is quoted. */
function withFits(firm: ScenarioFirm, fits: NonNullable<FirmOverride['vendorFits']>): NonNullable<FirmSpec['vendors']> {
  const named = vendorIds.flatMap((id) => (fits[id] === undefined ? [] : [[id, { ...vendorOf(firm, id), fit: fits[id] }] as const]));
  return { ...firm.vendors, ...Object.fromEntries(named) };
}
