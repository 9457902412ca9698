/** The whale curve: profit cumulated over customers from the most to the least profitable, and the service hours each tenth takes. */

import { hoursByClass } from '../../company/classTreatment.ts';
import { classCounts } from '../../sim/records/valueClasses.ts';
import { rowOf } from '../../sim/truth/context.ts';
import { T } from '../../sim/truth/treatment.ts';
import { type CustomersView, shareOf } from './view.ts';

export interface WhaleTenth {
  /** Profit of this tenth, and of it with all tenths before, a quarter in currency. */
  profit: number;
  cumulated: number;
  /** Share 0-1 of all service hours. */
  hours: number;
}

export interface WhaleCurve {
  /** Real customers, known or not. */
  customers: number;
  /** Tenths from the most to the least profitable. */
  tenths: readonly WhaleTenth[];
  /** Highest point of the curve: share 0-1 of the customers, and profit a quarter in currency. */
  peak: { share: number; profit: number };
  profit: number;
  /** Those who cost more than they bring: share 0-1 of the customers, their loss and the share 0-1 of service hours they take. */
  losing: { share: number; loss: number; hours: number };
}

const TENTHS = 10;

/** @param margins profit a quarter of each customer in currency; @param hours service hours of each, any unit; @param weight real people each stands for */
export function whaleCurve(margins: readonly number[], hours: readonly number[], weight: number): WhaleCurve {
  const order = margins.map((_, place) => place).sort((a, b) => margins[b]! - margins[a]! || a - b);
  const all = hours.reduce((sum, one) => sum + one, 0);
  const tenths: WhaleTenth[] = [];
  const losing = { share: 0, loss: 0, hours: 0 };
  let cumulated = 0;
  let peak = { share: 0, profit: 0 };
  for (let tenth = 0; tenth < TENTHS; tenth += 1) {
    const from = Math.floor((tenth * order.length) / TENTHS);
    const to = Math.floor(((tenth + 1) * order.length) / TENTHS);
    let [profit, taken] = [0, 0];
    for (let at = from; at < to; at += 1) {
      const place = order[at]!;
      const margin = margins[place]! * weight;
      profit += margin;
      taken += hours[place]!;
      if (margin <= 0) {
        losing.share += 1 / order.length;
        losing.loss -= margin;
        losing.hours += shareOf(hours[place]!, all);
      }
      if (cumulated + profit > peak.profit) peak = { share: (at + 1) / order.length, profit: cumulated + profit };
    }
    cumulated += profit;
    tenths.push({ profit, cumulated, hours: shareOf(taken, all) });
  }
  return { customers: order.length * weight, tenths, peak, profit: cumulated, losing };
}

/** The curve of a company's customers: profit as expected of each as he is now, hours by need, by segment and by class. */
export function whaleOf(view: CustomersView): WhaleCurve {
  const { company, values, own, world } = view;
  const { c } = values;
  const { classes, classing } = company;
  const byClass = classes === null ? null : hoursByClass(classing.hours, classCounts(classes));
  const hours = own.map((i) => {
    const given = (classes?.[i] ?? 0) - 1;
    const priority = c.rows[rowOf(c, company.index, c.columns.segment[i]!) + T.priority]!;
    return values.calls(i) * priority * (byClass !== null && given >= 0 ? byClass[given]! : 1);
  });
  return whaleCurve(
    own.map((i) => values.margin(i)),
    hours,
    world.market.represents,
  );
}
