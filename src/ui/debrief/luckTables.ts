/** The numbers of the strips of luck as rows of tables. */

import type { SpreadId } from '../../game/glassBox/replayedFormulas.ts';
import { countsIn } from '../../game/luck/spread.ts';
import * as m from '../../text/generated/messages.js';
import { stripScale } from '../chart/stripData.ts';
import { axisMoney, fixed, money, number } from '../format.ts';
import { bare } from '../glassBox/opening.ts';
import { luckStrip, type LuckView } from './luckWords.ts';

const STEPS = 8;

/** How many draws lie in each of eight even steps of the axis. */
export function drawsByStep(view: LuckView): readonly { range: string; draws: string }[] {
  const scale = stripScale(luckStrip(view));
  const [low, high] = [scale[0], scale.at(-1)!];
  const end = (step: number): string => {
    const value = low + ((high - low) * step) / STEPS;
    return view.measure === 'value' ? axisMoney(value, view.currency) : number(value, 2);
  };
  const counts = countsIn(view.finding.measures[view.measure].run.values, low, high, STEPS);
  return counts.map((count, step) => ({ range: m.luck_range({ low: end(step), high: end(step + 1) }), draws: number(count) }));
}

/** Each way of playing in figures; those of the run open. */
export function wayRows(view: LuckView): readonly { way: string; mean: string; sd: string; band: string; ends: string }[] {
  const { run, stay, best } = view.finding.measures[view.measure];
  const say = (value: number): string => (view.measure === 'value' ? money(value, view.currency) : fixed(value));
  const { measure, mark = bare } = view;
  const ways = [
    { way: m.luck_way_own(), of: run, open: (spread: SpreadId, words: string): string => mark(`luck.${measure}.${spread}`, words) },
    { way: m.anchor_stay(), of: stay, open: plain },
    { way: m.anchor_best(), of: best, open: plain },
  ];
  return ways.map(({ way, of: { mean, sd, band, least, most }, open }) => ({
    way,
    mean: open('mean', say(mean)),
    sd: open('sd', say(sd)),
    band: band ? m.luck_range({ low: open('low', say(band[0])), high: open('high', say(band[1])) }) : '–',
    ends: m.luck_range({ low: open('least', say(least)), high: open('most', say(most)) }),
  }));
}

/** Of the other ways nothing opens: their draws are not shown. */
const plain = (_spread: SpreadId, words: string): string => words;
