import { describe, expect, test } from 'vitest';
import { USUAL_SERVICE } from '../../src/sim/truth/columns.ts';
import { foldFailing, foldServiceTable, manyCalls, MANY, MOST_SERVICE, serviceCount } from '../../src/sim/truth/serviceTable.ts';
import { plainOffer, segmentSpec } from './markets.ts';

const HALVES = 65_536;
const LEVELS = 256;
const segments = [segmentSpec('few calls', 500, { serviceContacts: 0.8 }), segmentSpec('many calls', 500, { serviceContacts: 5 })];
const table = foldServiceTable(segments);

describe('Calls of a customer', () => {
  test.each([
    [0, 0],
    [0, 1],
    [0, 16],
    [0, 60],
    [1, 16],
    [1, 40],
    [1, 160],
    [1, 255],
  ])('of segment %i at service level %i are the inverse of the Poisson distribution at every number of 16 bits', (segment, level) => {
    const place = segment * LEVELS + level;
    const mean = (segments[segment].serviceContacts * level) / USUAL_SERVICE;
    expect(table.mean[place]).toBe(mean);
    let count = 0;
    let probability = Math.exp(-mean);
    let reached = probability;
    let wrong = 0;
    for (let half = 0; half < HALVES; half += 1) {
      // The least count whose distribution function reaches the number.
      while ((half + 0.5) / HALVES > reached && count < MOST_SERVICE) {
        count += 1;
        probability *= mean / count;
        reached += probability;
      }
      const few = serviceCount(table.thresholds, place, half);
      const calls = few < MANY ? few : manyCalls(table.mean[place], half);
      if (calls !== count) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  test('are never more than can be counted, however often a customer calls', () => {
    for (const mean of [100, 800, 1e6]) expect(manyCalls(mean, HALVES - 1)).toBe(MOST_SERVICE);
  });
});

test.each([0, 0.02, 0.5, 1])(
  'with failures at %d of contacts the chance to meet one grows with calls and one more contact, the product',
  (rate) => {
    const failing = foldFailing([plainOffer({ failureRate: 0.3 }), plainOffer({ failureRate: rate })]);
    for (const calls of [0, 1, 5, MOST_SERVICE]) {
      const chance = 1 - Math.pow(1 - rate, calls + 1);
      expect(Math.abs(failing[MOST_SERVICE + 1 + calls] / HALVES - chance)).toBeLessThanOrEqual(0.5 / HALVES + 1e-12);
    }
  },
);
