/**
 * Technology and support as an experiment: Voras Bank four ways on the same people and lucks. Technology without support does next to
 * nothing for customers, support without technology stops at care, both together change what the firm knows and earns.
 */

import { beforeAll, describe, expect, test } from 'vitest';
import { costLineIds, type QuarterPlan } from '../../src/company/controls.ts';
import { applyEntry, originOf, startPlaying } from '../../src/game/replay.ts';
import { quarterReport } from '../../src/game/quarterReport.ts';
import type { QuarterReport } from '../../src/game/reports.ts';
import { long } from '../turns.ts';
import { learner, scenario } from './plays.ts';

const quarters = 12;
const setting = { customers: 2000, world: 0, populationSeed: 1, luckSeed: 1 };
const origin = originOf(scenario, setting);

/** All four read the industry alike: what they do against its forces is no matter of technology. */
const industry: Partial<QuarterPlan> = { 'biz.forces': ['rivalry', 'buyers'] };
const programme: Partial<QuarterPlan> = {
  ...industry,
  'cus.core': ['small-firms'],
  'crm.path': 'p13',
  'crm.scope': 'wholeFirm',
  'crm.tco': costLineIds,
};
/** The tool is bought and ordered to be used: all CRM money on technology, nobody trained, asked or led, control first. */
const technology: Partial<QuarterPlan> = {
  ...programme,
  'crm.pilot': 'no',
  'crm.people.sponsor': 'itDirector',
  'crm.people.owner': 'it',
  'crm.people.reviews': 0,
  'biz.budget': { marketing: 0, sales: 0, service: 0, people: 0, technology: 100 },
  'imp.tool': 'cms',
  'imp.train': 0,
  'imp.style': 'control',
  'imp.involve': 'none',
};
/** A sponsor who leads, people who are trained and asked, departments that share; no programme and no tool. */
const support: Partial<QuarterPlan> = {
  ...industry,
  'crm.people.owner': 'crossFunctional',
  'crm.people.reviews': 15,
  'crm.people.departments': 15,
  'crm.people.frontLine': 10,
  'crm.goal': 'keepCore',
  'crm.measures': ['churn'],
  'imp.involve': 'coDesign',
  'imp.reward': 'points',
  'imp.train': 7,
  'imp.style': 'help',
  'dat.share': 3,
};
const both: Partial<QuarterPlan> = {
  ...programme,
  ...support,
  'crm.pace': 'careful',
  'imp.tool': 'cms',
  'imp.trial': 'yes',
  'dat.clean': 4,
  'dat.consent': 'byPurpose',
  'biz.budget': { marketing: 20, sales: 20, service: 20, people: 20, technology: 20 },
};

