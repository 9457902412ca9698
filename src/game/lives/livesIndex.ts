/** Whose life is worth reading: the customers of a closed run by what became of them with the learner's firm. */

import { type CauseId, causeIds } from '../../sim/market.ts';
import { openAlone, playAlone } from '../../sim/truth/alone.ts';
import { NOBODY } from '../../sim/truth/columns.ts';
import { type LifeBook, staysOf } from './lifeBook.ts';
import { leaversAsked } from './tipping.ts';

export const lifeListIds = ['silent', 'failed', 'drawn', 'cooled', 'valuable', 'won', 'answered'] as const;
export type LifeListId = (typeof lifeListIds)[number];

export interface LifeRow {
  customer: number;
  /** The firm had his name at some time. */
  named: boolean;
  segment: string;
  /** Paid to the learner's firm over the run, currency. */
  revenue: number;
  /** The last leaving; null where he is a customer at the end or never was one. */
  left: { quarter: number; cause: CauseId } | null;
}

export interface LifeList {
  id: LifeListId;
  /** Real people on it. */
  customers: number;
  /** The first of them: those who paid most. */
  rows: readonly LifeRow[];
}

export interface LivesIndex {
  lists: readonly LifeList[];
  /** Simulated customers of the market, and real people that each stands for. */
  people: number;
  represents: number;
  /** Those whose name the firm had at some time, ascending. */
  named: Uint32Array;
  /** Real people who left the learner’s firm and are not back at the end, and those of them who went over a failure without a word. */
  left: number;
  silent: number;
  /** Leavers to be asked what tipped them. */
  leavers: Uint32Array;
}

/** Rows of a list that are shown. */
const SHOWN = 12;

const drawnBy: readonly CauseId[] = ['price', 'rivalOffer', 'substitute'];
const cooledBy: readonly CauseId[] = ['quality', 'waiting', 'neglect', 'overcontact'];

/** The lists of a run; who is on several stands on each. Customers who paid most come first, then the smaller number. */
export function livesIndex(book: LifeBook): LivesIndex {
  const { people, company, quarters, represents } = book;
  const revenue = new Float64Array(people);
  const settled = new Uint8Array(people);
  const named = Uint8Array.from(book.start.named);
  for (const { touches, end } of quarters) {
    const touch = touches[company]!;
    for (let i = 0; i < people; i += 1) {
      revenue[i]! += touch.revenue[i]!;
      if (touch.complained[i] === 1) settled[i] = 1;
      if (end.named[i] === 1) named[i] = 1;
    }
  }
  const everybody = Array.from({ length: people }, (_, i) => i);
  const stays = everybody.map((i) => staysOf(book, i));
  const isNow = everybody.map((i) => stays[i]!.some(({ left }) => left === null));
  const lastLeft = everybody.map((i) => (isNow[i] ? null : (stays[i]!.at(-1)?.left ?? null)));
  const causeOf = (i: number): CauseId | null => {
    const quarter = lastLeft[i];
    if (quarter === null || quarter === undefined) return null;
    const because = quarters[quarter - 1]!.end.leftBecause[i]!;
    return causeIds[because === NOBODY ? 0 : because]!;
  };
  const causes = everybody.map(causeOf);
  const silent = silentLeavers(book, lastLeft, causes);
  const on: Readonly<Record<LifeListId, (i: number) => boolean>> = {
    silent: (i) => silent.has(i),
    failed: (i) => causes[i] === 'failure' && !silent.has(i),
    drawn: (i) => drawnBy.includes(causes[i]!),
    cooled: (i) => cooledBy.includes(causes[i]!),
    valuable: (i) => stays[i]!.length > 0,
    won: (i) => isNow[i]! && stays[i]!.at(-1)!.from > 0,
    answered: (i) => isNow[i]! && settled[i] === 1,
  };
  const { columns } = quarters[0]!.moment.market;
  const rowOf = (i: number): LifeRow => ({
    customer: i,
    named: named[i] === 1,
    segment: book.segments[columns.segment[i]!]!,
    revenue: revenue[i]!,
    left: causes[i] === null ? null : { quarter: lastLeft[i]!, cause: causes[i]! },
  });
  const order = [...everybody].sort((a, b) => revenue[b]! - revenue[a]! || a - b);
  return {
    lists: lifeListIds.map((id) => {
      const members = order.filter(on[id]);
      return { id, customers: members.length * represents, rows: members.slice(0, SHOWN).map(rowOf) };
    }),
    people,
    represents,
    named: Uint32Array.from(everybody.filter((i) => named[i] === 1)),
    left: causes.filter((cause) => cause !== null).length * represents,
    silent: silent.size * represents,
    leavers: leaversAsked(book),
  };
}

/** Who left over a failure of the same quarter that he kept to himself; played once more by himself to hear it. */
function silentLeavers(book: LifeBook, left: readonly (number | null)[], causes: readonly (CauseId | null)[]): ReadonlySet<number> {
  const silent = new Set<number>();
  for (const { quarter, moment } of book.quarters) {
    const c = openAlone(moment);
    for (let i = 0; i < book.people; i += 1) {
      if (left[i] !== quarter || causes[i] !== 'failure') continue;
      if (playAlone(c, i, book.company).dealings?.silent) silent.add(i);
    }
  }
  return silent;
}
