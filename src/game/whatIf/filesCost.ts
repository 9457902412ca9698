/** What missing, wrong and scattered files cost: the run as it was beside the same decisions with whole files before the staff. */

import { type PairedDifference, pairedDifference } from '../pairs.ts';
import { gradingSeeds } from '../grade.ts';
import type { ReplayedLife, ReplayTask } from './replayTask.ts';

/** Luck on which both are played. */
export const filesSeeds: readonly number[] = gradingSeeds.slice(0, 5);

export interface FilesCost {
  seeds: number;
  /** With whole files less as it was: contribution over the run and equity at its end in currency, satisfaction at the end in points. */
  contribution: PairedDifference;
  equity: PairedDifference;
  satisfaction: PairedDifference;
  /** Real customers at the end. */
  customers: PairedDifference;
  /** Contribution by quarter so far, means over the luck: as it was and with whole files. */
  asKept: readonly number[];
  whole: readonly number[];
}

/** The replays of both, luck by luck: as it was, then with whole files. */
export const filesTasks = (): ReplayTask[] =>
  filesSeeds.flatMap((luckSeed) =>
    (['kept', 'whole'] as const).map((files): ReplayTask => ({
      log: { kind: 'run', edits: [] },
      luckSeed,
      rivals: 'react',
      size: 'graded',
      quarters: true,
      fates: false,
      files,
    })),
  );

/** @param lives in the order of `filesTasks`, null where not played yet; null where no pair is whole yet */
export function filesCost(lives: readonly (ReplayedLife | null)[]): FilesCost | null {
  const pairs = filesSeeds.flatMap((_, place) => {
    const [kept, whole] = [lives[2 * place], lives[2 * place + 1]];
    return kept && whole ? [{ kept, whole }] : [];
  });
  if (pairs.length === 0) return null;
  const more = (of: (life: ReplayedLife) => number): PairedDifference =>
    pairedDifference(
      pairs.map(({ whole }) => of(whole)),
      pairs.map(({ kept }) => of(kept)),
    );
  const all = (life: ReplayedLife, of: (quarter: ReplayedLife['quarters'][number]) => number): number =>
    life.quarters.reduce((sum, quarter) => sum + of(quarter), 0);
  const cumulated = (side: 'kept' | 'whole'): number[] => {
    let sum = 0;
    return pairs[0]![side].quarters.map((_, q) => {
      sum += pairs.reduce((whole, pair) => whole + pair[side].quarters[q]!.contribution, 0) / pairs.length;
      return sum;
    });
  };
  return {
    seeds: pairs.length,
    contribution: more((life) => all(life, ({ contribution }) => contribution)),
    equity: more(({ quarters }) => quarters.at(-1)!.equity),
    satisfaction: more(({ quarters }) => quarters.at(-1)!.satisfaction),
    customers: more(({ quarters }) => quarters.at(-1)!.customers),
    asKept: cumulated('kept'),
    whole: cumulated('whole'),
  };
}
