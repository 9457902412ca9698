/** The customers as the firm sees them: those it knows by name, placed by known value and loyalty; the rest only as a number. */

import { bitCount, BLOCKS, consentFor, consentState, EMPTY, type Records } from '../../sim/records/records.ts';
import { complainedIn, complaintEnded, type History } from '../../sim/records/history.ts';
import type { Estimate } from '../estimate.ts';
import { Z80 } from './intervals.ts';

export const consentWords = ['none', 'claimed', 'valid', 'withdrawn'] as const;
export type ConsentWord = (typeof consentWords)[number];

/** What the firm can read; `own` comes from its accounts. */
export interface PeopleInput {
  records: Records;
  history: History;
  own: (person: number) => boolean;
  people: number;
  quarter: number;
  /** Real people that one simulated customer stands for. */
  represents: number;
  /** Estimate of how many customers the firm has in all, real people. */
  customers: Estimate;
  /** What the models made of the files in the quarter played last: chances of leaving by place, null without that model, and 1 where a
   *  person stands on a list; null without any. */
  scored: { person: Int32Array; churn: Float64Array | null; of: Uint8Array | null } | null;
  /** How many of those have a name, real people; null: all known customers. */
  named: number | null;
}

/** Known customers as columns, `of` in all; index i of each column is one dot. */
export interface KnownPeople {
  quarter: number;
  /** Indices of the customers shown, and how many known ones each dot stands for. */
  person: Uint32Array;
  dotStandsFor: number;
  /** Money a year in currency and loyalty 0-100, as known. */
  value: Float32Array;
  loyalty: Uint8Array;
  /** 1 = worth a look now: valuable and cooling. */
  cooling: Uint8Array;
  /** 1 = stands on a list of the models. */
  listed: Uint8Array;
  known: number;
  /** Customers without a name, real people, 80% interval; null where nothing has been booked yet from which to reckon them. */
  unknown: { low: number; high: number } | null;
}

/** About as many dots as can be told apart. */
const MOST_DOTS = 3000;

/** Years with the firm beyond which loyalty is not thought to grow. */
const MOST_YEARS = 10;

/**
 * How usual it is to buy in a quarter: share 0-1 of the known customers who bought in the latest one; 1 before anything was booked.
 * A quarter without a purchase says much of a bank's customer and little of a shop's.
 */
export function usualFrequency({ records, history, own, people, quarter }: PeopleInput): number {
  if (quarter === 0) return 1;
  let [buyers, known] = [0, 0];
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0 || !own(i)) continue;
    known += 1;
    if (history.lastBought[i] === quarter) buyers += 1;
  }
  return buyers / Math.max(1, known);
}

/**
 * Loyalty 0-100 as behaviour shows it: long with the firm, buying as usual or more, no quarrel, consent kept. An index, not the truth.
 * @param usual {@link usualFrequency}: what a quarter's purchases say counts by it, and silence by its square
 */
export function knownLoyalty(history: History, records: Records, person: number, quarter: number, usual: number): number {
  const silent = history.lastBought[person] === 0 ? Math.min(quarter, 4) : quarter - history.lastBought[person]!;
  const trend = usual * (history.trend[person]! - 1);
  const years = Math.min(MOST_YEARS, Math.max(0, quarter - history.opened[person]!) / 4);
  const recent = complainedIn(history, person) > 0 && quarter - complainedIn(history, person) <= 4;
  const quarrel = !recent ? 0 : complaintEnded(history, person) === 2 ? 25 : 5;
  const withdrawn = consentFor(records, person, 0) === consentState.withdrawn ? 15 : 0;
  const fields = bitCount(records.fields[person]!);
  return Math.max(0, Math.min(100, 30 + 4 * years + 1.5 * fields + 10 * trend - 18 * usual * usual * silent - quarrel - withdrawn));
}

function isCooling(history: History, person: number, quarter: number): boolean {
  const quarrel =
    complaintEnded(history, person) === 2 && complainedIn(history, person) > 0 && quarter - complainedIn(history, person) <= 2;
  const silent = quarter > 1 && quarter - history.lastBought[person]! >= 2;
  return quarrel || silent;
}

/** Whether a customer is among one in `every` (a power of two): always the same people, and half of them when `every` doubles. */
const sampled = (person: number, every: number): boolean => ((Math.imul(person, 0x9e3779b1) >>> 16) & (every - 1)) === 0;

