import { describe, expect, test } from 'vitest';
import { knownPeople, personFile, type PeopleInput } from '../../src/game/known/people.ts';
import { peopleInputOf } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying, type Playing } from '../../src/game/replay.ts';
import { vorasBank } from './shippedScenario.ts';

const { scenario } = vorasBank();
const start = (customers: number): Playing => startPlaying(scenario, { customers, world: 0, populationSeed: 5, luckSeed: 1003 });
const inputOf = ({ world }: Playing): PeopleInput => peopleInputOf(world, world.played[0]);
const playTwo = (playing: Playing, seq: number): void =>
  applyEntry(playing, { kind: 'commit', data: { quarters: 2 }, seq, firm: scenario.firms[0].id }, {});

describe('the customers that a firm knows by name', () => {
  test('each have a file that says the same as their dot', () => {
    const playing = start(300);
    playTwo(playing, 0);
    const input = inputOf(playing);
    const people = knownPeople(input);
    expect(people.quarter).toBe(2);
    expect(people.person.length).toBeGreaterThan(20);
    people.person.forEach((person, dot) => {
      const file = personFile(input, person)!;
      expect(file.value.value).toBeCloseTo(people.value[dot], 3);
      expect(Math.round(file.loyalty.value)).toBe(people.loyalty[dot]);
      expect(file.lists).toBeGreaterThan(0);
    });
  });

  test('rise by index; a customer without a name has neither dot nor file', () => {
    const input = inputOf(start(300));
    const shown = [...knownPeople(input).person];
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    const strangers = Array.from({ length: 300 }, (_, index) => index).filter((index) => input.records.held[index] === 0);
    expect(strangers.length).toBeGreaterThan(0);
    expect(strangers.filter((index) => shown.includes(index) || personFile(input, index) !== null)).toEqual([]);
  });

  test('where they are too many to draw, are a sample that keeps its people from round to round', () => {
    const playing = start(20_000);
    const before = knownPeople(inputOf(playing));
    expect(before.person.length).toBeLessThanOrEqual(3200);
    const told = before.dotStandsFor * before.person.length;
    expect([told > before.known * 0.9, told < before.known * 1.1]).toEqual([true, true]);
    playTwo(playing, 0);
    const after = new Set(knownPeople(inputOf(playing)).person);
    // Under a tenth of the bank's customers leave in two quarters.
    expect(before.person.filter((person) => after.has(person)).length / before.person.length).toBeGreaterThan(0.85);
  });
});
