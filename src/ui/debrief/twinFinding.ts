/** The comparison with the twin in words, and as a chart. */

import { findingOf, type PairedDifference } from '../../game/pairs.ts';
import type { TwinComparison, TwinQuarter, TwinSide } from '../../game/twin.ts';
import * as m from '../../text/generated/messages.js';
import type { ChartData, ChartLine } from '../chart/chartData.ts';
import { firstQuarters, quarterAxis } from '../chart/quarterAxis.ts';
import { drawsBehind } from '../glassBox/givenWords.ts';
import { opening } from '../glassBox/opening.ts';
import { axisMoney, fixed, money, number, signed, withSign } from '../format.ts';

/** Money that stays on one line with its sign. */

/** The finding on value created. */
export function twinTitle({ own, twin, value }: TwinComparison, currency: string): string {
  const amount = opening('difference.value', money(Math.abs(value.mean), currency), {
    given: { own: own.value, other: twin.value, turned: 1, ...drawsBehind(value) },
  });
  switch (findingOf(value)) {
    case 'paid':
      return m.twin_paid({ amount });
    case 'cost':
      return m.twin_cost({ amount });
    case 'luck':
      return m.twin_luck({ amount });
    case 'alike':
      return m.twin_alike();
    case 'early':
      return m.twin_early({ amount });
  }
}

/** Sentences under the chart, whose differences open: value created and satisfaction of both, each difference with what luck does to it, and how firms end. */
export function twinSentences(comparison: TwinComparison, currency: string): readonly string[] {
  const { own, twin, value, satisfaction, seeds } = comparison;
  const say = (amount: number): string => money(amount, currency);
  const plus = (amount: number): string => withSign(amount, say(Math.abs(amount)));
  const points = (amount: number): string => signed(amount, 1);
  const apart = (id: 'value' | 'satisfaction', run: number, other: number, paired: PairedDifference, words: string): string =>
    opening(`difference.${id}`, words, { given: { own: run, other, turned: 1, ...drawsBehind(paired) } });
  const spread = ({ range, sd }: PairedDifference, figure: (amount: number) => string, plain: (amount: number) => string): string =>
    range === null ? '' : ` ${m.twin_spread({ low: figure(range[0]), high: figure(range[1]), sd: plain(sd), pairs: number(seeds) })}`;
  const ends = (side: TwinSide, ofOwn: boolean): string[] => [
    ...(side.insolvent > 0
      ? [(ofOwn ? m.twin_own_insolvent : m.twin_insolvent)({ draws: number(side.insolvent), of: number(seeds) })]
      : []),
    ...(side.unviable > 0 ? [(ofOwn ? m.twin_own_unviable : m.twin_unviable)({ draws: number(side.unviable), of: number(seeds) })] : []),
  ];
  return [
    m.twin_value({
      own: say(own.value),
      twin: say(twin.value),
      difference: apart('value', own.value, twin.value, value, plus(value.mean)),
    }) + spread(value, plus, say),
    m.twin_satisfaction({
      own: fixed(own.satisfaction),
      twin: fixed(twin.satisfaction),
      difference: apart('satisfaction', own.satisfaction, twin.satisfaction, satisfaction, points(satisfaction.mean)),
    }) + spread(satisfaction, points, fixed),
    ...ends(own, true),
    ...ends(twin, false),
  ];
}

/** Customer equity and cash of both firms, with the quarter from which customers are too few marked on the line of their equity. */
export function twinChart({ own, twin }: TwinComparison, currency: string): ChartData {
  const line = (side: TwinSide, figure: 'equity' | 'cash', name: string, look: ChartLine['look']): ChartLine => ({
    name,
    look,
    values: side.quarters.map((quarter) => quarter[figure]),
    ...(figure === 'cash' && { thin: true as const }),
    ...(figure === 'equity' &&
      side.unviableFrom !== null && {
        mark: { index: side.unviableFrom - 1, text: m.twin_mark({ quarter: m.quarter_one({ quarter: number(side.unviableFrom) }) }) },
      }),
  });
  return {
    ...quarterAxis(firstQuarters(own.quarters.length)),
    lines: [
      line(own, 'equity', m.twin_line_equity_own(), 'own'),
      line(twin, 'equity', m.twin_line_equity_twin(), 'alternative'),
      line(own, 'cash', m.twin_line_cash_own(), 'own'),
      line(twin, 'cash', m.twin_line_cash_twin(), 'alternative'),
    ],
    say: (value) => axisMoney(value, currency),
  };
}

/** The lines in a sentence, and where a customer base falls under its viable size. */
export function twinSummary({ own, twin, viableCustomers }: TwinComparison, currency: string): string {
  const say = (side: TwinSide, figure: keyof TwinQuarter): string => money(side.quarters.at(-1)![figure], currency);
  const lines = m.twin_summary({
    equity: say(own, 'equity'),
    twinEquity: say(twin, 'equity'),
    cash: say(own, 'cash'),
    twinCash: say(twin, 'cash'),
  });
  const viable = number(viableCustomers);
  const under = [
    ...(own.unviableFrom === null ? [] : [m.twin_own_under({ quarter: number(own.unviableFrom), viable })]),
    ...(twin.unviableFrom === null ? [] : [m.twin_under({ quarter: number(twin.unviableFrom), viable })]),
  ];
  return [lines, ...under].join(' ');
}
