import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Slices } from '../../src/ui/slices.svelte.ts';

/** Frames and timers pass when the test says so. */
let waiting: (() => void)[] = [];
const pass = (): void => {
  const due = waiting;
  waiting = [];
  for (const work of due) work();
  flushSync();
};

beforeEach(() => {
  const later = (work: () => void): number => waiting.push(work);
  vi.stubGlobal('requestAnimationFrame', later);
  vi.stubGlobal('setTimeout', later);
  vi.stubGlobal('cancelAnimationFrame', () => (waiting = []));
});
afterEach(() => {
  waiting = [];
  vi.unstubAllGlobals();
});

test('a screen in three slices has the first at once and one more after each frame, and then no frame is asked for', () => {
  const stop = $effect.root(() => {
    const slices = new Slices(3);
    flushSync();
    const built = (): boolean[] => [1, 2, 3].map(slices.reached);
    expect(built()).toEqual([true, false, false]);
    pass();
    expect(built()).toEqual([true, false, false]);
    pass();
    expect(built()).toEqual([true, true, false]);
    pass();
    pass();
    expect(built()).toEqual([true, true, true]);
    expect(waiting).toEqual([]);
  });
  stop();
});
