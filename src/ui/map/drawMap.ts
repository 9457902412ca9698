/** Puts a scene on the canvas: paper, axes, the cloud, the dots, and what is picked out. */

import type { Colours, Stamp, Stamps } from './inks.ts';
import { labelPlace, type Line } from './labelPlace.ts';
import type { Places } from './placing.ts';
import { eased, placesOnWay, type Scene, type Whiskers } from './mapScene.ts';

export interface Pick {
  dot: number;
  whiskers: Whiskers | null;
  /** Where the leader to the card leaves the map; null where the card lies under it. */
  leaderY: number | null;
}
export interface Moment {
  /** 0-1 of the way from the picture before; 1 = arrived. */
  part: number;
  /** Fade from one picture to the other instead of travelling. */
  fade: boolean;
  selected: Pick | null;
  hovered: number;
}

/** Dots of no message are texture: they shine through each other. */
const TEXTURE = 0.55;

type Pen = CanvasRenderingContext2D;

/** Stamps the wanted dots onto whole device pixels, where a stamp is copied as it is. */
function press(pen: Pen, { image, half, scale }: Stamp, { x, y }: Places, wanted: (dot: number) => boolean): void {
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  for (let i = 0; i < x.length; i += 1) {
    if (wanted(i)) pen.drawImage(image, Math.round((x[i] - half) * scale), Math.round((y[i] - half) * scale));
  }
  pen.restore();
}

function write(pen: Pen, words: string, x: number, y: number, colour: string, paper: string, align: CanvasTextAlign = 'left'): void {
  pen.textAlign = align;
  pen.strokeStyle = paper;
  pen.lineWidth = 3;
  pen.strokeText(words, x, y);
  pen.fillStyle = colour;
  pen.fillText(words, x, y);
}

function drawAxes(pen: Pen, { layout: { plane }, ticks }: Scene, colours: Colours): void {
  pen.strokeStyle = colours.rule;
  pen.lineWidth = 1;
  pen.setLineDash([1, 3]);
  pen.beginPath();
  for (const { y } of ticks) {
    pen.moveTo(plane.left, Math.round(y) + 0.5);
    pen.lineTo(plane.right, Math.round(y) + 0.5);
  }
  pen.stroke();
  pen.setLineDash([]);
  pen.strokeStyle = colours.ink;
  pen.beginPath();
  pen.moveTo(plane.left + 0.5, plane.top);
  pen.lineTo(plane.left + 0.5, plane.bottom + 0.5);
  pen.lineTo(plane.right, plane.bottom + 0.5);
  pen.stroke();
}

function writeAxes(pen: Pen, { layout: { plane }, ticks, picture: { words } }: Scene, colours: Colours): void {
  pen.font = `400 11px ${colours.font}`;
  for (const { y, label } of ticks) write(pen, label, plane.left - 6, y + 4, colours.faint, colours.paper, 'right');
  const under = plane.bottom + 16;
  write(pen, '0', plane.left, under, colours.faint, colours.paper);
  write(pen, '50', (plane.left + plane.right) / 2, under, colours.faint, colours.paper, 'center');
  write(pen, words.loyalty, plane.right, under, colours.faint, colours.paper, 'right');
  write(pen, words.value, plane.left, plane.top - 10, colours.faint, colours.paper);
}

/** Ends of the cloud on the way from the old number to the new. */
function endsOnWay({ cloud, way }: Scene, part: number): { lowEnd: number; highEnd: number } {
  const old = way?.cloud ?? cloud;
  const between = (from: number, to: number): number => from + (to - from) * eased(part);
  return { lowEnd: between(old.lowEnd, cloud.lowEnd), highEnd: between(old.highEnd, cloud.highEnd) };
}

/** The cloud as far as it reaches now: the longer of the old and the new one, cut at the end. */
function drawCloud(pen: Pen, scene: Scene, part: number, stamps: Stamps): void {
  const old = scene.way && scene.way.cloud.highEnd > scene.cloud.highEnd ? scene.way : scene;
  const { cloud, cloudDots } = part < 1 ? old : scene;
  const { left } = scene.layout.cloud;
  const { lowEnd, highEnd } = endsOnWay(scene, part);
  const { x } = cloudDots;
  press(pen, stamps.filled, cloudDots, (dot) => x[dot] <= left + (cloud.hollow === 0 ? highEnd : lowEnd));
  press(pen, stamps.hollow, cloudDots, (dot) => cloud.hollow > 0 && x[dot] > left + lowEnd && x[dot] <= left + highEnd);
}

/** Solid to the lower bound, dashed to the upper, with the numbers at their ends. */
function drawBracket(pen: Pen, scene: Scene, part: number, colours: Colours): void {
  const {
    layout,
    picture: { words },
  } = scene;
  const { left, right } = layout.cloud;
  const cloud = endsOnWay(scene, part);
  const y = Math.round(layout.bracket) + 0.5;
  const [low, high] = [left + cloud.lowEnd, left + cloud.highEnd];
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(left, y);
  pen.lineTo(low, y);
  pen.stroke();
  pen.beginPath();
  pen.setLineDash([3, 3]);
  pen.moveTo(low, y);
  pen.lineTo(high, y);
  pen.stroke();
  pen.setLineDash([]);
  pen.lineWidth = 1;
  pen.beginPath();
  for (const end of [low, high]) {
    pen.moveTo(Math.round(end) - 0.5, y - 4);
    pen.lineTo(Math.round(end) - 0.5, y + 4);
  }
  pen.stroke();
  pen.font = `400 11px ${colours.font}`;
  const wide = pen.measureText(words.least).width;
  const mostWide = words.most === '' ? 0 : pen.measureText(words.most).width + 10;
  // The number stands under its end, or as near to it as it fits.
  const mostAt = Math.max(high, left + wide + mostWide);
  const leastAt = Math.max(left + wide, Math.min(low, (words.most === '' ? right : mostAt) - mostWide));
  write(pen, words.least, leastAt, y + 16, colours.faint, colours.paper, 'right');
  if (words.most !== '') write(pen, words.most, Math.min(right, mostAt), y + 16, colours.faint, colours.paper, 'right');
}

