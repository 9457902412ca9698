import { expect, test } from 'vitest';
import { assignmentFault } from '../../src/classroom/assignedScenario.ts';
import type { Assignment } from '../../src/classroom/assignment.ts';
import { policyFactors, policyIds } from '../../src/classroom/policyDials.ts';
import { firmParameters, parametersOf, type FirmParameterId } from '../../src/company/parameters.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { replay } from '../../src/game/replay.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { resolveWorld } from '../../src/scenario/worlds.ts';
import { assignment, decisionsOf, folderOf, shop, studentRun } from './classFixture.ts';

const whole: Assignment = {
  ...assignment,
  rounds: shop.scenario.quarters / shop.scenario.quartersPerRound,
  quartersPerRound: shop.scenario.quartersPerRound,
};

test('an assignment that changes nothing is the very firm that ships', () => {
  expect(scenarioHash(folderOf(whole).scenario)).toBe(scenarioHash(shop.scenario));
});

test('every change of a rule is another firm by its hash, so that runs of two assignments are never taken for each other', () => {
  const changes: Partial<Assignment>[] = [
    { rounds: 3 },
    { rounds: 8, quartersPerRound: 1 },
    { weights: { X1: 50 } },
    { budget: 3 },
    { policy: { law: 1 } },
    { policy: { law: -1 } },
    { policy: { training: 1 } },
    { policy: { infrastructure: 1 } },
    { deck: [{ do: 'drop', id: 'bad-review' }] },
    { deck: [{ do: 'move', id: 'bad-review', quarter: 6 }] },
    { deck: [{ do: 'add', kind: 'breach', quarter: 2 }] },
  ];
  const hashes = changes.map((change) => scenarioHash(folderOf({ ...whole, ...change }).scenario));
  expect(new Set([scenarioHash(shop.scenario), ...hashes]).size).toBe(changes.length + 1);
});

test.each([
  ['another engine', { epoch: ENGINE_EPOCH + 1 }, 'engine-epoch'],
  ['another firm', { scenario: { id: 'voras-bank', hash: assignment.scenario.hash } }, 'scenario'],
  ['other rules of the firm', { scenario: { id: assignment.scenario.id, hash: '0'.repeat(64) } }, 'scenario'],
  ['a world the firm does not have', { world: 9 }, 'world'],
  ['more quarters than the firm has', { rounds: 20, quartersPerRound: 1 }, 'length'],
  ['an event the firm does not have', { deck: [{ do: 'drop', id: 'nothing' }] }, 'deck'],
  ['an event after the end', { deck: [{ do: 'add', kind: 'breach', quarter: 9 }] }, 'deck'],
] as const)('%s stands in the way', (_name, change, fault) => {
  expect(assignmentFault(assignment, shop, ENGINE_EPOCH)).toBeNull();
  expect(assignmentFault({ ...assignment, ...change } as Assignment, shop, ENGINE_EPOCH)).toBe(fault);
});

test('a dial moves what it names, alike in every hidden world, and keeps within the range of each coefficient', () => {
  for (const policy of policyIds) {
    for (const stand of [-1, 1] as const) {
      const { scenario } = folderOf({ ...assignment, policy: { [policy]: stand } });
      scenario.worlds.forEach((_, world) => {
        const own = (each: typeof scenario) => parametersOf(resolveWorld(each, world).firms[0]);
        const [before, after] = [own(shop.scenario), own(scenario)];
        for (const id of Object.keys(firmParameters) as FirmParameterId[]) {
          const factor = policyFactors[policy][id]?.[stand < 0 ? 0 : 1] ?? 1;
          const { low, high } = firmParameters[id];
          expect(after[id]).toBeCloseTo(factor === 1 ? before[id] : Math.min(high, Math.max(low, before[id] * factor)), 12);
        }
      });
    }
  }
});

test('help fills the till in every hidden world and handicap does not take it below nothing', () => {
  const cash = (budget: number) =>
    shop.scenario.worlds.map((_, world) => resolveWorld(folderOf({ ...assignment, budget }).scenario, world).firms[0].money!.cash);
  expect(cash(5)).toEqual(cash(0).map((units) => units + 5));
  expect(Math.min(...cash(-100))).toBe(0);
});

test('a shortened run is played to its own end, with an added event in its quarter', () => {
  const set: Assignment = { ...assignment, deck: [{ do: 'add', kind: 'serviceWave', quarter: 3 }] };
  const run = studentRun('sv1', decisionsOf('stay', set), set);
  expect(run.digests).toHaveLength(8);
  const { reports } = replay(folderOf(set).scenario, run, run.entries, { reports: true });
  expect(reports).toHaveLength(8);
  expect(reports[2]!.known.events.map(({ id }) => id)).toContain('deck-serviceWave');
});
