/** The life of one customer with the learner's firm, and what would have kept him or driven him away. */

import { causeIds, type CauseId } from '../../sim/market.ts';
import type { Dealings } from '../../sim/truth/alone.ts';
import { NOBODY, PER_WORD } from '../../sim/truth/columns.ts';
import { eventsOf, type LifeEvent } from '../biography.ts';
import { dealingsOf, type SpareId, type Trial, tryOtherwise } from './ifSpared.ts';
import { type BookEnd, endBefore, isServed, type LifeBook, staysOf } from './lifeBook.ts';

export interface StoryQuarter {
  quarter: number;
  /** Feelings towards the learner's firm at the end, points 0-100; null where he is none of its customers then. */
  satisfaction: number | null;
  relationship: number | null;
  /** Paid to the learner's firm, currency. */
  revenue: number;
  /** What happened with it; null where he had nothing to do with it. */
  dealings: Dealings | null;
  /** Comings and goings, at any company, and consent withdrawn from the learner's firm. */
  events: readonly LifeEvent[];
  /** The firm wrote his name down in this quarter. */
  named: boolean;
}

/** A single change of the past, and whether it would have kept him. */
export interface Otherwise {
  what: SpareId;
  /** Quarter of what is undone; null = undone in every quarter up to his leaving. */
  quarter: number | null;
  kept: boolean;
}

export interface Leaving {
  quarter: number;
  cause: CauseId;
  /** Nothing single of these is known to weigh on him where he left over a case: it was decided outside the market. */
  byCase: boolean;
  /** Each single change that was tried, those that would have kept him first, the most telling first. */
  tried: readonly Otherwise[];
  /** Whether all of them together would have kept him. */
  keptByAll: boolean;
}

export interface LifeStory {
  customer: number;
  segment: string;
  /** Quarter in which the firm had his name first, 0 = from the start; null = never within the run. */
  namedSince: number | null;
  start: { satisfaction: number; relationship: number } | null;
  quarters: readonly StoryQuarter[];
  /** The last time he left the learner's firm; null where he never did. */
  leaving: Leaving | null;
  /** Complaints of his that were settled, and when he would have left for want of an answer; null = no earlier than he did. */
  answered: readonly { quarter: number; left: number | null }[];
}

/** What tips a customer, the most telling first: something that happened once before what holds on. */
const order: readonly SpareId[] = ['failure', 'answer', 'wait', 'contacts', 'rivals', 'price', 'record'];

/** @throws RangeError for a customer the market does not have */
export function lifeStory(book: LifeBook, customer: number): LifeStory {
  if (!(Number.isInteger(customer) && customer >= 0 && customer < book.people)) throw new RangeError(`no customer ${customer}`);
  const all = book.quarters.map(({ quarter }) => quarter);
  const dealings = dealingsOf(book, customer, all);
  const stays = staysOf(book, customer);
  const last = stays.findLast(({ left }) => left !== null);
  const { columns } = book.quarters[0]!.moment.market;
  const named = [book.start, ...book.quarters.map(({ end }) => end)].findIndex((end) => end.named[customer] === 1);
  return {
    customer,
    segment: book.segments[columns.segment[customer]!]!,
    namedSince: named < 0 ? null : named,
    start: columns.entry[customer] === 0 ? feelings(book, book.start, customer) : null,
    quarters: book.quarters.map((kept) => storyQuarter(book, customer, kept.quarter, dealings.get(kept.quarter)!)),
    leaving: last === undefined ? null : leavingOf(book, customer, last.from, last.left!, dealings),
    answered: answeredOf(book, customer, dealings),
  };
}

function feelings(book: LifeBook, end: BookEnd, i: number): { satisfaction: number; relationship: number } | null {
  if (!isServed(book, end, i)) return null;
  return { satisfaction: 100 * PER_WORD * end.satisfaction[i]!, relationship: 100 * PER_WORD * end.relationship[i]! };
}

