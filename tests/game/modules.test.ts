/** Offer modules among the needs of a market: each further one fits better by less, and a customer is given the one that the rule finds. */

import { describe, expect, test } from 'vitest';
import { offerFit } from '../../src/sim/truth/formulas.ts';
import { customersByKind, designModules, needDistance, nearest } from '../../src/sim/truth/moduleDesign.ts';
import { moduleFit } from '../../src/sim/truth/moduleFit.ts';
import { giveModules } from '../../src/sim/truth/modules.ts';
import type { ModuleRule } from '../../src/sim/rewards.ts';
import { consentState, copyRecords, EMPTY, MISJOINED, type Records } from '../../src/sim/records/records.ts';
import { NEEDS } from '../../src/sim/truth/needProfiles.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

const worlds = [vorasBank(), tiemNang()].map(({ scenario }) => createWorld(scenario, 0, { population: 4, luck: 9 }, 2000));
const rule: ModuleRule = { count: 4, by: 'need', told: 0, groups: 0, classes: null, rollout: 1, value: 1, wrong: 0.4 };

describe.each(worlds.map((world) => [world.scenario.id, world] as const))('Modules of %s', (_, { market, played }) => {
  const [company] = played;
  const { records, index: k } = company!;
  const weights = customersByKind(market, k);
  const meanFit = (count: number): number => {
    const modules = designModules(market.needProfiles, weights, count);
    let sum = 0;
    let all = 0;
    weights.forEach((customers, kind) => {
      all += customers;
      sum += customers * offerFit(needDistance(modules, nearest(modules, market.needProfiles, kind), market.needProfiles, kind));
    });
    return sum / all;
  };
  const fitBy = (changes: Partial<ModuleRule>) => moduleFit(market, k, giveModules(market, records, k, { ...rule, ...changes }));

  test('raise the ceiling of fit with their number, the first further ones the most', () => {
    const fits = [1, 2, 3, 4, 5, 6].map(meanFit);
    const gains = fits.slice(1).map((fit, place) => fit - fits[place]!);
    for (const gain of gains) expect(gain).toBeGreaterThan(0);
    // Where needs lie in clumps the second may find as big a one as the first; each pair adds less than the pair before.
    expect(gains[0]! + gains[1]!).toBeGreaterThan(1.25 * (gains[3]! + gains[4]!));
  });

  test('begin with the standard offer, made for the mean of the customers', () => {
    const [one, four] = [1, 4].map((count) => designModules(market.needProfiles, weights, count));
    expect([...four!.slice(0, NEEDS)]).toEqual([...one!]);
    expect(one!.reduce((sum, need) => sum + need, 0)).toBeCloseTo(1, 9);
  });

  test('are made for the needs on file: who knows none gives the standard offer again, unless groups tell them', () => {
    const filed = (state: Partial<Records>): Records => ({
      ...copyRecords(records),
      held: records.held.slice().fill(1),
      age: records.age.slice().fill(1),
      wrong: records.wrong.slice().fill(0),
      ...state,
    });
    const won = (files: Records, groups = 0): number => {
      const { given, standard } = moduleFit(market, k, giveModules(market, files, k, { ...rule, told: 1, groups }));
      return given - standard;
    };
    const none = filed({ age: records.age.slice().fill(EMPTY) });
    const old = filed({ age: records.age.slice().fill(40) });
    const false_ = filed({ wrong: records.wrong.slice().fill(MISJOINED) });
    const all = won(filed({}));
    for (const files of [none, old, false_]) expect(won(files)).toBeCloseTo(0, 12);
    expect(won(none, 0.35)).toBeGreaterThan(0.1 * all);
    expect(won(none, 0.35)).toBeLessThan(0.9 * all);
    expect(won(filed({ held: records.held.map((__, i) => i % 2) }))).toBeLessThan(0.9 * all);
    expect(won(records)).toBeLessThan(all);
  });

  test('go to the right customers the better the more groups tell', () => {
    const right = [0, 0.3, 0.6, 1].map((told) => fitBy({ told }).right);
    expect(right[3]).toBe(1);
    expect([...right].sort((a, b) => a - b)).toEqual(right);
    const given = [0, 1].map((told) => fitBy({ told }));
    expect(given[1]!.given).toBeCloseTo(given[1]!.best, 12);
    expect(given[0]!.given).toBeGreaterThan(given[0]!.standard);
  });

  test('by person reach only whose record is at hand: without a roll-out it knows no more than the segment', () => {
    const bare = fitBy({ by: 'person', rollout: 0 });
    expect(bare).toEqual(fitBy({ told: 0 }));
    expect(bare.misled).toBe(0);
  });

  test('by person go by the record, right or wrong: as files fill, more get the right one, and more somebody else’s as they go wrong', () => {
    const filled = (wrong: number): Records => ({
      ...copyRecords(records),
      held: records.held.slice().fill(1),
      joined: records.joined.slice().fill(255),
      consent: records.consent.slice().fill(consentState.valid),
      age: records.age.slice().fill(1),
      wrong: records.wrong.map((__, i) => (i % 100 < wrong ? MISJOINED : 0)),
    });
    const fit = (wrong: number) => moduleFit(market, k, giveModules(market, filled(wrong), k, { ...rule, by: 'person' }));
    expect(fit(0)).toMatchObject({ right: 1, misled: 0 });
    expect(fit(30).misled).toBeCloseTo(0.3, 1);
    expect(fit(30).right).toBeLessThan(fit(10).right);
    expect(fit(0).given).toBeGreaterThan(fit(30).given);
  });

  test('by value class say hardly anything of needs, and nothing where nobody is classed', () => {
    expect(fitBy({ by: 'class' }).given).toBeCloseTo(fitBy({ by: 'class' }).standard, 12);
    const classes = new Uint8Array(market.people).map((__, i) => 1 + (i % 4));
    const won = (fit: ReturnType<typeof fitBy>): number => fit.given - fit.standard;
    expect(won(fitBy({ by: 'class', classes }))).toBeLessThan(0.25 * won(fitBy({ told: 1 })));
  });
});
