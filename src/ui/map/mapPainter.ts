/** Keeps a canvas as sharp as the screen, draws when something has changed, and plays the way from one picture to the next. */

import type { PersonFile } from '../../game/known/people.ts';
import { drawMap, type Pick } from './drawMap.ts';
import { coloursOf, makeStamps, type Colours, type Stamps } from './inks.ts';
import { sceneOf, whiskersOf, type Picture, type Scene } from './mapScene.ts';

/** Milliseconds on the way, and of the one cross-fade where less motion is asked for. */
const TRAVEL = 1200;
const FADE = 300;
/** Fewer dots may be bigger. */
const radiusFor = (dots: number): number => (dots < 700 ? 2.1 : 1.6);

export class MapPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: CanvasRenderingContext2D;
  #picture: Picture | null = null;
  #width = 0;
  #room = 0;
  #scene: Scene | null = null;
  #frame = 0;
  #start: number | null = null;
  #playing: 'travel' | 'fade' | null = null;
  #arrived: (() => void) | null = null;
  #stamps: { key: string; stamps: Stamps } | null = null;
  #looked: { dot: number; file: PersonFile | null; leaderY: number | null } = { dot: -1, file: null, leaderY: null };
  #hovered = -1;

  constructor(canvas: HTMLCanvasElement) {
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    this.#canvas = canvas;
    this.#pen = pen;
  }

  get scene(): Scene | null {
    return this.#scene;
  }
  get playing(): boolean {
    return this.#playing !== null;
  }

  /** @param play how to come from the picture before; `arrived` is called when that is over or skipped */
  show(picture: Picture, play: 'travel' | 'fade' | null, arrived: () => void): void {
    this.#picture = picture;
    this.#playing = picture.before ? play : null;
    this.#start = null;
    this.#arrived = arrived;
    this.#layOut();
    if (this.#playing === null) arrived();
  }

  /** New words or axis without starting again. */
  update(picture: Picture): void {
    this.#picture = picture;
    this.#layOut();
  }

  /** @param dot the person looked at, -1 = nobody; `leaderY` = where the line to the card leaves the map, null without one */
  look(dot: number, file: PersonFile | null, leaderY: number | null): void {
    this.#looked = { dot, file, leaderY };
    this.draw();
  }

  hover(dot: number): void {
    if (dot === this.#hovered) return;
    this.#hovered = dot;
    this.draw();
  }

  resize(width: number, room: number): void {
    if (width === this.#width && room === this.#room) return;
    this.#width = width;
    this.#room = room;
    this.#layOut();
  }

  skip(): void {
    if (this.#playing === null) return;
    this.#playing = null;
    this.#arrived?.();
    this.draw();
  }

  /** Draws before the next frame, once however often it is asked. */
  draw(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#paint(now));
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
  }

  #layOut(): void {
    if (!this.#picture || this.#width < 80) return;
    this.#scene = sceneOf(this.#picture, this.#width, this.#room);
    this.draw();
  }

  #paint(now: number): void {
    this.#frame = 0;
    const scene = this.#scene;
    if (!scene) return;
    const scale = devicePixelRatio || 1;
    const { width, height } = scene.layout;
    const canvas = this.#canvas;
    const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
      canvas.style.height = `${height}px`;
    }
    this.#pen.setTransform(scale, 0, 0, scale, 0, 0);
    const colours = coloursOf(canvas);
    const stamps = this.#stampsFor(colours, scale, radiusFor(scene.places.x.length));
    const fade = this.#playing === 'fade';
    drawMap(this.#pen, scene, { part: this.#part(now), fade, selected: this.#pick(scene), hovered: this.#hovered }, stamps, colours);
    if (this.#playing !== null) this.draw();
  }

  #stampsFor(colours: Colours, scale: number, radius: number): Stamps {
    const key = [scale, radius, ...Object.values(colours)].join();
    if (this.#stamps?.key !== key) this.#stamps = { key, stamps: makeStamps(colours, scale, radius) };
    return this.#stamps.stamps;
  }

  #pick({ layout, picture }: Scene): Pick | null {
    const { dot, file, leaderY } = this.#looked;
    if (dot < 0) return null;
    const own = file?.person === picture.people.person[dot] ? file : null;
    return { dot, whiskers: own && whiskersOf(own, picture.axis, layout.plane), leaderY };
  }

  #part(now: number): number {
    if (this.#playing === null) return 1;
    this.#start ??= now;
    const part = Math.min(1, (now - this.#start) / (this.#playing === 'fade' ? FADE : TRAVEL));
    if (part >= 1) {
      this.#playing = null;
      this.#arrived?.();
    }
    return part;
  }
}
