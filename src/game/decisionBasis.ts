/** On what each forecast was made (an analysis bought, a figure reported, or neither) and how it turned out. */

import type { AnalysisId } from '../company/controls.ts';
import type { KnownReport, KpiId, TruthReport } from './reports.ts';
import type { Prediction } from './run.ts';

/** analysis: one that bears on the figure had been answered; report: the figure itself had been reported; intuition: neither. */
export const basisIds = ['analysis', 'report', 'intuition'] as const;
export type BasisId = (typeof basisIds)[number];

/** Analyses that tell something of a figure; one with none can be foreseen from reports alone. */
const analysesOn: Readonly<Record<KpiId, readonly AnalysisId[]>> = {
  customers: ['rivals', 'churnCauses'],
  churn: ['churnCauses'],
  satisfaction: ['needs'],
  equity: ['marginBySegment'],
  contribution: ['marginBySegment'],
  revenue: ['marginBySegment'],
  shareOfMarket: ['rivals'],
  waiting: [],
  complaints: ['churnCauses', 'unheard'],
  care: [],
  coverage: ['dataAudit'],
  depth: ['dataAudit'],
  accuracy: ['dataAudit'],
  linkage: ['dataAudit'],
  consent: ['dataAudit'],
  completeness: ['dataAudit'],
};

export interface BasedForecast {
  /** Round it was made for, from 1. */
  round: number;
  kpi: KpiId;
  basis: BasisId;
  /** Analyses on the figure that had been answered. */
  analyses: readonly AnalysisId[];
  /** Ends of the range and the true figure at the end of the round, in the KPI's unit; whether it lay within. */
  low: number;
  high: number;
  truth: number;
  hit: boolean;
}

export interface DecisionBases {
  forecasts: readonly BasedForecast[];
  /** Forecasts and hits by basis; a basis that no forecast had is left out. */
  byBasis: readonly { basis: BasisId; made: number; hit: number }[];
}

/**
 * Forecasts of a closed run by what was known when they were made. A forecast for a round that was not played to its end is left out.
 * @param known reports by quarter, from 0; @param truth by quarter, from 1
 */
export function decisionBases(
  predictions: ReadonlyMap<number, Prediction>,
  known: readonly KnownReport[],
  truth: readonly TruthReport[],
  quartersPerRound: number,
): DecisionBases {
  const forecasts = [...predictions]
    .sort(([a], [b]) => a - b)
    .flatMap(([round, { kpi: name, low: lowest, high: highest }]): BasedForecast[] => {
      const kpi = name as KpiId;
      const end = truth.find(({ quarter }) => quarter === round * quartersPerRound);
      if (end === undefined) return [];
      const before = known.filter(({ quarter }) => quarter <= (round - 1) * quartersPerRound);
      const answered = new Set(before.flatMap(({ analyses }) => analyses.map(({ id }) => id)));
      const analyses = analysesOn[kpi].filter((id) => answered.has(id));
      const reported = before.some((report) => report.kpi[kpi].value !== null);
      const [low, high] = [lowest / 1000, highest / 1000];
      const value = end.kpi[kpi];
      const basis = analyses.length > 0 ? 'analysis' : reported ? 'report' : 'intuition';
      return [{ round, kpi, basis, analyses, low, high, truth: value, hit: value >= low && value <= high }];
    });
  const byBasis = basisIds
    .map((basis) => {
      const own = forecasts.filter((forecast) => forecast.basis === basis);
      return { basis, made: own.length, hit: own.filter(({ hit }) => hit).length };
    })
    .filter(({ made }) => made > 0);
  return { forecasts, byBasis };
}
