/** Whether the firm goes after the right customers: what its choice brings against the best one, and against those left alone. */

import { parametersOf } from '../../company/parameters.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { normalQuantile } from '../../sim/math/quantiles.ts';
import { purpose } from '../../sim/purposes.ts';
import { countInTop } from '../../sim/records/models.ts';
import type { CampaignGroup } from '../campaigns/atWork.ts';
import { wilson, Z80 } from '../known/intervals.ts';
import { knownCustomers } from '../models/files.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { missing, withEnds } from './figures.ts';
import { reckoningOf } from './reckoning.ts';

/** Value classes that a firm goes after: most valuable and most growable. */
const WANTED = 2;
/** Files below which nothing is told. */
const FEWEST = 20;
const DRAWS = 2;

/** By customer looked into: what he is worth, and 1 where he is among those whom the firm goes after. */
interface Looked {
  worth: Float64Array;
  wanted: Uint8Array;
}

const roomFor = (people: number): Looked => ({ worth: new Float64Array(people), wanted: new Uint8Array(people) });

/** Of those wanted, how many are among as many who are worth most; null where nobody is wanted, or everybody is. */
function caught({ worth, wanted: isWanted }: Looked): { best: number; wanted: number; share: number } | null {
  let wanted = 0;
  for (let place = 0; place < isWanted.length; place += 1) wanted += isWanted[place]!;
  if (wanted === 0 || wanted === isWanted.length) return null;
  const share = wanted / isWanted.length;
  return { best: countInTop(worth, share, isWanted), wanted, share };
}

/** A share of hits as part of what is beyond chance: 1 = all right, 0 = as good as a lot. @param share who would be hit by chance, 0-1 */
const beyondChance = (hits: number, share: number): number => (hits - share) / (1 - share);

/** Files drawn by lot and looked into one by one; what a customer is worth is appraised with an error. */
function sampleOf({ world, company, n }: Asking, all: Looked, spread: number): Looked {
  const files = all.worth.length;
  const size = Math.min(n, Math.round(files * world.market.represents));
  const draw = (one: number, which: number): number =>
    keyedUnit(world.market.luckSeed, purpose.reviewFiles, one, world.quarter, 1000 + company.index * DRAWS + which);
  const sample = roomFor(size);
  for (let one = 0; one < size; one += 1) {
    const file = Math.floor(draw(one, 0) * files);
    sample.worth[one] = all.worth[file]! * (1 + spread * normalQuantile(draw(one, 1)));
    sample.wanted[one] = all.wanted[file]!;
  }
  return sample;
}

/** Whom the firm goes after: by its value classes, or where it has none by the core segments it names; null where it names nobody. */
function goneAfter({ world, company }: Asking): ((i: number) => boolean) | null {
  const { classes } = company;
  if (classes !== null) return (i) => classes[i]! > 0 && classes[i]! <= WANTED;
  const core = company.inForce['cus.core'];
  if (core.length === 0) return null;
  const { segment } = world.market.columns;
  const inCore = world.market.spec.segments.map(({ id }) => core.includes(id));
  return (i) => inCore[segment[i]!]!;
}

/** `captured`: 1 = the firm goes after those who bring most a quarter, 0 = it might as well draw lots. */
function captured(asking: Asking): ReviewFigure {
  const { world, company } = asking;
  const named = { method: 'targets', id: 'captured' } as const;
  const wanted = goneAfter(asking);
  if (wanted === null) return missing(named, 'notClassed');
  const { values } = reckoningOf(asking);
  const known = knownCustomers(world, company, world.quarter);
  const all = roomFor(known.length);
  for (let place = 0; place < known.length; place += 1) {
    all.worth[place] = values.margin(known[place]!);
    all.wanted[place] = wanted(known[place]!) ? 1 : 0;
  }
  const truly = caught(all);
  const truth = truly && beyondChance(truly.best / truly.wanted, truly.share);
  if (asking.truthOnly === true) return missing(named, 'tooFew', { truth, fair: null });
  const looked = sampleOf(asking, all, parametersOf(company.spec)['review.appraisal']);
  const found = looked.worth.length < FEWEST ? null : caught(looked);
  if (found === null) return missing(named, 'tooFew', { truth, fair: null });
  const { best, wanted: chosen, share } = found;
  // As many count as best as are wanted, so that chance has less room (finite population correction).
  const hits = wilson(best / chosen, chosen / (1 - share));
  const ends = { low: beyondChance(hits.low, share), high: beyondChance(hits.high, share) };
  return withEnds(named, beyondChance(best / chosen, share), ends, looked.worth.length, { truth, fair: ends.high - ends.low });
}

const mean = ({ n, purchases }: CampaignGroup): number => purchases / n;
const variance = ({ n, purchases, squares }: CampaignGroup): number => Math.max(0, squares - (purchases * purchases) / n) / (n - 1) / n;

/** `lift`: purchases a customer that the last campaign added to those addressed over those kept out by lot. */
function lift({ world, company }: Asking): ReviewFigure {
  const named = { method: 'targets', id: 'lift' } as const;
  // A campaign of this quarter is noted after its review.
  const now = company.campaignDone;
  const done = now !== null && now.kept.n > 1 ? now : company.tested;
  const lasts = parametersOf(company.spec)['review.controlLasts'];
  if (done === null || done.quarter < world.quarter - lasts || done.addressed.n < 2) return missing(named, 'noControl');
  const { addressed, kept } = done;
  const value = mean(addressed) - mean(kept);
  const half = Z80 * Math.sqrt(variance(addressed) + variance(kept));
  return withEnds(named, value, { low: value - half, high: value + half }, addressed.n + kept.n, {
    truth: done.more / addressed.n,
    fair: 2 * half,
  });
}

export const targetsMethod: ReviewMethod = (asking) => [lift(asking), captured(asking)];
