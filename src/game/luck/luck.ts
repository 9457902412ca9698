/** Skill and luck: what the same decisions come to over many draws of luck, where the run as it was played lies among them, and beside other decisions. */

import { pairedDifference, type PairedDifference } from '../pairs.ts';
import type { Judging } from '../score/judging.ts';
import type { Outcome, SeedOutcomes } from '../score/outcomes.ts';
import { totalAgainst } from '../score/total.ts';
import type { Weights } from '../score/weights.ts';
import { shareOfWays, spreadOf, type Spread } from './spread.ts';

/** The score of a draw, points 0-100; satisfaction at the end (X1), points 0-100; value created (X2), currency. */
export const luckMeasures = ['score', 'satisfaction', 'value'] as const;
export type LuckMeasure = (typeof luckMeasures)[number];

/** The run as it was played among all draws of luck. */
export interface OwnLuck {
  value: number;
  /** Share 0-100 of the draws that gave less; of those that gave the same, itself among them, half. */
  percentile: number;
  /** What luck gave (taken: negative): the value less the median of all draws, which a few draws that go to ruin do not move. */
  luck: number;
  /** even: within the middle fifth of the draws. */
  lean: 'lucky' | 'unlucky' | 'even';
}

/** The run less another way of playing, draw by draw on the same luck. */
export interface AgainstWay {
  difference: PairedDifference;
  /** Draws on which the run gave more, and on which it gave less. */
  above: number;
  below: number;
  /** Share 0-1 of all that differs between the two over the draws that the decisions make, the rest being luck; null where nothing differs. */
  decided: number | null;
}

export interface LuckOf {
  run: Spread;
  stay: Spread;
  best: Spread;
  /** Mean of the worst trap over the seeds graded. */
  worst: number;
  /** Null while the luck of the run itself has not been played. */
  own: OwnLuck | null;
  againstStay: AgainstWay;
  againstBest: AgainstWay;
}

/** Draws on which something ran out, and when: the earliest of them, the middle one (of an even number the earlier), and the latest. */
export interface Ruin {
  draws: number;
  /** Quarters from 1, those beyond the run in its run-off. */
  first: number;
  middle: number;
  last: number;
}

export interface LuckFinding {
  /** Draws of luck, the run's own among them. */
  draws: number;
  /** Place of the run's own luck among the draws; -1 while it has not been played. */
  ownPlace: number;
  /** Draws on which the run ends insolvent, or with too few customers to live on. */
  ruined: number;
  /** Draws on which debts passed the limit, and on which too few customers were left; null where there are none. One draw may meet both. */
  insolvent: Ruin | null;
  unviable: Ruin | null;
  measures: Readonly<Record<LuckMeasure, LuckOf>>;
}

/**
 * What the draws say.
 * @param graded seeds with all anchors, which make the scale of the score, at least one
 * @param further draws after those, judged on the same scale
 * @param luckSeed luck of the run as it was played
 */
export const luckOf = (graded: readonly SeedOutcomes[], further: readonly Judging[], luckSeed: number, weights: Weights): LuckFinding =>
  luckBy(totalAgainst(graded, weights), graded, further, luckSeed);

/** The same with the totals given, where draws are told as they come and each is judged but once. @param total of `keptTotals` */
export function luckBy(
  total: (judging: Judging) => number,
  graded: readonly SeedOutcomes[],
  further: readonly Judging[],
  luckSeed: number,
): LuckFinding {
  const draws: readonly Judging[] = [...graded, ...further];
  const ownPlace = graded.findIndex(({ seed }) => seed === luckSeed);
  const measured = (value: (judging: Judging) => number): LuckOf => {
    const of = (pick: (judging: Judging) => Outcome): number[] => draws.map((draw) => value({ ...draw, run: pick(draw) }));
    const [run, stay, best] = [of((draw) => draw.run), of((draw) => draw.stay), of((draw) => draw.best)];
    const worst = graded.map((seed) => value({ ...seed, run: seed.worst }));
    return {
      run: spreadOf(run),
      stay: spreadOf(stay),
      best: spreadOf(best),
      worst: worst.reduce((sum, one) => sum + one, 0) / worst.length,
      own: ownPlace < 0 ? null : ownLuck(run, ownPlace),
      againstStay: against(run, stay),
      againstBest: against(run, best),
    };
  };
  const measures = {
    score: measured(total),
    satisfaction: measured(({ run }) => run.satisfaction),
    value: measured(({ run }) => run.value),
  };
  const ruined = draws.filter(({ run }) => run.insolvent || run.unviable).length;
  return {
    draws: draws.length,
    ownPlace,
    ruined,
    insolvent: ruinOf(draws.map(({ run }) => run.insolventFrom)),
    unviable: ruinOf(draws.map(({ run }) => run.unviableFrom)),
    measures,
  };
}

/** @param since quarter of each draw; null where nothing ran out */
function ruinOf(since: readonly (number | null)[]): Ruin | null {
  const quarters = since.filter((quarter) => quarter !== null).sort((a, b) => a - b);
  if (quarters.length === 0) return null;
  return { draws: quarters.length, first: quarters[0]!, middle: quarters[(quarters.length - 1) >> 1]!, last: quarters.at(-1)! };
}

/** Totals against the mean anchors of the seeds graded, each outcome judged once. */
export function keptTotals(graded: readonly SeedOutcomes[], weights: Weights): (judging: Judging) => number {
  const total = totalAgainst(graded, weights);
  const kept = new WeakMap<Outcome, number>();
  return (judging) => {
    const known = kept.get(judging.run);
    if (known !== undefined) return known;
    const value = total(judging);
    kept.set(judging.run, value);
    return value;
  };
}

function ownLuck(values: readonly number[], place: number): OwnLuck {
  const value = values[place]!;
  const below = values.filter((each) => each < value).length;
  const equal = values.filter((each) => each === value).length;
  const percentile = (100 * (below + equal / 2)) / values.length;
  const lean = percentile > 60 ? 'lucky' : percentile < 40 ? 'unlucky' : 'even';
  return { value, percentile, luck: value - spreadOf(values).median, lean };
}

const against = (run: readonly number[], way: readonly number[]): AgainstWay => ({
  difference: pairedDifference(run, way),
  above: run.filter((value, draw) => value > way[draw]!).length,
  below: run.filter((value, draw) => value < way[draw]!).length,
  decided: shareOfWays(run, way),
});
