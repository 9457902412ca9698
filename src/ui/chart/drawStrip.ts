/** Draws strips of dots on a canvas. Only ever imported when such a chart is on the screen. */

import type { Drawn, Inks } from './inks.ts';
import { dotSizeFor, piledDots, stripScale, type StripData, type StripRow } from './stripData.ts';

const letters = 11;
const line = 16;
/** Largest dots of the learner's own draws, and of those that they are held against. */
const largest = { own: 12, other: 6 } as const;
const side = 10;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Draws at once, without motion, again when the canvas gets another width. */
export function drawStrip(canvas: HTMLCanvasElement, first: StripData, inks: Inks): Drawn<StripData> {
  const stage = canvas.parentElement!;
  let now = { data: first, inks };
  const draw = (): void => {
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    const context = canvas.getContext('2d');
    if (!context || width === 0) return;
    const dense = devicePixelRatio || 1;
    canvas.width = Math.round(width * dense);
    canvas.height = Math.round(height * dense);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context.setTransform(dense, 0, 0, dense, 0, 0);
    drawAll(context, now.data, now.inks, width, height);
  };
  const watch = new ResizeObserver(draw);
  watch.observe(stage);
  draw();
  return {
    update(data, colours) {
      now = { data, inks: colours };
      draw();
    },
    destroy: () => watch.disconnect(),
  };
}

interface Axis {
  ends: readonly [number, number];
  xOf: (value: number) => number;
}

function drawAll(context: CanvasRenderingContext2D, data: StripData, inks: Inks, width: number, height: number): void {
  const scale = stripScale(data);
  const ends = [scale[0], scale.at(-1)!] as const;
  const [left, right] = [side, width - side];
  const foot = height - line - (data.mark ? line + 4 : 0) - 4;
  const axis: Axis = { ends, xOf: (value) => left + ((right - left) * (value - ends[0])) / (ends[1] - ends[0]) };
  context.font = `${letters}px ${inks.font}`;
  context.textBaseline = 'middle';
  drawAxis(context, { left, right, top: 0, bottom: foot }, scale, axis, data, inks);
  // The learner's own strip is the higher one.
  const parts = data.rows.map(({ look }) => (look === 'own' ? 1.6 : 1));
  const unit = foot / parts.reduce((sum, part) => sum + part, 0);
  let top = 0;
  data.rows.forEach((row, place) => {
    const bottom = top + unit * parts[place];
    drawRow(context, row, { left, right, top, bottom }, axis, inks);
    top = bottom;
  });
  if (data.mark) drawMarkUnder(context, data.mark, axis.xOf(data.mark.at), foot + line + 10, { left, right, top: 0, bottom: height }, inks);
}

function drawAxis(
  context: CanvasRenderingContext2D,
  { left, right, top, bottom }: Box,
  scale: readonly number[],
  { xOf }: Axis,
  { say }: StripData,
  inks: Inks,
): void {
  let free = left - side;
  for (const value of scale) {
    const x = xOf(value);
    context.strokeStyle = inks.rule;
    context.lineWidth = 1;
    stroke(context, [x, top], [x, bottom]);
    const width = context.measureText(say(value)).width;
    const from = Math.max(left - side, Math.min(x - width / 2, right + side - width));
    if (from < free) continue;
    context.fillStyle = inks.ink3;
    context.fillText(say(value), from, bottom + line / 2 + 3);
    free = from + width + 6;
  }
}

function drawRow(context: CanvasRenderingContext2D, row: StripRow, box: Box, { ends, xOf }: Axis, inks: Inks): void {
  const { left, right, bottom } = box;
  const top = box.top + line + 2;
  if (row.band) {
    context.fillStyle = inks.wash;
    context.fillRect(xOf(row.band[0]), top, Math.max(2, xOf(row.band[1]) - xOf(row.band[0])), bottom - top);
  }
  context.strokeStyle = inks.ink3;
  context.lineWidth = 1;
  stroke(context, [left, bottom], [right, bottom]);
  const colour = row.look === 'own' ? inks.ink : inks.accent;
  const size = dotSizeFor(row.values, ends, right - left, bottom - top, largest[row.look]);
  const dots = piledDots(row.values, ends, right - left, bottom - top, size);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  stroke(context, [xOf(row.median), top], [xOf(row.median), bottom]);
  context.fillStyle = colour;
  for (const { x, up } of dots) disc(context, left + x, bottom - up, size / 2 - 0.4);
  words(context, row.name, left, box.top + line / 2 + 1, colour, inks);
  const ringed = dots[row.ringed];
  if (ringed) drawRing(context, left + ringed.x, bottom - ringed.up, inks);
}

function drawRing(context: CanvasRenderingContext2D, x: number, y: number, inks: Inks): void {
  context.fillStyle = inks.paper;
  disc(context, x, y, 6);
  context.fillStyle = inks.accent;
  disc(context, x, y, 3);
  context.strokeStyle = inks.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, 6, 0, 2 * Math.PI);
  context.stroke();
}

function drawMarkUnder(
  context: CanvasRenderingContext2D,
  { text, look }: NonNullable<StripData['mark']>,
  x: number,
  y: number,
  { left, right }: Box,
  inks: Inks,
): void {
  context.fillStyle = inks.ink3;
  if (look === 'ringed') drawRing(context, x, y, inks);
  else {
    context.beginPath();
    context.moveTo(x - 5, y + 4);
    context.lineTo(x, y - 4);
    context.lineTo(x + 5, y + 4);
    context.fill();
  }
  context.font = look === 'ringed' ? `600 ${letters}px ${inks.font}` : context.font;
  const width = context.measureText(text).width;
  words(
    context,
    text,
    x + 11 + width <= right + side ? x + 11 : Math.max(left, x - 11 - width),
    y,
    look === 'ringed' ? inks.accent : inks.ink3,
    inks,
  );
}

/** Letters stay readable where dots lie behind them. */
function words(context: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, inks: Inks): void {
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = inks.paper;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function stroke(context: CanvasRenderingContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}
