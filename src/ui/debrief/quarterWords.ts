/** Quarters in words: spans of those that follow one another. */

import * as m from '../../text/generated/messages.js';
import { list, number } from '../format.ts';

/** One quarter, or the span of two. */
export const spanWords = (from: number, to: number): string =>
  from === to ? m.quarter_one({ quarter: number(from) }) : m.quarter_span({ first: number(from), last: number(to) });

/** Quarters in ascending order as spans: 5, 6, 7, 9 is "quarters 5-7, quarter 9". */
export function quarterWords(quarters: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const quarter of quarters) {
    const open = spans.at(-1);
    if (open?.[1] === quarter - 1) open[1] = quarter;
    else spans.push([quarter, quarter]);
  }
  return list(spans.map(([from, to]) => spanWords(from, to)));
}
