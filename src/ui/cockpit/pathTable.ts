/** The paths of the matrix as rows: what every one of them waits for is said once, each row keeps what is its own. */

import type { PathId } from '../../company/controls.ts';
import type { Reason } from '../../company/guards.ts';
import type { MatrixView } from '../../game/reports.ts';
import { refusing } from './reasons.ts';

export interface PathRow {
  path: PathId;
  gap: number;
  cost: number;
  turns: readonly [number, number];
  open: boolean;
  /** What refuses this path beyond what refuses all. */
  refused: readonly Reason[];
  /** Stocks under what the path asks; they make up its gap. */
  lacking: readonly Reason[];
}

export interface PathTable {
  common: readonly Reason[];
  rows: readonly PathRow[];
  /** Paths that start at another level. */
  elsewhere: readonly PathId[];
}

const same = (a: Reason, b: Reason): boolean => a.code === b.code && a.actual === b.actual && a.required === b.required;

export function pathTable(paths: MatrixView['paths']): PathTable {
  const moves = paths.filter(({ path }) => path !== 'stay');
  const isHere = ({ lacks }: (typeof moves)[number]): boolean => lacks.every(({ code }) => code !== 'level');
  const here = moves.filter(isHere);
  const refusals = here.map(({ lacks }) => refusing(lacks));
  const common = (refusals[0] ?? []).filter((reason) => refusals.every((others) => others.some((other) => same(other, reason))));
  const rows = here.map(({ path, gap, cost, turns, lacks }, index) => ({
    path,
    gap,
    cost,
    turns,
    open: refusals[index].length === 0,
    refused: refusals[index].filter((reason) => !common.some((shared) => same(shared, reason))),
    lacking: lacks.filter(({ advisory }) => advisory),
  }));
  return { common, rows, elsewhere: moves.filter((move) => !isHere(move)).map(({ path }) => path) };
}
