/** Points of the small map on a scenario's card: a fixed scatter, shared between named and nameless by the coverage on day one. */

export type Place = readonly [x: number, y: number];

const total = 900;

/** Numbers 0-1 that look scattered and are the same on every screen. */
function* scatter(): Generator<number, never> {
  let state = 20_231;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 0x1_0000_0000;
  }
}

/** Turned back at the edges, so that no row of dots lines up there. */
const folded = (value: number, low: number, high: number): number =>
  value > high ? 2 * high - value : value < low ? 2 * low - value : value;

/** @param coverage share of customers known by name, 0-1 */
export function startMap(coverage: number): { known: readonly Place[]; unknown: readonly Place[] } {
  const numbers = scatter();
  const next = (): number => numbers.next().value;
  const bell = (): number => (next() + next() + next()) / 1.5 - 1;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const named = Math.round(total * coverage);
  const known = Array.from({ length: named }, (): Place => {
    const x = folded(195 + bell() * 280, 4, 386);
    const y = 80 - (x - 195) * 0.2 + bell() * 70;
    return [round(x), round(folded(y, 4, 131))];
  });
  const length = 380 * (1 - coverage);
  const unknown = Array.from({ length: total - named }, (): Place => [round(4 + next() * length), round(163 + bell() * 20)]);
  return { known, unknown };
}
