import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '../../src/cli/commandLine.ts';
import { claimHolds } from '../../src/classroom/checkRun.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { anchorLogs, anchorsInWorld, gradingSeeds } from '../../src/game/grade.ts';
import { playbookEntries } from '../../src/game/playbook.ts';
import { originOf, replay, type LoggedEntry } from '../../src/game/replay.ts';
import type { EntryData, RunFile, RunHeader } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';
import type { Outcome, SeedOutcomes } from '../../src/game/score/outcomes.ts';
import { scoreOf } from '../../src/game/score/total.ts';
import { weightsOf } from '../../src/game/score/weights.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const { scenario, playbooks, expected } = vorasBank();
const folder = mkdtempSync(join(tmpdir(), 'rapport-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header: RunHeader = {
  format: 1,
  epoch: ENGINE_EPOCH,
  app: '0.1.0',
  scenario: { id: scenario.id, hash: scenarioHash(scenario) },
  customers: 200,
  world: 0,
  populationSeed: 3,
  luckSeed: 1001,
  mode: 'practice',
};
const decisions = playbookEntries(playbooks['stay']!, scenario.quarters, scenario.quartersPerRound);

/** A run of these decisions with the digests that its quarters have. */
function played(change: Partial<RunHeader> = {}, made: readonly EntryData[] = decisions): RunFile {
  const run = appendEntries(newRun({ ...header, ...change }), made, { firm: scenario.firms[0].id, by: 'learner' });
  const committed = made.reduce((sum, entry) => sum + (entry.kind === 'commit' ? entry.data.quarters : 0), 0);
  const { digests } = replay(scenario, run, run.entries, { digests: true }).playing;
  return { ...run, digests: digests.slice(0, committed) };
}

async function verified(...texts: string[]): Promise<{ code: number; items: Record<string, unknown>[] }> {
  const files = texts.map((_, index) => join(folder, `run-${index}.json`));
  files.forEach((file, index) => writeFileSync(file, texts[index]!));
  let out = '';
  const code = await runCommandLine(['verify', ...files, '--json'], { out: (text) => void (out += text), err: () => {} });
  return { code, items: (JSON.parse(out) as { items: Record<string, unknown>[] }).items };
}

const good = played();

test('a run is good when everything follows from its decisions, finished or not, with a note or without', async () => {
  const unfinished = played({}, [...decisions.slice(0, 2), { kind: 'note', data: { text: 'chưa xong' } }]);
  const { code, items } = await verified(writeRun(good), writeRun(unfinished));
  expect(code).toBe(0);
  expect(items).toMatchObject([
    { ok: true, reason: null, claimed: null, recomputed: null, lookedAhead: null },
    { ok: true, reason: null },
  ]);
});

test('how far a run was looked ahead is told as the file says and decides nothing', async () => {
  const rounds = good.entries.filter(({ kind }) => kind === 'commit').map((_, round) => (round === 2 ? 4 : 0));
  const { code, items } = await verified(writeRun({ ...good, lookedAhead: rounds }), writeRun({ ...good, lookedAhead: rounds.slice(1) }));
  expect(code).toBe(1);
  expect(items).toMatchObject([
    { ok: true, reason: null, lookedAhead: rounds },
    { ok: false, reason: 'format', lookedAhead: null },
  ]);
});

const other = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
const bad: readonly [string, () => string, string, string | undefined][] = [
  ['format: not a run at all', () => '{}', 'format', undefined],
  ['format: bytes beyond the largest size', () => ' '.repeat(300000), 'format', 'fileTooLarge'],
  ['chain: an entry changed', () => writeRun(good).replace('"by":"learner"', '"by":"lecturer"'), 'chain', 'entries[1].prev'],
  ['chain: the header changed', () => writeRun({ ...good, luckSeed: 5 }), 'chain', 'entries[0].prev'],
  ['engine-epoch', () => writeRun(played({ epoch: ENGINE_EPOCH + 1 })), 'engine-epoch', undefined],
  [
    'scenario: rules that have changed',
    () => writeRun(played({ scenario: { id: scenario.id, hash: '0'.repeat(64) } })),
    'scenario',
    scenario.id,
  ],
  [
    'scenario: an id that is not known',
    () => writeRun(played({ scenario: { id: 'atlantis', hash: '0'.repeat(64) } })),
    'scenario',
    'atlantis',
  ],
  [
    'scenario: a world it does not have',
    () => writeRun({ ...appendEntries(newRun({ ...header, world: 90 }), decisions, { firm: 'voras', by: 'learner' }) }),
    'scenario',
    'world 90',
  ],
  [
    'illegal-entry: a decision after the end',
    () => writeRun(played({}, [...decisions, { kind: 'commit', data: { quarters: 1 } }])),
    'illegal-entry',
    undefined,
  ],
  [
    'illegal-entry: a segment that does not exist',
    () => writeRun(played({}, [{ kind: 'plan', data: { plan: { 'cus.core': ['nobles'] } } }])),
    'illegal-entry',
    undefined,
  ],
  ['digest: another result', () => writeRun({ ...good, digests: good.digests.with(4, other(good.digests[4]!)) }), 'digest', 'digests[4]'],
  [
    'digest: a quarter left out',
    () => writeRun({ ...good, digests: good.digests.slice(0, -1) }),
    'digest',
    `digests[${good.digests.length - 1}]`,
  ],
  [
    'digest: a quarter nobody played',
    () => writeRun({ ...played({}, decisions.slice(0, 2)), digests: good.digests.slice(0, 4) }),
    'digest',
    undefined,
  ],
];

test.each(bad)('a run is bad for its first reason: %s', async (_name, text, reason, at) => {
  const { code, items } = await verified(text());
  expect(code).toBe(1);
  expect(items).toMatchObject([{ ok: false, reason }]);
  if (at !== undefined) expect(items[0]!['at']).toContain(at);
});

test('a claimed score is replayed on the grading seeds, as it was given when the run was handed in', async () => {
  const { code, items } = await verified(writeRun({ ...good, claimed: { total: 71.5 } }));
  expect(code).toBe(1);
  expect(items[0]).toMatchObject({ ok: false, reason: 'score', claimed: 71.5 });
  const anchors = anchorLogs(scenario, playbooks, anchorsInWorld(expected!, scenario, 0));
  // The run is its own anchor: one replay stands for both.
  const origin = originOf(scenario, good);
  const outcome = (luckSeed: number, entries: readonly LoggedEntry[]): Outcome =>
    replay(scenario, { ...good, luckSeed }, entries, { origin }).outcome;
  const seeds = gradingSeeds.map((seed): SeedOutcomes => {
    const stay = outcome(seed, good.entries);
    return { seed, run: stay, worst: outcome(seed, anchors.worst), stay, best: outcome(seed, anchors.best) };
  });
  expect(items[0]!['recomputed']).toBeCloseTo(scoreOf(seeds, good.luckSeed, weightsOf(scenario.weights)).total, 9);
}, 300_000);

test.each([
  [40, 40, true],
  [71.43, 71.4285, true],
  [71.5, 71.4285, false],
  [40, 39.9, false],
])('a claim of %f for %f holds: %s', (claimed, recomputed, holds) => {
  expect(claimHolds(claimed, recomputed)).toBe(holds);
});
