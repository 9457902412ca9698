/** The other ways of a run in words: rows of the table, and what they say of money moved, of paths and of the trade. */

import type { PathId } from '../../company/controls.ts';
import { findingOf, type PairedDifference } from '../../game/pairs.ts';
import type { OtherWayCompared, OtherWaysComparison } from '../../game/otherWays.ts';
import type { TwinComparison } from '../../game/twin.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { optionWord } from '../cockpit/planWords.ts';
import { drawsBehind } from '../glassBox/givenWords.ts';
import { opening } from '../glassBox/opening.ts';
import { money, number, percent, signedMoney } from '../format.ts';

/** A difference and its 95% interval, which one draw does not have. */
export interface WayDifference {
  said: string;
  range: string | null;
}

export interface WayRow {
  name: string;
  /** Level at the end, and how far the path was let through. */
  notes: readonly string[];
  equity: string;
  /** Differences with their 95% intervals; null for the run itself. */
  difference: WayDifference | null;
  value: WayDifference | null;
}

const plus = signedMoney;

type Of = 'equity' | 'value';
/** A difference that opens. @param words the number as it is said */
const opened = (of: Of, paired: PairedDifference, words: string, given: Readonly<Record<string, number>> = {}): string =>
  opening(`difference.${of}`, words, { given: { apart: paired.mean, ...given, ...drawsBehind(paired) } });
const apartWords = (of: Of, paired: PairedDifference, currency: string): string => opened(of, paired, plus(paired.mean, currency));

const differenceWords = (
  of: Of,
  paired: PairedDifference,
  currency: string,
  given: Readonly<Record<string, number>> = {},
): WayDifference => ({
  said: opened(of, paired, plus(paired.mean, currency), given),
  range: rangeWords(paired, currency),
});

const rangeWords = ({ range }: PairedDifference, currency: string): string | null =>
  range === null ? null : `(${m.ways_range({ low: plus(range[0], currency), high: plus(range[1], currency) })})`;

function nameOf({ way, own }: OtherWayCompared): string {
  if (way.kind === 'split') {
    const points = number(Math.abs(way.shift));
    return way.shift < 0 ? m.ways_keep({ points }) : m.ways_acquire({ points });
  }
  const path = optionWord('crm.path', way.path);
  return own ? m.ways_own_path({ path }) : m.ways_path({ path });
}

/** @param ran the path was begun in the run as it was played */
function notesOf({ way, own, level, started, planned }: OtherWayCompared, seeds: number, ran: boolean): string[] {
  if (way.kind === 'split' || way.path === 'stay') return [];
  const of = number(seeds);
  // Other luck may refuse what the learner's own let through.
  if (own && ran && started < seeds) return [m.ways_own_ran({ started: number(started), of })];
  if (started === 0) return [planned > 0 ? m.ways_planned() : m.ways_never()];
  const ends = m.ways_level({ level: word('level', level) });
  return started < seeds ? [m.ways_sometimes({ started: number(started), of }), ends] : [ends];
}

/**
 * The run first, then its other ways.
 * @param begun paths that were begun in the run as it was played, on its own luck
 */
export function wayRows({ equity, ways, seeds }: OtherWaysComparison, currency: string, begun: readonly PathId[] = []): WayRow[] {
  return [
    { name: m.ways_own(), notes: [], equity: money(equity, currency), difference: null, value: null },
    ...ways.map((each): WayRow => ({
      name: nameOf(each),
      notes: notesOf(each, seeds, each.way.kind === 'path' && begun.includes(each.way.path)),
      equity: money(each.equity, currency),
      difference: each.own ? null : differenceWords('equity', each.equityDifference, currency, { own: equity, other: each.equity }),
      value: each.own ? null : differenceWords('value', each.valueDifference, currency),
    })),
  ];
}

const movedWords = (perMoved: number, moved: number, { mean }: PairedDifference, currency: string): string =>
  opening('ways.perMoved', plus(100 * perMoved, currency), {
    given: { value: 100 * perMoved, equityApart: mean, movedMoney: Math.abs(moved) },
  });

/** What a unit of money moved was worth, each way; and that luck may have made it. */
export function marginalSentences({ ways }: OtherWaysComparison, currency: string): string[] {
  return ways.flatMap(({ way, moved, perMoved, equityDifference }): string[] => {
    if (way.kind !== 'split') return [];
    if (perMoved === null) return [m.ways_marginal_none()];
    const said = { unit: money(100, currency), change: movedWords(perMoved, moved, equityDifference, currency) };
    const sentence = way.shift < 0 ? m.ways_marginal_keep(said) : m.ways_marginal_acquire(said);
    const sure = ['paid', 'cost'].includes(findingOf(equityDifference));
    return [sure ? sentence : `${sentence} ${m.ways_marginal_luck()}`];
  });
}

/** The trade that the paths were walked in, the path with most equity at the end, and whether value created says the same. */
export function tradeSentences({ trade, ways }: OtherWaysComparison, sector: string, currency: string): string[] {
  const paths = ways.filter(({ way }) => way.kind === 'path');
  const best = paths.reduce((most, each) => (each.equityDifference.mean > most.equityDifference.mean ? each : most));
  const said = { path: nameOf(best), difference: apartWords('equity', best.equityDifference, currency) };
  const ahead = !best.own && best.equityDifference.mean > 0;
  return [
    m.ways_trade({
      sector,
      purchases: number(trade.purchases, 1),
      cost: percent(trade.unitCost, 0),
      contribution: money(trade.contribution, currency),
    }),
    ahead ? (findingOf(best.equityDifference) === 'paid' ? m.ways_best(said) : m.ways_best_luck(said)) : m.ways_best_own(),
    valueSentence(paths, ahead ? best : null, currency),
  ];
}

/** @param best the path with more equity than the run, null where none had more */
function valueSentence(paths: readonly OtherWayCompared[], best: OtherWayCompared | null, currency: string): string {
  const top = paths.reduce((most, each) => (each.valueDifference.mean > most.valueDifference.mean ? each : most));
  if (top.own || top.valueDifference.mean <= 0)
    return best === null ? m.ways_value_neither() : m.ways_value_not({ difference: apartWords('value', best.valueDifference, currency) });
  const difference = apartWords('value', top.valueDifference, currency);
  const sentence =
    top === best
      ? m.ways_value_too({ difference })
      : m.ways_value_other({ path: nameOf(top), difference, equity: apartWords('equity', top.equityDifference, currency) });
  return findingOf(top.valueDifference) === 'paid' ? sentence : `${sentence} ${m.ways_marginal_luck()}`;
}

/** What twin and other ways say together, where CRM surely paid and staying on the level would surely have paid more; null where they do not. */
export function twinAndStay({ ways }: OtherWaysComparison, twin: Pick<TwinComparison, 'value'> | null, currency: string): string | null {
  const stay = ways.find(({ way, own }) => way.kind === 'path' && way.path === 'stay' && !own);
  if (twin === null || stay === undefined) return null;
  if (findingOf(twin.value) !== 'paid' || findingOf(stay.valueDifference) !== 'paid') return null;
  return m.ways_twin_stay({
    difference: opened('value', stay.valueDifference, money(stay.valueDifference.mean, currency)),
  });
}
