/**
 * Who has gone without a word: each named buyer is held against his own rhythm. Quarter by quarter, as in BG/BB (Fader, Hardie & Shang 2010):
 * a buyer is there or gone, buys at his rate while there (NBD; rates differ, Ehrenberg 1959), and may go at the end of every quarter, after what
 * he bought (as in BG/NBD, Fader, Hardie & Lee 2005); of the gone a few come back. The chance of going is the one under which what was seen
 * is likeliest (EM, Dempster, Laird & Rubin 1977).
 */

import { exp } from '../../sim/math/elementary.ts';
import { BINS, rateOf, type SilentGroup } from './rhythm.ts';

/** What is believed of going a quarter before anything was seen, and as how many leavers it weighs. */
const BELIEVED = 0.05;
const BELIEVED_WEIGHT = 4;
/** Part of the gone who are back after a quarter. */
const RETURN = 0.06;
const ROUNDS = 16;
const CLOSE = 1e-5;
/** Quarters that a smoothed rate is worth as evidence, (2 - w) / w at weight w = 0.4 of the newest. */
const WORTH = 4;
/** Normal deviates in the middle of five parts of equal probability. */
const DEVIATES = [-1.2816, -0.5244, 0, 0.5244, 1.2816] as const;
/** Part of the mean squared that rates differ by at least. */
const LEAST_VARIETY = 0.05;

/** What silence comes to over a year's named buyers. */
export interface Lapse {
  /** Buyers of the year on file; part of them who have gone, 0-1. */
  names: number;
  gone: number;
  /** Chance of going a quarter, each name weighed by what he spends, and as how many leavers were seen it is known. */
  hazard: number;
  leavers: number;
}

/** Rates that buyers of one smoothed rate may truly have, five of equal probability: posterior Gamma, quantiles by Wilson & Hilferty 1931. */
function ratesAround(shape: number, mean: number): number[] {
  const k = 9 * shape;
  const raw = DEVIATES.map((z) => {
    const root = Math.max(0.02, 1 - 1 / k + z / Math.sqrt(k));
    return root * root * root;
  });
  const middle = raw.reduce((sum, each) => sum + each, 0) / raw.length;
  return raw.map((each) => (each / middle) * mean);
}

/** Mean rate and the shape of the Gamma that rates follow, once the chance in a smoothed rate is taken out. */
function variety(groups: readonly SilentGroup[]): { shape: number; scale: number } {
  let [people, sum, squares] = [0, 0, 0];
  for (const group of groups) {
    const rate = rateOf(group.bin);
    people += group.people;
    sum += group.people * rate;
    squares += group.people * rate * rate;
  }
  const mean = sum / people;
  const differ = Math.max(squares / people - mean * mean - mean / WORTH, LEAST_VARIETY * mean * mean);
  return { shape: (mean * mean) / differ, scale: mean / differ };
}

/** Names with one history and one rate: weights, and how likely each silent quarter is while they are there. */
interface Course {
  people: number;
  spent: number;
  quiet: readonly number[];
}

function coursesOf(groups: readonly SilentGroup[], seasons: readonly number[]): Course[] {
  const { shape, scale } = variety(groups);
  const posterior = Array.from({ length: BINS }, (_, bin) => bin)
    .filter((bin) => groups.some((group) => group.bin === bin))
    .map((bin) => {
      const rate = rateOf(bin);
      return [bin, ratesAround(shape + WORTH * rate, (shape + WORTH * rate) / (scale + WORTH))] as const;
    });
  const rates = new Map(posterior);
  return groups.flatMap(({ bin, silent, people, spent }) =>
    rates.get(bin)!.map((rate): Course => {
      const quiet = Array.from({ length: silent }, (_, j) => exp(-rate * (seasons[seasons.length - silent + j] ?? 1)));
      return { people: people / DEVIATES.length, spent: spent / DEVIATES.length, quiet };
    }),
  );
}

/** Of one course, given its silence: chance of being gone now, expected leavings, and quarter ends at which somebody was there to leave. */
const found = { gone: 0, left: 0, ends: 0 };
const here: number[] = [];
function follow(quiet: readonly number[], going: number): void {
  const last = quiet.length;
  let [there, away] = [1, 0];
  for (let j = 0; j <= last; j += 1) {
    here[j] = there;
    const seen = quiet[j] ?? 1;
    [there, away] = [(there * (1 - going) + away * RETURN) * seen, there * going + away * (1 - RETURN)];
  }
  const all = there + away;
  found.gone = away / all;
  found.left = 0;
  found.ends = 0;
  let [thereAfter, awayAfter] = [1, 1];
  for (let j = last; j >= 0; j -= 1) {
    const stayed = (1 - going) * (quiet[j] ?? 1) * thereAfter;
    const left = going * awayAfter;
    found.left += (here[j]! * left) / all;
    found.ends += (here[j]! * (left + stayed)) / all;
    [thereAfter, awayAfter] = [left + stayed, RETURN * (quiet[j] ?? 1) * thereAfter + (1 - RETURN) * awayAfter];
  }
}

/** The likeliest chance of going, with each name weighed, and what follows from it. @param before quarter ends at which all were there for certain */
function likeliest(courses: readonly Course[], weight: 'people' | 'spent', before: number): { going: number; gone: number; left: number } {
  let going = BELIEVED;
  for (let round = 0; ; round += 1) {
    let [gone, left, ends] = [0, 0, before];
    for (const course of courses) {
      follow(course.quiet, going);
      gone += course[weight] * found.gone;
      left += course[weight] * found.left;
      ends += course[weight] * found.ends;
    }
    const next = (left + BELIEVED_WEIGHT) / (ends + BELIEVED_WEIGHT / BELIEVED);
    if (round >= ROUNDS || Math.abs(next - going) < CLOSE) return { going, gone, left };
    going = next;
  }
}

/**
 * What the silence of a year's named buyers says; null where there are none.
 * @param seasons purchases of each quarter of the year over their mean, the newest last
 */
export function lapseOf(groups: readonly SilentGroup[], seasons: readonly number[]): Lapse | null {
  const sum = (of: (group: SilentGroup) => number): number => groups.reduce((all, group) => all + of(group), 0);
  const names = sum(({ people }) => people);
  if (names === 0) return null;
  const courses = coursesOf(groups, seasons);
  const counted = likeliest(
    courses,
    'people',
    sum(({ before }) => before),
  );
  const spent = sum((group) => group.spent);
  const gone = counted.gone / names;
  if (spent <= 0) return { names, gone, hazard: counted.going, leavers: counted.left };
  // Weights of mean one, so that what was believed before weighs as much as among names.
  const unit = names / spent;
  const weighed = courses.map((course) => ({ ...course, spent: course.spent * unit }));
  const { going, left } = likeliest(weighed, 'spent', unit * sum(({ beforeSpent }) => beforeSpent));
  // Unequal weights are worth fewer names (Kish 1965).
  return { names, gone, hazard: going, leavers: (left * spent * spent) / (names * sum(({ spentSquared }) => spentSquared)) };
}
