/** What was felt and never said: in words beside the complaints, and quarter by quarter beside the truth. */

import type { Estimate, KnownReport, TruthReport, UnheardTruth } from '../game/reports.ts';
import * as m from '../text/generated/messages.js';
import { number, rounded } from './format.ts';

/** How many troubles one complaint stands for; nothing to say where nobody asked or nobody had spoken. */
export function unheardWords(unheard: KnownReport['unheard']): string | undefined {
  const { value = null, low = null, high = null, asOf = 0 } = unheard?.voiced ?? {};
  if (value === null || low === null || high === null || value <= 0 || low <= 0) return undefined;
  return m.kpi_unheard({ troubles: rounded(1 / value, 2), low: rounded(1 / high, 2), high: rounded(1 / low, 2), quarter: number(asOf) });
}

export interface UnheardRow {
  quarter: number;
  truth: UnheardTruth;
  /** True shares 0-1; null where nothing was felt, or nobody left. */
  voiced: number | null;
  leftSilent: number | null;
  /** What the firm believed, where it asked in this quarter. */
  known: { voiced: Estimate; leftSilent: Estimate } | null;
}

/** One row a quarter of a closed run; quarters of older engines are left out. */
export function unheardRows(truth: readonly TruthReport[], known: readonly KnownReport[]): readonly UnheardRow[] {
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  return truth.flatMap(({ quarter, unheard }): UnheardRow[] => {
    if (unheard === undefined) return [];
    const report = known.find((each) => each.quarter === quarter)?.unheard;
    return [
      {
        quarter,
        truth: unheard,
        voiced: share(unheard.voiced, unheard.felt),
        leftSilent: share(unheard.leftSilent, unheard.left),
        known: report?.voiced.asOf === quarter ? report : null,
      },
    ];
  });
}

export interface UnheardFinding extends UnheardTruth {
  /** Quarters in which somebody asked, the intervals that came of it, and those that the truth lay in. */
  asked: readonly number[];
  intervals: number;
  inside: number;
}

/** Sums over the run, and how well it was known. */
export function unheardFinding(rows: readonly UnheardRow[]): UnheardFinding {
  const sum = (field: keyof UnheardTruth): number => rows.reduce((all, { truth }) => all + truth[field], 0);
  const pairs = rows.flatMap(({ known, voiced, leftSilent }) =>
    known === null
      ? []
      : [
          { of: known.voiced, is: voiced },
          { of: known.leftSilent, is: leftSilent },
        ],
  );
  const told = pairs.filter(({ of, is }) => of.low !== null && of.high !== null && is !== null);
  return {
    felt: sum('felt'),
    voiced: sum('voiced'),
    claims: sum('claims'),
    left: sum('left'),
    leftSilent: sum('leftSilent'),
    asked: rows.filter(({ known }) => known !== null).map(({ quarter }) => quarter),
    intervals: told.length,
    inside: told.filter(({ of, is }) => of.low! <= is! && is! <= of.high!).length,
  };
}
