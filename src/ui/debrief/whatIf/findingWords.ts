/** What a what-if came to, in words and as charts. */

import { findingOf, type PairedDifference } from '../../../game/pairs.ts';
import type { DifferenceFigure, FigureDifferences } from '../../../game/whatIf/difference.ts';
import type { LifeFigures } from '../../../game/whatIf/replayTask.ts';
import type { KpiId } from '../../../game/reports.ts';
import type { LuckDifference } from '../../../game/whatIf/overLuck.ts';
import * as m from '../../../text/generated/messages.js';
import { word } from '../../../text/words.ts';
import type { ChartData, ChartLine } from '../../chart/chartData.ts';
import { firstQuarters, quarterAxis } from '../../chart/quarterAxis.ts';
import { drawsBehind } from '../../glassBox/givenWords.ts';
import { opening } from '../../glassBox/opening.ts';
import { axisMoney, fixed, kpiAmount, kpiChange, number, signed } from '../../format.ts';

/** Figures that are drawn, in this order. */
export const shownFigures = ['equity', 'customers', 'churn', 'satisfaction'] as const satisfies readonly DifferenceFigure[];
export type ShownFigure = (typeof shownFigures)[number];

/** Too small to be seen in the figure as it is written. */
const alike = (figure: ShownFigure, difference: number, currency: string): boolean =>
  kpiAmount(figure, difference, currency) === kpiAmount(figure, 0, currency);

/** A difference over many draws that opens with its interval. @param words the number as it is said */
const overDraws = (figure: ShownFigure, paired: PairedDifference, words: string, quarter: number): string =>
  opening(`difference.${figure}`, words, { given: { apart: paired.mean, quarter, ...drawsBehind(paired) } });

/** A difference that stands at the end of a quarter, as a number that opens: so much more, so much less, or none. @param paired over many draws */
function moreOrLess(figure: ShownFigure, difference: number, quarter: number, currency: string, paired?: PairedDifference): string {
  const size = kpiAmount(figure, difference, currency);
  const amount = paired
    ? overDraws(figure, paired, size, quarter)
    : opening(`difference.${figure}`, size, { given: { apart: difference, quarter } });
  const said = { figure: word('kpi', figure), quarter: number(quarter), amount };
  if (alike(figure, difference, currency)) return m.whatIf_same(said);
  return difference > 0 ? m.whatIf_more(said) : m.whatIf_less(said);
}

/** The finding on one figure: over many draws where there are any, else on the own luck so far. */
export function figureTitle(figure: ShownFigure, own: readonly FigureDifferences[], luck: LuckDifference | null, currency: string): string {
  const quarter = own.length;
  const paired = luck?.quarters.at(-1)?.[figure] ?? null;
  const said = moreOrLess(figure, own.at(-1)?.[figure] ?? 0, quarter, currency);
  if (paired === null || paired.range === null) return said;
  const finding = findingOf(paired);
  if (finding === 'alike') return said;
  if (finding === 'luck') return m.whatIf_unsure({ figure: word('kpi', figure) });
  return moreOrLess(figure, paired.mean, luck!.quarters.length, currency, paired);
}

const axis = (figure: ShownFigure, value: number, currency: string): string => {
  if (figure === 'equity') return axisMoney(value, currency);
  if (figure === 'churn') return number(value * 100, 2);
  return number(value, figure === 'satisfaction' ? 2 : 0);
};

export const unitWords = (figure: ShownFigure): string => word('whatIf_unit', figure);

/** The own luck as it is, the mean over the draws with its interval, and the line of no difference. */
export function figureChart(
  figure: ShownFigure,
  own: readonly FigureDifferences[],
  quarters: number,
  luck: LuckDifference | null,
  currency: string,
): ChartData {
  const under = quarterAxis(firstQuarters(quarters));
  const many: ChartLine[] =
    luck === null
      ? []
      : [
          {
            name: m.whatIf_line_luck({ seeds: number(luck.seeds) }),
            look: 'alternative',
            values: luck.quarters.map((quarter) => quarter[figure].mean),
            ranges: luck.quarters.map((quarter) => quarter[figure].range),
          },
        ];
  return {
    ...under,
    lines: [
      { name: m.whatIf_line_run(), look: 'own', thin: true, values: under.labels.map(() => 0) },
      { name: m.whatIf_line_own(), look: 'own', values: under.labels.map((_, index) => own[index]?.[figure] ?? null) },
      ...many,
    ],
    say: (value) => axis(figure, value, currency),
  };
}

