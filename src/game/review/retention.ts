/** How long customers stay, by the year in which they came, as the files tell: shares 0-1, leaving as a share a quarter. */

import { parametersOf } from '../../company/parameters.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { NEWEST, NOT_KNOWN } from '../../sim/records/history.ts';
import { pow } from '../../sim/math/elementary.ts';
import { ownOf } from '../gatherEvidence.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { differenceEnds, missing, shareFigure, withEnds } from './figures.ts';

/** Quarters of a year, and of silence after which a known shopper counts as gone. */
const YEAR = 4;
/** Purchases by which a shopper is overdue, so that one in ten would be silent so long by chance. */
const MISSED = 2.3;
/** Names below which a cohort is not told apart, and quarters of custom below which a rate is not. */
const FEWEST = 10;
const FEWEST_QUARTERS = 20;

/** Names on file as columns: quarter in which each came, that of its last purchase, and 1 where the firm still counts it and where it truly is a customer. */
interface Names {
  count: number;
  opened: Int16Array;
  last: Uint8Array;
  stays: Uint8Array;
  truly: Uint8Array;
}

/** Purchases a quarter smoothed in since the last one, by quarters of silence. */
const fadedBy = (quarter: number): Float64Array => Float64Array.from({ length: quarter + 1 }, (_, silent) => pow(1 - NEWEST, silent));

function namesOf({ world, company }: Asking): Names {
  const { held } = company.records;
  const { knownSince, lastBought, frequency, opened: openedIn } = company.history;
  const { quarter, market } = world;
  const { own, ownBit } = ownOf(world, company);
  const contractual = market.spec.relation === 'contractual';
  const faded = fadedBy(quarter);
  const room = market.people;
  const opened = new Int16Array(room);
  const [lasts, stays, trulies] = [new Uint8Array(room), new Uint8Array(room), new Uint8Array(room)];
  let count = 0;
  for (let i = 0; i < room; i += 1) {
    const since = knownSince[i]!;
    if (held[i] === 0 || since === NOT_KNOWN) continue;
    const last = lastBought[i]!;
    const truly = (own[i]! & ownBit) !== 0;
    // Who never bought while he was looked at was gone before.
    if (last === 0 && !(contractual && truly)) continue;
    const silent = quarter - last;
    const gone = contractual ? !truly : (frequency[i]! / faded[silent]!) * silent > MISSED;
    // An account of a name that was on file at the start was opened before it.
    opened[count] = contractual ? Math.min(openedIn[i]!, since === 0 ? 0 : quarter) : since;
    lasts[count] = last;
    stays[count] = gone ? 0 : 1;
    trulies[count] = truly ? 1 : 0;
    count += 1;
  }
  return { count, opened, last: lasts, stays, truly: trulies };
}

/** Year in which a name came: 0 = before the first quarter. */
const yearOf = (opened: number): number => (opened <= 0 ? 0 : Math.ceil(opened / YEAR));

/** `cohort.start` and `cohort.year<k>`: share of those who came in that year who still buy. */
function cohorts({ count, opened, stays, truly }: Names, quarter: number): ReviewFigure[] {
  const years = yearOf(quarter) + 1;
  const [came, stay, are] = [new Int32Array(years), new Int32Array(years), new Int32Array(years)];
  for (let n = 0; n < count; n += 1) {
    const year = yearOf(opened[n]!);
    came[year]! += 1;
    stay[year]! += stays[n]!;
    are[year]! += truly[n]!;
  }
  return Array.from(came).flatMap((all, year) => {
    if (all < FEWEST) return [];
    const truth = are[year]! / all;
    const id = year === 0 ? 'cohort.start' : `cohort.year${year}`;
    const figure = shareFigure({ method: 'retention', id }, stay[year]!, all, { truth, fair: null });
    return [{ ...figure, fair: figure.high! - figure.low! }];
  });
}

/** Losses in the last year over quarters of custom in it, of names in their first year or past it. */
interface Leaving {
  lost: number;
  quarters: number;
}

/** Beyond the last quarter of any run. */
const NEVER = 1 << 20;

/** @param kept 1 where a name is counted as a customer still */
function leaving({ count, opened, last }: Names, quarter: number, young: boolean, kept: Uint8Array): Leaving {
  let [lost, quarters] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    const came = opened[n]!;
    const until = kept[n] === 1 ? quarter : last[n]!;
    const from = young ? came : came + YEAR;
    const to = young ? came + YEAR - 1 : NEVER;
    const first = Math.max(from, quarter - YEAR + 1, 1);
    quarters += Math.max(0, Math.min(to, until) - first + 1);
    if (kept[n] === 0 && until >= first && until <= to) lost += 1;
  }
  return { lost, quarters };
}

/** Of two rates, the difference; null where either was not seen long enough. */
function moreThan(young: Leaving, old: Leaving): number | null {
  if (young.quarters < FEWEST_QUARTERS || old.quarters < FEWEST_QUARTERS) return null;
  return young.lost / young.quarters - old.lost / old.quarters;
}

/** `early`: leaving a quarter in the first year over that of all later ones, in the last four quarters. */
function early(names: Names, quarter: number): ReviewFigure {
  const named = { method: 'retention', id: 'early' } as const;
  const both = (kept: Uint8Array): [Leaving, Leaving] => [leaving(names, quarter, true, kept), leaving(names, quarter, false, kept)];
  const [young, old] = both(names.stays);
  const truth = moreThan(...both(names.truly));
  const value = moreThan(young, old);
  if (value === null) return missing(named, 'tooEarly', { truth, fair: null });
  const ends = differenceEnds(young.lost / young.quarters, young.quarters, old.lost / old.quarters, old.quarters);
  return withEnds(named, value, ends, young.quarters, { truth, fair: ends.high - ends.low });
}

/** Where nobody says that he leaves, to count him as gone is a guess from his silence: its error adds to that of the sample. */
function guessed(figure: ReviewFigure, factor: number): ReviewFigure {
  const { id, value, low, high } = figure;
  if (value === null || low === null || high === null) return figure;
  const share = id !== 'early';
  const wide = { low: value - factor * (value - low), high: value + factor * (high - value) };
  const ends = share ? { low: Math.max(0, wide.low), high: Math.min(1, wide.high) } : wide;
  return { ...figure, ...ends, fair: ends.high - ends.low };
}

export const retentionMethod: ReviewMethod = (asking) => {
  const { quarter, market } = asking.world;
  const names = namesOf(asking);
  const counted = [...cohorts(names, quarter), early(names, quarter)];
  const factor = market.spec.relation === 'contractual' ? 1 : parametersOf(asking.company.spec)['review.silence'];
  const found = counted.map((figure) => guessed(figure, factor));
  return names.count < FEWEST ? [missing({ method: 'retention', id: 'cohort.start' }, 'noCustomersKnown')] : found;
};
