/** Step 4: what contacts add to purchases, and how well offers fit what customers need. */

import { tableExp } from '../math/tableExp.ts';
import type { Records } from '../records/records.ts';
import { rowOf, type QuarterContext } from './context.ts';
import { offerFit, timesOdds } from './formulas.ts';
import { contactsFactor, needsOnFile } from './lists.ts';
import { NEEDS, PROFILES } from './needProfiles.ts';
import { MOST_COMPANIES, MOST_SEGMENTS } from './relations.ts';
import { T } from './treatment.ts';
import { recordAtHand, recordState } from './usable.ts';
import { SOMEBODY_ELSE } from '../records/somebodyElse.ts';

/** Answers to offers that fit as far as the start offers did, as the segment's mean does, and as the right record says. */
const A = { used: 0, mean: 1, right: 2 } as const;
const ANSWER_ROW = 4;
const CELLS = MOST_COMPANIES * MOST_SEGMENTS;
/** By company x segments + segment: contacts planned for the segment, those of the start, and whether a model chooses offers (1) or not (0). */
const planned = new Float64Array(CELLS);
const usual = new Float64Array(CELLS);
const grains = new Float64Array(CELLS);
const byLists = new Int32Array(CELLS);
/** At (kind x MOST_COMPANIES + company) * ANSWER_ROW, for companies and segments that respond: a room for all markets, see tables.ts. */
const answersBy = new Float64Array(MOST_SEGMENTS * PROFILES * MOST_COMPANIES * ANSWER_ROW);

/** Reckons the answers of every need profile to the offers of companies that change what is bought. */
export function foldAnswers(c: QuarterContext): void {
  const { reference } = c.market;
  for (let k = 0; k < c.companies; k += 1) {
    const offer = c.offers[k]!;
    for (let s = 0; s < c.segments; s += 1) {
      // Who keeps records is told what contacts brought, also where they change nothing.
      if (c.responds[k * c.segments + s] === 0 && c.records[k] === null) continue;
      const row = rowOf(c, k, s);
      const grain = c.rows[row + T.grain]!;
      const cell = k * c.segments + s;
      planned[cell] = c.rows[row + T.contacts]!;
      usual[cell] = reference[row + T.contacts]!;
      grains[cell] = grain;
      byLists[cell] = offer.lists ? 1 : 0;
      const used = 1 - reference[row + T.grain]! * reference[row + T.usable]!;
      // Without records all customers count alike, without grain the firm believes the segment's mean.
      const believed = c.records[k] === null && grain !== 0 ? 1 - (offer.usable ?? 0) * offer.adoption * grain : 1;
      const right = 1 - offer.adoption * grain;
      for (let kind = s * PROFILES; kind < (s + 1) * PROFILES; kind += 1) {
        const at = (kind * MOST_COMPANIES + k) * ANSWER_ROW;
        const distance = c.seen.distance[kind]!;
        answersBy[at + A.used] = answers(c, offerFit(used * distance));
        answersBy[at + A.mean] = answers(c, offerFit(believed * distance));
        answersBy[at + A.right] = answers(c, offerFit(right * distance));
      }
    }
  }
}

/**
 * Factor on purchases by contacts and offers, over what those of the start add already; for cells that respond.
 * @param cell company x segments + segment
 */
export function responseFactor(c: QuarterContext, i: number, k: number, cell: number): number {
  const { tolerated: welcomed, kind } = c.columns;
  const tolerated = welcomed[i]! / 16;
  const at = (kind[i]! * MOST_COMPANIES + k) * ANSWER_ROW;
  const made = byLists[cell] !== 0 ? contactsOf(c, i, k, c.columns.segment[i]!) : planned[cell]!;
  const answered = c.records[k] ? answersOfKnown(c, c.records[k], i, k, cell, at) : answersBy[at + A.mean]!;
  return 1 + Math.max(-1, Math.min(made, tolerated) * answered - Math.min(usual[cell]!, tolerated) * answersBy[at + A.used]!);
}

