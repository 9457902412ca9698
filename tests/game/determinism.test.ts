import { expect, test } from 'vitest';
import { digestWorld } from '../../src/game/digestWorld.ts';
import { advance } from '../../src/game/playQuarter.ts';
import { replay, startPlaying } from '../../src/game/replay.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { copyWorld, type World } from '../../src/game/world.ts';
import { columnNames, movingColumns, type Columns } from '../../src/sim/truth/columns.ts';
import { playbookLog } from '../../src/game/grade.ts';
import { deepFrozen, keysReversed, logOf, play, scenario, small } from './plays.ts';
import { shippedScenario } from './shippedScenario.ts';
import { turns } from '../turns.ts';

const seeds = { population: small.populationSeed, luck: small.luckSeed };
const traits = columnNames.filter((name) => !(movingColumns as readonly string[]).includes(name));
const moving = movingColumns as readonly (keyof Columns)[];
const equalColumns = (a: World, b: World, names: readonly (keyof Columns)[]): string[] =>
  names.filter((name) => Buffer.compare(bytesOf(a, name), bytesOf(b, name)) === 0);
const bytesOf = ({ market }: World, name: keyof Columns): Buffer =>
  Buffer.from(Uint8Array.from(new Uint8Array(market.columns[name].buffer)));

test('the same log on the same seeds gives the same digest every quarter and the same outcome', () => {
  const [first, second] = [1, 2].map(() => replay(scenario, small, logOf('textbook'), { digests: true }));
  expect(first!.playing.digests).toHaveLength(scenario.quarters);
  expect(new Set(first!.playing.digests).size).toBe(scenario.quarters);
  expect(second!.playing.digests).toEqual(first!.playing.digests);
  expect(second!.outcome).toEqual(first!.outcome);
});

const runs = ['voras-bank', 'tiem-nang'].flatMap((id) => {
  const { scenario: whole, playbooks } = shippedScenario(id);
  return Object.keys(playbooks).map((name) => ({ id, name, whole, entries: playbookLog(whole, playbooks[name]!) }));
});

for (const [some, options] of turns(runs, 5, 1))
  test.each(some)(
    'a luck replay, which finds out only what rules read, ends as the play with reports: $name of $id',
    options,
    ({ whole, entries }) => {
      const plain = replay(whole, small, entries, { digests: true });
      const reported = replay(whole, small, entries, { digests: true, reports: true });
      expect(reported.playing.digests).toEqual(plain.playing.digests);
      expect(reported.outcome).toEqual(plain.outcome);
    },
  );

test('another luck seed keeps who everybody is and changes what happens to them from the first quarter on', () => {
  const one = play(logOf('stay'));
  const other = play(logOf('stay'), { luckSeed: 12 });
  expect(equalColumns(one.world, other.world, traits)).toEqual(traits);
  one.digests.forEach((digest, quarter) => expect(other.digests[quarter]).not.toBe(digest));
});

test('before the first quarter luck has touched nothing at all, records included', () => {
  const one = createWorld(scenario, 0, seeds, 400);
  const other = createWorld(scenario, 0, { ...seeds, luck: 99 }, 400);
  expect(digestWorld(other)).toBe(digestWorld(one));
});

test('another population seed draws other people', () => {
  const one = createWorld(scenario, 0, seeds, 400);
  const other = createWorld(scenario, 0, { ...seeds, population: 2 }, 400);
  expect(equalColumns(one, other, ['rate', 'spend', 'kind', 'leavingBase', 'supplier', 'satisfaction'])).toEqual([]);
});

test('decisions change what happens to people and never who they are', () => {
  const stay = play(logOf('stay')).world;
  const leap = play(logOf('leap')).world;
  expect(equalColumns(stay, leap, traits)).toEqual(traits);
  expect(equalColumns(stay, leap, ['satisfaction', 'relationship', 'contribution'])).toEqual([]);
});

test('playing a copy of a world leaves the world as it was, and both play on alike', () => {
  const { world } = play(logOf('textbook').slice(0, 6));
  const before = digestWorld(world);
  const [quarter, plan] = [world.quarter, world.played[0]!.plan];
  const copy = copyWorld(world);
  advance(copy, new Map());
  advance(copy, new Map());
  expect(digestWorld(world)).toBe(before);
  expect(equalColumns(world, copy, moving)).not.toEqual(moving);
  expect([world.quarter, world.played[0]!.plan]).toEqual([quarter, plan]);
  advance(world, new Map());
  advance(world, new Map());
  expect(digestWorld(world)).toBe(digestWorld(copy));
});

test('a replay changes neither the scenario nor the log nor the seeds it is given', () => {
  const entries = deepFrozen(logOf('textbook'));
  const frozen = deepFrozen(structuredClone(scenario));
  const setting = Object.freeze({ ...small });
  const { playing } = replay(frozen, setting, entries, { digests: true, reports: true });
  expect(playing.digests).toEqual(play(logOf('textbook')).digests);
});

test.each([0, 1])('the order of keys in the scenario and in plans reaches no digest (world %i)', (world) => {
  const reversed = keysReversed(scenario);
  expect(Object.keys(reversed)[0]).not.toBe(Object.keys(scenario)[0]);
  const usual = play(logOf('textbook'), { world });
  const turned = play(keysReversed(logOf('textbook')), { world }, { of: reversed });
  expect(turned.digests).toEqual(usual.digests);
});

test('hidden worlds are different worlds: no quarter of the same playbook and seeds is alike', () => {
  const runs = scenario.worlds.map((_, world) => play(logOf('stay'), { world }).digests);
  expect(runs.length).toBeGreaterThanOrEqual(2);
  runs[0]!.forEach((digest, quarter) => expect(runs[1]![quarter]).not.toBe(digest));
});

test.each([-1, 0.5, scenario.worlds.length, Number.NaN])('a world that the scenario does not have is refused: %d', (world) => {
  expect(() => createWorld(scenario, world, seeds, 400)).toThrow(RangeError);
  expect(() => startPlaying(scenario, { ...small, world })).toThrow(RangeError);
});
