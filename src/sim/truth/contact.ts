/** Step 4: what contacts add to purchases, and how well offers fit what customers need. */

import { tableExp } from '../math/tableExp.ts';
import { rowOf, type QuarterContext } from './context.ts';
import { offerFit, timesOdds } from './formulas.ts';
import { NEEDS } from './needProfiles.ts';
import { T } from './treatment.ts';
import { recordAtHand, recordState, usableRecord } from './usable.ts';

/** Whose needs a record holds that belongs to somebody else: those of a fixed other customer. */
const SOMEBODY_ELSE = 7919;

/** Factor on purchases by contacts and offers, over what those of the start add already. */
export function responseFactor(c: QuarterContext, i: number, k: number, s: number): number {
  const { reference } = c.market;
  const row = rowOf(c, k, s);
  const tolerated = c.columns.tolerated[i]! / 16;
  const welcome = Math.min(c.rows[row + T.contacts]!, tolerated);
  const used = Math.min(reference[row + T.contacts]!, tolerated);
  const fit = fitOf(c, i, k, s, c.rows[row + T.grain]!);
  const usedFit = offerFit((1 - reference[row + T.grain]! * reference[row + T.usable]!) * distanceFromMean(c, i));
  return 1 + Math.max(-1, welcome * answers(c, fit) - used * answers(c, usedFit));
}

/** Share of welcome contacts that are answered by an extra purchase, at a fit 0-1 (mechanics 3). */
function answers(c: QuarterContext, fit: number): number {
  return timesOdds(c.parameters['contact.response'], tableExp(c.parameters['contact.fitLogit'] * (fit - 0.5)));
}

/** Fit of offers 0-1: what the firm believes of the needs against what they are (mechanics 3); without grain it believes the segment's mean. */
function fitOf(c: QuarterContext, i: number, k: number, s: number, grain: number): number {
  const offer = c.offers[k]!;
  const records = c.records[k] ?? null;
  if (grain === 0) return offerFit(distanceFromMean(c, i));
  if (records === null) return offerFit((1 - usableRecord(offer, null, c.columns, i) * grain) * distanceFromMean(c, i));
  const known = offer.adoption * grain;
  switch (recordAtHand(offer.rollout, records, c.columns, i)) {
    case recordState.right:
      return offerFit((1 - known) * distanceFromMean(c, i));
    case recordState.wrong:
      return offerFit(distanceFromOther(c, i, s, known));
    default:
      return offerFit(distanceFromMean(c, i));
  }
}

/** Sum of the differences between a customer's needs and the segment's mean, 0-2. */
function distanceFromMean(c: QuarterContext, i: number): number {
  return c.seen.distance[c.columns.kind[i]!]!;
}

/** The same where the firm believes part of what a record says that belongs to somebody else. */
function distanceFromOther(c: QuarterContext, i: number, s: number, known: number): number {
  const { kind } = c.columns;
  const { needProfiles } = c.market;
  const somebody = (i + SOMEBODY_ELSE) % c.people;
  const n = kind[i]! * NEEDS;
  const o = kind[somebody]! * NEEDS;
  let distance = 0;
  for (let need = 0; need < NEEDS; need += 1) {
    const believed = (1 - known) * c.needMeans[s * NEEDS + need]! + known * needProfiles[o + need]!;
    distance += Math.abs(believed - needProfiles[n + need]!);
  }
  return distance;
}
