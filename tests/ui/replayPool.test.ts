import { describe, expect, test, vi } from 'vitest';
import type { ClosedRun } from '../../src/game/whatIf/replayBench.ts';
import type { ReplayTask } from '../../src/game/whatIf/replayTask.ts';
import { ReplayPool } from '../../src/ui/replay/replayPool.ts';
import { fakeLife, FakePlayers } from './fakePlayers.ts';

const run = {} as ClosedRun;
const task = (luckSeed: number): ReplayTask => ({
  log: { kind: 'run', edits: [] },
  luckSeed,
  rivals: 'react',
  size: 'graded',
  quarters: false,
  fates: false,
});
const tasks = (...seeds: readonly number[]): readonly ReplayTask[] => seeds.map(task);
const settled = (): Promise<void> => new Promise((later) => setTimeout(later, 0));
const silent = (): void => undefined;

function poolOf(changes: Partial<FakePlayers> = {}): { pool: ReplayPool; players: FakePlayers } {
  const players = Object.assign(new FakePlayers(), changes);
  return { pool: new ReplayPool(() => run, players), players };
}
const seedsOf = ({ calls }: FakePlayers): number[] => calls.map(({ task: { luckSeed } }) => luckSeed);

describe('the pool of replays', () => {
  test('tells every replay of its place whoever is done first, counts them, and ends whole', async () => {
    const { pool, players } = poolOf({ atOnce: false });
    const told: [number, number][] = [];
    const { done } = pool.play(tasks(5, 6, 7), (place, life, count) => {
      expect(life).toEqual(fakeLife(task(5 + place)));
      told.push([place, count]);
    });
    await settled();
    expect(seedsOf(players)).toEqual([5, 6]);
    players.calls[1]!.answer();
    await settled();
    players.calls[2]!.answer();
    players.calls[0]!.answer();
    expect(await done).toBe(true);
    expect(told.map(([place]) => place).sort((a, b) => a - b)).toEqual([0, 1, 2]);
    expect(told[0]).toEqual([1, 1]);
    expect(told.map(([, count]) => count)).toEqual([1, 2, 3]);
  });

  test('starts no more workers than there are replays, none before the first, and uses them again', async () => {
    const { pool, players } = poolOf({ most: 4 });
    expect(players.opened).toHaveLength(0);
    await pool.play(tasks(1), silent).done;
    expect(players.opened).toEqual([run]);
    await pool.play(tasks(2, 3), silent).done;
    await pool.play(tasks(4, 5), silent).done;
    expect(players.opened.length).toBeLessThanOrEqual(2);
    expect(await pool.play([], silent).done).toBe(true);
  });

  test('ends workers that nobody has asked for a while, and starts new ones when it is asked again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { pool, players } = poolOf();
      await pool.play(tasks(1, 2), silent).done;
      vi.advanceTimersByTime(10_000);
      await pool.play(tasks(3, 4), silent).done;
      vi.advanceTimersByTime(15_000);
      expect(players.closed).toEqual([]);
      vi.advanceTimersByTime(10_000);
      expect(players.closed).toHaveLength(players.opened.length);
      const before = players.opened.length;
      expect(await pool.play(tasks(5), silent).done).toBe(true);
      expect(players.opened).toHaveLength(before + 1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('serves a later call first', async () => {
    const { pool, players } = poolOf({ most: 1, atOnce: false });
    void pool.play(tasks(1, 2), silent);
    await settled();
    void pool.play(tasks(8, 9), silent);
    for (let call = 0; call < 4; call += 1) {
      players.calls[call]!.answer();
      await settled();
    }
    expect(seedsOf(players)).toEqual([1, 8, 9, 2]);
  });

  test('a cancelled call ends without being whole, is told nothing more, and leaves the workers to the next', async () => {
    const { pool, players } = poolOf({ most: 1, atOnce: false });
    const told: number[] = [];
    const playing = pool.play(tasks(1, 2, 3), (place) => told.push(place));
    await settled();
    playing.cancel();
    expect(await playing.done).toBe(false);
    const next = pool.play(tasks(4), silent);
    players.calls[0]!.answer();
    await settled();
    players.calls[1]!.answer();
    expect(await next.done).toBe(true);
    expect(told).toEqual([]);
    expect(seedsOf(players)).toEqual([1, 4]);
    expect(players.opened).toHaveLength(1);
  });

  test('a replay that fails ends its own call alone; its worker is ended and another takes its place', async () => {
    const { pool, players } = poolOf({ most: 1, atOnce: false });
    const other = pool.play(tasks(1), silent);
    await settled();
    const broken = pool.play(tasks(8, 9), silent);
    players.calls[0]!.answer();
    expect(await other.done).toBe(true);
    await settled();
    const third = pool.play(tasks(4), silent);
    players.calls[1]!.fail(new Error('worker'));
    await expect(broken.done).rejects.toThrow('worker');
    await settled();
    expect(players.closed).toEqual([0]);
    players.calls[2]!.answer();
    expect(await third.done).toBe(true);
    expect(seedsOf(players)).toEqual([1, 8, 4]);
    expect(players.calls[2]!.worker).toBe(1);
  });

  test.each(['start', 'open'] as const)(
    'a worker that will not %s fails what waits with its code, and the next call tries again',
    async (refuses) => {
      const { pool, players } = poolOf({ refuses });
      await expect(pool.play(tasks(1, 2, 3), silent).done).rejects.toThrow('worker');
      players.refuses = null;
      expect(await pool.play(tasks(1, 2, 3), silent).done).toBe(true);
    },
  );

  test('closing cancels what is played and ends the workers; an answer of theirs that comes later is not heard', async () => {
    const { pool, players } = poolOf({ atOnce: false });
    const told: number[] = [];
    const { done } = pool.play(tasks(1, 2, 3), (place) => told.push(place));
    await settled();
    pool.close();
    expect(await done).toBe(false);
    expect(players.closed).toEqual([0, 1]);
    players.calls[0]!.answer();
    await settled();
    expect([told, players.calls.length]).toEqual([[], 2]);
    players.atOnce = true;
    expect(await pool.play(tasks(4, 5), silent).done).toBe(true);
    expect(players.calls.slice(2).every(({ worker }) => worker >= 2)).toBe(true);
  });

  test('when the debrief is left, what lasts is played to its end, the rest is cancelled, and then the workers end', async () => {
    const { pool, players } = poolOf({ most: 1, atOnce: false });
    const lasting = pool.play(tasks(1, 2), silent, true);
    await settled();
    const passing = pool.play(tasks(8), silent);
    pool.leave();
    expect(await passing.done).toBe(false);
    expect(players.closed).toEqual([]);
    players.calls[0]!.answer();
    await settled();
    players.calls[1]!.answer();
    expect(await lasting.done).toBe(true);
    expect([seedsOf(players), players.closed]).toEqual([[1, 2], [0]]);
  });
});
