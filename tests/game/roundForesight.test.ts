/** What is said of a round before it is closed, beside what the round then comes to: its money, and which figures it measures. */

import { describe, expect, test } from 'vitest';
import type { QuarterPlan } from '../../src/company/controls.ts';
import { analysisOf, isMeasured } from '../../src/game/measuring.ts';
import type { KnownReport } from '../../src/game/reports.ts';
import { kpiIds } from '../../src/scenario/kpi.ts';
import { Engine } from '../../src/ui/engine.ts';
import { vorasBank } from './shippedScenario.ts';

const folder = vorasBank();
const firm = folder.scenario.firms[0].id;
const setting = { customers: 300, world: 0, populationSeed: 5, luckSeed: 1003 };
const silent = (): void => undefined;

function closed(patch: Partial<QuarterPlan>, cashFloor = 0) {
  const engine = new Engine(() => Promise.resolve());
  const opened = engine.open({ folder, setting, entries: [] }, silent);
  const plan = { ...opened.plan, ...patch };
  const standing = { ...opened.standing, cashFloor };
  const { round } = engine.preview(plan, [], standing);
  const { played } = engine.commit(
    [
      { kind: 'plan', data: { plan: patch, standing: { cashFloor } }, seq: 0, firm },
      { kind: 'commit', data: { quarters: 2 }, seq: 1, firm },
    ],
    silent,
  );
  return { plan, round, known: played.map(({ known }) => known), before: opened.known };
}
const missing = ({ programme: { refused } }: KnownReport): number =>
  refused
    .filter(({ code }) => code === 'budget' || code === 'budget.cut')
    .reduce((sum, { actual = 0, required = 0 }) => sum + required - actual, 0);

describe('the money of a round', () => {
  test.each<[string, Partial<QuarterPlan>, number]>([
    ['as the firm has been run', {}, 0],
    ['with a tool that is paid once', { 'imp.tool': 'pim' }, 0],
    ['with more than can be paid', { 'svc.cap': 40, 'imp.tool': 'crm', 'biz.spend': 12 }, 0],
    ['with part of it kept back', { 'svc.cap': 20, 'biz.spend': 8 }, 8],
  ])('is what its first quarter comes to, %s', (_, patch, floor) => {
    const { round, known } = closed(patch, floor);
    expect(round.map(({ quarter }) => quarter)).toEqual([1, 2]);
    expect(round[0]!.spent).toBeCloseTo(known[0]!.money.spent, 6);
    expect(round[0]!.left).toBeCloseTo(known[0]!.money.released, 6);
    expect(round[0]!.short).toBeCloseTo(missing(known[0]!), 6);
    expect(round[1]!.left).toBeCloseTo(known[1]!.money.released, 0);
    expect(round[1]!.short > 0).toBe(missing(known[1]!) > 0);
  });
});

describe('a figure that is known only if measured', () => {
  test.each<[string, Partial<QuarterPlan>]>([
    ['nothing is bought', {}],
    ['the data are audited', { 'ana.buy': ['dataAudit'] }],
    ['rivals are looked at', { 'ana.buy': ['rivals'] }],
    ['a review falls in the round', { 'evl.plan': 'everyTwo' }],
  ])('has new evidence after the round just when the plan says so: %s', (_, patch) => {
    const { plan, known } = closed(patch);
    const last = known.at(-1)!;
    for (const kpi of kpiIds.filter((id) => analysisOf(id) !== null))
      expect([kpi, last.kpi[kpi].value !== null && last.kpi[kpi].asOf >= 1]).toEqual([kpi, isMeasured(kpi, plan, [1, 2])]);
  });
});
