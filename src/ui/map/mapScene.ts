/** All that one drawing of the map needs, laid out for one size. */

import type { KnownPeople, PersonFile } from '../../game/known/people.ts';
import { cloudOf, cloudPlaces, NOBODY, type Cloud } from './cloud.ts';
import { loyaltyX, mapLayout, placePeople, valueY, type Frame, type MapLayout, type Places } from './placing.ts';
import { scatter } from './scatter.ts';
import { travelBetween, type Travel } from './travel.ts';
import { valueTicks, type ValueAxis } from './valueAxis.ts';

/** What is to be shown, free of size. */
export interface Picture {
  people: KnownPeople;
  before: KnownPeople | null;
  axis: ValueAxis;
  cloudScale: number;
  /** Written on the drawing. */
  words: { value: string; loyalty: string; cooling: string; least: string; most: string; ticks: readonly string[] };
}
/** Ends of the 80% intervals of the selected person, CSS pixels. */
export interface Whiskers {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export interface Scene {
  layout: MapLayout;
  places: Places;
  cloud: Cloud;
  cloudDots: Places;
  ticks: readonly { y: number; label: string }[];
  picture: Picture;
  way: { travel: Travel; places: Places; cloud: Cloud; cloudDots: Places } | null;
}

export function sceneOf(picture: Picture, width: number, room: number): Scene {
  const layout = mapLayout(width, room);
  const { people, before, axis, cloudScale } = picture;
  const length = layout.cloud.right - layout.cloud.left;
  const cloudFor = (shown: KnownPeople): { cloud: Cloud; cloudDots: Places } => {
    const cloud = cloudOf(shown.unknown ?? NOBODY, cloudScale, length);
    return { cloud, cloudDots: cloudPlaces(cloud, layout.cloud) };
  };
  return {
    layout,
    places: placePeople(people, axis, layout.plane),
    ...cloudFor(people),
    ticks: valueTicks(axis).map((value, index) => ({ y: valueY(value, axis, layout.plane), label: picture.words.ticks[index] })),
    picture,
    way: before && { travel: travelBetween(before, people), places: placePeople(before, axis, layout.plane), ...cloudFor(before) },
  };
}

export function whiskersOf(file: PersonFile, axis: ValueAxis, plane: Frame): Whiskers {
  return {
    left: loyaltyX(file.loyalty.low, plane),
    right: loyaltyX(file.loyalty.high, plane),
    top: valueY(file.value.high, axis, plane),
    bottom: valueY(file.value.low, axis, plane),
  };
}

/** Fast at first, slow at the end. */
export const eased = (part: number): number => 1 - (1 - part) * (1 - part) * (1 - part);

/** Places on the way, `part` 0-1 of it: who stayed goes from old to new, who is newly named rises out of the cloud. */
export function placesOnWay({ way, places, layout }: Scene, part: number): Places {
  if (!way) return places;
  const { travel, places: old } = way;
  const far = eased(part);
  const { left, top, bottom } = layout.cloud;
  const x = new Float32Array(places.x.length);
  const y = new Float32Array(places.y.length);
  for (let i = 0; i < x.length; i += 1) {
    const from = travel.from[i];
    const startX = from >= 0 ? old.x[from] : left + scatter(i, 5) * way.cloud.highEnd;
    const startY = from >= 0 ? old.y[from] : top + (0.2 + 0.6 * scatter(i, 6)) * (bottom - top);
    x[i] = startX + (places.x[i] - startX) * far;
    y[i] = startY + (places.y[i] - startY) * far;
  }
  return { x, y };
}
