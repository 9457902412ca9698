/** Findings about benefits, parties and lessons in words. */

import type { Benefit } from '../../../game/lessons/benefits.ts';
import type { Lesson } from '../../../game/lessons/lesson.ts';
import { type Measured, type MeasureUnit, type ShownBy, toldDigits } from '../../../game/lessons/lessonRun.ts';
import type { PartyMeasure } from '../../../game/lessons/parties.ts';
import * as m from '../../../text/generated/messages.js';
import { teachingTerms } from '../../../text/glossaryLinks.ts';
import { word } from '../../../text/words.ts';
import { fixed, money, number, percent } from '../../format.ts';
import { opening } from '../../glassBox/opening.ts';

/** A figure in its unit; quarter 0 is said as never. */
export function amount(value: number, unit: MeasureUnit, currency: string): string {
  switch (unit) {
    case 'share':
      return percent(value, toldDigits.share);
    case 'money':
      return money(value, currency);
    case 'count':
      return number(value, toldDigits.count);
    case 'quarter':
      return value === 0 ? m.lessons_never() : m.evidence_quarter({ quarter: number(value) });
    case 'points':
    case 'number':
    case 'perThousand':
      return fixed(value, toldDigits[unit]);
  }
}

/** A figure that opens; a quarter is a date and does not. @param of whose it is, such as `lesson:rush` */
function openingAmount(
  of: string,
  value: number,
  unit: MeasureUnit,
  currency: string,
  beside: Readonly<Record<string, number>> = {},
): string {
  const words = amount(value, unit, currency);
  return unit === 'quarter' ? words : opening(`${of}/${unit}`, words, { given: { value, ...beside } });
}

/** Figures as the values f0, f1 … of a message, as numbers that open. @param of whose they are, such as `lesson:rush` */
export const valuesOf = (figures: readonly { unit: MeasureUnit; value: number }[], of: string, currency: string): Record<string, string> =>
  Object.fromEntries(figures.map(({ unit, value }, place) => [`f${place}`, openingAmount(of, value, unit, currency)]));

/** The figure early and late in the run, as numbers that open. @param of whose it is, such as `benefit:profit` */
export function measuredWords({ unit, from, to, over }: Measured, of: string, currency: string): string {
  const beside = over === null ? {} : { quartersOver: over };
  const said = openingAmount(of, to, unit, currency, beside);
  if (from === null) return said;
  const both = { from: openingAmount(of, from, unit, currency, beside), to: said };
  if (over === null) return m.lessons_over_run(both);
  return over === 1 ? m.lessons_over_one(both) : m.lessons_over({ ...both, over: number(over) });
}

/** Where in the log it stands; empty where no single decision shows it. */
export function placeWords(place: ShownBy | null): string {
  if (place === null) return '';
  const quarter = number(place.quarter);
  return m.lessons_place({
    place: place.seq === undefined ? m.evidence_quarter({ quarter }) : m.evidence_entry({ quarter, seq: number(place.seq + 1) }),
  });
}

export type Mark = 'good' | 'bad' | 'open';

/** A row that opens: what it is called, how it stands, and what shows it. */
export interface FindingRow {
  id: string;
  name: string;
  state: string;
  mark: Mark;
  lines: readonly string[];
  place: ShownBy | null;
  /** Key of the glossary. */
  term: string;
}

const marks: Readonly<Record<Lesson['state'] | Benefit['state'], Mark>> = {
  kept: 'good',
  gain: 'good',
  broken: 'bad',
  loss: 'bad',
  untested: 'open',
  same: 'open',
  notShown: 'open',
};
export const markOf = (state: keyof typeof marks): Mark => marks[state];

export function lessonRow({ id, state, why, figures, place }: Lesson, currency: string): FindingRow {
  const told = valuesOf(figures, `lesson:${id}`, currency);
  const shown = figures.length > 0 && why === null ? [word('lessonShown', id, told)] : [];
  return {
    id,
    name: word('lesson', id),
    state: word('lessons_state', state),
    mark: markOf(state),
    lines: [
      ...(state === 'untested' ? [word('lessonNot', why === null ? id : `${id}.${why}`, told)] : []),
      ...shown,
      m.lessons_rule({ rule: word('lessonRule', id) }),
    ],
    place,
    term: teachingTerms.lesson[id],
  };
}

export function benefitRow({ id, state, why, measured, place }: Benefit, currency: string): FindingRow {
  return {
    id,
    name: word('benefit', id),
    state: word('lessons_state', state),
    mark: markOf(state),
    lines: [
      ...(why === null ? [] : [word('lessons_why', why)]),
      ...(measured === null ? [] : [`${word('benefitFigure', id)}: ${measuredWords(measured, `benefit:${id}`, currency)}`]),
    ],
    place,
    term: teachingTerms.benefit[id],
  };
}

export const countIn = <State extends string>(list: readonly { state: State }[], ...states: readonly State[]): string =>
  number(list.filter(({ state }) => states.includes(state)).length);

export const partyRow = ({ figure, measured, state }: PartyMeasure, currency: string) => ({
  id: figure,
  name: word('partyFigure', figure),
  said: measuredWords({ ...measured, over: null }, `party:${figure}`, currency),
  state: measured.from === null ? '' : word('lessons_state', state),
  mark: measured.from === null ? ('open' as const) : markOf(state),
});
