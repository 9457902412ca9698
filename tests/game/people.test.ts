import { describe, expect, test } from 'vitest';
import { knownLoyalty, knownPeople, personFile, usualFrequency, type PeopleInput } from '../../src/game/known/people.ts';
import { peopleInputOf } from '../../src/game/quarterReport.ts';
import { applyEntry, startPlaying, type Playing } from '../../src/game/replay.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

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

describe('at a shop without contracts', () => {
  const shop = tiemNang().scenario;
  const options = { customers: 2000, world: 0, populationSeed: 5, luckSeed: 1003 };
  const played = (rounds: number): PeopleInput => {
    const playing = startPlaying(shop, options);
    for (let seq = 0; seq < rounds; seq += 1) {
      applyEntry(playing, { kind: 'commit', data: { quarters: 2 }, seq, firm: shop.firms[0].id }, {});
    }
    return inputOf(playing);
  };

  test('nobody can say before the first quarter how many buy without a name', () => {
    expect(knownPeople(played(0)).unknown).toBeNull();
    const { low, high } = knownPeople(played(1)).unknown!;
    expect([low > 0, high > low]).toEqual([true, true]);
  });

  test('a quarter without a purchase says less of loyalty than at a bank', () => {
    const loyaltyLost = (input: PeopleInput): number => {
      const { history, records, quarter } = input;
      const person = history.lastBought.findIndex((last, i) => last === quarter && input.own(i));
      const silent = {
        ...history,
        lastBought: history.lastBought.map((last, i) => (i === person ? quarter - 1 : last)),
        trend: history.trend.map((trend, i) => (i === person ? 0 : trend)),
      };
      const usual = usualFrequency(input);
      return knownLoyalty(history, records, person, quarter, usual) - knownLoyalty(silent, records, person, quarter, usual);
    };
    const bank = start(2000);
    playTwo(bank, 0);
    const [atBank, atShop] = [loyaltyLost(inputOf(bank)), loyaltyLost(played(1))];
    expect(atBank).toBeGreaterThan(20);
    expect(atShop).toBeLessThan(15);
    expect(atShop).toBeGreaterThan(0);
  });
});
