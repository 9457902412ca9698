/** Draws who people are: the closed list of customers, each trait keyed by the population seed and the customer's index. */

import { betaVariate, dirichletVariate, gammaVariate } from '../math/distributions.ts';
import { normalQuantile } from '../math/quantiles.ts';
import { mix4, unit } from '../math/keys.ts';
import { channelIds, type MarketSpec, type SegmentSpec } from '../market.ts';
import { BYTE, NOBODY, USUAL_SERVICE, WORD, makeColumns, type Columns } from './columns.ts';
import { PROFILES } from './needProfiles.ts';
import { purpose } from '../purposes.ts';

const lanes = new Uint32Array(4);
/** Service contacts differ by half their mean from customer to customer where the scenario says nothing. */
const USUAL_SERVICE_SHAPE = 4;
const clamp01 = (x: number): number => (x < 0 ? 0 : x > 1 ? 1 : x);
const byte = (share: number): number => Math.round(clamp01(share) * BYTE);

/** Index of the part in which `u` (0-1) falls when parts are given per mille. */
function partOf(perMille: readonly number[], u: number): number {
  let rest = u * 1000;
  for (let part = 0; part < perMille.length; part += 1) {
    rest -= perMille[part]!;
    if (rest < 0) return part;
  }
  return perMille.length - 1;
}

/**
 * The people of a market at the start.
 * @param people how many to draw; @param companyIds ids in the order of company indices; @param quarters of the run, over which entrants come
 */
export function drawPopulation(spec: MarketSpec, people: number, companyIds: readonly string[], quarters: number, seed: number): Columns {
  const columns = makeColumns(people, companyIds.length);
  const shares = spec.segments.map((segment) => segment.share);
  for (let i = 0; i < people; i += 1) {
    mix4(lanes, i, 0, purpose.segment, seed);
    const index = partOf(shares, unit(lanes[0]!));
    const segment = spec.segments[index]!;
    columns.segment[i] = index;
    columns.channel[i] = partOf(
      channelIds.map((id) => segment.channels[id] ?? 0),
      unit(lanes[1]!),
    );
    if (unit(lanes[2]!) * 1000 < segment.entrants) columns.entry[i] = 1 + Math.floor(unit(lanes[3]!) * quarters);
    drawTraits(columns, i, segment, seed);
    drawRelations(columns, i, segment, spec, companyIds, people, seed);
  }
  return columns;
}

function drawTraits(columns: Columns, i: number, segment: SegmentSpec, seed: number): void {
  const { rate, spend } = segment;
  columns.rate[i] = (rate.mean / rate.shape) * gammaVariate(rate.shape, seed, purpose.rate, i, 0);
  // Gamma-Gamma (Fader, Hardie & Lee 2005): the mean of a customer is p gamma / Gamma(q), so its mean over customers is p gamma / (q - 1).
  columns.spend[i] = (spend.mean * (spend.q - 1)) / gammaVariate(spend.q, seed, purpose.spend, i, 0);
  mix4(lanes, i, 0, purpose.needs, seed);
  columns.kind[i] = columns.segment[i]! * PROFILES + (lanes[0]! % PROFILES);
  mix4(lanes, i, 0, purpose.traits, seed);
  // Traits spread evenly over half to one and a half of the segment's mean.
  const spread = (lane: number): number => 0.5 + unit(lanes[lane]!);
  columns.tolerated[i] = Math.min(BYTE, Math.round(segment.toleratedContacts * spread(0) * 16));
  columns.privacyConcern[i] = byte(segment.privacyConcern * spread(1));
  columns.complaintPropensity[i] = byte(segment.complaintPropensity * spread(2));
  columns.reach[i] = byte(segment.reach * spread(3));
  mix4(lanes, i, 1, purpose.traits, seed);
  columns.switchingCost[i] = byte(segment.switchingCost * spread(0));
  const shape = segment.serviceShape ?? USUAL_SERVICE_SHAPE;
  columns.service[i] = Math.min(BYTE, Math.round((USUAL_SERVICE / shape) * gammaVariate(shape, seed, purpose.service, i, 0)));
}

/** Quarters for which the oldest customers have been with their supplier at the start. */
const LONGEST_TENURE = 40;

function drawRelations(
  columns: Columns,
  i: number,
  segment: SegmentSpec,
  spec: MarketSpec,
  companyIds: readonly string[],
  people: number,
  seed: number,
): void {
  const companies = companyIds.length;
  const alphas = new Float64Array(companies + 1);
  let taken = 0;
  companyIds.forEach((id, k) => {
    const share = segment.suppliers[id] ?? 0;
    taken += share;
    alphas[k] = (share / 1000) * segment.polarisation;
  });
  alphas[companies] = (Math.max(0, 1000 - taken) / 1000) * segment.polarisation;
  const tastes = new Float64Array(companies + 1);
  dirichletVariate(tastes, alphas, seed, purpose.tastes, i, 0);
  for (let k = 0; k < companies; k += 1) columns.taste[k * people + i] = Math.round(clamp01(tastes[k]!) * WORD);
  const { alpha, beta } = segment.leaving;
  columns.leavingBase[i] =
    spec.relation === 'contractual'
      ? betaVariate(alpha, beta, seed, purpose.leavingBase, i, 0)
      : gammaVariate(alpha, seed, purpose.leavingBase, i, 0) / beta;
  columns.leftBecause[i] = NOBODY;
  columns.supplier[i] = NOBODY;
  if (spec.relation === 'repertoire') return;
  mix4(lanes, i, 0, purpose.supplier, seed);
  let u = unit(lanes[0]!);
  for (let k = 0; k < companies; k += 1) {
    u -= tastes[k]!;
    if (u >= 0) continue;
    if (columns.entry[i] === 0) {
      columns.supplier[i] = k;
      columns.active[i] = 1 << k;
      columns.tenure[i] = 1 + Math.floor(unit(lanes[1]!) * LONGEST_TENURE);
    }
    return;
  }
}

/** Standard normal of a lane, for the noise of start feelings. */
export function normalOf(bits: number): number {
  return normalQuantile(unit(bits));
}
