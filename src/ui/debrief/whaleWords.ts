/** The whale curve in words: its highest drawn point, and those who cost more than they bring. */

import type { WhaleCurve } from '../../game/customers/whale.ts';
import * as m from '../../text/generated/messages.js';
import { money, percent } from '../format.ts';
import type { counted } from '../glassBox/givenWords.ts';

/** Parts of the whole, 0-1, under which a share or a loss reads as nothing. */
const NOTHING = 0.005;

/** The highest point of the curve as it is drawn, in tenths: its place, the share 0-1 of customers up to it, and profit a quarter in currency. */
export function drawnPeak({ tenths }: WhaleCurve): { place: number; share: number; profit: number } {
  let [place, profit] = [0, 0];
  for (const [at, { cumulated }] of tenths.entries()) if (cumulated > profit) [place, profit] = [at + 1, cumulated];
  return { place, share: place / tenths.length, profit };
}

/** With `counted` its numbers open. What the curve shows: that the others take profit away only where it does not round to nothing. */
export function whaleTitle(whale: WhaleCurve, currency: string, mark: typeof counted = (_table, _unit, _value, words) => words): string {
  const peak = drawnPeak(whale);
  const loss = peak.profit - whale.profit;
  const cash = (value: number): string => mark('whale', 'money', value, money(value, currency), m.customers_column_cumulated());
  const share = mark('whale', 'share', peak.share, percent(peak.share, 0), m.customers_whale_peak());
  const said = { share, money: cash(peak.profit), loss: cash(loss) };
  if (peak.place === whale.tenths.length) return m.customers_whale_title_all(said);
  return loss < NOTHING * peak.profit ? m.customers_whale_title_flat(said) : m.customers_whale_title(said);
}

/** Those who cost more than they bring, their loss and the hours they take, as far as these are anything. */
export function whaleLosing(whale: WhaleCurve, currency: string): string {
  const { share, loss, hours } = whale.losing;
  const said = { share: percent(share, 0), loss: money(loss, currency), hours: percent(hours, 0) };
  if (share < NOTHING) return m.customers_whale_losing_none();
  if (loss < NOTHING * drawnPeak(whale).profit) return m.customers_whale_losing_few(said);
  return hours < NOTHING ? m.customers_whale_losing_idle(said) : m.customers_whale_losing(said);
}

/** The curve in a sentence. */
export function whaleSummary(whale: WhaleCurve, currency: string): string {
  const { share, profit } = drawnPeak(whale);
  return m.customers_whale_summary({ peak: money(profit, currency), share: percent(share, 0), end: money(whale.profit, currency) });
}