/**
 * Share 0-1 of the purchases of customer i from company k, which keeps records, that contacts and their offers are expected to have brought.
 * @param cell company x segments + segment; @param state what of the customer's record is at hand
 */
export function broughtByContacts(c: QuarterContext, i: number, k: number, cell: number, state: number): number {
  const listed = byLists[cell] !== 0;
  const made = listed ? contactsOf(c, i, k, c.columns.segment[i]!) : planned[cell]!;
  if (made === 0) return 0;
  const tolerated = c.columns.tolerated[i]! / 16;
  const at = (c.columns.kind[i]! * MOST_COMPANIES + k) * ANSWER_ROW;
  // What is right or wrong in a record is no matter where nothing is made to measure.
  const answered =
    listed || (state === recordState.wrong && grains[cell] !== 0)
      ? answersByRecord(c, i, k, c.columns.segment[i]!, at, grains[cell]!, state)
      : answersBy[at + (state === recordState.right && grains[cell] !== 0 ? A.right : A.mean)]!;
  const brought = Math.min(made, tolerated) * answered;
  const factor = 1 + Math.max(-1, brought - Math.min(usual[cell]!, tolerated) * answersBy[at + A.used]!);
  return factor === 0 ? 0 : Math.min(1, brought / factor);
}

/** Contacts of the quarter planned for customer i: those of the segment, more or fewer by a list. */
const contactsOf = (c: QuarterContext, i: number, k: number, s: number): number =>
  c.rows[rowOf(c, k, s) + T.contacts]! * contactsFactor(c.offers[k]!.lists, i, s);

/** Share of welcome contacts that are answered by an extra purchase, at a fit 0-1 (mechanics 3). */
function answers(c: QuarterContext, fit: number): number {
  return timesOdds(c.parameters['contact.response'], tableExp(c.parameters['contact.fitLogit'] * (fit - 0.5)));
}

/** Answers to offers of a company that keeps records, as it believes the needs to be: by the record at hand, right or wrong, or by the segment's mean (mechanics 3). */
function answersOfKnown(c: QuarterContext, records: Records, i: number, k: number, cell: number, at: number): number {
  const grain = grains[cell]!;
  if (grain === 0 && byLists[cell] === 0) return answersBy[at + A.mean]!;
  return answersByRecord(c, i, k, c.columns.segment[i]!, at, grain, recordAtHand(c.offers[k]!.rollout, records, c.columns, i));
}

/** The same by the state of the record at hand. */
function answersByRecord(c: QuarterContext, i: number, k: number, s: number, at: number, grain: number, state: number): number {
  const byFile = c.offers[k]!.lists ? answersByFile(c, c.records[k]!, i, k, s, grain) : null;
  if (byFile !== null) return byFile;
  if (grain === 0) return answersBy[at + A.mean]!;
  if (state === recordState.wrong) return answers(c, offerFit(distanceFromOther(c, i, s, c.offers[k]!.adoption * grain)));
  return answersBy[at + (state === recordState.right ? A.right : A.mean)]!;
}

/** The same where a model chooses the offer by the needs on file; null where it does not, or the agents go by the record further than it. */
function answersByFile(c: QuarterContext, records: Records, i: number, k: number, s: number, grain: number): number | null {
  const offer = c.offers[k]!;
  if (!offer.lists || offer.lists.fit <= offer.adoption * grain) return null;
  const state = needsOnFile(offer.lists, records, i);
  if (state === recordState.closed) return null;
  const { fit } = offer.lists;
  const distance = state === recordState.wrong ? distanceFromOther(c, i, s, fit) : (1 - fit) * c.seen.distance[c.columns.kind[i]!]!;
  return answers(c, offerFit(distance));
}

/**
 * Sum of the differences between a customer's needs and what a firm believes that goes by a record of somebody else, 0-2.
 * @param known how far it goes by the record, 0-1; for the rest by the mean of segment s
 */
export function distanceFromOther(
  c: Pick<QuarterContext, 'columns' | 'market' | 'people' | 'needMeans'>,
  i: number,
  s: number,
  known: number,
): number {
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
