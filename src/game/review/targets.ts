/** Whether the firm goes after the right customers: what its choice brings against the best one, and against those left alone. */

import { parametersOf } from '../../company/parameters.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { keyedUnit } from '../../sim/math/keys.ts';
import { normalQuantile } from '../../sim/math/quantiles.ts';
import { purpose } from '../../sim/purposes.ts';
import { topOf } from '../../sim/records/models.ts';
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

/** What a customer is worth, and whether he is among those whom the firm goes after. */
interface Looked {
  worth: number;
  wanted: boolean;
}

/** Of those wanted, how many are among as many who are worth most; null where nobody is wanted, or everybody is. */
function caught(looked: readonly Looked[]): { best: number; wanted: number; share: number } | null {
  const wanted = looked.filter((one) => one.wanted).length;
  if (wanted === 0 || wanted === looked.length) return null;
  const share = wanted / looked.length;
  const worths = looked.map(({ worth }) => worth);
  const best = topOf(worths, share).filter((place) => looked[place]!.wanted).length;
  return { best, wanted, share };
}

/** A share of hits as part of what is beyond chance: 1 = all right, 0 = as good as a lot. @param share who would be hit by chance, 0-1 */
const beyondChance = (hits: number, share: number): number => (hits - share) / (1 - share);

/** Files drawn by lot and looked into one by one; what a customer is worth is appraised with an error. */
function sampleOf({ world, company, n }: Asking, all: readonly Looked[], spread: number): Looked[] {
  const size = Math.min(n, Math.round(all.length * world.market.represents));
  const draw = (one: number, which: number): number =>
    keyedUnit(world.market.luckSeed, purpose.reviewFiles, one, world.quarter, 1000 + company.index * DRAWS + which);
  return Array.from({ length: size }, (_, one) => {
    const { worth, wanted } = all[Math.floor(draw(one, 0) * all.length)]!;
    return { worth: worth * (1 + spread * normalQuantile(draw(one, 1))), wanted };
  });
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
  const all = knownCustomers(world, company, world.quarter).map((i): Looked => ({
    worth: values.margin(i),
    wanted: wanted(i),
  }));
  const looked = sampleOf(asking, all, parametersOf(company.spec)['review.appraisal']);
  const truly = caught(all);
  const truth = truly && beyondChance(truly.best / truly.wanted, truly.share);
  const found = looked.length < FEWEST ? null : caught(looked);
  if (found === null) return missing(named, 'tooFew', { truth, fair: null });
  const { best, wanted: chosen, share } = found;
  // As many count as best as are wanted, so that chance has less room (finite population correction).
  const hits = wilson(best / chosen, chosen / (1 - share));
  const ends = { low: beyondChance(hits.low, share), high: beyondChance(hits.high, share) };
  return withEnds(named, beyondChance(best / chosen, share), ends, looked.length, { truth, fair: ends.high - ends.low });
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
