import { expect, test } from 'vitest';
import { markWords } from '../../src/ui/chart/marks.ts';

const area = { left: 40, right: 300, top: 20, bottom: 220 };

test.each([
  ['above the point where there is room', [150, 120], [110, 104.5]],
  ['below it near the top', [150, 25], [110, 40.5]],
  ['within the left side', [45, 120], [40, 104.5]],
  ['within the right side', [295, 120], [220, 104.5]],
] as const)('the words of a mark stand %s', (_, point, expected) => {
  expect(markWords(point, 80, 15, area)).toEqual(expected);
});
