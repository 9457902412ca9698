/** N5: technology and cost. */

import { shown } from '../evidence.ts';
import { atMost, type Judge, type Level } from '../judging.ts';

const wellForeseen = 0.15;
const littleUnplanned = 0.1;
const fits = 0.6;
const asGood = -0.031;

/** Nothing done is weak; then a step each for the order, the fit, the forecast by line and a bill without surprises. Whoever buys first gets no further than weak. */
export const judgeTools: Judge = ({ run: { conduct } }) => {
  const { bought, process, analysed, programme, trial, vendor, fit, tcoError, planned, unplanned, at } = conduct.tools;
  const billed = planned + unplanned;
  const surprised = billed > 0 ? unplanned / billed : 0;
  const before = (what: number | null, then: number | null): boolean => then === null || (what !== null && what <= then);
  const begun = bought ?? programme;
  const ordered = before(analysed, begun) && (before(process, bought) || (bought !== null && trial));
  const suits = vendor === null ? fit >= fits : vendor >= asGood || trial;
  const foreseen = tcoError !== null && tcoError < wellForeseen;
  const steps = [ordered, suits, foreseen, billed > 0 && surprised < littleUnplanned].filter(Boolean).length;
  const first = bought !== null && !ordered;
  const level = begun === null ? 1 : (Math.max(first ? 0 : 1, steps) as Level);
  return {
    level: first ? atMost(level, 1) : level,
    evidence: [
      ...(bought === null ? [] : [shown('toolBought', bought, at.tool)]),
      ...(process === null ? [] : [shown('processRedrawn', process, at.process)]),
      shown('trial', trial),
      shown('toolFit', fit),
      ...(vendor === null ? [] : [shown('vendorShort', vendor, at.tool)]),
      ...(tcoError === null ? [] : [shown('forecastError', tcoError, at.tco), shown('unplannedShare', surprised)]),
    ],
  };
};
