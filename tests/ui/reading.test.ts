import { expect, test, vi } from 'vitest';
import { Reading } from '../../src/ui/replay/reading.ts';

function counting(): { reading: Reading<number>; come: (n: number) => void; reads: number[]; shown: number[] } {
  let sum = 0;
  const reads: number[] = [];
  const shown: number[] = [];
  const reading = new Reading(
    () => {
      reads.push(sum);
      return sum;
    },
    (found) => void shown.push(found),
  );
  const come = (n: number): void => {
    sum += n;
    reading.heard();
  };
  return { reading, come, reads, shown };
}

test('what comes in together is read once, and drawn in a later task than it is read in', async () => {
  const { reading, come, reads, shown } = counting();
  for (const n of [1, 2, 3]) come(n);
  expect(reads).toEqual([]);
  await vi.waitFor(() => expect(reads).toEqual([6]), { interval: 0 });
  expect(shown).toEqual([]);
  await reading.whole();
  expect(shown).toEqual([6]);
});

test('what comes in while the screen is drawn is shown too, the last of it before it is whole', async () => {
  const { reading, come, shown } = counting();
  come(1);
  await vi.waitFor(() => expect(shown).toEqual([1]));
  come(1);
  come(1);
  await reading.whole();
  expect(shown).toEqual([1, 3]);
});

test('who stops sees at once all that has come in, and nothing twice', async () => {
  const { reading, come, shown } = counting();
  come(4);
  come(5);
  reading.now();
  expect(shown).toEqual([9]);
  reading.now();
  await reading.whole();
  expect(shown).toEqual([9]);
});

test('what is forgotten is not shown', async () => {
  const { reading, come, shown } = counting();
  come(1);
  reading.forget();
  await reading.whole();
  expect(shown).toEqual([]);
});

test('what a reading throws is told to who waits for the whole', async () => {
  const reading = new Reading(
    () => {
      throw new RangeError('no such draw');
    },
    () => undefined,
  );
  reading.heard();
  await expect(reading.whole()).rejects.toThrow('no such draw');
});
