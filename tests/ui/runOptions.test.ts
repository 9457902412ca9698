import { expect, test } from 'vitest';
import { freshRun, runOptions } from '../../src/ui/runOptions.ts';

const usual = { customers: 20_000, world: 1, populationSeed: 11, luckSeed: 12 };

test.each([
  ['', {}],
  ['?customers=2000', { customers: 2000 }],
  ['?customers=2000&world=0&people=7&luck=3', { customers: 2000, world: 0, populationSeed: 7, luckSeed: 3 }],
  ['?seed=7', { populationSeed: 7, luckSeed: 7 }],
  ['?seed=7&luck=3', { populationSeed: 7, luckSeed: 3 }],
  ['?open=all', { allOpen: true }],
  ['?open=some', {}],
  ['?glass=end', { glassAtEnd: true }],
  ['?glass=', {}],
  ['?customers=199', {}],
  ['?customers=1000001', {}],
  ['?customers=2e3', {}],
  ['?customers=-5&world=2&luck=x', {}],
])('the address %s asks for %o, what cannot be is ignored', (search, asked) => {
  expect(runOptions(search, usual, 2)).toEqual({ ...usual, ...asked });
});

test('a practice run draws its people, its luck and a world that the scenario has', () => {
  const numbers = (values: number[]) => ({ getRandomValues: (into: Uint32Array) => (into.set(values), into) }) as unknown as Crypto;
  const scenario = { market: { people: 20_000 }, worlds: [{}, {}] } as never;
  expect(freshRun(scenario, numbers([5, 4_294_967_295, 2 ** 29]))).toEqual({
    customers: 20_000,
    world: 1,
    populationSeed: 2 ** 29 - 1,
    luckSeed: 0,
  });
});