function storyQuarter(book: LifeBook, i: number, quarter: number, dealings: Dealings | null): StoryQuarter {
  const { moment, touches, end } = book.quarters[quarter - 1]!;
  const before = endBefore(book, quarter);
  const state = ({ active, failures, leftBecause }: BookEnd) => ({
    active: active[i]!,
    failures: failures[i]!,
    leftBecause: leftBecause[i]!,
  });
  const entered = moment.market.columns.entry[i]! <= quarter;
  const felt = entered ? feelings(book, end, i) : null;
  const events = entered ? eventsOf(moment.market, i, quarter, state(before), state(end), touches) : [];
  return {
    quarter,
    satisfaction: felt?.satisfaction ?? null,
    relationship: felt?.relationship ?? null,
    revenue: touches[book.company]!.revenue[i]!,
    dealings,
    events: events.filter(
      (event) => event.kind === 'entered' || event.kind === 'joined' || event.kind === 'left' || event.kind === 'withdrewConsent',
    ),
    named: end.named[i] === 1 && before.named[i] === 0,
  };
}

function leavingOf(book: LifeBook, i: number, from: number, quarter: number, dealings: ReadonlyMap<number, Dealings | null>): Leaving {
  const { moment, end } = book.quarters[quarter - 1]!;
  const because = end.leftBecause[i]!;
  const cause = causeIds[because === NOBODY ? 0 : because]!;
  const byCase = ((moment.market.columns.active[i]! >>> book.company) & 1) === 0;
  if (byCase) return { quarter, cause, byCase, tried: [], keptByAll: false };
  const begin = Math.max(1, from);
  const singles = trialsOf(begin, quarter, dealings);
  const tried = tryOtherwise(book, i, [...singles, { what: 'every', from: begin, to: quarter }], quarter);
  const kept = (place: number): boolean => tried[place]!.left === null;
  const ways = singles.map(({ what, from: first, to }, place): Otherwise & { what: SpareId } => ({
    what: what as SpareId,
    quarter: first === to ? first : null,
    kept: kept(place),
  }));
  ways.sort(
    (a, b) => Number(b.kept) - Number(a.kept) || order.indexOf(a.what) - order.indexOf(b.what) || (b.quarter ?? 0) - (a.quarter ?? 0),
  );
  return { quarter, cause, byCase, tried: ways, keptByAll: kept(singles.length) };
}

/** What happened to him that may be undone, thing by thing. */
function trialsOf(from: number, left: number, dealings: ReadonlyMap<number, Dealings | null>): Trial[] {
  const trials: Trial[] = [];
  const once = (what: SpareId, quarter: number): void => void trials.push({ what, from: quarter, to: quarter });
  const waits: number[] = [];
  const crowded: number[] = [];
  let unknown = false;
  for (let quarter = from; quarter <= left; quarter += 1) {
    const met = dealings.get(quarter);
    if (!met) continue;
    if (met.failed) once('failure', quarter);
    if (met.failed && met.complained !== 1) once('answer', quarter);
    if (met.waited) waits.push(quarter);
    if (met.over > 0) crowded.push(quarter);
    if (!met.known) unknown = true;
  }
  if (waits.length > 0) trials.push({ what: 'wait', from: waits[0]!, to: waits.length === 1 ? waits[0]! : left });
  if (crowded.length > 0) trials.push({ what: 'contacts', from: crowded[0]!, to: crowded.length === 1 ? crowded[0]! : left });
  if (unknown) trials.push({ what: 'record', from, to: Math.max(left, from) });
  const last = dealings.get(left);
  if (!last || last.price > 0) once('price', left);
  if (!last || last.rivals > 0) once('rivals', left);
  return trials;
}

function answeredOf(book: LifeBook, i: number, dealings: ReadonlyMap<number, Dealings | null>): LifeStory['answered'] {
  const quarters = [...dealings].filter(([, met]) => met?.failed && met.complained === 1).map(([quarter]) => quarter);
  const stays = staysOf(book, i);
  return quarters.map((quarter) => {
    const leftInFact = stays.find(({ from, left }) => from <= quarter && (left === null || left >= quarter))?.left ?? null;
    const until = leftInFact ?? book.quarters.length;
    const [tried] = tryOtherwise(book, i, [{ what: 'denied', from: quarter, to: quarter }], until);
    return { quarter, left: tried!.left === leftInFact ? null : tried!.left };
  });
}
