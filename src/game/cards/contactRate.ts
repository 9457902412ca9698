/** The contact rate that a market bears best: relations gain by each welcome contact and lose by each beyond what a customer tolerates. */

import type { World } from '../world.ts';

/** Contacts a quarter that a plan can name. */
const MOST_RATE = 6;
/** Steps of the column in a contact. */
const PER_CONTACT = 16;

/**
 * By segment, the contacts a quarter (0 to 6) at which relations of the company's present customers gain most (Godfrey, Seiders & Voss 2011:
 * an interior optimum); null where it has none. The lesser rate where two are as good.
 */
export function bestContactRates(world: World, company: number): Readonly<Record<string, number | null>> {
  const { columns, spec, people, parameters } = world.market;
  const [welcome, annoyance] = [parameters['contact.welcome'], parameters['contact.annoyance']];
  const gains = spec.segments.map(() => new Float64Array(MOST_RATE + 1));
  const own = spec.segments.map(() => 0);
  for (let i = 0; i < people; i += 1) {
    if (((columns.active[i]! >>> company) & 1) === 0) continue;
    const segment = columns.segment[i]!;
    const tolerated = columns.tolerated[i]! / PER_CONTACT;
    own[segment]! += 1;
    for (let rate = 0; rate <= MOST_RATE; rate += 1) {
      const over = Math.max(0, rate - tolerated);
      gains[segment]![rate]! += welcome * (rate - over) - annoyance * over;
    }
  }
  const best = (of: Float64Array): number => of.reduce((top, gain, rate) => (gain > of[top]! ? rate : top), 0);
  return Object.fromEntries(spec.segments.map(({ id }, s) => [id, own[s] === 0 ? null : best(gains[s]!)]));
}
