import { beforeAll, describe, expect, test } from 'vitest';
import { contributionPlan, contributionTasks } from '../../../src/game/contributions/contributionPlan.ts';
import { contributionsOf } from '../../../src/game/contributions/contributions.ts';
import { groupIds } from '../../../src/game/contributions/groups.ts';
import type { GlassRun, Replayed } from '../../../src/game/glassBox/formula.ts';
import { formulaOf, formulas, glassInPlay, glassRun, openFormula } from '../../../src/game/glassBox/glassBox.ts';
import { luckMeasures, luckOf } from '../../../src/game/luck/luck.ts';
import { mirrorLogs, mirrorOf, mirrorTasks } from '../../../src/game/mirror/mirror.ts';
import type { EntryData } from '../../../src/game/run.ts';
import type { Outcome, SeedOutcomes } from '../../../src/game/score/outcomes.ts';
import { weights } from '../../../src/game/score/weights.ts';
import { ReplayBench } from '../../../src/game/whatIf/replayBench.ts';
import { hasWord } from '../../../src/text/words.ts';
import { language } from '../../../src/ui/language.svelte.ts';
import { formulaName } from '../../../src/ui/glassBox/glassNames.ts';
import { conductWith, everythingDone, outcomeWith } from '../conductFixture.ts';
import { log, playbooks, scenario, small, twoQuarters } from '../plays.ts';

const names = { worst: 'leap', stay: 'stay', best: 'textbook' };
const seeds = [1001, 1002];
const setting = { ...small, customers: 200 };
const decisions: EntryData[] = [
  { kind: 'plan', data: { plan: { 'biz.price': 5, 'dat.clean': 6 }, standing: { onCase: 'collaborate' } } },
  twoQuarters,
  { kind: 'plan', data: { plan: { 'svc.door': 'open' } } },
  twoQuarters,
];
const entries = log(decisions);
const outcome = (points: number): Outcome => outcomeWith({ satisfaction: points, value: 10 * points }, conductWith());
/** Twelve draws, of which the run's own is the third lowest. */
const drawOf = (seed: number): SeedOutcomes => ({
  seed,
  run: outcomeWith({ satisfaction: 50 + seed, value: 500 + 7 * seed }, everythingDone()),
  worst: outcome(40),
  stay: outcome(55 + (seed % 3)),
  best: outcome(80),
});
let played: Replayed;
let run: GlassRun;
beforeAll(() => {
  const bench = new ReplayBench({ scenario, playbooks, setting, entries });
  const plan = contributionPlan(scenario, entries, names);
  const { groups, rounds } = contributionsOf(
    plan,
    seeds,
    contributionTasks(plan, seeds).map((task) => bench.play(task)),
    weights,
  );
  const logs = mirrorLogs(scenario, playbooks, names).slice(0, 3);
  const beside = [...logs, ...mirrorLogs(scenario, playbooks, names).filter(({ playbook }) => playbook === 'leap')];
  const mirror = mirrorOf(
    beside,
    mirrorTasks(beside, seeds).map((task) => bench.play(task)),
    { names, weights },
  );
  const luck = luckOf(
    Array.from({ length: 12 }, (_, seed) => drawOf(seed)),
    [],
    2,
    weights,
  );
  played = { groups, rounds, luck, mirror };
  run = glassRun({ scenario, world: 0, entries, known: [], truth: [], score: null, totals: [], played });
}, 60_000);

const replayed = formulas.filter(({ id }) => /^(share|luck|whole|parts|together)\./.test(id));
const lives = [0, 1, 2, 3].flatMap((place) => [
  ...['mirror.equity', 'mirror.difference', 'mirror.score', 'mirror.apart', 'mirror.value'].map((head) => `${head}:${place}`),
  ...['half:%/result', 'half:%/practice', 'criterion:%/X1', 'criterion:%/N1'].map((id) => `mirror.${id.replace('%', String(place))}`),
]);
const ids = [...replayed.map(({ id }) => id), ...lives, 'round:score/1', 'round:equity/2', 'rest:score/1', 'rest:equity/2'];

test('a share is what the group added on average after none, one, two ... of the others, and the table gives it again', () => {
  for (const measure of ['score', 'equity'] as const)
    for (const [place, group] of groupIds.entries()) {
      const opened = openFormula(`share.${measure}.${group}`, run)!;
      const { value, joins = [] } = played.groups![measure]!.parts[place]!;
      expect(opened.reading.result).toBe(value);
      expect(opened.reading.inputs.map((each) => each.value)).toEqual(joins);
      expect(Math.abs(opened.again! - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
    }
  expect(played.groups!.score!.parts[groupIds.indexOf('data')]!.joins).toHaveLength(3);
});

test('the part of a round, the lives of the mirror and the figures of luck are given again by what is shown', () => {
  const opened = ids.flatMap((id) => openFormula(id, run) ?? []);
  const again = opened.filter((each) => each.again !== null);
  for (const { formula, reading, again: value } of again)
    expect(Math.abs(value! - reading.result), formula.id).toBeLessThanOrEqual(
      Math.max(formula.tolerance, 1e-9) * Math.max(1, Math.abs(reading.result)),
    );
  expect(again.map(({ formula }) => formula.id)).toEqual(
    expect.arrayContaining([
      'round:score/1',
      'mirror.equity:3',
      'mirror.difference:1',
      'mirror.score:2',
      'mirror.apart:1',
      'mirror.half:1/practice',
      'whole.score.groups',
      'parts.equity.rounds',
      'together.score.rounds',
      'rest:score/1',
      'luck.score.median',
      'luck.value.sd',
    ]),
  );
});

test('the place of the run among twelve draws of which two lie under it and one is its own', () => {
  for (const measure of luckMeasures) {
    const { percentile, value } = played.luck!.measures[measure].own!;
    const opened = openFormula(`luck.${measure}.percentile`, run)!;
    expect(opened.reading.result).toBe(percentile);
    expect(opened.reading.inputs.find(({ id }) => id === 'own')!.value).toBe(value);
  }
  const { inputs, result } = openFormula('luck.value.percentile', run)!.reading;
  expect(Object.fromEntries(inputs.map(({ id, value }) => [id, value]))).toMatchObject({ below: 2, equal: 1, draws: 12 });
  expect(result).toBeCloseTo((100 * 2.5) / 12, 9);
});

test('nothing of it opens during play, nor before it has been played', () => {
  const inPlay = { ...glassInPlay({ scenario, known: [], pace: 'normal' }), played };
  const { played: _none, ...unplayed } = run;
  for (const id of ids) {
    expect(openFormula(id, inPlay), id).toBeNull();
    expect(openFormula(id, unplayed), id).toBeNull();
  }
});

describe.each(['en', 'vi'] as const)('in %s', (locale) => {
  test('all of it has a name, a sentence and words for what went in', () => {
    language.start([locale]);
    for (const id of ids) {
      expect(formulaName(id, scenario), id).not.toMatch(/‹|undefined/);
      expect(hasWord('glassFormula', formulaOf(id)!.says), id).toBe(true);
      for (const input of openFormula(id, run)?.reading.inputs ?? []) expect(hasWord(input.kind, input.id), `${id} ${input.id}`).toBe(true);
    }
  });
});
