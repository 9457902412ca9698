/** What an honest interval could be: the sample that the same money buys of the best frame. */

import { parametersOf } from '../../company/parameters.ts';
import { framePrice } from '../../company/review/reviewBill.ts';
import { t80 } from '../known/intervals.ts';
import type { Asking } from './asking.ts';

/** Answers that the price of the sample would buy where also those who left or kept silent are asked. */
export function fairSize({ company, frame, n }: Asking): number {
  const p = parametersOf(company.spec);
  const table = [
    [0, 0],
    [30, p['price.reviewN30']],
    [100, p['price.reviewN100']],
    [400, p['price.reviewN400']],
    [1000, p['price.reviewN1000']],
  ] as const;
  const priceOf = table.find(([size]) => size >= n)?.[1] ?? p['price.reviewN1000'];
  const units = (priceOf * framePrice(frame, p)) / framePrice('everyone', p);
  for (let step = 1; step < table.length; step += 1) {
    const [[lessSize, less], [moreSize, more]] = [table[step - 1]!, table[step]!];
    if (units <= more) return lessSize + ((moreSize - lessSize) * (units - less)) / (more - less);
  }
  return table.at(-1)![0];
}

/** Width of the 80% interval of a mean over `size` answers. @param deviation of one answer */
export function meanWidth(deviation: number, size: number): number | null {
  return size >= 2 ? (2 * t80(size) * deviation) / Math.sqrt(size) : null;
}
