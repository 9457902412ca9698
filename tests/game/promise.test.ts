import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { oneQuarter } from './plays.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const quarters = 6;

/** Customers won over a run that promises this from its first quarter on, and true satisfaction at its end. */
function came(scenario: Scenario, promise: QuarterPlan['svc.promise']): { won: number; satisfaction: number } {
  const decisions: EntryData[] = [
    { kind: 'plan', data: { plan: { 'svc.promise': promise } } },
    ...Array.from({ length: quarters }, () => oneQuarter),
  ];
  const entries = decisions.map((data, seq) => ({ ...data, seq, firm: scenario.firms[0].id }) as LoggedEntry);
  const setting = { customers: 3000, world: 0, populationSeed: 4, luckSeed: 9 };
  const truth = replay({ ...scenario, quarters }, setting, entries, { reports: true }).reports.map((report) => report.truth);
  const won = truth.reduce((sum, { bySegment }) => sum + Object.values(bySegment).reduce((all, { gained }) => all + gained, 0), 0);
  return { won, satisfaction: truth.at(-1)!.kpi.satisfaction };
}

for (const [some, options] of turns([vorasBank, tiemNang], 2, 0))
  describe.each(some)('What is promised in %o', options, (load) => {
    test('wins customers who have nothing else to go by, and is held against the firm by those it has', () => {
      const { scenario } = load();
      const [modest, market, bold] = (['modest', 'market', 'bold'] as const).map((promise) => came(scenario, promise));
      expect(bold!.won).toBeGreaterThan(market!.won);
      expect(market!.won).toBeGreaterThan(modest!.won);
      expect(bold!.satisfaction).toBeLessThan(market!.satisfaction);
      expect(market!.satisfaction).toBeLessThan(modest!.satisfaction);
    });
  });
