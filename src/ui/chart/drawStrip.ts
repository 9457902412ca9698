/** Draws strips of dots on a canvas. Only ever imported when such a chart is on the screen. */

import type { Drawn, Inks } from './inks.ts';
import { markWords } from './marks.ts';
import { piledDots, stripScale, type StripData, type StripRow } from './stripData.ts';

const letters = 11;
const line = 16;
const dotSize = 6;
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

function drawAll(context: CanvasRenderingContext2D, data: StripData, inks: Inks, width: number, height: number): void {
  const scale = stripScale(data);
  const [left, right] = [side, width - side];
  const foot = height - line - (data.mark ? line : 0) - 4;
  const xOf = (value: number): number => left + ((right - left) * (value - scale[0])) / (scale[2] - scale[0]);
  context.font = `${letters}px ${inks.font}`;
  context.textBaseline = 'middle';
  drawAxis(context, { left, right, top: 0, bottom: foot }, scale, data, inks);
  // The learner's own strip is the higher one.
  const parts = data.rows.map(({ look }) => (look === 'own' ? 1.6 : 1));
  const unit = foot / parts.reduce((sum, part) => sum + part, 0);
  let top = 0;
  data.rows.forEach((row, place) => {
    const bottom = top + unit * parts[place];
    drawRow(context, row, { left, right, top, bottom }, scale, xOf, inks);
    top = bottom;
  });
  if (data.mark) drawMarkUnder(context, data.mark, xOf(data.mark.at), foot + line + 6, { left, right, top: 0, bottom: height }, inks);
}

function drawAxis(
  context: CanvasRenderingContext2D,
  { left, right, top, bottom }: Box,
  scale: readonly [number, number, number],
  { say }: StripData,
  inks: Inks,
): void {
  const aligns = ['left', 'center', 'right'] as const;
  scale.forEach((value, place) => {
    const x = left + (place * (right - left)) / 2;
    context.strokeStyle = inks.rule;
    context.lineWidth = 1;
    stroke(context, [x, top], [x, bottom]);
    context.fillStyle = inks.ink3;
    context.textAlign = aligns[place];
    context.fillText(say(value), x, bottom + line / 2 + 3);
  });
  context.textAlign = 'left';
}

function drawRow(
  context: CanvasRenderingContext2D,
  row: StripRow,
  box: Box,
  scale: readonly [number, number, number],
  xOf: (value: number) => number,
  inks: Inks,
): void {
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
  const dots = piledDots(row.values, scale, right - left, bottom - top, dotSize);
  context.fillStyle = colour;
  for (const { x, up } of dots) disc(context, left + x, bottom - up, dotSize / 2 - 0.5);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  stroke(context, [xOf(row.mean), top], [xOf(row.mean), bottom]);
  words(context, row.name, left, box.top + line / 2 + 1, colour, inks);
  const ringed = row.ringed && dots[row.ringed.place];
  if (!ringed || !row.ringed) return;
  const at = [left + ringed.x, bottom - ringed.up] as const;
  context.fillStyle = inks.paper;
  disc(context, ...at, 6);
  context.fillStyle = inks.accent;
  disc(context, ...at, 3);
  context.strokeStyle = inks.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(...at, 6, 0, 2 * Math.PI);
  context.stroke();
  context.font = `600 ${letters}px ${inks.font}`;
  const [from, middle] = markWords(at, context.measureText(row.ringed.text).width, line, { ...box, top }, 'above');
  words(context, row.ringed.text, from, middle, inks.accent, inks);
  context.font = `${letters}px ${inks.font}`;
}

function drawMarkUnder(
  context: CanvasRenderingContext2D,
  mark: NonNullable<StripData['mark']>,
  x: number,
  y: number,
  { left, right }: Box,
  inks: Inks,
): void {
  context.fillStyle = inks.ink3;
  context.beginPath();
  context.moveTo(x - 5, y + 4);
  context.lineTo(x, y - 4);
  context.lineTo(x + 5, y + 4);
  context.fill();
  const width = context.measureText(mark.text).width;
  context.fillText(mark.text, x + 9 + width <= right ? x + 9 : Math.max(left, x - 9 - width), y);
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
