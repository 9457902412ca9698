/** Words for the states, events and guards of a machine, with the numbers that the rules use. */

import type { Reason } from '../../company/guards.ts';
import { usualParameters as rule } from '../../company/parameters.ts';
import { chainsAReview } from '../../company/review/reviewOptions.ts';
import * as m from '../../text/generated/messages.js';
import { word, type WordValues } from '../../text/words.ts';
import { reasonWords, refusing } from '../cockpit/reasons.ts';
import { list, number, percent } from '../format.ts';
import { onlyEvent, type Edge, type Graph, type Way } from './graph.ts';
import type { MachineKind } from './shipped.ts';
import { spans } from './travel.ts';

/** What refuses a way now, by its guard, or by its event where somebody chooses when it comes; an empty list = open. */
export type Refusals = Readonly<Partial<Record<string, readonly Reason[]>>>;

export const stateWords = (kind: MachineKind, state: string): string =>
  kind === 'position' ? `${state.toUpperCase()} ${word('level', state)}` : word('machineState', `${kind}.${state}`);

/** Name of the guard a way has, 'otherwise' where it is the rest of the ways before it; null where nothing is asked. */
const guardOf = ({ guard, otherwise }: Way): string | null => guard ?? (otherwise ? 'otherwise' : null);

/** Limits that the guards use, as the sentences name them. */
export function limits(): WordValues {
  return {
    high: number(rule['meter.high']),
    low: number(rule['meter.low']),
    turns: number(rule['meter.turns']),
    stock: number(rule['programme.submitStock']),
    lines: number(rule['programme.costLines']),
    submit: number(rule['programme.submitGap']),
    recover: number(rule['programme.recoverGap']),
    pilotGap: number(rule['programme.pilotGap']),
    pilotUse: number(rule['programme.pilotAdoption']),
    embed: number(rule['programme.embedAdoption']),
    relapse: number(rule['programme.relapseAdoption']),
    stallL: number(rule['programme.stallLeadership']),
    stallUse: number(rule['programme.stallAdoption']),
    share: percent(rule['rival.shareLoss'], 0),
    minor: number(rule['severity.minor']),
    major: number(rule['severity.major']),
    critical: number(rule['severity.critical']),
    supervisor: number(rule['authority.supervisor']),
    delighted: number(100 * rule['score.delighted']),
    recovered: number(100 * rule['score.recovered']),
    partial: number(100 * rule['score.partial']),
    control: number(rule['review.controlLasts']),
    wave: number(rule['review.waveAge']),
    reserve: number(rule['review.reserveLeast']),
    chains: number(chainsAReview),
  };
}

/** What a way asks, as a sentence; null where nothing is asked. */
export function conditionWords(way: Way): string | null {
  const guard = guardOf(way);
  return guard === null ? null : word('machineAsk', guard, limits());
}

function wayLabel(way: Way, only: string | null): string {
  const guard = guardOf(way);
  const short = guard === null ? null : word('machineGuard', guard);
  const event = word('machineEvent', way.event);
  if (short === null) return event;
  if (only !== null || way.event === 'always') return short;
  return way.shared ? `${event}: ${short}` : event;
}

/** A few words on an edge: the event, and the guard where the event alone does not tell the way. */
export function labelOf(graph: Graph): (edge: Edge) => string {
  const only = onlyEvent(graph);
  return ({ ways }) => ways.map((way) => wayLabel(way, only)).join(' / ');
}

/** When a way is taken and what it asks, in full. */
export function wayWords(way: Way): string {
  const condition = conditionWords(way);
  if (way.event === 'always') return condition === null ? m.machine_always() : m.machine_always_asks({ condition });
  const event = word('machineEvent', way.event);
  return condition === null ? m.machine_when({ event }) : m.machine_asks({ event, condition });
}

/** What refuses a way now; null where its guard has no list, or cannot be asked. */
export function reasonsNow({ guard, event }: Way, guards: Refusals): readonly Reason[] | null {
  const reasons = (guard === null ? undefined : guards[guard]) ?? guards[event];
  return reasons === undefined ? null : refusing(reasons);
}

/** The same in a sentence; empty where nothing can be said. */
export function nowWords(way: Way, guards: Refusals): string {
  const reasons = reasonsNow(way, guards);
  if (reasons === null) return '';
  return reasons.length === 0 ? m.machine_met() : m.machine_missing({ reasons: list(reasons.map(reasonWords)) });
}

/** Every way of an edge is refused now. */
export const isRefused = ({ ways }: Edge, guards: Refusals): boolean => ways.every((way) => (reasonsNow(way, guards) ?? []).length > 0);

/** Somebody may take it by an event of their own choice. */
export const isOpen = ({ ways }: Edge, guards: Refusals): boolean => ways.some(({ event }) => guards[event]?.length === 0);

/** What is to be said of the ways out of a state: a case is asked where it stands, and nowhere else. */
export const asked = (kind: MachineKind, from: string, now: string, guards: Refusals): Refusals =>
  kind === 'case' && from !== now ? {} : guards;

/** Quarters at whose end a state held, the last `most` spells of them; quarter 0 is the start. */
export function quarterWords(quarters: readonly number[], most = Infinity): string {
  const all = spans(quarters);
  const shown = all.slice(-most);
  const from = shown.map(([first, last]) => [Math.max(1, first), last] as const).filter(([, last]) => last > 0);
  const numbers = from.map(([first, last]) => (first === last ? number(last) : `${number(first)}–${number(last)}`)).join(', ');
  const one = from.length === 1 && from[0]![0] === from[0]![1];
  const said = [
    ...(shown.some(([, last]) => last === 0) ? [m.machine_start()] : []),
    ...(from.length === 0 ? [] : [one ? m.quarter_one({ quarter: numbers }) : m.machine_quarters({ quarters: numbers })]),
  ];
  return `${all.length > shown.length ? '… ' : ''}${said.join(', ')}`;
}
