/** The true state of a market between quarters, and how it begins. */

import { exp, pow } from '../math/elementary.ts';
import type { MarketSpec } from '../market.ts';
import type { CompanyOffer } from '../offer.ts';
import { parameterValues, type ParameterValues } from '../parameters.ts';
import type { Records } from '../records/records.ts';
import { mix4, unit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { BYTE, copyColumns, WORD, type Columns } from './columns.ts';
import { drawNeedProfiles } from './needProfiles.ts';
import { ExpectedExit, failingOf } from './expectedExit.ts';
import { foldSeverities } from './severities.ts';
import { careDelivered, talk } from './formulas.ts';
import { drawPopulation, normalOf } from './population.ts';
import { foldServiceTable, type ServiceTable } from './serviceTable.ts';
import { foldTreatments, T, TREATMENT_ROW, waiting } from './treatment.ts';
import { usableRecord } from './usable.ts';

/** Totals of the last quarter that this quarter reads: nothing passes from customer to customer within a quarter. */
export interface Carry {
  serviceContacts: Float64Array;
  /** Net talk a customer and the part of it that is praise. */
  praise: Float64Array;
  brandShift: Float64Array;
  /** Buyers of the last quarter and of the one before, repertoire only. */
  buyers: Float64Array;
  buyersBefore: Float64Array;
  /** Share of a segment that a company reaches, by company and segment: what is left of it lasts. */
  awareness: Float64Array;
}

export interface Market {
  spec: MarketSpec;
  parameters: ParameterValues;
  people: number;
  /** Real people that one simulated customer stands for, scaled to the number simulated. */
  represents: number;
  companyIds: readonly string[];
  quarters: number;
  populationSeed: number;
  luckSeed: number;
  columns: Columns;
  /** See drawNeedProfiles. */
  needProfiles: Float64Array;
  serviceTable: ServiceTable;
  /** See foldSeverities. */
  severities: Float64Array;
  /** Treatment rows at the start, with the attention and relationship customers were used to. */
  reference: Float64Array;
  /** Mean talk a customer at the start, by company. */
  referenceTalk: Float64Array;
  carry: Carry;
}

/** Draws the people, sets satisfaction, expectation and relationship to what the start offers give, and remembers these as reference. */
export function createMarket(
  spec: MarketSpec,
  companyIds: readonly string[],
  people: number,
  quarters: number,
  seeds: { population: number; luck: number },
): Market {
  const parameters = parameterValues(spec.parameters);
  const companies = companyIds.length;
  return marketFrom(
    {
      spec,
      parameters,
      people,
      represents: (spec.represents * spec.people) / people,
      companyIds,
      quarters,
      populationSeed: seeds.population,
      luckSeed: seeds.luck,
      needProfiles: drawNeedProfiles(spec, parameters, seeds.population),
      serviceTable: foldServiceTable(spec.segments),
      severities: foldSeverities(parameters),
      reference: new Float64Array(companies * spec.segments.length * TREATMENT_ROW),
      referenceTalk: new Float64Array(companies),
    },
    drawPopulation(spec, people, companyIds, quarters, seeds.population),
    {
      serviceContacts: new Float64Array(companies),
      praise: new Float64Array(companies),
      brandShift: new Float64Array(companies),
      buyers: new Float64Array(companies),
      buyersBefore: new Float64Array(companies),
      awareness: new Float64Array(companies * spec.segments.length),
    },
  );
}

/** The one place where markets are put together, so that V8 sees them all alike. */
function marketFrom(from: Omit<Market, 'columns' | 'carry'>, columns: Columns, carry: Carry): Market {
  return {
    spec: from.spec,
    parameters: from.parameters,
    people: from.people,
    represents: from.represents,
    companyIds: from.companyIds,
    quarters: from.quarters,
    populationSeed: from.populationSeed,
    luckSeed: from.luckSeed,
    columns,
    needProfiles: from.needProfiles,
    serviceTable: from.serviceTable,
    severities: from.severities,
    reference: from.reference,
    referenceTalk: from.referenceTalk,
    carry,
  };
}

/** Service contacts that a company's customers start in a quarter at the beginning, in simulated contacts; all relations count as live before the market is settled. */
export function expectedServiceContacts(market: Market, company: number): number {
  const { columns, spec, people } = market;
  const settled = spec.relation === 'repertoire' && columns.active.some((bits) => bits !== 0);
  let sum = 0;
  for (let i = 0; i < people; i += 1) {
    if (columns.entry[i] !== 0) continue;
    const contacts = spec.segments[columns.segment[i]!]!.serviceContacts;
    if (spec.relation === 'contractual') sum += columns.supplier[i] === company ? contacts : 0;
    // Only buyers of the quarter turn up: chance of at least one purchase at this taste.
    else if (settled && (columns.active[i]! & (1 << company)) === 0) continue;
    else sum += contacts * (1 - exp((-columns.rate[i]! * columns.taste[company * people + i]!) / WORD));
  }
  return sum;
}

/** Takes the start offers as what customers are used to. Call once, before the first quarter. */
export function settleMarket(market: Market, offers: readonly CompanyOffer[], records: readonly (Records | null)[]): void {
  const { columns, spec, parameters, people, carry } = market;
  settleActivity(market, offers);
  offers.forEach((_, k) => {
    carry.serviceContacts[k] = expectedServiceContacts(market, k);
  });
  const { waits } = waiting(offers, carry.serviceContacts, parameters);
  const rows = foldTreatments(offers, spec.segments, waits, carry.brandShift, carry.praise, parameters);
  fillAttention(market, rows, offers, records);
  market.reference.set(rows);
  for (let cell = 0; cell < carry.awareness.length; cell += 1) carry.awareness[cell] = rows[cell * TREATMENT_ROW + T.reach]!;
  startFeelings(market);
  const talkers = new Float64Array(offers.length);
  for (let i = 0; i < people; i += 1) {
    for (let k = 0; k < offers.length; k += 1) {
      if ((columns.active[i]! & (1 << k)) === 0) continue;
      const above = columns.satisfaction[k * people + i]! / WORD - parameters['wordOfMouth.middle'];
      const share = talk(above, parameters['wordOfMouth.base'], parameters['wordOfMouth.praise'], parameters['wordOfMouth.blame']);
      const heard = share * (0.5 + columns.reach[i]! / BYTE);
      market.referenceTalk[k]! += above >= 0 ? heard : -heard;
      talkers[k]! += 1;
    }
  }
  for (let k = 0; k < offers.length; k += 1) market.referenceTalk[k]! /= Math.max(1, talkers[k]!);
}

/** Who buys where as play begins, in place; without contracts it hangs on how far offers reach. What is settled already is left as it is. */
export function settleActivity(market: Market, offers: readonly CompanyOffer[]): void {
  const { columns, spec, parameters } = market;
  if (spec.relation !== 'repertoire' || columns.active.some((bits) => bits !== 0)) return;
  // How far an offer reaches hangs neither on waiting nor on talk.
  const nothing = new Float64Array(offers.length);
  const rows = foldTreatments(offers, spec.segments, nothing, nothing, nothing, parameters);
  startActivity(market, rows);
}

/** Mean care p and relationship a customer of each company and segment gets from these rows; written into the rows. */
function fillAttention(market: Market, rows: Float64Array, offers: readonly CompanyOffer[], records: readonly (Records | null)[]): void {
  const { columns, spec, parameters, people } = market;
  const segments = spec.segments.length;
  const usableSum = new Float64Array(offers.length * segments);
  const count = new Float64Array(offers.length * segments);
  for (let i = 0; i < people; i += 1) {
    for (let k = 0; k < offers.length; k += 1) {
      const current = spec.relation === 'repertoire' || columns.supplier[i] === k;
      if (!current || columns.entry[i] !== 0) continue;
      const cell = k * segments + columns.segment[i]!;
      usableSum[cell]! += usableRecord(offers[k]!, records[k] ?? null, columns, i);
      count[cell]! += 1;
    }
  }
  for (let k = 0; k < offers.length; k += 1) {
    for (let s = 0; s < segments; s += 1) {
      const cell = k * segments + s;
      const row = cell * TREATMENT_ROW;
      const usable = count[cell]! > 0 ? usableSum[cell]! / count[cell]! : 0;
      const care = careDelivered(rows[row + T.service]!, rows[row + T.grain]!, usable);
      rows[row + T.usable] = usable;
      const segment = spec.segments[s]!;
      const exits = new ExpectedExit(offers[k]!, segment.complaintPropensity, parameters);
      const failing = failingOf(offers[k]!, segment.serviceContacts) * turnsUp(market, s);
      rows[row + T.hurt] = failing * exits.hurt;
      rows[row + T.calm] = exits.calmPart(knownLeaving(market, s), failing, parameters['leaving.leastCalm']);
      rows[row + T.attention] = care;
      rows[row + T.tie] =
        parameters['experience.tieCare'] * care + rows[row + T.retentionTie]! + parameters['contact.welcome'] * rows[row + T.contacts]!;
    }
  }
}

/** Mean probability that a customer of the segment leaves in a quarter, as the scenario gives it, 0-1. */
function knownLeaving(market: Market, s: number): number {
  const { alpha, beta } = market.spec.segments[s]!.leaving;
  // Gamma(alpha, beta): the mean of 1 - exp(-rate).
  return market.spec.relation === 'contractual' ? alpha / (alpha + beta) : 1 - pow(beta / (beta + 1), alpha);
}

/** Chance that a customer has anything to do with a company of his in a quarter: always under contract, else if he buys; NBD at an even share. */
function turnsUp(market: Market, s: number): number {
  if (market.spec.relation === 'contractual') return 1;
  const { rate } = market.spec.segments[s]!;
  const share = 1 / Math.max(1, market.companyIds.length);
  return 1 - pow(1 + (rate.mean * share) / rate.shape, -rate.shape);
}

/** Repertoire: whether a relation is live at the start, at the balance of winning and dropping out. */
function startActivity(market: Market, rows: Float64Array): void {
  const { columns, spec, people, parameters } = market;
  const segments = spec.segments.length;
  const lanes = new Uint32Array(4);
  for (let i = 0; i < people; i += 1) {
    for (let k = 0; k < market.companyIds.length; k += 1) {
      // Whoever enters the market begins with all that is to his taste.
      if (columns.entry[i] !== 0) {
        if (columns.taste[k * people + i]! > 0) columns.active[i]! |= 1 << k;
        continue;
      }
      const reach = rows[(k * segments + columns.segment[i]!) * TREATMENT_ROW + T.reach]!;
      const dropOut = columns.leavingBase[i]! * parameters['leaving.scale'];
      mix4(lanes, i, k, purpose.startActive, market.populationSeed);
      if (dropOut === 0 || lanes[0]! / 4294967296 < reach / (reach + dropOut)) columns.active[i]! |= 1 << k;
    }
  }
}

/** Standard deviation of relationship at the start, and how far a segment's expectation from 0 to 1 moves what is expected, in shares 0-1. */
const TIE_SPREAD = 0.08;
const EXPECTATION_RANGE = 0.2;

function startFeelings(market: Market): void {
  const { columns, spec, people, parameters, reference } = market;
  const segments = spec.segments.length;
  const lanes = new Uint32Array(4);
  const word = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * WORD);
  for (let i = 0; i < people; i += 1) {
    const s = columns.segment[i]!;
    const segment = spec.segments[s]!;
    for (let k = 0; k < market.companyIds.length; k += 1) {
      const row = (k * segments + s) * TREATMENT_ROW;
      mix4(lanes, i, k, purpose.startFeelings, market.populationSeed);
      columns.satisfaction[k * people + i] = word(segment.satisfaction + parameters['experience.spread'] * normalOf(lanes[0]!));
      columns.relationship[k * people + i] = word(reference[row + T.tie]! + TIE_SPREAD * normalOf(lanes[1]!));
    }
    columns.expectation[i] = word(0.5 + (segment.expectation - 0.5) * EXPECTATION_RANGE);
  }
}

/** Part of the quarter of entry that an entrant is there, 0-1: starts are spread over their first quarter. */
export function entryExposure(market: Market, i: number): number {
  mix4(entryLanes, i, 0, purpose.entryTime, market.populationSeed);
  return 1 - unit(entryLanes[0]!);
}
const entryLanes = new Uint32Array(4);

/** A copy that can be played on its own, also under another luck. */
export function copyMarket(market: Market, luckSeed: number = market.luckSeed): Market {
  const { serviceContacts, praise, brandShift, buyers, buyersBefore, awareness } = market.carry;
  return marketFrom({ ...market, luckSeed }, copyColumns(market.columns), {
    serviceContacts: serviceContacts.slice(),
    praise: praise.slice(),
    brandShift: brandShift.slice(),
    buyers: buyers.slice(),
    buyersBefore: buyersBefore.slice(),
    awareness: awareness.slice(),
  });
}