function play(plan: Partial<QuarterPlan>, luckSeed: number): QuarterReport[] {
  const playing = startPlaying(scenario, { ...setting, luckSeed }, origin);
  const reports: QuarterReport[] = [];
  applyEntry(playing, { seq: 0, firm: learner, kind: 'plan', data: { plan } });
  for (let seq = 1; seq <= quarters; seq += 1) {
    applyEntry(
      playing,
      { seq, firm: learner, kind: 'commit', data: { quarters: 1 } },
      { onQuarter: (played) => reports.push(quarterReport(playing.world, played, null)) },
    );
  }
  return reports;
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means of a year over so many lucks, and the highest adoption of a run. */
function figures(plan: Partial<QuarterPlan>, lucks: number) {
  const runs = Array.from({ length: lucks }, (_, luck) => play(plan, luck + 1));
  const overYear = (year: number, of: (report: QuarterReport) => number): number =>
    mean(runs.flatMap((reports) => reports.slice(4 * year - 4, 4 * year).map(of)));
  const year = (n: number) => ({
    care: overYear(n, ({ known }) => known.matrix.individualisation.value!),
    satisfaction: overYear(n, ({ truth }) => truth.kpi.satisfaction),
    contribution: overYear(n, ({ truth }) => truth.kpi.contribution),
    information: overYear(n, ({ truth }) => truth.kpi.completeness),
    equity: overYear(n, ({ truth }) => truth.equity.total),
  });
  const highest = mean(runs.map((reports) => Math.max(...reports.map(({ known }) => known.programme.adoption))));
  return { first: year(1), third: year(3), adoption: highest };
}
type Figures = ReturnType<typeof figures>;
type Year = Figures['first'];
let idle: Figures;
let tool: Figures;
let people: Figures;
let together: Figures;
const playAll = (lucks: number): void => {
  idle = figures(industry, lucks);
  tool = figures(technology, lucks);
  people = figures(support, lucks);
  together = figures(both, lucks);
};
/** What technology adds to a firm without support, and to one with it. */
const alone = (of: (year: Year) => number, at: 'first' | 'third'): number => of(tool[at]) - of(idle[at]);
const withSupport = (of: (year: Year) => number, at: 'first' | 'third'): number => of(together[at]) - of(people[at]);

test('on one luck already technology adds more after three years to a firm that supports it, and fewer than four in ten use it where none does', () => {
  playAll(1);
  for (const figure of ['satisfaction', 'equity'] as const) {
    expect(
      withSupport((year) => year[figure], 'third'),
      figure,
    ).toBeGreaterThan(
      Math.max(
        0,
        alone((year) => year[figure], 'third'),
      ),
    );
  }
  expect(tool.adoption).toBeLessThan(40);
  expect(together.adoption).toBeGreaterThan(70);
});

describe('Over twelve lucks', long, () => {
  beforeAll(() => playAll(12));

  describe('technology alone', () => {
    test('does next to nothing in its first year for what customers meet, feel and bring', () => {
      expect(Math.abs(alone(({ care }) => care, 'first'))).toBeLessThan(0.5);
      expect(Math.abs(alone(({ satisfaction }) => satisfaction, 'first'))).toBeLessThan(0.3);
      expect(alone(({ satisfaction }) => satisfaction, 'first')).toBeLessThan(0.05);
      expect(Math.abs(tool.first.contribution / idle.first.contribution - 1)).toBeLessThan(0.01);
    });

    test('has not made up for it after three years', () => {
      expect(alone(({ satisfaction }) => satisfaction, 'third')).toBeLessThan(0.3);
      expect(tool.third.contribution / idle.third.contribution - 1).toBeLessThan(0.02);
    });

    test('is used by fewer than four in ten, a balanced plan by more than seven', () => {
      expect(tool.adoption).toBeLessThan(40);
      expect(together.adoption).toBeGreaterThan(70);
    });
  });

  describe('support alone', () => {
    test('does little in its first year, and never teaches the firm who its customers are', () => {
      expect(people.first.satisfaction - idle.first.satisfaction).toBeGreaterThan(0);
      expect(people.first.satisfaction - idle.first.satisfaction).toBeLessThan(1);
      expect(people.first.contribution / idle.first.contribution - 1).toBeLessThan(0.015);
      expect(Math.abs(people.third.information - idle.third.information)).toBeLessThan(1);
    });
  });

  describe('technology with support', () => {
    test('is better than either in the first year and far better in the third', () => {
      for (const at of ['first', 'third'] as const) {
        for (const other of [idle, tool, people]) {
          for (const figure of ['care', 'satisfaction', 'contribution', 'information', 'equity'] as const) {
            expect(together[at][figure], `${figure}, ${at} year`).toBeGreaterThan(other[at][figure]);
          }
        }
      }
      expect(together.third.satisfaction - people.third.satisfaction).toBeGreaterThan(1);
      expect(together.third.contribution / people.third.contribution - 1).toBeGreaterThan(0.02);
    });

    test('are complements: technology adds more than twice as much to a firm that supports it than to one that does not', () => {
      expect(withSupport(({ satisfaction }) => satisfaction, 'third')).toBeGreaterThan(
        1 + alone(({ satisfaction }) => satisfaction, 'third'),
      );
      expect(withSupport(({ contribution }) => contribution, 'third')).toBeGreaterThan(
        2 * alone(({ contribution }) => contribution, 'third'),
      );
      expect(withSupport(({ equity }) => equity, 'third')).toBeGreaterThan(2 * alone(({ equity }) => equity, 'third'));
    });
  });
});
