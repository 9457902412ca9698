/** Offers put together from modules: where the modules lie among the needs, which one a customer is given, and how it fits him. */

import type { ModuleRule, ModuleTreatment } from '../rewards.ts';
import { BLOCKS, type Records } from '../records/records.ts';
import { needsAtHand } from './campaignAnswer.ts';
import { PER_BYTE } from './columns.ts';
import type { QuarterContext } from './context.ts';
import { offerFit } from './formulas.ts';
import type { Market } from './market.ts';
import { asUnderstood, customersByKind, designModules, nearest, needDistance } from './moduleDesign.ts';
import { listRelationsOf, wasMet } from './met.ts';
import { NEEDS, PROFILES } from './needProfiles.ts';
import { customerOf, H, M, relations, setMet } from './relations.ts';
import { at, ROW, tallies } from './tallies.ts';
import { recordAtHand, recordState } from './usable.ts';
import { SOMEBODY_ELSE } from '../records/somebodyElse.ts';

const NEEDS_BLOCK = 1;

/** Needs on file of customer i: his own, somebody else's, or none. */
function kindOnFile({ columns, people }: Market, i: number, state: number): number {
  if (state === recordState.closed) return -1;
  return columns.kind[state === recordState.right ? i : (i + SOMEBODY_ELSE) % people]!;
}

/** Share 0-1 of the customers of company k whose needs stand rightly on a file that is no older than is of use. */
function needsOnFile({ columns, people, parameters }: Market, records: Records, k: number): number {
  const oldest = Math.floor(parameters['records.maximumAge']);
  let [all, right] = [0, 0];
  for (let i = 0; i < people; i += 1) {
    if (((columns.active[i]! >>> k) & 1) === 0) continue;
    all += 1;
    if (needsAtHand(records, i) === recordState.right && records.age[i * BLOCKS + NEEDS_BLOCK]! <= oldest) right += 1;
  }
  return right / Math.max(1, all);
}

/** Modules for the customers of company k as a quarter begins; nobody else has one yet. */
export function giveModules(market: Market, records: Records, k: number, rule: ModuleRule): ModuleTreatment {
  const { columns, people, needProfiles: profiles } = market;
  const weights = customersByKind(market, k);
  const understood = 1 - (1 - needsOnFile(market, records, k)) * (1 - rule.groups);
  const modules = asUnderstood(designModules(profiles, weights, rule.count), understood);
  const fit = new Float64Array(weights.length * rule.count);
  for (let kind = 0; kind < weights.length; kind += 1) {
    const standard = offerFit(needDistance(modules, 0, profiles, kind));
    for (let module = 1; module < rule.count; module += 1) {
      fit[kind * rule.count + module] = offerFit(needDistance(modules, module, profiles, kind)) - standard;
    }
  }
  const of = new Uint8Array(people);
  const misled = new Uint8Array(people);
  const byGroup = byNeedGroup(market, modules, rule.by === 'need' ? rule.told : 0);
  const byClass = rule.by === 'class' ? byValueClass(market, records, k, modules, rule) : null;
  for (let i = 0; i < people; i += 1) {
    if (((columns.active[i]! >>> k) & 1) === 0) continue;
    if (byClass !== null) {
      of[i] = byClass[rule.classes?.[i] ?? 0]!;
      continue;
    }
    of[i] = byGroup[columns.kind[i]!]!;
    if (rule.by !== 'person') continue;
    const state = recordAtHand(rule.rollout, records, columns, i);
    const kind = kindOnFile(market, i, state);
    if (kind < 0) continue;
    of[i] = nearest(modules, profiles, kind);
    misled[i] = state === recordState.wrong ? 1 : 0;
  }
  const { by, count, value, wrong } = rule;
  return { of, misled, count, fit, felt: fit.map((over) => value * over), by, wrong };
}

/** By kind: the module nearest to what the firm believes, between the mean of the segment and the own needs as far as groups tell. */
function byNeedGroup({ needProfiles: profiles, spec }: Market, modules: Float64Array, told: number): Uint8Array {
  const given = new Uint8Array(spec.segments.length * PROFILES);
  const means = new Float64Array(spec.segments.length * NEEDS);
  const believed = new Float64Array(NEEDS);
  spec.segments.forEach((_, s) => {
    for (let kind = s * PROFILES; kind < (s + 1) * PROFILES; kind += 1) {
      for (let need = 0; need < NEEDS; need += 1) means[s * NEEDS + need]! += profiles[kind * NEEDS + need]! / PROFILES;
    }
    for (let kind = s * PROFILES; kind < (s + 1) * PROFILES; kind += 1) {
      for (let need = 0; need < NEEDS; need += 1) {
        believed[need] = (1 - told) * means[s * NEEDS + need]! + told * profiles[kind * NEEDS + need]!;
      }
      given[kind] = nearest(modules, believed, 0);
    }
  });
  return given;
}

/** By value class: the module nearest to the mean need of those of the class whose needs are on file; the standard offer where none are. */
function byValueClass(market: Market, records: Records, k: number, modules: Float64Array, rule: ModuleRule): Uint8Array {
  const given = new Uint8Array(MOST_CLASSES);
  const { classes } = rule;
  if (classes === null) return given;
  const { columns, people, needProfiles: profiles } = market;
  const sums = new Float64Array(MOST_CLASSES * NEEDS);
  const count = new Float64Array(MOST_CLASSES);
  for (let i = 0; i < people; i += 1) {
    if (classes[i] === 0 || ((columns.active[i]! >>> k) & 1) === 0) continue;
    const kind = kindOnFile(market, i, recordAtHand(1, records, columns, i));
    if (kind < 0) continue;
    count[classes[i]!]! += 1;
    for (let need = 0; need < NEEDS; need += 1) sums[classes[i]! * NEEDS + need]! += profiles[kind * NEEDS + need]!;
  }
  for (let one = 1; one < MOST_CLASSES; one += 1) {
    if (count[one] === 0) continue;
    for (let need = 0; need < NEEDS; need += 1) sums[one * NEEDS + need]! /= count[one]!;
    given[one] = nearest(modules, sums, one);
  }
  return given;
}
const MOST_CLASSES = 5;

/** What the modules of company k do this quarter; it stands where a wrong record would, as a loss with the opposite sign. */
export function treatModules(c: QuarterContext, { of, misled, count, felt, wrong }: ModuleTreatment, k: number): void {
  const { pair, happened, met, listed } = relations;
  const { kind, segment, privacyConcern } = c.columns;
  const concerned = listRelationsOf(k);
  for (let n = 0; n < concerned; n += 1) {
    const r = listed[n]!;
    const i = customerOf(pair[r]!);
    if (of[i] === 0 && misled[i] === 0) continue;
    const minded = misled[i]! * wrong * privacyConcern[i]! * PER_BYTE;
    const spoiled = wasMet(r, M.spoiled) + minded - felt[kind[i]! * count + of[i]!]!;
    setMet(met, r, spoiled, wasMet(r, M.hurt), wasMet(r, M.failureExit), wasMet(r, M.tie));
    happened[r]! |= 1 << H.met;
    tallies[(k * c.segments + segment[i]!) * ROW + at.wrongPersonalisations]! += misled[i]!;
  }
}
