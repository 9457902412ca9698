/** Ties a canvas to what is drawn on it: drawn when it appears, again when data, language or theme change, gone with it. */

import type { Attachment } from 'svelte/attachments';
import { theme } from '../theme.svelte.ts';
import { type Drawn, type Inks, readInks } from './inks.ts';

/** Draws data of one kind for the first time. @param still true where the reader wants no motion */
type Draw<Data> = (canvas: HTMLCanvasElement, first: Data, inks: Inks, still: boolean) => Drawn<Data>;

/** @param read what to show; what it reads is followed */
export const chart =
  <Data>(draw: Draw<Data>, read: () => Data): Attachment<HTMLCanvasElement> =>
  (canvas) => {
    let drawn: Drawn<Data> | null = null;
    let gone = false;
    const show = (data: Data, inks: Inks): void => {
      if (drawn) drawn.update(data, inks);
      else drawn = draw(canvas, data, inks, matchMedia('(prefers-reduced-motion: reduce)').matches);
    };
    $effect(() => {
      const data = read();
      void theme.current;
      // The page takes on a new theme in the same flush: its colours are read when that is done.
      queueMicrotask(() => {
        if (!gone) show(data, readInks(canvas));
      });
    });
    return () => {
      gone = true;
      drawn?.destroy();
    };
  };
