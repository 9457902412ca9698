/** A survey among the customers a firm knows: drawn by key, answered by the willing, with response bias. */

import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { normalOfWord } from '../math/normalTable.ts';
import type { ParameterValues } from '../parameters.ts';
import { purpose } from '../purposes.ts';
import type { Records } from '../records/records.ts';
import { PER_WORD } from './columns.ts';
import type { Market } from './market.ts';

export interface SurveyResult {
  /** Answers, their mean and standard deviation in points 0-100. */
  n: number;
  mean: number;
  deviation: number;
  /** Customers on file from whom they came. */
  known: number;
  /** How many ticked 1 to 5 of five boxes. */
  ratings: readonly [number, number, number, number, number];
}

/** Share of those asked who answer in the mean, for reckoning how many to ask. */
const USUAL_RESPONSE = 0.4;

/** Box 1 to 5 that a felt satisfaction, 0-1, is ticked as. */
export function ratingOf(felt: number, p: ParameterValues): number {
  if (felt >= p['rating.five']) return 5;
  if (felt >= p['rating.four']) return 4;
  if (felt >= p['rating.three']) return 3;
  return felt >= p['rating.two'] ? 2 : 1;
}

/** Share of those asked who answer, 0-1: the pleased and the angry more readily than the middle. */
export function willingness(satisfaction: number, p: ParameterValues): number {
  const edge = satisfaction - 0.5;
  return Math.min(1, p['rating.willing'] + p['rating.willingEdge'] * edge * edge);
}

/** Asks about `wanted` customers of company k that its records hold; a firm cannot ask whom it does not know. */
export function surveySatisfaction(market: Market, records: Records, k: number, quarter: number, wanted: number): SurveyResult {
  const { columns, people, parameters: p } = market;
  const { active, satisfaction } = columns;
  const { held } = records;
  const bit = 1 << k;
  let known = 0;
  for (let i = 0; i < people; i += 1) known += held[i] !== 0 ? (active[i]! >>> k) & 1 : 0;
  const chance = known > 0 ? Math.min(1, wanted / (known * USUAL_RESPONSE)) : 0;
  const lanes = new Uint32Array(4);
  const ratings: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < people; i += 1) {
    if (held[i] === 0 || (active[i]! & bit) === 0) continue;
    mix4(lanes, i, quarter, purpose.survey, market.luckSeed);
    if (unit(lanes[0]!) >= chance) continue;
    const felt = satisfaction[k * people + i]! * PER_WORD;
    if (unit(lanes[1]!) >= willingness(felt, p)) continue;
    const said = Math.max(0, Math.min(1, felt + p['rating.noise'] * normalOfWord(lanes[2]!)));
    const answer = 100 * said;
    ratings[(ratingOf(said, p) - 1) as 0 | 1 | 2 | 3 | 4] += 1;
    n += 1;
    sum += answer;
    squares += answer * answer;
  }
  const mean = n > 0 ? sum / n : 0;
  return { n, known, mean, deviation: n > 1 ? Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) : 0, ratings };
}

/** A wave of a review: how many answers are wanted, and what colours them. */
export interface Wave {
  quarter: number;
  wanted: number;
  /** Streams of draws of two waves are kept apart by it. */
  stream: number;
  /** Added to each rating by the moment of asking, share 0-1 of the scale. */
  bias: number;
  /** Whoever does not answer is asked again until he does (Hansen & Hurwitz 1946), so that the pleased and the angry weigh no more than others. */
  persists: boolean;
}

/** Asks a wave among `frame`, people drawn by lot: each stands for many alike. @param told gets each answer, points 0-100 */
export function askWave(
  market: Market,
  k: number,
  frame: ArrayLike<number>,
  wave: Wave,
  told: (person: number, points: number) => void,
): void {
  const { columns, people, parameters: p, represents } = market;
  const asked = Math.min(Math.round(frame.length * represents), Math.round(wave.wanted / (wave.persists ? 1 : USUAL_RESPONSE)));
  const lanes = new Uint32Array(4);
  for (let one = 0; one < asked; one += 1) {
    mix4(lanes, one, wave.quarter * INDICES_PER_QUARTER + wave.stream, purpose.reviewAsked, market.luckSeed);
    const i = frame[Math.floor(unit(lanes[0]!) * frame.length)]!;
    const felt = columns.satisfaction[k * people + i]! * PER_WORD;
    if (!wave.persists && unit(lanes[1]!) >= willingness(felt, p)) continue;
    const said = felt + wave.bias + p['rating.noise'] * normalOfWord(lanes[2]!);
    told(i, 100 * Math.max(0, Math.min(1, said)));
  }
}

/** What the customers on file who would answer feel in truth, points 0-100: each counts as readily as he answers. Null where nobody is on file. */
export function willingSatisfaction(market: Market, records: Records, k: number): number | null {
  const { columns, people, parameters: p } = market;
  let [sum, weights] = [0, 0];
  for (let i = 0; i < people; i += 1) {
    if (records.held[i] === 0 || ((columns.active[i]! >>> k) & 1) === 0) continue;
    const felt = columns.satisfaction[k * people + i]! * PER_WORD;
    const weight = willingness(felt, p);
    weights += weight;
    sum += weight * felt;
  }
  return weights > 0 ? (100 * sum) / weights : null;
}
