import { expect, test } from 'vitest';
import { markWords } from '../../src/ui/chart/marks.ts';

const area = { left: 40, right: 300, top: 20, bottom: 220 };

test.each([
  ['above the point where there is room', 'above', [150, 120], [110, 104.5]],
  ['below it near the top', 'above', [150, 25], [110, 40.5]],
  ['below the point where that is asked', 'below', [150, 120], [110, 135.5]],
  ['above it near the bottom', 'below', [150, 215], [110, 199.5]],
  ['within the left side', 'above', [45, 120], [40, 104.5]],
  ['within the right side', 'above', [295, 120], [220, 104.5]],
] as const)('the words of a mark stand %s', (_, side, point, expected) => {
  expect(markWords(point, 80, 15, area, side)).toEqual(expected);
});
