import { expect, test } from 'vitest';
import { decisionBases } from '../../src/game/decisionBasis.ts';
import type { KnownReport, KpiId, TruthReport } from '../../src/game/reports.ts';
import type { Prediction } from '../../src/game/run.ts';
import { fakeKnown } from '../ui/fakeClient.ts';

/** A report of a quarter in which these analyses were answered and only these figures are known. */
function known(quarter: number, analyses: readonly string[], figures: readonly KpiId[] = []): KnownReport {
  const report = fakeKnown(quarter);
  const kpi = Object.fromEntries(
    Object.entries(report.kpi).map(([id, estimate]) => [id, { ...estimate, value: figures.includes(id as KpiId) ? 1 : null }]),
  ) as KnownReport['kpi'];
  return { ...report, kpi, analyses: analyses.map((id) => ({ id, figures: {} })) };
}
const truth = (quarter: number, kpi: Partial<Record<KpiId, number>>): TruthReport => ({ quarter, kpi }) as unknown as TruthReport;
const say = (kpi: KpiId, low: number, high: number): Prediction => ({ kpi, low: 1000 * low, high: 1000 * high, because: 'waiting' });

const reports = [known(0, []), known(1, []), known(2, ['churnCauses'], ['waiting']), known(3, []), known(4, ['rivals'])];
const truths = [
  truth(2, { churn: 0.05, satisfaction: 70 }),
  truth(4, { churn: 0.05, waiting: 0.1 }),
  truth(6, { churn: 0.02, shareOfMarket: 0.3 }),
];

test('a forecast stands on an analysis that was answered before it, else on a figure reported before it, else on intuition', () => {
  const basisOf = (round: number, prediction: Prediction) =>
    decisionBases(new Map([[round, prediction]]), reports, truths, 2).forecasts[0]!;
  expect(basisOf(1, say('churn', 0, 1))).toMatchObject({ basis: 'intuition', analyses: [] });
  expect(basisOf(2, say('churn', 0, 1))).toMatchObject({ basis: 'analysis', analyses: ['churnCauses'] });
  expect(basisOf(2, say('waiting', 0, 1))).toMatchObject({ basis: 'report', analyses: [] });
  // What the quarters of the round itself bring was not known when it was foreseen.
  expect(basisOf(3, say('shareOfMarket', 0, 1))).toMatchObject({ basis: 'analysis', analyses: ['rivals'] });
  expect(decisionBases(new Map([[2, say('shareOfMarket', 0, 1)]]), reports, [truth(4, { shareOfMarket: 1 })], 2).forecasts[0]!.basis).toBe(
    'intuition',
  );
});

test('a forecast is right where the truth at the end of its round lies within it, ends included, and rates are counted by basis', () => {
  const made = new Map([
    [3, say('churn', 0.03, 0.04)],
    [1, say('satisfaction', 60, 70)],
    [2, say('churn', 0.05, 0.06)],
  ]);
  const { forecasts, byBasis } = decisionBases(made, reports, truths, 2);
  expect(forecasts.map(({ round, truth: value, hit }) => [round, value, hit])).toEqual([
    [1, 70, true],
    [2, 0.05, true],
    [3, 0.02, false],
  ]);
  expect(byBasis).toEqual([
    { basis: 'analysis', made: 2, hit: 1 },
    { basis: 'intuition', made: 1, hit: 1 },
  ]);
});

test('a round that was not played to its end is not judged', () => {
  expect(decisionBases(new Map([[4, say('churn', 0, 1)]]), reports, truths, 2)).toEqual({ forecasts: [], byBasis: [] });
});
