import { beforeAll, describe, expect, test } from 'vitest';
import { rankCorrelation } from '../../tools/proof/rank.ts';
import { pairedRows } from '../../tools/proof/pairedPlayers.ts';
import type { Found } from '../../tools/proof/playerRow.ts';
import { scoredRows } from '../../tools/proof/players.ts';
import { gradingSeeds } from '../../src/game/grade.ts';
import { long } from '../turns.ts';
import { tiemNang, vorasBank } from './shippedScenario.ts';

/** Bars that a small market holds too; the others are held by the long proof. */
const heldBySmall = ['random', 'harvester', 'allTailClasser', 'surveyor30', 'listBuyer', 'strictListBuyer', 'competeOnTheGrid'];
const small = { customers: 600, world: 0, populationSeed: 1, luckSeeds: gradingSeeds.slice(0, 2) };

const quick = { ...small, customers: 400, luckSeeds: small.luckSeeds.slice(0, 1) };

test('in the shop, on one luck, whoever is graded alone stays within his bar', async () => {
  const rows = (await scoredRows(tiemNang(), quick)).filter(({ player }) => heldBySmall.includes(player));
  expect(rows).toHaveLength(heldBySmall.length - 1);
  for (const { player, measured, bar } of rows) {
    expect(measured, player).not.toBeNull();
    expect(measured!, player).toBeGreaterThanOrEqual(bar.low ?? -Infinity);
    expect(measured!, player).toBeLessThanOrEqual(bar.high ?? Infinity);
  }
});

describe.each([vorasBank(), tiemNang()])('Who must not gain in $scenario.id', long, (folder) => {
  let rows: readonly Found[];
  beforeAll(async () => {
    rows = [...(await scoredRows(folder, small)), ...(await pairedRows(folder, small))];
  });

  test.each(heldBySmall)('%s stays within its bar', (player) => {
    const row = rows.find((each) => each.player === player)!;
    expect(row.measured, JSON.stringify(row.bar)).not.toBeNull();
    expect(row.measured!).toBeGreaterThanOrEqual(row.bar.low ?? -Infinity);
    expect(row.measured!).toBeLessThanOrEqual(row.bar.high ?? Infinity);
    // A difference on the same luck is told with its standard error, and nothing else is.
    expect(row.error !== undefined).toBe(row.bar.of === 'overOther');
  });
});

describe('The rank correlation', () => {
  test('is that of a published example', () => {
    // Intelligence against hours of television (Wikipedia, "Spearman's rank correlation coefficient"): -29/165.
    const quotient = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(quotient, hours)).toBeCloseTo(-29 / 165, 12);
  });

  test('lets equal values share their rank, and says nothing where one side does not vary', () => {
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 2, 3])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 2, 3], [4, 3, 3, 1])).toBeCloseTo(-1, 12);
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});
