/** How many damaged files a test of a parser makes: few in `npm test`, as many as RAPPORT_MUTANTS says in `npm run proof`. */

/** @param usual mutants without RAPPORT_MUTANTS; @param part of them where several tests share one parser, 0-1 */
export function mutantRuns(usual: number, part = 1): number {
  const asked = process.env.RAPPORT_MUTANTS;
  if (asked === undefined) return usual;
  const count = Number(asked);
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`RAPPORT_MUTANTS must be a whole number from 1: ${asked}`);
  return Math.ceil(count * part);
}
