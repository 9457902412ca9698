import { describe, expect, test } from 'vitest';
import type { KnownPeople } from '../../src/game/known/people.ts';
import { firstDot, mapFinding } from '../../src/ui/map/mapFinding.ts';
import { placesOnWay, sceneOf, whiskersOf, type Picture } from '../../src/ui/map/mapScene.ts';
import { travelBetween, turnover } from '../../src/ui/map/travel.ts';
import { fakePeople, fakePerson } from './fakeClient.ts';

const persons = (...indices: number[]): Pick<KnownPeople, 'person'> => ({ person: Uint32Array.from(indices) });
const words = { value: '', loyalty: '', cooling: '', least: '', most: '', ticks: [] };
const picture = (quarter: number): Picture => ({
  people: fakePeople(quarter),
  before: quarter > 0 ? fakePeople(quarter - 1) : null,
  axis: { low: 10, high: 100_000 },
  cloudScale: 10_400,
  words,
});

describe('from one picture to the next', () => {
  test('who stays is paired, who is gone is lost, who comes is named', () => {
    const { from, lost, named } = travelBetween(persons(2, 5, 7, 11), persons(1, 5, 11, 12));
    expect([...from]).toEqual([-1, 1, 3, -1]);
    expect([...lost]).toEqual([0, 2]);
    expect(named).toBe(2);
  });

  test.each([
    ['nobody before', [], [3, 4], [-1, -1], []],
    ['nobody left', [3, 4], [], [], [0, 1]],
    ['no change', [3, 4], [3, 4], [0, 1], []],
  ])('%s', (_, before, after, from, lost) => {
    const travel = travelBetween(persons(...before), persons(...after));
    expect([[...travel.from], [...travel.lost]]).toEqual([from, lost]);
  });

  test('the turnover is told in people, and not at all between samples of different size', () => {
    expect(turnover(fakePeople(0), fakePeople(1))).toEqual({ lost: 100, named: 100 });
    expect(turnover({ ...fakePeople(0), dotStandsFor: 50 }, fakePeople(1))).toBeNull();
  });

  test('dots start where they stood, the newly named in the cloud, and all arrive at their place', () => {
    const scene = sceneOf(picture(1), 410, 333);
    const { travel, places: old } = scene.way!;
    const start = placesOnWay(scene, 0);
    travel.from.forEach((from, dot) => {
      if (from < 0) {
        expect(start.y[dot]).toBeGreaterThan(scene.layout.plane.bottom);
        expect(start.y[dot]).toBeLessThan(scene.layout.cloud.bottom);
      } else expect([start.x[dot], start.y[dot]]).toEqual([old.x[from], old.y[from]]);
    });
    expect([...travel.from].filter((from) => from < 0)).toHaveLength(1);
    const end = placesOnWay(scene, 1);
    end.x.forEach((x, dot) => expect(x).toBeCloseTo(scene.places.x[dot], 3));
  });

  test('the first picture has no way behind it', () => {
    const scene = sceneOf(picture(0), 410, 333);
    expect(scene.way).toBeNull();
    expect(placesOnWay(scene, 0.5)).toBe(scene.places);
  });
});

test('the whiskers of a person span the 80% intervals of his file', () => {
  const { plane } = sceneOf(picture(0), 410, 333).layout;
  const { left, right, top, bottom } = whiskersOf(fakePerson(7), { low: 10, high: 1000 }, plane);
  const across = (points: number): number => plane.left + (points / 100) * (plane.right - plane.left);
  expect([left, right]).toEqual([across(43), across(67)]);
  expect(top).toBeLessThan(bottom);
});

describe('what the map says', () => {
  const people: KnownPeople = {
    quarter: 2,
    person: Uint32Array.from({ length: 20 }, (_, index) => index * 3),
    dotStandsFor: 10,
    value: Float32Array.from({ length: 20 }, (_, index) => (index >= 18 ? 410 : 10)),
    loyalty: new Uint8Array(20),
    cooling: Uint8Array.from({ length: 20 }, (_, index) => (index === 4 || index === 18 ? 1 : 0)),
    listed: new Uint8Array(20),
    known: 200,
    unknown: { low: 0, high: 0 },
  };

  test('the best tenth, what it brings, and how many are cooling, in people', () => {
    expect(mapFinding(people)).toEqual({ best: 20, share: 0.82, cooling: 20 });
  });

  test('nothing while nobody known has bought', () => {
    expect(mapFinding({ ...people, value: new Float32Array(20) })).toBeNull();
  });

  test.each([
    ['the person of the open case', [999, 12], 4],
    ['the most valuable cooling one', [], 18],
  ])('it opens on %s', (_, wanted, dot) => {
    expect(firstDot(people, wanted)).toBe(dot);
  });

  test('and on nobody where nobody is known', () => {
    expect(firstDot({ ...people, person: new Uint32Array(0), value: new Float32Array(0), cooling: new Uint8Array(0) }, [])).toBe(-1);
  });
});
