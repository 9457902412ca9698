/** The digest of a world after a quarter: every column of the market and the records, and the firms as canonical JSON of whole numbers. */

import { canonicalJson } from '../sim/canonicalJson.ts';
import { Digest, digestMarket } from '../sim/truth/digest.ts';
import type { ReviewFigure, ReviewState } from '../company/review/reviewState.ts';
import { recordsOf, type World } from './world.ts';

const MICRO = 1_000_000;

/** Numbers in millionths, so that the digest holds whole numbers only; everything else as it is. */
function inMillionths(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Math.round(value * MICRO);
  if (Array.isArray(value)) return value.map(inMillionths);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inMillionths(inner)]));
  }
  return value;
}

/** The evaluations without what only the debrief may know. */
function ofReview({ wave, held, ...rest }: ReviewState): unknown {
  const found = ({ truth: _truth, fair: _fair, ...figure }: ReviewFigure): unknown => figure;
  return {
    ...rest,
    wave: wave && { ...wave, figures: wave.figures.map(found) },
    held: held.map((review) => ({ ...review, figures: review.figures.map(found) })),
  };
}

/** 16 hex digits. */
export function digestWorld(world: World): string {
  const digest = new Digest();
  digest.word(world.quarter);
  digestMarket(digest, world.market, recordsOf(world));
  for (const company of world.played) digest.text(canonicalJson(inMillionths({ firm: company.firm, results: company.results })));
  for (const { review } of world.played) digest.text(canonicalJson(inMillionths(ofReview(review))));
  for (const { loyalty, ahead, worn, cycleMemory: memory } of world.played) {
    const ofLoyalty = loyalty === null ? [] : [loyalty.member, loyalty.points, loyalty.year, loyalty.tier, loyalty.fell];
    const ofCycle = memory === null ? [] : [memory.closedIn, memory.contactedIn, memory.triedIn, memory.wonIn, memory.wonFrom];
    for (const column of [...ofLoyalty, ahead, worn, ...ofCycle]) if (column !== null) digest.column(column);
  }
  for (const rival of world.rivals) digest.text(canonicalJson(inMillionths(rival.state)));
  return digest.toString();
}
