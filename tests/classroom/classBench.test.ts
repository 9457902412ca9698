import { expect, test } from 'vitest';
import { headerFor, type Assignment } from '../../src/classroom/assignment.ts';
import { ClassBench } from '../../src/classroom/classBench.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import type { RunFile } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { assignment, decisionsOf, folderOf, studentRun } from './classFixture.ts';

const bench = new ClassBench(folderOf(), assignment);
const honest = studentRun('B21DCVT001', [{ kind: 'note', data: { text: 'giữ nguyên' } }, ...decisionsOf('stay')]);

/** The same decisions under another header, hashed anew as a forger would. */
function forged(change: Partial<RunFile>): string {
  const run = appendEntries(newRun({ ...honest, ...change }), honest.entries, { firm: honest.entries[0]!.firm, by: 'learner' });
  return writeRun({ ...run, digests: honest.digests });
}

test('an honest run is taken, with its path, its forecasts and how far it came', () => {
  const checked = bench.check(writeRun(honest));
  expect(checked).toMatchObject({ ok: true, played: { committed: 8, forecasts: { made: 0, hit: 0 } } });
  if (checked.ok) expect(checked.played.quarters).toHaveLength(8);
});

test('a run handed in before its end is taken and says so', () => {
  const half = studentRun('B21DCVT001', decisionsOf('stay').slice(0, 3));
  expect(bench.check(writeRun(half))).toMatchObject({ ok: true, played: { committed: 4 } });
});

const other: Assignment = { ...assignment, luckKey: 78 };
test.each([
  ['not a run file', '{}', { reason: 'format' }],
  ['an entry changed after it was made', writeRun(honest).replace('"giữ nguyên"', '"đã sửa"'), { reason: 'chain' }],
  ['a practice run', forged({ mode: 'practice' }), { reason: 'assignment', at: 'mode' }],
  ['another assignment', writeRun(studentRun('B21DCVT001', decisionsOf('stay'), other)), { reason: 'assignment' }],
  ["another student's luck", forged(headerFor(assignment, 'B21DCVT002')), { reason: 'assignment', at: 'luckSeed' }],
  ['other people', forged({ populationSeed: 3 }), { reason: 'assignment', at: 'populationSeed' }],
  ['another hidden world', forged({ world: 1 }), { reason: 'assignment', at: 'world' }],
  ['every card open from the start', forged({ allOpen: true }), { reason: 'assignment', at: 'allOpen' }],
  ['another engine', forged({ epoch: 1 }), { reason: 'engine-epoch' }],
  ['other rules', forged({ scenario: { ...honest.scenario, hash: '0'.repeat(64) } }), { reason: 'scenario' }],
  [
    'digests that are not its own',
    writeRun({ ...honest, digests: ['0'.repeat(16), ...honest.digests.slice(1)] }),
    { reason: 'digest', at: 'digests[0]' },
  ],
  ['digests left out', writeRun({ ...honest, digests: honest.digests.slice(1) }), { reason: 'digest' }],
])('%s is not taken, by name', (_name, text, refusal) => {
  expect(bench.check(text)).toMatchObject({ ok: false, refusal });
});

test('entries that a playbook made are not a student’s', () => {
  const run = appendEntries(newRun(honest), decisionsOf('stay'), { firm: honest.entries[0]!.firm, by: 'playbook' });
  expect(bench.check(writeRun({ ...run, digests: honest.digests }))).toMatchObject({
    ok: false,
    refusal: { reason: 'assignment', at: 'entries[0] playbook' },
  });
});
