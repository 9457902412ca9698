import { describe, expect, test } from 'vitest';
import { relations } from '../../src/sim/market.ts';
import { CustomerValues } from '../../src/sim/truth/equity.ts';
import type { Shift } from '../../src/sim/truth/equityShift.ts';
import { NEEDS } from '../../src/sim/truth/needProfiles.ts';
import { companyIds, marketSpec, plainOffer } from './markets.ts';
import { playGame } from './playing.ts';

const none = companyIds.map(() => null);

function shiftBy(segments: number, need: number, brand: number, tie: number, satisfaction: number): Shift {
  return {
    needs: Array.from({ length: segments }, () => new Float64Array(NEEDS).fill(need)),
    brand: new Float64Array(segments).fill(brand),
    tie: new Float64Array(segments).fill(tie),
    satisfaction: new Float64Array(segments).fill(satisfaction),
  };
}

describe.each(relations)('The values of all customers at once in a %s market', (relation) => {
  const offers = companyIds.map((_, k) => plainOffer({ quality: 0.5 + 0.1 * k, failureRate: 0.05 }));
  const { market } = playGame({ spec: marketSpec({ relation }), offers: () => offers, people: 600, quarters: 3 });
  const values = new CustomerValues(market, offers, none, 3, 0);
  const segments = market.spec.segments.length;
  const shifts = [shiftBy(segments, 0.1, 0, 0, 0.05), shiftBy(segments, 0, 0.2, 0, 0), shiftBy(segments, 0, 0, 0.1, 0.02)];
  const [now, ...shifted] = values.each(shifts);

  test('are those of each by himself, bit for bit, as things are and under each shift', () => {
    for (let i = 0; i < market.people; i += 1) {
      if (!values.has(i)) continue;
      expect(now![i]).toBe(values.of(i));
      shifts.forEach((shift, d) => expect(shifted[d]![i]).toBe(values.of(i, shift)));
    }
  });

  test('move with every shift, and are nil for those who are no customers', () => {
    const people = Array.from({ length: market.people }, (_, i) => i);
    for (const all of shifted) expect(people.some((i) => all[i] !== now![i])).toBe(true);
    expect(people.some((i) => !values.has(i))).toBe(true);
    expect(people.filter((i) => !values.has(i)).every((i) => [now!, ...shifted].every((all) => all[i] === 0))).toBe(true);
  });
});
