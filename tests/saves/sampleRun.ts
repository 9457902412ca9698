/** Runs and drafts that are valid in every part, on the scenario that ships, for tests of what is kept. */

import type { KnownReport } from '../../src/game/reports.ts';
import type { EntryData, RunFile } from '../../src/game/run.ts';
import { headerFor, type RunSettings } from '../../src/saves/runs.ts';
import type { SavedDraft, SavedReport } from '../../src/saves/records.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { vorasBank } from '../game/shippedScenario.ts';
import { fakeKnown } from '../ui/fakeClient.ts';

export const folder = vorasBank();
export const learner = folder.scenario.firms[0].id;

export const settings: RunSettings = {
  app: '0.1.0',
  customers: 400,
  world: 0,
  populationSeed: 7,
  luckSeed: 11,
  mode: 'practice',
};

/** The decisions of a round of one quarter; `spend` tells rounds apart. */
export function round(spend: number): EntryData[] {
  return [
    { kind: 'plan', data: { plan: { 'biz.spend': spend % 20 } } },
    { kind: 'predict', data: { kpi: 'churn', low: 10, high: 30, because: 'waiting' } },
    { kind: 'commit', data: { quarters: 1 } },
  ];
}

export const note = (text: string): EntryData => ({ kind: 'note', data: { text } });

/** A run of so many rounds of one quarter. */
export function sampleRun(rounds: number, more: Partial<RunSettings> = {}): RunFile {
  const decisions = Array.from({ length: rounds }, (_, i) => round(i)).flat();
  return appendEntries(newRun(headerFor(folder, { ...settings, ...more })), decisions, { firm: learner, by: 'learner' });
}

/** @param quarter open quarter, 1-based */
export function sampleDraft(quarter: number, spend = 3): SavedDraft {
  return { quarter, decisions: [{ kind: 'plan', data: { plan: { 'biz.spend': spend } } }], settled: ['biz.budget'], view: { card: 2 } };
}

export function sampleReport(quarter: number, digest: string | null = `${quarter}`.padStart(16, '0')): SavedReport {
  const known: KnownReport = fakeKnown(quarter);
  return { quarter, digest, known };
}
