/** What became of every customer with the learner's firm over a replay. */

import type { PlayedQuarter } from '../playQuarter.ts';
import type { World } from '../world.ts';
import type { Fates } from './replayTask.ts';

export class FateBook {
  readonly #served: Uint8Array;
  readonly #left: Uint8Array;
  readonly #revenue: Float64Array;

  /** @param world before its first quarter */
  static of({ market: { people, columns }, played: [{ index }] }: World): FateBook {
    const served = Uint8Array.from(columns.active, (bits) => (bits >>> index) & 1);
    return new FateBook({ served, left: new Uint8Array(people), revenue: new Float64Array(people) });
  }

  private constructor({ served, left, revenue }: Fates) {
    this.#served = served;
    this.#left = left;
    this.#revenue = revenue;
  }

  /** The same book, to be kept on its own. */
  copy(): FateBook {
    return new FateBook({ served: this.#served.slice(), left: this.#left.slice(), revenue: this.#revenue.slice() });
  }

  /** Takes in the quarter that was played last. */
  note(world: World, played: PlayedQuarter): void {
    const { index } = world.played[0]!;
    const { active } = world.market.columns;
    const revenue = played.market.touches[index]!.revenue;
    const bit = 1 << index;
    for (let i = 0; i < active.length; i += 1) {
      const is = (active[i]! & bit) === 0 ? 0 : 1;
      if (this.#served[i] === 1 && is === 0) this.#left[i] = world.quarter;
      this.#served[i] = is;
      this.#revenue[i] = this.#revenue[i]! + revenue[i]!;
    }
  }

  fates(): Fates {
    return { served: this.#served, left: this.#left, revenue: this.#revenue };
  }
}