/** All known own customers, or a sample of them that keeps its people from quarter to quarter. */
export function knownPeople(input: PeopleInput): KnownPeople {
  const { records, history, own, people, quarter } = input;
  const all: number[] = [];
  for (let i = 0; i < people; i += 1) if (records.held[i] !== 0 && own(i)) all.push(i);
  let every = 1;
  while (all.length > MOST_DOTS * every) every *= 2;
  const shown = all.filter((person) => sampled(person, every));
  const values = shown.map((i) => 4 * history.spending[i]!);
  const valuable = [...values].sort((a, b) => b - a)[Math.floor(values.length / 5)] ?? 0;
  const usual = usualFrequency(input);
  const known = all.length * input.represents;
  const { low, high, value } = input.customers;
  const named = input.named ?? known;
  const strangers = (all: number): number => Math.max(0, Math.round(all - named));
  return {
    quarter,
    person: Uint32Array.from(shown),
    dotStandsFor: Math.round(every * input.represents),
    value: Float32Array.from(values),
    loyalty: Uint8Array.from(shown, (i) => Math.round(knownLoyalty(history, records, i, quarter, usual))),
    cooling: Uint8Array.from(shown, (i, place) => (values[place]! >= valuable && isCooling(history, i, quarter) ? 1 : 0)),
    listed: Uint8Array.from(shown, (i) => (input.scored?.of?.[i] === 1 ? 1 : 0)),
    known: Math.round(known),
    unknown: value === null ? null : { low: strangers(low ?? value), high: strangers(high ?? value) },
  };
}

/** What makes the square root of a count scatter alike for small ones too. */
const SHIFT = 0.375;
/** Part of the worth of a purchase that is in doubt for a full file, and beyond that for an empty one. */
const VALUE_DOUBT = { least: 0, thin: 0.1 };

/** What the firm has on file of one customer. */
export interface PersonFile {
  person: number;
  /** Money a year with an 80% interval; loyalty 0-100 with one. */
  value: { value: number; low: number; high: number };
  loyalty: { value: number; low: number; high: number };
  /** Quarter the name was written down; 0 = before the start. */
  knownSince: number;
  quartersSilent: number;
  consent: ConsentWord;
  /** Departments that hold a list with this name, and whether they agree on one number. */
  lists: number;
  joined: boolean;
  duplicates: number;
  /** Fields filled of twelve; null where the block about needs is empty. */
  fields: number;
  needsKnown: boolean;
  complaint: 'none' | 'settled' | 'unsettled';
  /** Chance 0-1 of leaving in the quarter as the models stated it, share 0-1 of those scored with a lower one, and whether he stands on a
   *  list; null where he was not scored. */
  model: { chance: number | null; above: number; listed: boolean } | null;
}

function modelOf({ scored }: PeopleInput, person: number): PersonFile['model'] {
  const place = scored?.person.indexOf(person) ?? -1;
  if (scored === null || place < 0) return null;
  const listed = scored.of?.[person] === 1;
  if (scored.churn === null) return { chance: null, above: 0, listed };
  const chance = scored.churn[place]!;
  return { chance, above: scored.churn.filter((other) => other < chance).length / scored.person.length, listed };
}

/** Money of a purchase as the books of all known customers show it; for one of whom they hold none. */
function usualPurchase({ records, history, own, people }: PeopleInput): number {
  let [money, purchases] = [0, 0];
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0 || !own(i)) continue;
    money += history.spending[i]!;
    purchases += history.frequency[i]!;
  }
  return purchases > 0 ? money / purchases : 0;
}

/**
 * Money a year with an 80% interval: purchases come by chance, so few of them say little (square roots of counts scatter alike: Anscombe
 * 1948); the smoothed books weigh about four quarters, one year.
 * @param filled fields of twelve: the thinner the file, the wider the guess of what a purchase is worth
 */
function yearlyValue(input: PeopleInput, person: number, filled: number): PersonFile['value'] {
  const { spending, frequency } = input.history;
  const value = 4 * spending[person]!;
  const purchases = 4 * frequency[person]!;
  const each = purchases > 0 ? value / purchases : usualPurchase(input);
  const root = Math.sqrt(purchases + SHIFT);
  const count = (from: number): number => Math.max(0, from * from - SHIFT);
  const doubt = VALUE_DOUBT.least + VALUE_DOUBT.thin * (1 - filled / 12);
  return {
    value,
    low: Math.min(value, count(Math.max(0, root - Z80 / 2)) * each * (1 - doubt)),
    high: Math.max(value, count(root + Z80 / 2) * each * (1 + doubt)),
  };
}

export function personFile(input: PeopleInput, person: number): PersonFile | null {
  const { records, history, quarter } = input;
  if (records.held[person] === 0) return null;
  const loyalty = knownLoyalty(history, records, person, quarter, usualFrequency(input));
  const filled = bitCount(records.fields[person]!);
  // The thinner the file, the wider the guess.
  const doubt = 0.12 + 0.3 * (1 - filled / 12);
  const recent = complainedIn(history, person) > 0;
  return {
    person,
    value: yearlyValue(input, person, filled),
    loyalty: { value: loyalty, low: Math.max(0, loyalty - 40 * doubt), high: Math.min(100, loyalty + 40 * doubt) },
    knownSince: history.knownSince[person]!,
    quartersSilent: history.lastBought[person] === 0 ? quarter : quarter - history.lastBought[person]!,
    consent: consentWords[consentFor(records, person, 0)]!,
    lists: bitCount(records.held[person]!),
    joined: (records.joined[person]! & records.held[person]!) === records.held[person]!,
    duplicates: records.duplicates[person]!,
    fields: filled,
    needsKnown: records.age[person * BLOCKS + 1] !== EMPTY,
    model: modelOf(input, person),
    complaint: !recent ? 'none' : complaintEnded(history, person) === 1 ? 'settled' : 'unsettled',
  };
}