function drawPeople(pen: Pen, scene: Scene, places: Places, moment: Moment, stamps: Stamps): void {
  const { people } = scene.picture;
  const travel = scene.way?.travel;
  const { part } = moment;
  const fresh = (dot: number): boolean => travel !== undefined && travel.from[dot] < 0;
  const cooling = (dot: number): boolean => people.cooling[dot] === 1;
  pen.globalAlpha = TEXTURE;
  press(pen, stamps.known, places, (dot) => !cooling(dot) && (part === 1 || !fresh(dot)));
  if (part < 1 && travel) {
    // A newly named one turns from cloud to ink on the way.
    pen.globalAlpha = 1 - part;
    press(pen, stamps.filled, places, fresh);
    pen.globalAlpha = TEXTURE * part;
    press(pen, stamps.known, places, (dot) => fresh(dot) && !cooling(dot));
    pen.globalAlpha = 1 - part;
    const { places: old, travel: way } = scene.way!;
    const gone = new Set(way.lost);
    press(pen, stamps.gone, old, (dot) => gone.has(dot));
  }
  pen.globalAlpha = 1;
  press(pen, stamps.cooling, places, cooling);
}

/** The line to the card, in two parts, and the whiskers of the one who is picked. */
function linesOf({ layout, places }: Scene, { dot, whiskers, leaderY }: Pick): readonly Line[] {
  const [x, y] = [places.x[dot], places.y[dot]];
  const elbow = leaderY === null ? null : { x: layout.width - 12, y: leaderY };
  return [
    ...(elbow === null ? [] : [{ from: { x, y }, to: elbow }]),
    ...(whiskers === null
      ? []
      : [
          { from: { x: whiskers.left, y }, to: { x: whiskers.right, y } },
          { from: { x, y: whiskers.top }, to: { x, y: whiskers.bottom } },
        ]),
  ];
}

/** Names the group that is cooling beside its highest dot, clear of the lines of the one who is picked. */
function nameCooling(pen: Pen, scene: Scene, selected: Pick | null, colours: Colours): void {
  const { people, words } = scene.picture;
  let top = -1;
  for (let i = 0; i < people.cooling.length; i += 1) {
    if (people.cooling[i] === 1 && (top < 0 || scene.places.y[i] < scene.places.y[top])) top = i;
  }
  if (top < 0) return;
  pen.font = `500 12px ${colours.font}`;
  const dot = { x: scene.places.x[top], y: scene.places.y[top] };
  const { x, y, align } = labelPlace(
    dot,
    pen.measureText(words.cooling).width,
    scene.layout.plane,
    selected ? linesOf(scene, selected) : [],
  );
  write(pen, words.cooling, x, y, colours.signal, colours.paper, align);
}

function drawPick(pen: Pen, { layout, places }: Scene, { dot, whiskers, leaderY }: Pick, colours: Colours, cooling: boolean): void {
  const [x, y] = [places.x[dot], places.y[dot]];
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1;
  if (leaderY !== null) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(layout.width - 12, leaderY);
    pen.lineTo(layout.width, leaderY);
    pen.stroke();
  }
  if (whiskers) {
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(whiskers.left, y);
    pen.lineTo(whiskers.right, y);
    pen.moveTo(x, whiskers.top);
    pen.lineTo(x, whiskers.bottom);
    pen.stroke();
  }
  pen.fillStyle = colours.paper;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, 8, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  pen.strokeStyle = cooling ? colours.signal : colours.accent;
  pen.beginPath();
  pen.arc(x, y, 4, 0, 2 * Math.PI);
  pen.stroke();
}

function drawHovered(pen: Pen, x: number, y: number, colours: Colours): void {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.arc(x, y, 6, 0, 2 * Math.PI);
  pen.stroke();
}

/** Draws one moment; the pen counts in CSS pixels. */
export function drawMap(pen: Pen, scene: Scene, moment: Moment, stamps: Stamps, colours: Colours): void {
  const { layout, places, way, picture } = scene;
  const { part, fade, selected, hovered } = moment;
  pen.clearRect(0, 0, layout.width, layout.height);
  pen.lineJoin = 'round';
  drawAxes(pen, scene, colours);
  const arrived = part >= 1 || way === null;
  if (arrived) {
    drawCloud(pen, scene, 1, stamps);
    drawPeople(pen, scene, places, { ...moment, part: 1 }, stamps);
  } else if (fade) {
    pen.globalAlpha = TEXTURE * (1 - part);
    press(pen, stamps.known, way.places, () => true);
    pen.globalAlpha = TEXTURE * part;
    press(pen, stamps.known, places, () => true);
    pen.globalAlpha = 1;
    drawCloud(pen, scene, 1, stamps);
  } else {
    drawCloud(pen, scene, part, stamps);
    drawPeople(pen, scene, placesOnWay(scene, part), moment, stamps);
  }
  drawBracket(pen, scene, arrived || fade ? 1 : part, colours);
  if (arrived) {
    if (hovered >= 0) drawHovered(pen, places.x[hovered], places.y[hovered], colours);
    if (selected) drawPick(pen, scene, selected, colours, picture.people.cooling[selected.dot] === 1);
    nameCooling(pen, scene, selected, colours);
  }
  writeAxes(pen, scene, colours);
}
