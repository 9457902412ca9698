/** A closed run played once more and kept quarter by quarter, so that the life of any customer can be told and tried otherwise. */

import { type MarketMoment, keepMoment } from '../../sim/truth/alone.ts';
import type { CompanyTouches } from '../../sim/truth/context.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import { applyEntry, finishQuarters, startPlaying, type LoggedEntry, type Playing, type RunSetting } from '../replay.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** One quarter: all that its market was played with, and what it left of each customer with the learner's firm. */
export interface BookQuarter {
  quarter: number;
  moment: MarketMoment;
  touches: readonly (CompanyTouches | null)[];
  end: BookEnd;
}

/** Columns at the end of a quarter; satisfaction and relationship those with the learner's firm, as stored. */
export interface BookEnd {
  active: Uint8Array;
  leftBecause: Uint8Array;
  failures: Uint8Array;
  satisfaction: Uint16Array;
  relationship: Uint16Array;
  /** 1 = the firm has his name. */
  named: Uint8Array;
}

export interface LifeBook {
  /** Index of the learner's firm among the companies. */
  company: number;
  people: number;
  /** Real people that one simulated customer stands for. */
  represents: number;
  segments: readonly string[];
  companies: readonly string[];
  start: BookEnd;
  quarters: readonly BookQuarter[];
}

/** What a book is written of. */
export interface RunToFollow {
  scenario: Scenario;
  setting: RunSetting;
  entries: readonly LoggedEntry[];
}

/** Plays the log once. @param onQuarter hears of each quarter written */
export function writeLifeBook(
  { scenario, setting, entries }: RunToFollow,
  onQuarter: (done: number, of: number) => void = () => undefined,
): LifeBook {
  const playing = startPlaying(scenario, setting);
  const { market, played } = playing.world;
  const quarters: BookQuarter[] = [];
  const start = endOf(playing);
  let moment: MarketMoment | null = null;
  const options = {
    looks: false,
    onMarket: (ready: MarketMoment) => {
      moment = keepMoment(ready);
      return ready.records;
    },
    onQuarter: ({ market: { touches } }: PlayedQuarter) => {
      quarters.push({ quarter: playing.world.quarter, moment: moment!, touches, end: endOf(playing) });
      onQuarter(quarters.length, scenario.quarters);
    },
  };
  for (const entry of entries) applyEntry(playing, entry, options);
  finishQuarters(playing, options);
  return {
    company: played[0]!.index,
    people: market.people,
    represents: market.represents,
    segments: market.spec.segments.map(({ id }) => id),
    companies: market.companyIds,
    start,
    quarters,
  };
}

function endOf({ world: { market, played } }: Playing): BookEnd {
  const { columns, people } = market;
  const [{ index, records }] = played as [Playing['world']['played'][number]];
  const own = (column: Uint16Array): Uint16Array => column.slice(index * people, (index + 1) * people);
  return {
    active: columns.active.slice(),
    leftBecause: columns.leftBecause.slice(),
    failures: columns.priorFailures.slice(),
    satisfaction: own(columns.satisfaction),
    relationship: own(columns.relationship),
    named: records.held.map((silos) => (silos === 0 ? 0 : 1)),
  };
}

/** Whether customer i is the learner's at such an end. */
export const isServed = ({ company }: LifeBook, { active }: BookEnd, i: number): boolean => ((active[i]! >>> company) & 1) === 1;

/** The end before a quarter: that of the quarter before, or the start. */
export const endBefore = (book: LifeBook, quarter: number): BookEnd => (quarter <= 1 ? book.start : book.quarters[quarter - 2]!.end);

/** Stays of customer i with the learner's firm: quarters in which they began (0 = before the start) and ended (null = not within the run). */
export function staysOf(book: LifeBook, i: number): { from: number; left: number | null }[] {
  const entry = book.quarters[0]?.moment.market.columns.entry[i] ?? 0;
  const stays: { from: number; left: number | null }[] = [];
  let served = entry === 0 && isServed(book, book.start, i);
  if (served) stays.push({ from: 0, left: null });
  for (const { quarter, end } of book.quarters) {
    const is = entry <= quarter && isServed(book, end, i);
    if (is && !served) stays.push({ from: quarter, left: null });
    if (!is && served) stays.at(-1)!.left = quarter;
    served = is;
  }
  return stays;
}
