/** How long customers stay, by the year in which they came, as the files tell: shares 0-1, leaving as a share a quarter. */

import { parametersOf } from '../../company/parameters.ts';
import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { NEWEST, NOT_KNOWN } from '../../sim/records/history.ts';
import { pow } from '../../sim/math/elementary.ts';
import { isOwn } from '../gatherEvidence.ts';
import type { Asking, ReviewMethod } from './asking.ts';
import { differenceEnds, missing, shareFigure, withEnds } from './figures.ts';

/** Quarters of a year, and of silence after which a known shopper counts as gone. */
const YEAR = 4;
/** Purchases by which a shopper is overdue, so that one in ten would be silent so long by chance. */
const MISSED = 2.3;
/** Names below which a cohort is not told apart, and quarters of custom below which a rate is not. */
const FEWEST = 10;
const FEWEST_QUARTERS = 20;

/** A name on file: when it came, whether the firm still counts it, whether it truly is a customer, and its last quarter with a purchase. */
interface Name {
  opened: number;
  stays: boolean;
  truly: boolean;
  last: number;
}

function namesOf({ world, company }: Asking): Name[] {
  const { records, history } = company;
  const { quarter, market } = world;
  const own = isOwn(world, company);
  const contractual = market.spec.relation === 'contractual';
  const names: Name[] = [];
  for (let i = 0; i < market.people; i += 1) {
    const since = history.knownSince[i]!;
    if (records.held[i] === 0 || since === NOT_KNOWN) continue;
    const last = history.lastBought[i]!;
    // Who never bought while he was looked at was gone before.
    if (last === 0 && !(contractual && own(i))) continue;
    const truly = own(i);
    // An account of a name that was on file at the start was opened before it.
    const opened = contractual ? Math.min(history.opened[i]!, since === 0 ? 0 : quarter) : since;
    const gone = contractual ? !truly : (history.frequency[i]! / pow(1 - NEWEST, quarter - last)) * (quarter - last) > MISSED;
    names.push({ opened, stays: !gone, truly, last });
  }
  return names;
}

/** Year in which a name came: 0 = before the first quarter. */
const yearOf = (opened: number): number => (opened <= 0 ? 0 : Math.ceil(opened / YEAR));

/** `cohort.start` and `cohort.year<k>`: share of those who came in that year who still buy. */
function cohorts(names: readonly Name[], quarter: number): ReviewFigure[] {
  const years = Array.from({ length: yearOf(quarter) + 1 }, (_, year) => year);
  return years.flatMap((year) => {
    const came = names.filter(({ opened }) => yearOf(opened) === year);
    if (came.length < FEWEST) return [];
    const share = (is: (name: Name) => boolean): number => came.filter(is).length;
    const truth = share(({ truly }) => truly) / came.length;
    const figure = shareFigure(
      { method: 'retention', id: year === 0 ? 'cohort.start' : `cohort.year${year}` },
      share(({ stays }) => stays),
      came.length,
      {
        truth,
        fair: null,
      },
    );
    return [{ ...figure, fair: figure.high! - figure.low! }];
  });
}

/** Losses in the last year over quarters of custom in it, of names in their first year or past it. */
interface Leaving {
  lost: number;
  quarters: number;
}

function leaving(names: readonly Name[], quarter: number, young: boolean, kept: (name: Name) => boolean): Leaving {
  let [lost, quarters] = [0, 0];
  for (const name of names) {
    const until = kept(name) ? quarter : name.last;
    const [from, to] = young ? [name.opened, name.opened + YEAR - 1] : [name.opened + YEAR, Infinity];
    const [first, end] = [Math.max(from, quarter - YEAR + 1, 1), Math.min(to, until)];
    quarters += Math.max(0, end - first + 1);
    if (!kept(name) && until >= first && until <= to) lost += 1;
  }
  return { lost, quarters };
}

/** Of two rates, the difference; null where either was not seen long enough. */
function moreThan(young: Leaving, old: Leaving): number | null {
  if (young.quarters < FEWEST_QUARTERS || old.quarters < FEWEST_QUARTERS) return null;
  return young.lost / young.quarters - old.lost / old.quarters;
}

/** `early`: leaving a quarter in the first year over that of all later ones, in the last four quarters. */
function early(names: readonly Name[], quarter: number): ReviewFigure {
  const named = { method: 'retention', id: 'early' } as const;
  const both = (kept: (name: Name) => boolean): [Leaving, Leaving] => [
    leaving(names, quarter, true, kept),
    leaving(names, quarter, false, kept),
  ];
  const [young, old] = both(({ stays }) => stays);
  const truth = moreThan(...both(({ truly }) => truly));
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
  return names.length < FEWEST ? [missing({ method: 'retention', id: 'cohort.start' }, 'noCustomersKnown')] : found;
};
