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

/** True if the file of a customer may be analysed: consent for analysis given, or claimed where no law asks for more. */
export function mayAnalyse(records: Records, person: number): boolean {
  const state = consentFor(records, person, 2);
  return state === consentState.valid || (state === consentState.claimed && !records.onlyValidConsent);
}

/**
 * Reads the files of those listed who may be analysed. Contacts and issues count only where the lists of departments are joined: else they
 * lie elsewhere.
 * @param known customers known by name, ascending; @param quarter quarters played; @param maximumAge quarters up to which a block is right
 */
export function readPicture(
  records: Records,
  history: History,
  known: readonly number[],
  quarter: number,
  maximumAge: number,
  told: Told,
): Picture {
  const person = Int32Array.from(known.filter((i) => mayAnalyse(records, i)));
  const facts = new Float64Array(person.length * FACTS).fill(NaN);
  for (let n = 0; n < person.length; n += 1) {
    const i = person[n]!;
    const other = person[(n + SOMEBODY_ELSE) % person.length]!;
    const { [i]: fields } = records.fields;
    const joined = (records.joined[i]! & records.held[i]!) === records.held[i]!;
    const source = (block: number): number => {
      const age = records.age[i * BLOCKS + block]!;
      const bad = (records.wrong[i]! & ((1 << block) | MISJOINED)) !== 0 || age > maximumAge;
      return age === EMPTY ? -1 : bad ? other : i;
    };
    const put = (id: FactId, value: number): void => {
      facts[n * FACTS + factAt(id)] = value;
    };
    const account = source(ACCOUNT);
    if (account >= 0 && (fields! & bit('purchases')) !== 0) putPurchases(put, history, account, quarter);
    const contacts = source(CONTACTS);
    if (joined && contacts >= 0 && (fields! & bit('channel')) !== 0) put('contacts', history.contacts[contacts]!);
    const issues = source(ISSUES);
    if (joined && issues >= 0 && (fields! & bit('complaints')) !== 0) {
      const recent = complainedIn(history, issues) > 0 && quarter - complainedIn(history, issues) < RECENT;
      put('settled', recent && complaintEnded(history, issues) === 1 ? 1 : 0);
      put('unsettled', recent && complaintEnded(history, issues) === 2 ? 1 : 0);
    }
    if (issues >= 0 && (fields! & bit('leavingReason')) !== 0) put('switched', told.switched(issues));
    const needs = source(NEEDS);
    const asked = needs >= 0 ? needFields.filter((field) => (fields! & bit(field)) !== 0) : [];
    if (asked.length > 0) put('wallet', asked.reduce((sum, field) => sum + told.wallet(needs, field), 0) / asked.length);
  }
  return { quarter, person, facts };
}

function putPurchases(put: (id: FactId, value: number) => void, history: History, i: number, quarter: number): void {
  const last = history.lastBought[i]!;
  const silent = Math.min(MOST_SILENT, quarter - last);
  const frequency = history.frequency[i]!;
  put('spending', history.spending[i]!);
  put('frequency', frequency);
  put('fall', quarter === 0 ? 0 : 1 - Math.min(1, history.trend[i]!));
  put('silent', silent);
  // Of purchases that were due by the own rhythm, those that did not come.
  put('missed', Math.min(MOST_SILENT, frequency * silent));
  put('newcomer', 1 / (1 + Math.max(0, quarter - history.opened[i]!) / 4));
}
