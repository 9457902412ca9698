import { expect, test } from 'vitest';
import type { PathId, QuarterPlan } from '../../src/company/controls.ts';
import { startPlan } from '../../src/company/plan.ts';
import { carefulPlayer } from '../../src/game/carefulPlayer.ts';
import type { KnownReport } from '../../src/game/reports.ts';
import { knownReport, measured } from './knownReports.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario } = vorasBank();
const start = startPlan(
  scenario.startPlan,
  scenario.market.segments.map(({ id }) => id),
);
const player = carefulPlayer(scenario);

function planFor(known: Partial<KnownReport>, quarter = 9, plan: Partial<QuarterPlan> = {}): Partial<QuarterPlan> {
  const [entry] = player(knownReport(quarter - 1, known), { ...start, ...plan }, quarter);
  return entry!.kind === 'plan' ? entry!.data.plan : {};
}

test('it asks about readiness and data first, and decides nothing that opens later', () => {
  const first = planFor({}, 1);
  expect(first['ana.buy']).toEqual(['readiness', 'dataAudit']);
  expect(Object.keys(first).filter((id) => id.startsWith('crm.') || id.startsWith('dat.'))).toEqual([]);
});

test.each([
  [0.3, 0, 10],
  [0.3, 35, 40],
  [0.1, 10, 10],
  [0.01, 10, 5],
  [0.01, -10, -10],
])('with a share of %f waiting too long, capacity goes from %i to %i', (waiting, before, after) => {
  const { kpi } = knownReport(8);
  expect(planFor({ kpi: { ...kpi, waiting: measured(waiting) } }, 9, { 'svc.cap': before })['svc.cap']).toBe(after);
});

test('where nobody knows how long people wait, capacity stays as it is', () => {
  expect(planFor({})).not.toHaveProperty(['svc.cap']);
});

test.each([
  [30, 10],
  [12, 4],
  [2, 3],
])('with %i units released, %i are spent', (released, spend) => {
  expect(planFor({ money: { ...knownReport(8).money, released } })['biz.spend']).toBe(spend);
});

type Refusal = KnownReport['matrix']['paths'][number]['lacks'];
const path = (id: PathId, gap: number, lacks: Refusal = []): KnownReport['matrix']['paths'][number] => ({
  path: id,
  gap,
  cost: 20,
  turns: [3, 5],
  lacks,
});
const advice: Refusal = [{ code: 'stock.X', advisory: true }];

test.each<[string, KnownReport['matrix']['paths'], PathId]>([
  ['the open path with the smallest gap', [path('stay', 0), path('p12', 4), path('p13', 3)], 'p13'],
  ['stocks that only make up the gap do not close a path', [path('p12', 4, advice)], 'p12'],
  ['cards and cost lines it settles in the same round', [path('p12', 4, [{ code: 'costLines' }, { code: 'card.customer' }])], 'p12'],
  ['no path that is refused', [path('p12', 1, [{ code: 'level' }]), path('p13', 3)], 'p13'],
  ['no path with a gap beyond the pilot gate', [path('p13', 6.5)], 'stay'],
  ['never the leap', [path('p14', 0)], 'stay'],
])('path: %s', (_name, paths, chosen) => {
  expect(planFor({ matrix: { ...knownReport(8).matrix, paths } })['crm.path']).toBe(chosen);
});

test('a programme that runs is left to run', () => {
  const { matrix, programme } = knownReport(8);
  const known = {
    matrix: { ...matrix, paths: [path('p13', 1)] },
    programme: { ...programme, state: 'rollingOut' as const, path: 'p12' as const },
  };
  expect(planFor(known, 9, { 'crm.path': 'p12' })['crm.path']).toBe('p12');
});

test('a process is redrawn before any step is automated, and a person can still be reached', () => {
  const steps = [1, 3, 5, 7, 9, 11, 13].map((quarter) => planFor({}, quarter));
  expect(steps.map((plan) => plan['imp.process'] ?? 'shut')).toEqual([
    'shut',
    'shut',
    'none',
    'none',
    'complaint',
    'complaint',
    'complaint',
  ]);
  expect(steps.map((plan) => plan['svc.auto'] ?? 'left')).toEqual(['left', 'left', 'left', 'left', 'left', 'service', 'service']);
  expect(steps.at(-1)!['svc.exit']).toBe('yes');
});

test('the core segment is the one of the highest margin, once it is known, and stays the core', () => {
  const analyses = [{ id: 'marginBySegment', figures: { households: 20, 'small-firms': 70 } }];
  expect(planFor({})).not.toHaveProperty(['cus.core']);
  expect(planFor({ analyses })['cus.core']).toEqual(['small-firms']);
  expect(planFor({ analyses }, 9, { 'cus.core': ['households'] })).not.toHaveProperty(['cus.core']);
});

test('open cases are answered with the whole loss, an apology and a reason; closed ones are left', () => {
  const file = { temper: 'hurt', fault: 'firm', duty: false, urgent: false, priorFailures: 0, loss: 10, worth: 1, others: 5 } as const;
  const view = {
    id: 'a',
    kind: 'customer' as const,
    asked: true,
    again: false,
    between: null,
    customer: 1,
    yearlyValue: 100,
    file,
    by: null,
    closedIn: null,
    outcome: null,
  };
  const inbox = [
    { ...view, slot: 'q2.customer.1', severity: 60 },
    { ...view, slot: 'q2.customer.2', severity: 20 },
    { ...view, slot: 'q1.customer.1', severity: 60, outcome: 'recovered' as const, by: 'policy' as const, closedIn: 2 },
  ];
  const [, ...moves] = player(knownReport(8, { inbox }), start, 9);
  const answer = { kind: 'case', remedy: 'full', apology: true, reason: true };
  expect(moves).toEqual([
    { kind: 'move', data: { ...answer, slot: 'q2.customer.1', mode: 'collaborate' } },
    { kind: 'move', data: { ...answer, slot: 'q2.customer.2', mode: 'accommodate' } },
  ]);
});
