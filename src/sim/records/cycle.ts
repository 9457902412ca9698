/**
 * The customer cycle as the files show it: the stage a known customer stands in and the events that may set off a contact. A block that is
 * wrong, misjoined or too old holds somebody else's facts, so that rules fire for people to whom nothing happened and pass over others.
 */

import { complainedIn, complaintEnded, type History } from './history.ts';
import { type FieldId, fieldIds } from './recordActions.ts';
import { BLOCKS, consentFor, consentState, EMPTY, MISJOINED, type Records } from './records.ts';
import { SOMEBODY_ELSE } from './somebodyElse.ts';

/** Events that can set off a contact, the most urgent first: a customer is contacted for one of them only. */
export const triggerIds = ['complaint', 'risk', 'silent', 'falling', 'second', 'welcome', 'unconfirmed', 'anniversary'] as const;
export type TriggerId = (typeof triggerIds)[number];
export const TRIGGERS = triggerIds.length;
/** Stages from first purchase to silence, by index; whoever fits several stands in the gravest, the last. */
export const stageIds = ['onboarding', 'growth', 'weakening', 'complaint', 'silent'] as const;
export type StageId = (typeof stageIds)[number];
/** Why people left, as far as it decides whether they come back: for a price, by a fault of the firm, for reasons of their own. */
export const lossIds = ['price', 'fault', 'other'] as const;
export type LossId = (typeof lossIds)[number];

const ACCOUNT = 0;
const ISSUES = 3;
const A_YEAR = 4;
/** Purchases a quarter from which a fall means anything, and the share of the usual below which it is one. */
const BUYS = 0.5;
const FALLEN = 0.5;
/** Quarters without a purchase after which somebody counts as silent, and of being new. */
const SILENT_AFTER = 2;
const NEW_FOR = 2;
/** Lapsed for so many quarters = taken for lost where nobody gives notice. */
export const LAPSED_AFTER = 4;
const bit = (field: FieldId): number => 1 << fieldIds.indexOf(field);
const PURCHASES = bit('purchases');
const COMPLAINTS = bit('complaints');
const PHONE = bit('phone');
const REASON = bit('leavingReason');

/** Index of the known customer whose facts stand in a block of customer i's file; -1 where the block is empty. */
export function factsIn(records: Records, i: number, other: number, block: 0 | 3, maximumAge: number): number {
  const age = records.age[i * BLOCKS + block]!;
  if (age === EMPTY) return -1;
  const bad = (records.wrong[i]! & ((1 << block) | MISJOINED)) !== 0 || age > maximumAge;
  return bad ? other : i;
}
/** Whose facts stand in a file that is wrong. @param known customers known by name */
export const somebodyElse = (known: ArrayLike<number>, place: number): number => known[(place + SOMEBODY_ELSE) % known.length]!;

/** True if the firm may contact customer i about an offer, or about service. */
export function mayContact(records: Records, i: number, about: 0 | 1): boolean {
  const state = consentFor(records, i, about);
  return state === consentState.valid || (state === consentState.claimed && !records.onlyValidConsent);
}
/** True if a number stands on file; whether it is right shows only at the call. */
export const hasNumber = (records: Records, i: number): boolean => (records.fields[i]! & PHONE) !== 0;
/** True if the number on file is the customer's own. */
export const numberIsRight = (records: Records, i: number): boolean => (records.wrong[i]! & ((1 << ACCOUNT) | MISJOINED)) === 0;
/** True if the file says rightly why the customer left. */
export const knowsReason = (records: Records, i: number, maximumAge: number): boolean =>
  (records.fields[i]! & REASON) !== 0 && factsIn(records, i, -1, ISSUES, maximumAge) === i;

const settledBadly = (history: History, j: number, quarter: number, within: number): boolean =>
  complaintEnded(history, j) === 2 && complainedIn(history, j) > 0 && quarter - complainedIn(history, j) < within;
const hasFallen = (history: History, j: number): boolean =>
  history.frequency[j]! >= BUYS && history.trend[j]! < FALLEN && history.spending[j]! > 0;

/** An event in the books of customer j, as they stand after `quarter`; those of a file that is old or of a model are not here. */
function happenedTo(history: History, j: number, trigger: TriggerId, quarter: number): boolean {
  const opened = history.opened[j]!;
  switch (trigger) {
    case 'complaint':
      return settledBadly(history, j, quarter, 1);
    case 'silent':
      return quarter - history.lastBought[j]! === SILENT_AFTER && history.spending[j]! > 0;
    case 'falling':
      return quarter === history.lastBought[j]! && hasFallen(history, j);
    case 'second':
      return opened > 1 && opened === quarter - 1 && history.lastBought[j]! <= opened;
    case 'welcome':
      return opened > 1 && opened === quarter;
    case 'anniversary':
      return opened <= quarter + 1 - A_YEAR && (quarter + 1 - opened) % A_YEAR === 0;
    default:
      return false;
  }
}

export interface CycleFiles {
  records: Records;
  history: History;
  /** Quarters booked, and the age up to which a block counts as right. */
  quarter: number;
  maximumAge: number;
  /** True if a model puts this person among those about to leave. */
  atRisk: (person: number) => boolean;
}

/** True if the rule of a trigger holds for customer i, as the file says (`other` = whose facts stand in a wrong one) or, with i itself, in fact. */
export function fires(
  { records, history, quarter, maximumAge, atRisk }: CycleFiles,
  i: number,
  other: number,
  trigger: TriggerId,
): boolean {
  const fields = records.fields[i]!;
  if (trigger === 'risk') return atRisk(i);
  if (trigger === 'unconfirmed') return records.age[i * BLOCKS + ACCOUNT] !== EMPTY && records.age[i * BLOCKS + ACCOUNT] === A_YEAR + 1;
  const complaint = trigger === 'complaint';
  if ((fields & (complaint ? COMPLAINTS : PURCHASES)) === 0 && trigger !== 'anniversary' && trigger !== 'welcome') return false;
  const source = other === i ? i : factsIn(records, i, other, complaint ? ISSUES : ACCOUNT, maximumAge);
  return source >= 0 && happenedTo(history, source, trigger, quarter);
}

/** Index of the stage in which a customer with the books of j stands after `quarter`. */
export function stageOf(history: History, j: number, quarter: number): number {
  if (quarter - history.lastBought[j]! >= SILENT_AFTER) return stageIds.indexOf('silent');
  if (settledBadly(history, j, quarter, NEW_FOR)) return stageIds.indexOf('complaint');
  if (hasFallen(history, j)) return stageIds.indexOf('weakening');
  const opened = history.opened[j]!;
  return opened > 1 && quarter - opened < NEW_FOR ? stageIds.indexOf('onboarding') : stageIds.indexOf('growth');
}
/** The same as the file of customer i says; -1 where it does not. */
export function stageOnFile({ records, history, quarter, maximumAge }: CycleFiles, i: number, other: number): number {
  const source = factsIn(records, i, other, ACCOUNT, maximumAge);
  return source < 0 || (records.fields[i]! & PURCHASES) === 0 ? -1 : stageOf(history, source, quarter);
}
