import { expect, it } from 'vitest';
import { goodFiles, pictureIn, playKnown } from '../../src/cli/models/lift.ts';
import { isOwn } from '../../src/game/gatherEvidence.ts';
import { createWorld } from '../../src/game/startWorld.ts';
import { churnTerms, factsOf } from '../../src/sim/records/models.ts';
import { tiemNang, vorasBank } from '../game/shippedScenario.ts';
import { long } from '../turns.ts';

/** One customer: 1 for his market, 0 for the other, then what each term reads over its mean; and whether he left. */
interface Case {
  row: number[];
  left: number;
}

function casesOf(market: number, seed: number): Case[] {
  const { scenario } = market === 0 ? vorasBank() : tiemNang();
  const world = createWorld(scenario, 0, { population: seed, luck: seed }, 4000);
  const company = world.played[0]!;
  const cases: Case[] = [];
  for (let quarter = 1; quarter <= 11; quarter += 1) {
    if (quarter < 5 || quarter % 2 === 0) {
      playKnown(world, company);
      continue;
    }
    const picture = pictureIn(world, company, goodFiles, 7);
    const was = Array.from(picture.person, isOwn(world, company));
    playKnown(world, company);
    const stays = isOwn(world, company);
    const columns = churnTerms.map(({ fact, scale }) => {
      const values = factsOf(picture, fact, scale);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.map((value) => value - mean);
    });
    picture.person.forEach((i, place) => {
      if (was[place]) cases.push({ row: [1 - market, market, ...columns.map((column) => column[place]!)], left: stays(i) ? 0 : 1 });
    });
  }
  return cases;
}

/** Solution of a x = b by elimination with pivots. */
function solve(a: number[][], b: number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let c = 0; c < b.length; c += 1) {
    const pivot = rows.reduce((best, row, r) => (r >= c && Math.abs(row[c]!) > Math.abs(rows[best]![c]!) ? r : best), c);
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    rows.forEach((row, r) => {
      const factor = r === c ? 0 : row[c]! / rows[c]![c]!;
      for (let k = c; k <= b.length; k += 1) row[k]! -= factor * rows[c]![k]!;
    });
  }
  return rows.map((row, r) => row[b.length]! / row[r]!);
}

/** Weights of a logistic regression by Newton's method, ridge 1. */
function fit(cases: readonly Case[]): number[] {
  const size = cases[0]!.row.length;
  let weights = Array.from({ length: size }, (_, k): number => (k < 2 ? -3 : 0));
  for (let step = 0; step < 12; step += 1) {
    const curvature = weights.map((_, a) => weights.map((__, b) => (a === b ? 1 : 0)));
    const slope = weights.map((weight) => -weight);
    for (const { row, left } of cases) {
      const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * weights[k]!, 0)));
      row.forEach((value, a) => {
        slope[a]! += value * (left - chance);
        row.forEach((other, b) => (curvature[a]![b]! += chance * (1 - chance) * value * other));
      });
    }
    const change = solve(curvature, slope);
    weights = weights.map((weight, k) => weight + change[k]!);
  }
  return weights.slice(2);
}

it('the weights of the churn model are what a regression on both shipped markets finds, within its error', long, () => {
  const cases = [101, 102, 103].flatMap((seed) => [0, 1].flatMap((market) => casesOf(market, seed)));
  expect(cases.length).toBeGreaterThan(15_000);
  fit(cases).forEach((weight, term) => {
    const { fact, weight: used } = churnTerms[term]!;
    // A complaint in vain is rare: its weight is known within a third.
    expect(Math.abs(weight - used), `${fact}: ${weight}`).toBeLessThan(fact === 'unsettled' || fact === 'settled' ? 0.5 : 0.3);
  });
});
