import { describe, expect, test } from 'vitest';
import { reckonedCoverage } from '../../src/cli/intervals/reckoned.ts';
import { goodScenario, shippedIds } from '../../src/cli/scenarioFiles.ts';
import { mixedFactor } from '../../src/game/known/staying.ts';
import { lapseOf } from '../../src/game/known/silence.ts';
import type { SilentGroup } from '../../src/game/known/rhythm.ts';
import { turns } from '../turns.ts';

/** What `npm run proof -- intervals` holds each player to at full size is 70-90%; one run a world, whose quarters are alike, scatters by more. */
const LEAST = 0.6;
const MOST = 0.99;

describe('80% intervals of what is reckoned hold the truth about as often as they say', () => {
  for (const [some, options] of turns(shippedIds(), 4, 1))
    test.each(some)('%s: of churn where nobody gives notice, and of customer equity', options, (id) => {
      const folder = goodScenario(id);
      const rows = reckonedCoverage(folder, 600, 1, ['stay', 'textbook']);
      const kinds = folder.scenario.market.relation === 'contractual' ? ['equity'] : ['churn', 'equity'];
      for (const figure of kinds) {
        const own = rows.filter((row) => row.id === figure);
        const [held, of] = [own.reduce((sum, row) => sum + row.held, 0), own.reduce((sum, row) => sum + row.of, 0)];
        expect(of, figure).toBeGreaterThan(50);
        expect(held / of, figure).toBeGreaterThan(LEAST);
        expect(held / of, figure).toBeLessThan(MOST);
      }
    });
});

describe('Silence is judged by the own rhythm', () => {
  const group = (silent: number, bin: number, people: number): SilentGroup => ({
    silent,
    bin,
    people,
    spent: people,
    spentSquared: people,
    before: 2 * people,
    beforeSpent: 2 * people,
  });
  /** Share of those believed gone when so many of a thousand are silent for two quarters. */
  const gone = (bin: number, silent: number): number => lapseOf([group(0, bin, 1000 - silent), group(2, bin, silent)], [1, 1, 1, 1])!.gone;

  test.each([5, 10, 20, 50])('more silence, more gone: rate bin %i', (bin) => {
    const course = [0, 50, 100, 200, 400].map((silent) => gone(bin, silent));
    course.slice(1).forEach((share, place) => expect(share).toBeGreaterThan(course[place]!));
    for (const share of course) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  test('the same silence says more of those who bought often', () => {
    expect(gone(30, 100)).toBeGreaterThan(gone(3, 100));
  });

  test('nobody on file tells nothing', () => {
    expect(lapseOf([], [1])).toBeNull();
  });
});

describe('The worth of those who leave unlike each other', () => {
  test('is that of all alike as the shape grows', () => {
    const alike = mixedFactor(0.05, 1e6, 0.025, 20);
    let sum = 0;
    for (let t = 1; t <= 20; t += 1) sum += Math.exp(-0.05 * t) / 1.025 ** t;
    expect(alike).toBeCloseTo(sum, 3);
  });

  test.each([0.02, 0.05, 0.12])('is the higher the more unlike they are, and lower the more leave: %f', (rate) => {
    const factor = (shape: number): number => mixedFactor(rate, shape, 0.025, 20);
    expect(factor(0.7)).toBeGreaterThan(factor(1));
    expect(factor(1)).toBeGreaterThan(factor(3));
    expect(mixedFactor(rate * 1.5, 1, 0.025, 20)).toBeLessThan(factor(1));
  });
});
