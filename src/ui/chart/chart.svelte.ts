/** Ties a canvas to what is drawn on it: drawn when it appears, again when data, language or theme change, gone with it. */

import type { Attachment } from 'svelte/attachments';
import { theme } from '../theme.svelte.ts';
import type { ChartData } from './chartData.ts';
import type { DrawnChart } from './drawChart.ts';
import type { Inks } from './inks.ts';

type Draw = typeof import('./drawChart.ts');

/** @param read what to show; what it reads is followed */
export const chart =
  ({ drawChart, readInks }: Draw, read: () => ChartData): Attachment<HTMLCanvasElement> =>
  (canvas) => {
    let drawn: DrawnChart | null = null;
    let gone = false;
    const show = (data: ChartData, inks: Inks): void => {
      if (drawn) drawn.update(data, inks);
      else drawn = drawChart(canvas, data, inks, matchMedia('(prefers-reduced-motion: reduce)').matches);
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
