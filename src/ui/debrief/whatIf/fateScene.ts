/** Where the customers stand whose fate a change moves: on the map as the firm saw it when the changed round began. */

import type { ChangedFate, FateId } from '../../../game/whatIf/difference.ts';
import type { PeopleBefore } from '../../../game/whatIf/keptLife.ts';
import { placePeople, valueY, type Frame, type Places } from '../../map/placing.ts';
import { scatter } from '../../map/scatter.ts';
import { valueAxis, valueTicks } from '../../map/valueAxis.ts';
import { shortNumber } from '../../map/mapFigures.ts';

/** gained: with the firm, or for longer, only because of the change; given: the other way round. */
export type Side = 'gained' | 'given';
export const sideOf = (fate: FateId): Side => (fate === 'kept' || fate === 'won' || fate === 'longer' ? 'gained' : 'given');

export interface FateScene {
  width: number;
  height: number;
  plane: Frame;
  ticks: readonly { y: number; label: string }[];
  /** Known customers whose fate is the same. */
  others: Places;
  /** Those whose fate is another, in the order of `changed`; who had no name then stands in the strip under the axis. */
  places: Places;
  changed: readonly ChangedFate[];
  /** Where the strip is; null where all had a name. */
  strip: { top: number; bottom: number; count: number } | null;
}

const LEFT = 44;
const RIGHT = 14;
const TOP = 8;
const AXIS = 26;
const STRIP = 30;

/** @param room height that the plane may take at most, CSS pixels */
export function fateScene(changed: readonly ChangedFate[], people: PeopleBefore, width: number, room: number): FateScene {
  const tall = Math.round(Math.max(180, Math.min(320, width * 0.7, room)));
  const plane = { left: LEFT, top: TOP, right: Math.max(LEFT + 1, width - RIGHT), bottom: TOP + tall };
  const axis = valueAxis(people.value);
  const all = placePeople(people, axis, plane);
  const dotOf = new Map<number, number>();
  people.person.forEach((person, dot) => dotOf.set(person, dot));
  const moved = new Set(changed.map(({ person }) => person));
  const strangers = changed.filter(({ person }) => !dotOf.has(person)).length;
  const strip = strangers === 0 ? null : { top: plane.bottom + AXIS, bottom: plane.bottom + AXIS + STRIP, count: strangers };
  const others: number[] = [];
  people.person.forEach((person, dot) => {
    if (!moved.has(person)) others.push(dot);
  });
  const places = { x: new Float32Array(changed.length), y: new Float32Array(changed.length) };
  changed.forEach(({ person }, place) => {
    const dot = dotOf.get(person);
    places.x[place] = dot === undefined ? plane.left + 4 + scatter(person, 5) * (plane.right - plane.left - 8) : all.x[dot];
    places.y[place] = dot === undefined ? strip!.top + 6 + scatter(person, 6) * (STRIP - 12) : all.y[dot];
  });
  return {
    width,
    height: (strip?.bottom ?? plane.bottom + AXIS) + 4,
    plane,
    ticks: valueTicks(axis).map((value) => ({ y: valueY(value, axis, plane), label: shortNumber(value) })),
    others: { x: Float32Array.from(others, (dot) => all.x[dot]), y: Float32Array.from(others, (dot) => all.y[dot]) },
    places,
    changed,
    strip,
  };
}
