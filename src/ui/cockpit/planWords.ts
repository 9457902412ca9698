/** What a plan says, in a few words: the line under the name of a card. */

import type { AnyControl, CardId, Control, ControlId, QuarterPlan } from '../../company/controls.ts';
import type { ScenarioSegment } from '../../scenario/scenario.ts';
import * as messages from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { word } from '../../text/words.ts';
import { list, number, signed } from '../format.ts';
import { language } from '../language.svelte.ts';
import type { Card } from './rounds.ts';

export type Segments = readonly Pick<ScenarioSegment, 'id' | 'name'>[];

export const optionWord = (control: string, option: string): string => word('option', `${control}.${option}`);

export function levelWords(control: string, value: number): string {
  return word('level', control, { value: number(value), rest: number(100 - value), signed: signed(value) });
}

export function segmentName(segments: Segments, id: string): string {
  const found = segments.find((segment) => segment.id === id);
  return found ? localText(found.name, language.current) : id;
}

/** Names while they fit a line, else the count. */
function some(names: readonly string[], of: number): string {
  if (names.length === 0) return messages.plan_none();
  if (names.length > 3 && names.length === of) return messages.plan_all();
  return names.length <= 3 ? list(names) : messages.plan_count({ count: number(names.length), of: number(of) });
}

/** One word where all groups are treated alike, else each word with the groups it holds for. */
function grouped(values: Readonly<Record<string, string>>, segments: Segments): string {
  const words = [...new Set(Object.values(values))];
  if (words.length <= 1) return words[0] ?? '';
  const named = (wanted: string): string[] =>
    Object.keys(values)
      .filter((id) => values[id] === wanted)
      .map((id) => segmentName(segments, id));
  return words.map((value) => `${value}: ${list(named(value))}`).join('; ');
}

const mapValues = <V>(values: Readonly<Record<string, V>>, words: (value: V) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, words(value)]));

/** The chosen value of one control. */
export function valueWords(control: AnyControl, plan: QuarterPlan, segments: Segments): string {
  const { kind, id }: Control = control;
  const value: unknown = plan[control.id];
  if (kind === 'choice') return optionWord(id, value as string);
  if (kind === 'level') return levelWords(id, value as number);
  if (kind === 'split')
    return Object.entries(value as Record<string, number>)
      .map(([option, share]) => `${optionWord(id, option)} ${number(share)}%`)
      .join(' / ');
  if (kind === 'segments')
    return some(
      (value as string[]).map((segment) => segmentName(segments, segment)),
      segments.length,
    );
  if (kind === 'subset')
    return some(
      (value as string[]).map((option) => optionWord(id, option)),
      control.kind === 'subset' ? control.options.length : 0,
    );
  if (kind === 'choiceEach')
    return grouped(
      mapValues(value as Record<string, string>, (option) => optionWord(id, option)),
      segments,
    );
  return grouped(
    mapValues(value as Record<string, number>, (level) => levelWords(id, level)),
    segments,
  );
}

/** Cards of which nothing else counts while one control says none. */
const switches: Readonly<Partial<Record<CardId, ControlId>>> = {
  'cam.run': 'cam.offer',
  'idc.loyal': 'idc.loyal',
  'idc.class': 'idc.class',
  'crm.align': 'crm.align',
};

/** Of several numbers on one card, several lists of segments or several choices of many, each says what it is, and nothing is said of those that are nought or empty. */
export function cardWords(card: Card, plan: QuarterPlan, segments: Segments): string {
  const off = switches[card.id];
  if (off !== undefined && plan[off] === 'none') return optionWord(off, 'none');
  const levels = card.controls.filter(({ kind }) => kind === 'level');
  const lists = card.controls.filter(({ kind }) => kind === 'segments');
  const subsets = card.controls.filter(({ kind }) => kind === 'subset');
  const empty = (control: AnyControl): boolean => control.kind === 'segments' && plan[control.id].length === 0;
  const shown = card.controls.filter(
    (control) =>
      (levels.length < 2 || control.kind !== 'level' || plan[control.id] !== 0) &&
      ((lists.length < 2 && off === undefined) || !empty(control)),
  );
  if (shown.length === 0 && lists.length > 1) return messages.plan_none();
  const named = (control: AnyControl): string => {
    const words = valueWords(control, plan, segments);
    if (lists.length > 1 && control.kind === 'segments') return `${word('lead', control.id)}: ${words}`;
    if (subsets.length > 1 && control.kind === 'subset') return `${word('control', control.id)}: ${words}`;
    return levels.length > 1 && control.kind === 'level' ? `${word('control', control.id)} ${words}` : words;
  };
  return [...new Set(shown.map(named))].join(' · ');
}
