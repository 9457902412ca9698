/** Order statistics. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedAt } from '../../../src/sim/math/order.ts';

/** Few values too, so that many are equal. */
const numbers = fc.oneof(
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }),
);

describe('placedAt', () => {
  it('answers what stands at the place after sorting, and leaves none greater before it', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, nth) => {
        const place = nth % values.length;
        const sorted = [...values].sort((a, b) => a - b);
        const reordered = Float64Array.from(values);
        const found = placedAt(reordered, place);
        expect(found === sorted[place]).toBe(true);
        expect(reordered.slice(0, place).every((value) => value <= found)).toBe(true);
        expect([...reordered].sort((a, b) => a - b).every((value, n) => value === sorted[n])).toBe(true);
      }),
    );
  });

  it('looks at the first numbers alone where it is told to', () => {
    expect(placedAt(Float64Array.of(5, 4, 3, 0, 0), 0, 3)).toBe(3);
  });
});
