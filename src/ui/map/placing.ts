/** Where things stand on the map, in CSS pixels: the plane of known customers, and the cloud of the others under its axis. */

import { scatter } from './scatter.ts';
import { valuePart, type ValueAxis } from './valueAxis.ts';

export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface MapLayout {
  width: number;
  height: number;
  plane: Frame;
  cloud: Frame;
  /** Height of the bracket that measures the cloud. */
  bracket: number;
}
/** Columns of places, one entry a dot. */
export interface Places {
  x: Float32Array;
  y: Float32Array;
}

const LEFT = 44;
const RIGHT = 14;
const TOP = 22;
/** Axis figures, gap to the cloud, and under the cloud its bracket with words. */
const AXIS = 22;
const GAP = 10;
const CLOUD = 52;
const MEASURE = 30;
const PLANE = { least: 200, most: 340 };

/** @param room height that the plane may take at most: it is the first to give way on a low screen */
export function mapLayout(width: number, room: number): MapLayout {
  const tall = Math.round(Math.max(PLANE.least, Math.min(PLANE.most, width * 0.82, room)));
  const plane = { left: LEFT, top: TOP, right: Math.max(LEFT + 1, width - RIGHT), bottom: TOP + tall };
  const cloud = { left: plane.left, top: plane.bottom + AXIS + GAP, right: plane.right, bottom: plane.bottom + AXIS + GAP + CLOUD };
  return { width, height: cloud.bottom + MEASURE, plane, cloud, bracket: cloud.bottom + 8 };
}

export const loyaltyX = (loyalty: number, { left, right }: Frame): number =>
  left + (Math.max(0, Math.min(100, loyalty)) / 100) * (right - left);

export const valueY = (value: number, axis: ValueAxis, { top, bottom }: Frame): number => bottom - valuePart(value, axis) * (bottom - top);

/** The index of loyalty moves in steps of this many points (a field more on file); dots spread over one step. */
const STEP = 1.5;

/** Places of the known customers. Dots whose value lies beyond an end of the axis are spread a little inward from it. */
export function placePeople(
  people: { person: Uint32Array; value: Float32Array; loyalty: Uint8Array },
  axis: ValueAxis,
  plane: Frame,
): Places {
  const count = people.person.length;
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0; i < count; i += 1) {
    const person = people.person[i];
    const value = people.value[i];
    x[i] = loyaltyX(people.loyalty[i] + (scatter(person, 0) - 0.5) * STEP, plane);
    const inward = value > axis.low ? 0 : scatter(person, 1) * 5;
    y[i] = valueY(value, axis, plane) - inward;
  }
  return { x, y };
}
