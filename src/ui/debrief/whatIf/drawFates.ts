/** Draws the map of changed fates: gained = filled, given = hollow, all others faint. */

import type { Colours } from '../../map/inks.ts';
import { sideOf, type FateScene } from './fateScene.ts';

type Pen = CanvasRenderingContext2D;

function drawAxes(pen: Pen, { plane, ticks, strip }: FateScene, words: { value: string; loyalty: string }, colours: Colours): void {
  pen.lineWidth = 1;
  pen.strokeStyle = colours.rule;
  pen.setLineDash([1, 3]);
  pen.beginPath();
  for (const { y } of ticks) {
    pen.moveTo(plane.left, Math.round(y) + 0.5);
    pen.lineTo(plane.right, Math.round(y) + 0.5);
  }
  if (strip) pen.rect(plane.left + 0.5, strip.top + 0.5, plane.right - plane.left - 1, strip.bottom - strip.top - 1);
  pen.stroke();
  pen.setLineDash([]);
  pen.strokeStyle = colours.ink;
  pen.beginPath();
  pen.moveTo(plane.left + 0.5, plane.top);
  pen.lineTo(plane.left + 0.5, plane.bottom + 0.5);
  pen.lineTo(plane.right, plane.bottom + 0.5);
  pen.stroke();
  pen.font = `400 11px ${colours.font}`;
  pen.fillStyle = colours.faint;
  pen.textAlign = 'right';
  for (const { y, label } of ticks) pen.fillText(label, plane.left - 6, y + 4);
  pen.fillText(words.loyalty, plane.right, plane.bottom + 16);
  pen.textAlign = 'left';
  pen.fillText('0', plane.left, plane.bottom + 16);
  pen.fillText(words.value, plane.left + 8, plane.top + 9);
}

function dot(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

/** The pen counts in CSS pixels. @param picked place among the changed, -1 = none */
export function drawFates(pen: Pen, scene: FateScene, picked: number, words: { value: string; loyalty: string }, colours: Colours): void {
  const { others, places, changed } = scene;
  pen.clearRect(0, 0, scene.width, scene.height);
  pen.fillStyle = colours.cloud;
  pen.globalAlpha = 0.35;
  for (let i = 0; i < others.x.length; i += 1) {
    dot(pen, others.x[i], others.y[i], 1.3);
    pen.fill();
  }
  pen.globalAlpha = 1;
  pen.lineWidth = 1.5;
  changed.forEach(({ fate }, i) => {
    const gained = sideOf(fate) === 'gained';
    dot(pen, places.x[i], places.y[i], gained ? 2.6 : 3);
    pen.fillStyle = gained ? colours.accent : colours.paper;
    pen.fill();
    if (gained) return;
    pen.strokeStyle = colours.signal;
    pen.stroke();
  });
  if (picked >= 0) {
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 2;
    dot(pen, places.x[picked], places.y[picked], 8);
    pen.stroke();
  }
  drawAxes(pen, scene, words, colours);
}
