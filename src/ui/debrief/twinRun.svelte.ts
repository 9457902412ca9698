/** A comparison of a closed run with replays of it, as far as it has been played: with its twin, and with other ways of playing it. */

import type { OtherWaysComparison } from '../../game/otherWays.ts';
import type { TwinComparison } from '../../game/twin.ts';
import type { GameClient } from '../gameClient.ts';

type Hear<C> = (done: number, of: number, soFar: C | null) => void;

class ReplayRun<C extends { seeds: number }> {
  readonly #play: (hear: Hear<C>) => Promise<C | null>;
  readonly #cancel: () => void;
  /** Draws of luck played while they are being played; `of` 0 until the first news. */
  progress = $state.raw<{ done: number; of: number } | null>(null);
  comparison = $state.raw<C | null>(null);
  /** All draws have been played. */
  whole = $state(false);
  error = $state.raw<unknown>(null);

  constructor(play: (hear: Hear<C>) => Promise<C | null>, cancel: () => void) {
    this.#play = play;
    this.#cancel = cancel;
  }

  /** Plays the draws from the first on. Never rejects: what went wrong is kept in `error`. */
  start = async (): Promise<void> => {
    if (this.progress) return;
    this.progress = { done: 0, of: 0 };
    this.error = null;
    this.comparison = null;
    this.whole = false;
    let playing = true;
    let draws = 0;
    try {
      const comparison = await this.#play((done, of, soFar) => {
        // News of a draw may come after the result.
        if (!playing) return;
        draws = of;
        this.progress = { done, of };
        this.comparison = soFar;
      });
      this.comparison = comparison ?? this.comparison;
      this.whole = draws > 0 && this.comparison?.seeds === draws;
    } catch (error) {
      this.comparison = null;
      this.error = error;
    }
    playing = false;
    this.progress = null;
  };

  /** Keeps the draws played so far. */
  stop = (): void => this.#cancel();
}

export class TwinRun extends ReplayRun<TwinComparison> {
  constructor(client: Pick<GameClient, 'twin' | 'cancelTwin'>) {
    super(
      (hear) => client.twin(hear),
      () => client.cancelTwin(),
    );
  }
}

export class OtherWaysRun extends ReplayRun<OtherWaysComparison> {
  constructor(client: Pick<GameClient, 'otherWays' | 'cancelOtherWays'>) {
    super(
      (hear) => client.otherWays(hear),
      () => client.cancelOtherWays(),
    );
  }
}
