/** What counts as a project and as short of its goal, on firms and reports made up for it. */

import { describe, expect, test } from 'vitest';
import { fellShort, type Project, projectsOf } from '../../src/cli/facts/projects.ts';
import { noUnits } from '../../src/company/costLines.ts';
import type { FirmState } from '../../src/company/firm.ts';
import type { MatrixContext } from '../../src/company/matrixRules.ts';
import type { ProgrammeState } from '../../src/company/programme.ts';
import { matrixContextAt } from '../../src/company/start.ts';
import type { KpiId, QuarterReport } from '../../src/game/reports.ts';

/** A firm after each of the quarters, in the given states of its programme. */
const after = (states: readonly ProgrammeState[], context: Partial<MatrixContext> = {}): FirmState[] =>
  states.map((programme, quarter) => ({
    matrix: { value: { programme, position: 'l1' }, context: { ...matrixContextAt('l1'), path: 'p12', pace: 'careful', ...context } },
    lastPlan: { 'crm.goal': 'keepCore' },
    billedLines: { ...noUnits, licence: quarter },
  })) as unknown as FirmState[];

describe('a project', () => {
  test('begins with its approval, is due after the quarters that its path and pace plan, and keeps its bills', () => {
    const [project, ...others] = projectsOf(after(['idle', 'piloting', 'rollingOut', 'rollingOut']));
    expect(others).toEqual([]);
    expect(project).toMatchObject({ path: 'p12', approved: 2, due: 6, goal: 'keepCore', ended: null, embedded: null });
    expect(project!.lines.licence).toBe(3);
  });

  test('that its pilot sends back and that is approved again is one project', () => {
    expect(projectsOf(after(['piloting', 'planning', 'planning', 'piloting', 'rollingOut']))).toHaveLength(1);
  });

  test('ends when it is given up, rolled back or done, and another may follow', () => {
    expect(projectsOf(after(['piloting', 'idle', 'piloting'])).map(({ ended }) => ended)).toEqual([2, null]);
    expect(projectsOf(after(['rollingOut', 'stalled', 'rollingBack', 'idle'])).map(({ ended }) => ended)).toEqual([3]);
    expect(projectsOf(after(['rollingOut', 'embedding', 'embedding', 'idle']))[0]).toMatchObject({ embedded: 2, ended: 4 });
  });

  test('that is only planned is none', () => {
    expect(projectsOf(after(['idle', 'analysing', 'planning', 'planning']))).toEqual([]);
  });
});

describe('a project is short of its goal', () => {
  type Told = Partial<Record<KpiId | 'gained', number>>;
  const reports = (quarters: readonly Told[]): QuarterReport[] =>
    quarters.map(({ gained = 5, ...kpi }) => ({
      truth: {
        kpi: { churn: 0.1, contribution: 1, customers: 100, completeness: 30, satisfaction: 60, ...kpi },
        bySegment: { old: { gained: 1 }, young: { gained } },
      },
      known: { money: { serviceCost: 500 } },
    })) as unknown as QuarterReport[];
  const project = (changes: Partial<Project> = {}): Project => ({
    path: 'p12',
    approved: 2,
    due: 4,
    goal: 'keepCore',
    ended: null,
    embedded: null,
    lines: noUnits,
    ...changes,
  });

  test.each<[Project['goal'], Told, Told]>([
    ['keepCore', { churn: 0.09 }, { churn: 0.11 }],
    ['growCore', { contribution: 1.1 }, { contribution: 0.9 }],
    ['winBack', { gained: 6 }, { gained: 4 }],
    ['cutCostToServe', { customers: 110 }, { customers: 90 }],
    ['knowCustomers', { completeness: 40 }, { completeness: 25 }],
    ['none', { satisfaction: 61 }, { satisfaction: 59 }],
  ])('with the goal %s when what it names is no better at its due quarter than before it began', (goal, better, worse) => {
    // Quarters in between do not count.
    expect(fellShort(project({ goal }), reports([{}, worse, worse, better]))).toBe(false);
    expect(fellShort(project({ goal }), reports([{}, better, better, worse]))).toBe(true);
    expect(fellShort(project({ goal }), reports([{}, {}, {}, {}]))).toBe(true);
  });

  test('when it had been given up by then, and not when it was done early', () => {
    const good = reports([{}, {}, {}, { churn: 0.05 }]);
    expect(fellShort(project({ ended: 3 }), good)).toBe(true);
    expect(fellShort(project({ ended: 4, embedded: 3 }), good)).toBe(false);
  });

  test('never before it is due', () => {
    expect(fellShort(project({ due: 5 }), reports([{}, {}, {}, {}]))).toBeNull();
  });
});
