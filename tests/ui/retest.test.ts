/** Which review tests an adjustment again: the first that the rhythm holds on or after the date, none once the run is over. */
import { expect, test } from 'vitest';
import { testedAt } from '../../src/ui/review/retest.ts';

test.each([
  ['a date between two reviews waits for the later one', 'everyFour', 9, 16, 12],
  ['a date on which a review is held needs no waiting', 'everyFour', 8, 16, 8],
  ['reviews every two quarters test sooner', 'everyTwo', 9, 16, 10],
  ['the review at the end of the run still counts', 'everyFour', 9, 12, 12],
  ['after the last review nobody tests', 'everyFour', 13, 15, null],
  ['a rhythm that holds none foresees nothing', 'never', 9, 16, undefined],
  ['events cannot be foreseen', 'onEvent', 9, 16, undefined],
] as const)('%s', (_sentence, rhythm, due, quarters, expected) => {
  expect(testedAt(rhythm, due, quarters)).toBe(expected);
});
