/** The run beside other lives, in words, and the places of their lines. */

import type { Mirror, Mirrored } from '../../game/mirror/mirror.ts';
import { findingOf } from '../../game/pairs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { chartScale } from '../chart/chartData.ts';
import { opening } from '../glassBox/opening.ts';
import { axisMoney, fixed, money, number, signed, signedMoney } from '../format.ts';
import { language } from '../language.svelte.ts';
import { plane, type Point, side } from '../cockpit/plane.ts';

export interface MirrorLine {
  /** Written at the end of its lines: A, B, C; empty for the run itself. */
  letter: string;
  name: string;
  /** What a trap promises; empty where nothing is told. */
  told: string;
  life: Mirrored;
}

/** The lives with their letters and names; a trap goes by what its scenario calls it. */
export function mirrorLines({ lives }: Mirror, scenario: Scenario): MirrorLine[] {
  const here = (text: Parameters<typeof localText>[0]): string => localText(text, language.current);
  return lives.map((life, i): MirrorLine => {
    const trap = life.kind === 'trap' ? scenario.traps.find(({ playbook }) => playbook === life.playbook) : undefined;
    const letter = i === 0 ? '' : String.fromCharCode(64 + i);
    const name = trap?.name ? here(trap.name) : nameOf[life.kind]();
    return { letter, name, told: trap ? here(trap.text) : '', life };
  });
}

const nameOf: Readonly<Record<Mirrored['kind'], () => string>> = {
  run: m.mirror_run,
  best: m.mirror_best,
  stay: m.mirror_stay,
  twin: m.mirror_twin,
  trap: m.mirror_trap,
};

/** Traps that the scenario of the run tells and nobody can play: it names no playbook for them, as older ones do. */
export const untoldTraps = ({ traps }: Pick<Scenario, 'traps'>, playbooks: Readonly<Record<string, unknown>>): string[] =>
  traps
    .filter(({ playbook }) => playbook === undefined || playbooks[playbook] === undefined)
    .map(({ name, text }) => [...(name ? [localText(name, language.current)] : []), localText(text, language.current)].join(': '));

/** Place of a life in the mirror, by its letter. */
export const placeOf = ({ letter }: MirrorLine): number => (letter === '' ? 0 : letter.charCodeAt(0) - 64);

/** How the run stands beside another life by the equity at the end. */
export function besideWords(line: MirrorLine, currency: string): string {
  const { name, life } = line;
  const { behind } = life;
  const amount = opening(`mirror.difference:${placeOf(line)}`, money(Math.abs(behind.mean), currency));
  switch (findingOf(behind)) {
    case 'paid':
      return m.mirror_more({ name, amount });
    case 'cost':
      return m.mirror_less({ name, amount });
    case 'alike':
      return m.mirror_alike({ name });
    case 'luck':
    case 'early':
      return m.mirror_luck({ name, amount });
  }
}

export interface MirrorRow {
  letter: string;
  name: string;
  level: string;
  score: string;
  equity: string;
  difference: string;
  range: string;
}

/** Every life with its figures at the end, which open. */
export function mirrorRows(lines: readonly MirrorLine[], currency: string): MirrorRow[] {
  const plus = (amount: number): string => signedMoney(amount, currency);
  return lines.map(({ letter, name, life }, i) => ({
    letter,
    name,
    level: life.level.toUpperCase(),
    score: life.score === null ? '–' : opening(`mirror.score:${i}`, fixed(life.score)),
    equity: opening(`mirror.equity:${i}`, money(life.quarters.at(-1)!.equity, currency)),
    // Of the other life over the run.
    difference: i === 0 ? '–' : opening(`mirror.difference:${i}`, plus(-life.behind.mean)),
    range:
      i === 0 || life.behind.range === null
        ? ''
        : m.contributions_between({ low: plus(-life.behind.range[1]), high: plus(-life.behind.range[0]) }),
  }));
}

/** The ways over the matrix, on its drawing. */
export const matrixWay = ({ life }: MirrorLine): Point[] =>
  life.quarters.map(({ individualisation, information }) => plane(individualisation, information));

export interface EquityScale {
  ticks: readonly { y: number; words: string }[];
  way: (line: MirrorLine) => Point[];
}

/** The equity of all lives on a drawing as large as the matrix. */
export function equityScale(lines: readonly MirrorLine[], currency: string): EquityScale {
  const say = (value: number): string => axisMoney(value, currency);
  const scale = chartScale(
    lines.map(({ name, life }) => ({ name, look: 'own', values: life.quarters.map(({ equity }) => equity) })),
    say,
  );
  const y = (value: number): number => side - (side * (value - scale[0])) / (scale[2] - scale[0]);
  return {
    ticks: scale.map((value) => ({ y: y(value), words: say(value) })),
    way: ({ life: { quarters } }) => quarters.map(({ equity }, q) => ({ x: (side * q) / Math.max(1, quarters.length - 1), y: y(equity) })),
  };
}

export interface EndLabel extends Point {
  words: string;
}

/** Letters at the ends of the lines; those that would cover one another stand together as one. */
export function endLabels(ends: readonly { at: Point; words: string }[]): EndLabel[] {
  const labels: EndLabel[] = [];
  for (const { at, words } of ends) {
    const near = labels.find((label) => Math.abs(label.x - at.x) < 12 && Math.abs(label.y - at.y) < 11);
    if (near) near.words = `${near.words} ${words}`;
    else labels.push({ ...at, words });
  }
  return labels;
}

/** The two pictures in a sentence: where run and picked life end. */
export function mirrorSummary(run: MirrorLine, other: MirrorLine, currency: string): string {
  const said = ({ life }: MirrorLine): { equity: string; i: string; p: string } => {
    const { equity, information, individualisation } = life.quarters.at(-1)!;
    return { equity: money(equity, currency), i: number(information), p: number(individualisation) };
  };
  const [own, its] = [said(run), said(other)];
  return m.mirror_summary({ ...own, name: other.name, otherEquity: its.equity, otherI: its.i, otherP: its.p });
}

/** Score of the run beside the picked one; empty where there is none. */
export const scoreWords = (run: MirrorLine, other: MirrorLine): string =>
  run.life.score === null || other.life.score === null
    ? ''
    : m.mirror_score({
        own: opening(`mirror.score:${placeOf(run)}`, fixed(run.life.score)),
        other: opening(`mirror.score:${placeOf(other)}`, fixed(other.life.score)),
        difference: opening(`mirror.apart:${placeOf(other)}`, signed(run.life.score - other.life.score, 1)),
      });
