/** The comparison of a closed run with its twin, as far as it has been played. */

import type { TwinComparison } from '../../game/twin.ts';
import type { GameClient } from '../gameClient.ts';

export class TwinRun {
  readonly #client: Pick<GameClient, 'twin' | 'cancelTwin'>;
  /** Pairs played while they are being played; `of` 0 until the first is done. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  comparison = $state.raw<TwinComparison | null>(null);
  /** All pairs have been played. */
  whole = $state(false);
  error = $state.raw<unknown>(null);

  constructor(client: Pick<GameClient, 'twin' | 'cancelTwin'>) {
    this.#client = client;
  }

  /** Plays the pairs from the first on. Never rejects: what went wrong is kept in `error`. */
  start = async (): Promise<void> => {
    if (this.progress) return;
    this.progress = { done: 0, of: 0 };
    this.error = null;
    this.comparison = null;
    this.whole = false;
    let playing = true;
    let pairs = 0;
    try {
      const comparison = await this.#client.twin((done, of, soFar) => {
        // News of a pair may come after the result.
        if (!playing) return;
        pairs = of;
        this.progress = { done, of };
        this.comparison = soFar;
      });
      this.comparison = comparison ?? this.comparison;
      this.whole = pairs > 0 && this.comparison?.seeds === pairs;
    } catch (error) {
      this.comparison = null;
      this.error = error;
    }
    playing = false;
    this.progress = null;
  };

  /** Keeps the pairs played so far. */
  stop = (): void => this.#client.cancelTwin();
}
