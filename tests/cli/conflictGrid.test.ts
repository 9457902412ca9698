import { describe, expect, it } from 'vitest';
import { bestModes, conflictGrid, modesWithoutWinner } from '../../src/cli/facts/conflictGrid.ts';
import { conflictModes } from '../../src/company/orders.ts';

const grid = conflictGrid();
const weightOf = (holds: (at: (typeof grid)[number]) => boolean) => grid.filter(holds).reduce((sum, { weight }) => sum + weight, 0);

describe('the grid of conflicts', () => {
  it('holds at least 250 situations whose weights sum to 1, a legal duty in 5 to 10 of a hundred', () => {
    expect(grid.length).toBeGreaterThanOrEqual(250);
    expect(weightOf(() => true)).toBeCloseTo(1, 12);
    const duty = weightOf(({ situation }) => situation.duty);
    expect(duty).toBeGreaterThanOrEqual(0.05);
    expect(duty).toBeLessThanOrEqual(0.1);
  });

  it('is best met by each mode somewhere and by none in most conflicts', () => {
    expect(modesWithoutWinner()['K1']).toBeGreaterThanOrEqual(1);
    for (const mode of conflictModes) {
      const share = weightOf(({ situation }) => bestModes(situation).includes(mode));
      expect(share, mode).toBeGreaterThan(0.02);
      expect(share, mode).toBeLessThan(0.6);
    }
  });
});
