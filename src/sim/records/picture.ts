/**
 * What the files say of each known customer, as a model reads it. A block that is wrong, misjoined or older than counts as right holds
 * somebody else's facts; what is not on file stays open (NaN). Nothing here knows which blocks are wrong but the source of each number.
 */

import { complainedIn, complaintEnded, type History } from './history.ts';
import { type FieldId, fieldIds } from './recordActions.ts';
import { BLOCKS, consentFor, consentState, EMPTY, MISJOINED, type Records } from './records.ts';
import { SOMEBODY_ELSE } from './somebodyElse.ts';

/** Numbers that models read, in the order of a row. */
export const factIds = [
  'spending',
  'frequency',
  'fall',
  'silent',
  'missed',
  'newcomer',
  'contacts',
  'settled',
  'unsettled',
  'switched',
  'wallet',
] as const;
export type FactId = (typeof factIds)[number];
export const FACTS = factIds.length;
export const factAt = (id: FactId): number => factIds.indexOf(id);

/** Answers that customers gave and that stand on file: what they spend on the category in a quarter, in currency, as told under a field; 1 = had left a supplier before. */
export interface Told {
  wallet: (person: number, field: FieldId) => number;
  switched: (person: number) => number;
}

/** What is on file of the customers who may be analysed: FACTS numbers each, NaN = not on file. */
export interface Picture {
  quarter: number;
  person: Int32Array;
  facts: Float64Array;
}

const ACCOUNT = 0;
const NEEDS = 1;
const CONTACTS = 2;
const ISSUES = 3;
const MOST_SILENT = 4;
const RECENT = 4;
const bit = (field: FieldId): number => 1 << fieldIds.indexOf(field);
const needFields: readonly FieldId[] = ['needs', 'household', 'intent'];
const needBits = needFields.map(bit);
const [PURCHASES, CHANNEL, COMPLAINTS, REASON] = [bit('purchases'), bit('channel'), bit('complaints'), bit('leavingReason')];
/** Place of each fact in a row. */
const F = Object.fromEntries(factIds.map((id, place) => [id, place])) as Readonly<Record<FactId, number>>;

/** True if the file of a customer may be analysed: consent for analysis given, or claimed where no law asks for more. */
export function mayAnalyse(records: Records, person: number): boolean {
  const state = consentFor(records, person, 2);
  return state === consentState.valid || (state === consentState.claimed && !records.onlyValidConsent);
}

/** Those listed who may be analysed. */
function analysable(records: Records, known: ArrayLike<number>): Int32Array {
  const person = new Int32Array(known.length);
  let count = 0;
  for (let n = 0; n < known.length; n += 1) if (mayAnalyse(records, known[n]!)) person[count++] = known[n]!;
  return person.subarray(0, count);
}

/** Whose facts a block of the file of i holds: his own, those of `other` where it is not right, nobody's (-1) where it is empty. */
function sourceOf({ age: ages, wrong }: Records, i: number, other: number, block: number, maximumAge: number): number {
  const age = ages[i * BLOCKS + block]!;
  if (age === EMPTY) return -1;
  return (wrong[i]! & ((1 << block) | MISJOINED)) !== 0 || age > maximumAge ? other : i;
}

/** What the file of i says that he spends on the category, in currency a quarter: the mean of his answers; NaN where none is on file. */
function walletOf(records: Records, i: number, other: number, maximumAge: number, told: Told): number {
  const needs = sourceOf(records, i, other, NEEDS, maximumAge);
  if (needs < 0) return NaN;
  const fields = records.fields[i]!;
  let [sum, answers] = [0, 0];
  for (let n = 0; n < needFields.length; n += 1) {
    if ((fields & needBits[n]!) === 0) continue;
    sum += told.wallet(needs, needFields[n]!);
    answers += 1;
  }
  return answers > 0 ? sum / answers : NaN;
}

/** The same by person, of those listed who may be analysed; NaN for all others. @param people in the market */
export function walletsOnFile(records: Records, known: ArrayLike<number>, maximumAge: number, told: Told, people: number): Float64Array {
  const person = analysable(records, known);
  const wallets = new Float64Array(people).fill(NaN);
  for (let n = 0; n < person.length; n += 1) {
    const other = person[(n + SOMEBODY_ELSE) % person.length]!;
    wallets[person[n]!] = walletOf(records, person[n]!, other, maximumAge, told);
  }
  return wallets;
}

/**
 * Reads the files of those listed who may be analysed. Contacts and issues count only where the lists of departments are joined: else they
 * lie elsewhere.
 * @param known customers known by name, ascending; @param quarter quarters played; @param maximumAge quarters up to which a block is right
 */
export function readPicture(
  records: Records,
  history: History,
  known: ArrayLike<number>,
  quarter: number,
  maximumAge: number,
  told: Told,
): Picture {
  const person = analysable(records, known);
  const facts = new Float64Array(person.length * FACTS).fill(NaN);
  for (let n = 0; n < person.length; n += 1) {
    const i = person[n]!;
    const row = n * FACTS;
    const other = person[(n + SOMEBODY_ELSE) % person.length]!;
    const fields = records.fields[i]!;
    const joined = (records.joined[i]! & records.held[i]!) === records.held[i]!;
    const account = sourceOf(records, i, other, ACCOUNT, maximumAge);
    if (account >= 0 && (fields & PURCHASES) !== 0) putPurchases(facts, row, history, account, quarter);
    const contacts = sourceOf(records, i, other, CONTACTS, maximumAge);
    if (joined && contacts >= 0 && (fields & CHANNEL) !== 0) facts[row + F.contacts] = history.contacts[contacts]!;
    const issues = sourceOf(records, i, other, ISSUES, maximumAge);
    if (joined && issues >= 0 && (fields & COMPLAINTS) !== 0) {
      const recent = complainedIn(history, issues) > 0 && quarter - complainedIn(history, issues) < RECENT;
      facts[row + F.settled] = recent && complaintEnded(history, issues) === 1 ? 1 : 0;
      facts[row + F.unsettled] = recent && complaintEnded(history, issues) === 2 ? 1 : 0;
    }
    if (issues >= 0 && (fields & REASON) !== 0) facts[row + F.switched] = told.switched(issues);
    facts[row + F.wallet] = walletOf(records, i, other, maximumAge, told);
  }
  return { quarter, person, facts };
}

function putPurchases(facts: Float64Array, row: number, history: History, i: number, quarter: number): void {
  const last = history.lastBought[i]!;
  const silent = Math.min(MOST_SILENT, quarter - last);
  const frequency = history.frequency[i]!;
  facts[row + F.spending] = history.spending[i]!;
  facts[row + F.frequency] = frequency;
  facts[row + F.fall] = quarter === 0 ? 0 : 1 - Math.min(1, history.trend[i]!);
  facts[row + F.silent] = silent;
  // Of purchases that were due by the own rhythm, those that did not come.
  facts[row + F.missed] = Math.min(MOST_SILENT, frequency * silent);
  facts[row + F.newcomer] = 1 / (1 + Math.max(0, quarter - history.opened[i]!) / 4);
}
