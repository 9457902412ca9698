import { beforeEach, expect, test, vi } from 'vitest';
import { step } from '../../src/company/step.ts';
import { advance } from '../../src/game/playQuarter.ts';
import { startPlaying } from '../../src/game/replay.ts';
import { logOf, play, playbookNames, scenario, small } from './plays.ts';

// Every call goes through to the real machine and is counted.
// Only the step is spied on: a spy on the machines beside it would take their definitions apart.
vi.mock(import('../../src/company/step.ts'), async (original) => {
  const real = await original();
  return { ...real, step: vi.fn(real.step) as typeof real.step };
});

const most = 30;
beforeEach(() => {
  vi.mocked(step).mockClear();
});

test.each(playbookNames)('a quarter of %s costs at most 30 events to machines, and every company gets one at its end', (name) => {
  const counts: number[] = [];
  const onQuarter = (): void => {
    counts.push(vi.mocked(step).mock.calls.length);
    vi.mocked(step).mockClear();
  };
  play(logOf(name), small, { onQuarter });
  expect(counts).toHaveLength(scenario.quarters);
  for (const count of counts) {
    expect(count).toBeGreaterThanOrEqual(scenario.firms.length);
    expect(count).toBeLessThanOrEqual(most);
  }
});

test('each machine of a company gets exactly one event at the end of a quarter, whatever its regions', () => {
  const { world } = startPlaying(scenario, small);
  advance(world, new Map());
  const ends = vi.mocked(step).mock.calls.filter(([, , event]) => event.type === 'quarter.end');
  const reviews = ends.filter(([id]) => id === 'review');
  expect(reviews).toHaveLength(scenario.firms.filter(({ played }) => played).length);
  expect(ends.length - reviews.length).toBe(scenario.firms.length);
});

test('a step leaves the state it is given as it was, so that a world can be copied by reference', () => {
  play(logOf('textbook'), small);
  const { calls, results } = vi.mocked(step).mock;
  expect(calls.length).toBeGreaterThan(scenario.quarters * scenario.firms.length);
  const before = calls.map(([, state]) => JSON.stringify(state));
  const states = new Set(results.map(({ value }) => JSON.stringify(value)));
  expect(states.size).toBeGreaterThan(1);
  calls.forEach(([id, state, event], index) => {
    step(id, state, event);
    expect(JSON.stringify(state)).toBe(before[index]);
  });
});
