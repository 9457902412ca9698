/** A survey among the customers a firm knows: drawn by key, answered by the willing, with response bias. */

import { mix4, unit } from '../math/keys.ts';
import { normalQuantile } from '../math/quantiles.ts';
import { purpose } from '../purposes.ts';
import type { Records } from '../records/records.ts';
import { WORD } from './columns.ts';
import type { Market } from './market.ts';

export interface SurveyResult {
  /** Answers, their mean and standard deviation in points 0-100. */
  n: number;
  mean: number;
  deviation: number;
}

const ANSWER_NOISE = 0.08;
// Pleased and angry customers answer more readily than the middle (Peterson & Wilson 1992).
const WILLING_MIDDLE = 0.35;
const WILLING_EDGE = 1.3;

/** Asks about `wanted` customers of company k that its records hold; a firm cannot ask whom it does not know. */
export function surveySatisfaction(market: Market, records: Records, k: number, quarter: number, wanted: number): SurveyResult {
  const { columns, people } = market;
  let known = 0;
  for (let i = 0; i < people; i += 1) if (records.held[i] !== 0 && (columns.active[i]! & (1 << k)) !== 0) known += 1;
  const chance = known > 0 ? Math.min(1, wanted / (known * 0.4)) : 0;
  const lanes = new Uint32Array(4);
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0 || (columns.active[i]! & (1 << k)) === 0) continue;
    mix4(lanes, i, quarter, purpose.survey, market.luckSeed);
    if (unit(lanes[0]!) >= chance) continue;
    const satisfaction = columns.satisfaction[k * people + i]! / WORD;
    const edge = satisfaction - 0.5;
    if (unit(lanes[1]!) >= WILLING_MIDDLE + WILLING_EDGE * edge * edge) continue;
    const answer = 100 * Math.max(0, Math.min(1, satisfaction + ANSWER_NOISE * normalQuantile(unit(lanes[2]!))));
    n += 1;
    sum += answer;
    squares += answer * answer;
  }
  const mean = n > 0 ? sum / n : 0;
  return { n, mean, deviation: n > 1 ? Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) : 0 };
}
