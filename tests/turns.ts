/**
 * What runs only with `npm run test:long`: Vitest tests tagged `long`, browser tests tagged `@long`. Of a table that is long as a whole
 * some rows stay in `npm test`; which ones is fixed, and files take turns so that all rows together are met.
 */
import { type TestOptions } from 'vitest';

/** Options of a test that `npm test` leaves out. */
export const long: TestOptions = { tags: ['long'] };

/**
 * The rows of a table in two groups, each with the options of its tests: those of `npm test`, and the others.
 * @param every one row of so many stays in `npm test`
 * @param first place of the first one that stays, counted modulo `every`
 */
export function turns<Row>(rows: readonly Row[], every: number, first = 0): readonly (readonly [readonly Row[], TestOptions])[] {
  const stays = (place: number): boolean => place % every === first % every;
  return [
    [rows.filter((_, place) => stays(place)), {}],
    [rows.filter((_, place) => !stays(place)), long],
  ];
}
