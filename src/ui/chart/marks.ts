/** Rings around points of a chart where something happens, and their words where there is room for them. */

import type { Plugin } from 'chart.js';
import type { ChartData, ChartLine } from './chartData.ts';
import type { Inks } from './inks.ts';

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const radius = 6;

/**
 * Where the words of a mark stand: on the side asked for, on the other where the edge is near, and never beyond the sides.
 * @param width of the words, pixels; @returns left end and middle line of the words
 */
export function markWords(
  [x, y]: readonly [x: number, y: number],
  width: number,
  line: number,
  area: Area,
  side: 'above' | 'below',
): readonly [number, number] {
  const left = Math.max(area.left, Math.min(x - width / 2, area.right - width));
  const away = radius + line / 2 + 2;
  const room = side === 'above' ? y - away - line / 2 >= area.top : y + away + line / 2 > area.bottom;
  return [left, room ? y - away : y + away];
}

interface Look {
  ink: string;
  paper: string;
  font: string;
  line: number;
  side: 'above' | 'below';
}

function drawMark(context: CanvasRenderingContext2D, area: Area, at: readonly [x: number, y: number], words: string, look: Look): void {
  context.save();
  context.font = look.font;
  context.textBaseline = 'middle';
  context.lineWidth = 2;
  context.strokeStyle = look.ink;
  context.fillStyle = look.ink;
  context.beginPath();
  context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
  context.stroke();
  const [left, middle] = markWords(at, context.measureText(words).width, look.line, area, look.side);
  // Letters stay readable where a line runs behind them.
  context.lineWidth = 4;
  context.strokeStyle = look.paper;
  context.strokeText(words, left, middle);
  context.fillText(words, left, middle);
  context.restore();
}

/** @param size of letters, and @param line the height of a line of them, pixels */
export const marks = (
  read: () => { data: ChartData; inks: Inks },
  colourOf: (line: ChartLine) => string,
  size: number,
  line: number,
): Plugin<'line'> => ({
  id: 'marks',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    const { data, inks } = read();
    for (const drawn of data.lines) {
      const { mark } = drawn;
      const value = mark ? (drawn.values[mark.index] ?? null) : null;
      if (!mark || value === null) continue;
      const at = [scales.x.getPixelForValue(mark.index), scales.y.getPixelForValue(value)] as const;
      // Two lines that are compared often run close: their words keep to either side.
      const side = drawn.look === 'own' ? 'above' : 'below';
      drawMark(ctx, chartArea, at, mark.text, { ink: colourOf(drawn), paper: inks.paper, font: `600 ${size}px ${inks.font}`, line, side });
    }
  },
});
