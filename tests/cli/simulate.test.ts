import { afterAll, expect, test } from 'vitest';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { called } from './called.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { replay } from '../../src/game/replay.ts';
import { compareWithTwin, type TwinComparison } from '../../src/game/twin.ts';
import { twinLines } from '../../src/cli/twin.ts';
import { kpiIds } from '../../src/game/reports.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { vorasBank } from '../game/shippedScenario.ts';

const { scenario, playbooks } = vorasBank();
const shipped = fileURLToPath(new URL('../../scenarios/voras-bank', import.meta.url));

interface Simulated {
  runs: {
    seed: number;
    digest: string;
    score: number | null;
    quarters?: { quarter: number; digest: string; truth: { kpi: Record<string, number> } }[];
  }[];
  summary: { score: { mean: number; sd: number } | null; truth: Record<string, { mean: number; sd: number }> };
}
/** The same scenario without anchors: a run that is not scored costs one replay instead of four. */
const unscored = mkdtempSync(join(tmpdir(), 'rapport-new-'));
cpSync(shipped, unscored, { recursive: true });
rmSync(join(unscored, 'expected.json'));
afterAll(() => rmSync(unscored, { recursive: true }));

const simulated = async (...more: string[]): Promise<Simulated> =>
  JSON.parse((await called('simulate', unscored, '--customers', '200', '--json', ...more)).out) as Simulated;

test('simulate prints one document: what was played, each seed with digest and score, and the summary over the seeds', async () => {
  const { code, out, err } = await called(
    'simulate',
    'voras-bank',
    '--playbook',
    'stay',
    '--customers',
    '200',
    '--seed',
    '7',
    '--seeds',
    '2',
    '--world',
    '1',
    '--json',
  );
  expect(code).toBe(0);
  const result = JSON.parse(out) as Simulated;
  expect(result).toMatchObject({
    format: 1,
    epoch: ENGINE_EPOCH,
    scenario: 'voras-bank',
    hash: scenarioHash(scenario),
    playbook: 'stay',
    customers: 200,
    world: 1,
    runs: [{ seed: 7 }, { seed: 8 }],
  });
  const setting = { customers: 200, world: 1, populationSeed: 1, luckSeed: 8 };
  const { playing } = replay(scenario, setting, playbookLog(scenario, playbooks['stay']!), { digests: true });
  expect(result.runs[1]!.digest).toBe(playing.digests.at(-1));
  const [a, b] = result.runs.map(({ score }) => score) as [number, number];
  expect(result.summary.score!.mean).toBeCloseTo((a + b) / 2, 9);
  expect(result.summary.score!.sd).toBeCloseTo(Math.abs(a - b) / Math.SQRT2, 9);
  expect(Object.keys(result.summary.truth)).toEqual([...kpiIds]);
  expect(err).not.toBe('');
});

test('with --quarters every quarter is told, without it none', async () => {
  const long = await simulated('--playbook', 'stay', '--quarters');
  const { quarters } = long.runs[0]!;
  expect(quarters!.map(({ quarter }) => quarter)).toEqual(Array.from({ length: scenario.quarters }, (_, index) => index + 1));
  expect(quarters!.at(-1)!.digest).toBe(long.runs[0]!.digest);
  expect(long.summary.truth['satisfaction']).toEqual({ mean: quarters!.at(-1)!.truth.kpi['satisfaction'], sd: 0 });
  expect((await simulated('--playbook', 'stay')).runs[0]).not.toHaveProperty('quarters');
});

test('a playbook file plays as the playbook of the same text', async () => {
  const file = join(shipped, 'playbooks/leap.yaml');
  expect((await simulated('--playbook', file)).runs).toEqual((await simulated('--playbook', 'leap')).runs);
});

