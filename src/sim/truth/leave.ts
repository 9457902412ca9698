/** Steps 7 and 8: who leaves and why, who stays, and what both say. */

import { INDICES_PER_QUARTER, mix4, unit } from '../math/keys.ts';
import { purpose } from '../purposes.ts';
import { NOBODY, PER_BYTE, WORD } from './columns.ts';
import type { QuarterContext } from './context.ts';
import { causeIndex } from './leaving.ts';
import { companyOf, customerOf, H, M, MET_ROW, relations } from './relations.ts';
import { causeOfLeaving } from './staying.ts';
import { at, causeOffset, ROW, toldOffset } from './tallies.ts';
import { win } from './winning.ts';

/** What happened between a customer and the company he leaves. */
export interface Met {
  failureExit: number;
  silent: boolean;
  waited: boolean;
  overContact: number;
}

/** What the passes left in relation r of customer i. */
export function metIn(c: QuarterContext, r: number, i: number): Met {
  const { happened, met } = relations;
  const event = happened[r]!;
  return {
    failureExit: (event >>> H.met) & 1 ? met[r * MET_ROW + M.failureExit]! : 0,
    silent: ((event >>> H.silent) & 1) === 1,
    waited: ((event >>> H.waited) & 1) === 1,
    overContact: Math.max(0, ((event >>> H.contacts) & 0xff) - c.columns.tolerated[i]! / 16),
  };
}

/** Ends the relation of customer i with company k, books it and keeps the reason. */
export function leave(c: QuarterContext, i: number, k: number, s: number, cell: number, met: Met, uCause: number, uTold: number): void {
  const { columns, tallies, people } = c;
  const cause = causeOfLeaving(c, i, k, s, met, uCause);
  columns.leftBecause[i] = cause;
  columns.active[i]! &= ~(1 << k);
  columns.supplier[i] = NOBODY;
  tallies[cell + at.lost]! += 1;
  tallies[cell + at.satisfactionOfLost]! += columns.satisfaction[k * people + i]! / WORD;
  tallies[cell + causeOffset(cause)]! += 1;
  if (met.silent && cause === causeIndex.failure) tallies[cell + at.silentExits]! += 1;
  if (uTold < c.parameters['leaving.told']) {
    tallies[cell + toldOffset(cause)]! += 1;
    tallies[cell + at.leftTold]! += 1;
  }
  speak(c, i, k, cell);
}

/** Books customer i as one of company k at the end of the quarter. */
export function remain(c: QuarterContext, i: number, k: number, cell: number): void {
  c.tallies[cell + at.customers]! += 1;
  c.tallies[cell + at.satisfaction]! += c.columns.satisfaction[k * c.people + i]! / WORD;
  speak(c, i, k, cell);
}

/** Step 8: word of mouth, counted for the next quarter. */
export function speak(c: QuarterContext, i: number, k: number, cell: number): void {
  const word = c.columns.satisfaction[k * c.people + i]!;
  const blames = word < c.talkMiddle;
  c.tallies[cell + (blames ? at.blame : at.praise)]! += c.talkBy[word >>> 8]! * (0.5 + c.columns.reach[i]! * PER_BYTE);
}

/** Contractual: the listed leave and, unless a life event or a substitute takes them out of the market, look for another supplier at once. */
export function leaveForOthers(c: QuarterContext): void {
  const { columns, lanes } = c;
  for (let n = 0; n < relations.listedCount; n += 1) {
    const r = relations.listed[n]!;
    const i = customerOf(relations.pair[r]!);
    const k = companyOf(relations.pair[r]!);
    const s = columns.segment[i]!;
    mix4(lanes, i, c.quarter * INDICES_PER_QUARTER, purpose.leave, c.market.luckSeed);
    const outOfMarket = unit(lanes[3]!);
    leave(c, i, k, s, (k * c.segments + s) * ROW, metIn(c, r, i), unit(lanes[1]!), unit(lanes[2]!));
    columns.tenure[i] = 0;
    const because = columns.leftBecause[i];
    const leavesMarket = because === causeIndex.lifeEvent || because === causeIndex.substitute;
    if (!leavesMarket || outOfMarket >= c.parameters['leaving.outOfMarket']) win(c, i, k);
  }
}
