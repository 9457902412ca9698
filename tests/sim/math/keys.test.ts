import { describe, expect, test } from 'vitest';
import { hashText, INDICES_PER_QUARTER, keyedUnit, mix4, unit } from '../../../src/sim/math/keys.ts';

type Key = [number, number, number, number];
const out = new Uint32Array(4);

/** A key of the kind the simulation uses: customer, quarter and index, purpose, seed. */
function usualKey(i: number): Key {
  return [i, (1 + (i % 12)) * INDICES_PER_QUARTER + (i % 7), 1 + (i % 40), 1000 + (i % 30)];
}

function lanes(key: Key): number[] {
  mix4(out, ...key);
  return [...out];
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const n = xs.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const mx = mean(xs);
  const my = mean(ys);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < n; i += 1) {
    const dx = xs[i] - mx;
    const dy = ys[i] - my;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

describe('mix4', () => {
  test('flips each output bit about half of the time when one of the lower 29 bits of a word flips', () => {
    const samples = 600;
    for (let word = 0; word < 4; word += 1) {
      for (let bit = 0; bit < 29; bit += 1) {
        const flips = new Int32Array(128);
        for (let i = 0; i < samples; i += 1) {
          const key = usualKey(i * 31);
          const before = lanes(key);
          key[word] ^= 1 << bit;
          mix4(out, ...key);
          for (let lane = 0; lane < 4; lane += 1) {
            const changed = before[lane] ^ out[lane];
            for (let b = 0; b < 32; b += 1) flips[lane * 32 + b] += (changed >>> b) & 1;
          }
        }
        let worst = 0;
        for (const count of flips) worst = Math.max(worst, Math.abs(count / samples - 0.5));
        expect(worst, `input word ${word} bit ${bit}`).toBeLessThan(5.5 * Math.sqrt(0.25 / samples));
      }
    }
  });

  test('sets every output bit half of the time over consecutive customers', () => {
    const samples = 20_000;
    const ones = new Int32Array(128);
    for (let customer = 0; customer < samples; customer += 1) {
      mix4(out, customer, INDICES_PER_QUARTER, 3, 1);
      for (let lane = 0; lane < 4; lane += 1) for (let b = 0; b < 32; b += 1) ones[lane * 32 + b] += (out[lane] >>> b) & 1;
    }
    for (const count of ones) expect(Math.abs(count / samples - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / samples));
  });

  const steps: [string, Key][] = [
    ['customer', [1, 0, 0, 0]],
    ['index', [0, 1, 0, 0]],
    ['quarter', [0, INDICES_PER_QUARTER, 0, 0]],
    ['purpose', [0, 0, 1, 0]],
    ['seed', [0, 0, 0, 1]],
  ];
  const samples = 20_000;

  test.each(steps)('gives unrelated numbers to keys that differ by one in the %s', (_name, step) => {
    const here: number[][] = [[], [], [], []];
    const there: number[][] = [[], [], [], []];
    for (let i = 0; i < samples; i += 1) {
      const key: Key = [i * 2, 4096 * (1 + (i % 5)), 5, 9];
      lanes(key).forEach((bits, lane) => here[lane].push(unit(bits)));
      const next = key.map((value, word) => value + step[word]) as Key;
      lanes(next).forEach((bits, lane) => there[lane].push(unit(bits)));
    }
    for (const x of here) for (const y of there) expect(Math.abs(correlation(x, y))).toBeLessThan(4.5 / Math.sqrt(samples));
  });

  test.each(steps)('fills the pairs of low bytes of keys that differ by one in the %s evenly', (_name, step) => {
    for (let lane = 0; lane < 4; lane += 1) {
      const cells = new Int32Array(256);
      for (let i = 0; i < samples; i += 1) {
        const key: Key = [i * 2, 4096 * (1 + (i % 5)), 5, 9];
        const here = lanes(key)[lane] & 0xff;
        const there = lanes(key.map((value, word) => value + step[word]) as Key)[lane] & 0xff;
        cells[((here & 15) << 4) | (there & 15)] += 1;
      }
      const expected = samples / 256;
      let chiSquare = 0;
      for (const count of cells) chiSquare += ((count - expected) * (count - expected)) / expected;
      // 255 degrees of freedom: mean 255, deviation 22.6; the bounds are 5 deviations away.
      expect(chiSquare).toBeGreaterThan(142);
      expect(chiSquare).toBeLessThan(368);
    }
  });

  test('fills the low byte of each lane evenly', () => {
    const cells = [0, 1, 2, 3].map(() => new Int32Array(256));
    const draws = 51_200;
    for (let customer = 0; customer < draws; customer += 1) {
      mix4(out, customer, 2 * INDICES_PER_QUARTER, 8, 77);
      cells.forEach((counts, lane) => (counts[out[lane] & 0xff] += 1));
    }
    for (const counts of cells) {
      let chiSquare = 0;
      for (const count of counts) chiSquare += ((count - draws / 256) * (count - draws / 256)) / (draws / 256);
      expect(chiSquare).toBeGreaterThan(142);
      expect(chiSquare).toBeLessThan(368);
    }
  });

  test('its four lanes are unrelated to one another', () => {
    const values: number[][] = [[], [], [], []];
    for (let i = 0; i < samples; i += 1) lanes(usualKey(i)).forEach((bits, lane) => values[lane].push(unit(bits)));
    for (let a = 0; a < 4; a += 1) {
      for (let b = a + 1; b < 4; b += 1) expect(Math.abs(correlation(values[a], values[b]))).toBeLessThan(4.5 / Math.sqrt(samples));
    }
  });
});

describe('unit', () => {
  test('lies strictly between 0 and 1 at both ends and has the middle at one half', () => {
    expect(unit(0)).toBe(0.5 / 4294967296);
    expect(unit(0xffffffff)).toBe(1 - 0.5 / 4294967296);
    expect(unit(0x7fffffff) + unit(0x80000000)).toBe(1);
  });
});

describe('keyedUnit', () => {
  test('is the first lane of mix4 under the documented order of the key', () => {
    mix4(out, 4711, 5 * INDICES_PER_QUARTER + 2, 17, 20);
    expect(keyedUnit(20, 17, 4711, 5, 2)).toBe(unit(out[0]));
  });

  test('does not depend on what was drawn before', () => {
    const first = keyedUnit(1, 2, 3, 4, 5);
    for (let i = 0; i < 100; i += 1) keyedUnit(i, i, i, i, i);
    expect(keyedUnit(1, 2, 3, 4, 5)).toBe(first);
  });

  test('changes with each part of the key', () => {
    const values = new Set([
      keyedUnit(1, 2, 3, 4, 5),
      keyedUnit(9, 2, 3, 4, 5),
      keyedUnit(1, 9, 3, 4, 5),
      keyedUnit(1, 2, 9, 4, 5),
      keyedUnit(1, 2, 3, 9, 5),
      keyedUnit(1, 2, 3, 4, 9),
    ]);
    expect(values.size).toBe(6);
  });

  test('has the mean and variance of a uniform number', () => {
    let sum = 0;
    let squares = 0;
    const n = 50_000;
    for (let i = 0; i < n; i += 1) {
      const u = keyedUnit(7, 1, i, 3, 0) - 0.5;
      sum += u;
      squares += u * u;
    }
    expect(Math.abs(sum / n)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
  });
});

describe('hashText', () => {
  test('keeps texts apart that differ in one letter, in order, or in a mark of Vietnamese', () => {
    const texts = ['', 'a', 'b', 'ab', 'ba', 'má', 'mà', 'mả', 'mã', 'mạ', 'ma', 'voras-bank', 'voras-bang'];
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
  });

  test('gives whole numbers of 32 bits that spread evenly', () => {
    let sum = 0;
    for (let i = 0; i < 10_000; i += 1) {
      const hash = hashText(`seed ${i}`);
      expect(hash >>> 0).toBe(hash);
      sum += hash / 4294967296;
    }
    expect(Math.abs(sum / 10_000 - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 10_000));
  });
});