test('without expected.json a playbook still plays, and the missing score is said; handing in and balance need it', async () => {
  const asked = [unscored, '--customers', '200'];
  const { code, out } = await called('simulate', ...asked, '--playbook', 'leap', '--json');
  const { runs, summary } = JSON.parse(out) as Simulated;
  expect([code, runs[0]!.score, summary.score]).toEqual([0, null, null]);
  const scored = JSON.parse(
    (await called('simulate', 'voras-bank', '--customers', '200', '--playbook', 'leap', '--json')).out,
  ) as Simulated;
  expect(scored.runs[0]!.score).toEqual(expect.any(Number));
  expect(runs[0]!.digest).toBe(scored.runs[0]!.digest);
  expect((await called('simulate', ...asked, '--playbook', 'leap')).out).toContain('No score');
  for (const needs of [
    ['simulate', ...asked, '--playbook', 'leap', '--luck'],
    ['balance', ...asked, '--seeds', '1'],
  ]) {
    expect(await called(...needs)).toMatchObject({ code: 2, err: expect.stringContaining('expected.json') as string });
  }
});

test('generated players play, alike on the same seed', async () => {
  const [random] = (await simulated('--playbook', 'random', '--seed', '3')).runs;
  expect((await simulated('--playbook', 'random', '--seed', '3')).runs[0]).toEqual(random);
  expect((await simulated('--playbook', 'careful', '--seed', '3')).runs[0]!.digest).not.toBe(random!.digest);
});

test('as text the figures follow the language', async () => {
  const english = await called('simulate', 'voras-bank', '--playbook', 'stay', '--customers', '200');
  const vietnamese = await called('simulate', 'voras-bank', '--playbook', 'stay', '--customers', '200', '--lang', 'vi');
  expect(english.out).toMatch(/Score \d+\.\d/);
  expect(vietnamese.out).toMatch(/Điểm \d+,\d/);
  expect(english.out + vietnamese.out).not.toContain('‹');
});

test.each(['leap', 'careful'])('a run that is saved verifies, and no file is overwritten: %s', async (playbook) => {
  const file = join(mkdtempSync(join(tmpdir(), 'rapport-save-')), 'run.json');
  const asked = ['simulate', unscored, '--customers', '200', '--playbook', playbook, '--seed', '5', '--save', file];
  expect(await called(...asked)).toMatchObject({ code: 0 });
  expect(await called('verify', file)).toMatchObject({ code: 0, err: '' });
  expect(await called(...asked)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('not overwritten') as string });
  rmSync(dirname(file), { recursive: true });
});

test('balance plays every playbook and both generated players, and is good only when the anchors stand clearly in order', async () => {
  const { code, out } = await called('balance', 'voras-bank', '--customers', '200', '--seeds', '2', '--json');
  const result = JSON.parse(out) as { ok: boolean; seeds: number; playbooks: { name: string; rank: number }[]; paired: unknown[] };
  const names = [...Object.keys(playbooks), 'random', 'careful'];
  expect(result.playbooks.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(result.playbooks.map(({ rank }) => rank)).toEqual(names.map((_, index) => index + 1));
  expect(result.paired).toHaveLength((names.length * (names.length - 1)) / 2);
  expect(result).toMatchObject({ scenario: 'voras-bank', seeds: 2 });
  expect(code).toBe(result.ok ? 0 : 1);
});

test('with --twin a run stands beside its twin without CRM, on the seeds of the page and in either language', async () => {
  const { out } = await called('simulate', unscored, '--customers', '200', '--playbook', 'stay', '--twin', '--json');
  const { twin } = JSON.parse(out) as { twin: TwinComparison };
  const setting = { customers: 200, world: 0, populationSeed: 1, luckSeed: 1 };
  expect(twin).toEqual([...compareWithTwin(scenario, setting, playbookLog(scenario, playbooks['stay']!))].at(-1)!.comparison);
  const text = twinLines(twin, 'en');
  expect(text[0]).toContain('8 grading seeds');
  expect(text.filter((line) => line.startsWith('Value created (X2)'))).toHaveLength(1);
  const vietnamese = (await called('simulate', unscored, '--customers', '200', '--playbook', 'leap', '--twin', '--lang', 'vi')).out;
  expect(vietnamese).toContain('Giá trị tạo ra (X2)');
  expect(vietnamese).not.toContain('‹');
});