const rangeWords = ({ range }: PairedDifference, say: (value: number) => string): string =>
  range === null ? '' : ` ${m.whatIf_range({ low: say(range[0]), high: say(range[1]) })}`;

/** The lines of a chart in a sentence. */
export function figureSummary(
  figure: ShownFigure,
  own: readonly FigureDifferences[],
  luck: LuckDifference | null,
  currency: string,
): string {
  const say = (value: number): string => kpiChange(figure, value, currency);
  const last = luck?.quarters.at(-1)?.[figure];
  return [
    m.whatIf_summary({ quarter: number(own.length), difference: say(own.at(-1)?.[figure] ?? 0) }),
    ...(last ? [m.whatIf_summary_luck({ seeds: number(luck!.seeds), difference: say(last.mean) }) + rangeWords(last, say)] : []),
  ].join(' ');
}

export interface FigureRow {
  quarter: string;
  own: string;
  luck: string | null;
}

/** The numbers of a chart. */
export const figureRows = (
  figure: ShownFigure,
  own: readonly FigureDifferences[],
  base: readonly LifeFigures[],
  luck: LuckDifference | null,
  currency: string,
): readonly FigureRow[] =>
  own.map((_, index) => {
    const say = (value: number): string => kpiChange(figure, value, currency);
    const over = luck?.quarters[index]?.[figure];
    return {
      quarter: number(index + 1),
      own: ownDifference(figure, own, base, index, currency),
      luck: over ? overDraws(figure, over, say(over.mean) + rangeWords(over, say), index + 1) : null,
    };
  });

/** The whole in one sentence: on the own luck. */
export function ownSentence(own: readonly FigureDifferences[], base: readonly LifeFigures[], currency: string): string {
  const said = (figure: 'equity' | 'customers' | 'satisfaction'): string => ownDifference(figure, own, base, own.length - 1, currency);
  return m.whatIf_own({ equity: said('equity'), customers: said('customers'), satisfaction: said('satisfaction') });
}

/** A difference that opens with the figure of the run as it was played. @param place of the quarter, from 0 */
function ownDifference(
  figure: DifferenceFigure & KpiId,
  own: readonly FigureDifferences[],
  base: readonly LifeFigures[],
  place: number,
  currency: string,
): string {
  const difference = own[place]?.[figure] ?? 0;
  const value = kpiChange(figure, difference, currency);
  const was = base[place]?.[figure];
  if (was === undefined) return value;
  return opening(`difference.${figure}`, value, { given: { own: was, other: was + difference, quarter: place + 1 } });
}

/** Was it the decision, or the luck? On customer equity at the end. */
export function luckSentence(luck: LuckDifference, currency: string): string {
  const last = luck.quarters.at(-1)!.equity;
  const say = (value: number): string => kpiChange('equity', value, currency);
  const said = {
    seeds: number(luck.seeds),
    amount: overDraws('equity', last, kpiAmount('equity', last.mean, currency), luck.quarters.length),
    range: rangeWords(last, say).trim(),
  };
  switch (findingOf(last)) {
    case 'paid':
      return m.whatIf_luck_more(said);
    case 'cost':
      return m.whatIf_luck_less(said);
    case 'luck':
      return m.whatIf_luck_unsure(said);
    case 'alike':
      return m.whatIf_luck_alike(said);
    case 'early':
      return m.whatIf_luck_early({ amount: overDraws('equity', last, say(last.mean), luck.quarters.length) });
  }
}

/** The scores and their difference; null while there are none. */
export function scoreSentence({ score }: LuckDifference): string | null {
  if (score === null) return null;
  const { run, change, difference } = score;
  const points = (value: number): string => signed(value, 1);
  const said = m.whatIf_score({
    run: fixed(run),
    change: fixed(change),
    difference: opening('difference.score', points(difference.mean), { given: { own: run, other: change, ...drawsBehind(difference) } }),
    seeds: number(difference.n),
  });
  const finding = findingOf(difference);
  const verdict = finding === 'luck' ? [m.whatIf_score_unsure()] : finding === 'paid' || finding === 'cost' ? [m.whatIf_score_told()] : [];
  return [`${said}${rangeWords(difference, points)}.`, ...verdict].join(' ');
}
