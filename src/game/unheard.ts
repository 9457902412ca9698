/** What stays unheard, asked for: people who met trouble, whether they spoke of it, and leavers, whether they went without a word. */

import { keyedUnit } from '../sim/math/keys.ts';
import { purpose } from '../sim/purposes.ts';
import { overChannels } from '../sim/channelLog.ts';
import { at, total } from '../sim/truth/tallies.ts';
import type { UnheardAnswer } from './known/evidence.ts';
import type { PlayedCompany, World } from './world.ts';

/** People asked at most, of those who met trouble and of those who left in the quarter. */
const TROUBLED = 300;
const LEAVERS = 150;
/** People asked at most which way they would rather have come. */
const PREFERENCE = 200;
/** Two streams of draws a company, and where those of the last question begin. */
const STREAMS = 2;
const PREFERENCE_STREAM = 1000;

/** Draws whom a sample of `n` happens to hold, each of them with the chance `share` 0-1: `stream` keeps two samples apart. */
export function sampleOf(share: number, n: number, luckSeed: number, quarter: number, stream: number): { n: number; found: number } {
  let found = 0;
  for (let person = 0; person < n; person += 1) {
    if (keyedUnit(luckSeed, purpose.unheard, person, quarter, stream) < share) found += 1;
  }
  return { n, found };
}

/** Asks in the quarter just played; fewer where fewer real people met trouble or left. Changes nothing in the market. */
export function askUnheard(world: World, company: PlayedCompany, tallies: Float64Array): UnheardAnswer {
  const { market, quarter } = world;
  const count = (offset: number): number => total(tallies, market.spec.segments.length, company.index, offset);
  const ask = (part: number, whole: number, most: number, stream: number): UnheardAnswer['voiced'] => {
    const n = Math.min(most, Math.round(whole * market.represents));
    return sampleOf(part / Math.max(1, whole), n, market.luckSeed, quarter, company.index * STREAMS + stream);
  };
  return {
    voiced: ask(count(at.voiced), count(at.felt), TROUBLED, 0),
    leftSilent: ask(count(at.silentExits), count(at.lost), LEAVERS, 1),
    quarter,
  };
}

/** Asks after contacts whether they were answered where the customer prefers it. @param log channels of the quarter just played */
export function askPreference({ market, quarter }: World, company: PlayedCompany, log: Float64Array): { n: number; found: number } {
  const calls = overChannels(log, 'calls');
  const n = Math.min(PREFERENCE, Math.round(calls * market.represents));
  return sampleOf(overChannels(log, 'wanted') / Math.max(1, calls), n, market.luckSeed, quarter, PREFERENCE_STREAM + company.index);
}
