import fc from 'fast-check';
import { expect, test } from 'vitest';
import { controlById, controls, type ControlId, type QuarterPlan } from '../../src/company/controls.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { isOpen } from '../../src/game/player.ts';
import { randomPlayer } from '../../src/game/randomPlayer.ts';
import { parseRun, writeRun } from '../../src/game/runFile.ts';
import { knownReport } from './knownReports.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario } = vorasBank();
const segmentIds = scenario.market.segments.map(({ id }) => id);
const each = (value: unknown): unknown => Object.fromEntries(segmentIds.map((id) => [id, value]));
const start = Object.fromEntries(
  controls.map((control) => [
    control.id,
    control.kind === 'choiceEach' || control.kind === 'levelEach' ? each(control.start) : control.start,
  ]),
) as unknown as QuarterPlan;

/** The plans of a game of eight rounds in which only P12 is open, each on top of the one before. */
function game(seed: number): { quarter: number; drawn: Partial<QuarterPlan>; plan: QuarterPlan }[] {
  const player = randomPlayer(scenario, seed);
  const known = knownReport(0);
  const paths = known.matrix.paths.map((each) => (each.path === 'p12' ? { ...each, lacks: [] } : each));
  let plan = start;
  return [1, 3, 5, 7, 9, 11, 13, 15].map((quarter) => {
    const [entry] = player({ ...known, quarter: quarter - 1, matrix: { ...known.matrix, paths } }, plan, quarter);
    const drawn = entry!.kind === 'plan' ? entry!.data.plan : {};
    plan = { ...plan, ...drawn };
    return { quarter, drawn, plan };
  });
}

test('whatever is drawn is legal: in range, open, within the points of analyses and the hours of the sponsor', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const rounds = game(seed);
      const run = appendEntries(
        newRun({
          format: 1,
          epoch: 1,
          app: '0',
          scenario: { id: scenario.id, hash: '0'.repeat(64) },
          customers: 1,
          world: 0,
          populationSeed: 1,
          luckSeed: 1,
          mode: 'practice',
        }),
        rounds.map(({ drawn }) => ({ kind: 'plan', data: { plan: drawn } })),
        { firm: 'voras', by: 'playbook' },
      );
      expect(parseRun(writeRun(run), segmentIds)).toMatchObject({ ok: true });
      for (const { quarter, drawn, plan } of rounds) {
        for (const id of Object.keys(drawn) as ControlId[]) {
          if (id !== 'ana.buy') expect(isOpen(scenario, controlById.get(id)!, quarter), `${id} in quarter ${quarter}`).toBe(true);
        }
        const points = plan['ana.buy'].map((id) => scenario.analyses.find((analysis) => analysis.id === id)!.points);
        expect(points.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10);
        expect(plan['crm.people.reviews'] + plan['crm.people.departments'] + plan['crm.people.frontLine']).toBeLessThanOrEqual(40);
        expect(plan['cus.refused'].filter((id) => plan['cus.core'].includes(id))).toEqual([]);
        expect(['stay', 'p12']).toContain(plan['crm.path']);
      }
    }),
    { numRuns: 40 },
  );
});

test('a seed always plays alike, another seed otherwise', () => {
  expect(game(1)).toEqual(game(1));
  expect(game(2)).not.toEqual(game(1));
});

test('over many seeds every control takes every kind of value it may have', () => {
  const plans = Array.from({ length: 60 }, (_, seed) => game(seed).map(({ plan }) => plan)).flat();
  const seen = (id: ControlId): number => new Set(plans.map((plan) => JSON.stringify(plan[id]))).size;
  for (const control of controls) {
    const options = control.kind === 'choice' && control.id !== 'crm.path' ? control.options.length : 2;
    expect(seen(control.id), control.id).toBeGreaterThanOrEqual(options);
  }
});
