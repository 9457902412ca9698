import { describe, expect, it } from 'vitest';
import { rivalForecastOf } from '../../src/game/rivalForecast.ts';

const rivals = [
  { id: 'first', move: 'priceCut', price: 0.9 },
  { id: 'second', move: 'steady', price: 1 },
] as const;

describe("the forecast of the first rival's move", () => {
  it.each([
    ['priceCut', { rival: 'first', said: 'priceCut', seen: 'priceCut', right: true }],
    ['steady', { rival: 'first', said: 'steady', seen: 'priceCut', right: false }],
    ['none', null],
  ] as const)('%s against a price cut that was seen', (said, outcome) => {
    expect(rivalForecastOf({ 'prd.rival': said }, { rivals })).toEqual(outcome);
  });

  it('has no outcome where there is no rival', () => {
    expect(rivalForecastOf({ 'prd.rival': 'steady' }, { rivals: [] })).toBeNull();
  });
});
