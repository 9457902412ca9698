import { expect, test } from 'vitest';
import { goldenBits } from './goldenBits.ts';

test.each(goldenBits)('$name gives its fixed bits', ({ measure, bits }) => {
  expect(measure()).toBe(bits);
});

test('no two rows of the table share their bits by accident', () => {
  expect(new Set(goldenBits.map(({ bits }) => bits)).size).toBe(goldenBits.length);
});
