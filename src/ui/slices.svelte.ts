/** Builds a full screen in slices, a frame each, so that the page stays quick to answer while it appears. */

export class Slices {
  #built = $state(1);

  /** @param count of slices; the first is there at once, the others follow one by one. Call it while a component is set up. */
  constructor(count: number) {
    $effect(() => {
      if (this.#built >= count) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      // After the frame, not before it: what is built already is painted first.
      const frame = requestAnimationFrame(() => (timer = setTimeout(() => (this.#built += 1))));
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    });
  }

  /** @param slice from 1 */
  reached = (slice: number): boolean => this.#built >= slice;
}
