/** Ties a canvas to what is drawn on it: drawn when it appears, again when data, language or theme change, gone with it. */

import type { Attachment } from 'svelte/attachments';
import { theme } from '../theme.svelte.ts';
import { nextTask } from '../tasks.ts';
import { type Drawn, type Inks, readInks } from './inks.ts';

/** Draws data of one kind for the first time. @param still true where the reader wants no motion */
type Draw<Data> = (canvas: HTMLCanvasElement, first: Data, inks: Inks, still: boolean) => Drawn<Data>;

/** Canvases whose drawing is due: one in a task, so that a page of charts answers in between; what changes before its turn is drawn once. */
const due = new Set<() => void>();
let drawing = false;

async function drawDue(): Promise<void> {
  drawing = true;
  for (const draw of due) {
    await nextTask();
    // Gone from the screen in the meantime.
    if (!due.delete(draw)) continue;
    try {
      draw();
    } catch (error) {
      // One that cannot be drawn does not keep the others from it.
      reportError(error);
    }
  }
  drawing = false;
}

/** @param read what to show; what it reads is followed */
export const chart =
  <Data>(draw: Draw<Data>, read: () => Data): Attachment<HTMLCanvasElement> =>
  (canvas) => {
    let drawn: Drawn<Data> | null = null;
    let data: Data;
    const show = (): void => {
      const inks = readInks(canvas);
      if (drawn) drawn.update(data, inks);
      else drawn = draw(canvas, data, inks, matchMedia('(prefers-reduced-motion: reduce)').matches);
    };
    $effect(() => {
      data = read();
      void theme.current;
      due.add(show);
      if (!drawing) void drawDue();
    });
    return () => {
      due.delete(show);
      drawn?.destroy();
    };
  };
