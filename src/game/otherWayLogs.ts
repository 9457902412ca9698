/** The log of a run with one decision otherwise: the split of marketing money moved, or another migration path. */

import { type PathId, pathIds } from '../company/controls.ts';
import { paths, type RealPathId } from '../company/paths.ts';
import { programmeOf } from '../company/programme.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Playing } from './playing.ts';
import type { LoggedEntry } from './replay.ts';

/** Points of the split that are moved. */
export const SPLIT_STEP = 10;

export type OtherWay = { kind: 'split'; shift: number } | { kind: 'path'; path: PathId };

/** The ways compared: ten points towards keeping and towards winning, and staying and each path from the level before play. */
export function otherWaysOf(scenario: Scenario): OtherWay[] {
  const from = scenario.firms[0].level ?? 'l1';
  const open = pathIds.filter((id) => id === 'stay' || paths[id].from === from);
  return [
    { kind: 'split', shift: -SPLIT_STEP },
    { kind: 'split', shift: SPLIT_STEP },
    ...open.map((path): OtherWay => ({ kind: 'path', path })),
  ];
}

const isReal = (id: PathId): id is RealPathId => id !== 'stay';
const firstOf = (scenario: Scenario): string => scenario.firms[0].id;
const planEntry = (firm: string, plan: object): LoggedEntry => ({ seq: -1, firm, kind: 'plan', data: { plan } }) as LoggedEntry;

/** What the learner's plan entry says of a control; undefined where it is none or says nothing of it. */
function said<T>(entry: LoggedEntry, firm: string, control: string): T | undefined {
  if (entry.firm !== firm || entry.kind !== 'plan') return undefined;
  return (entry.data as { plan: Record<string, unknown> }).plan[control] as T | undefined;
}

const within = (share: number): number => Math.min(100, Math.max(0, share));

/** The log with the split moved by so many points in every quarter, as far as 0 and 100 allow. */
export function splitMoved(scenario: Scenario, entries: readonly LoggedEntry[], start: number, shift: number): LoggedEntry[] {
  const firm = firstOf(scenario);
  return [
    planEntry(firm, { 'biz.split': within(start + shift) }),
    ...entries.map((entry): LoggedEntry => {
      const split = said<number>(entry, firm, 'biz.split');
      if (split === undefined) return entry;
      const { data } = entry as { data: { plan: object } };
      return { ...entry, data: { ...data, plan: { ...data.plan, 'biz.split': within(split + shift) } } } as LoggedEntry;
    }),
  ];
}

/** The path that leads on to level 4 from where a first path ends; null where it ends there or nothing leads on. */
const onwards = (path: RealPathId): PathId | null =>
  pathIds.find((id) => isReal(id) && paths[id].from === paths[path].to && paths[id].to === 'l4') ?? null;

/**
 * What puts another path into a run: named when the learner first named one (at once where he never did), and followed by the path to level 4
 * once the learner had named a second and the first one's level is reached. Made anew for each replay.
 */
export function otherPath(
  scenario: Scenario,
  path: PathId,
  entries: readonly LoggedEntry[],
): (entry: LoggedEntry, playing: Playing) => readonly LoggedEntry[] {
  const firm = firstOf(scenario);
  const never = pathTaken(scenario, entries) === 'stay';
  const named: PathId[] = [];
  return (entry, playing) => {
    const now = said<PathId>(entry, firm, 'crm.path');
    if (now !== undefined && now !== 'stay' && named.at(-1) !== now) named.push(now);
    if (entry.kind !== 'commit' || entry.firm !== firm) return [];
    if (!isReal(path) || (named.length === 0 && !never)) return [planEntry(firm, { 'crm.path': 'stay' })];
    const arrived = programmeOf(playing.world.played[0]!.firm).level === paths[path].to;
    return [planEntry(firm, { 'crm.path': (named.length > 1 && arrived ? onwards(path) : null) ?? path })];
  };
}

/** The first path that the learner named, stay where he never named one. */
export function pathTaken(scenario: Scenario, entries: readonly LoggedEntry[]): PathId {
  const named = entries.map((entry) => said<PathId>(entry, firstOf(scenario), 'crm.path'));
  return named.find((path) => path !== undefined && path !== 'stay') ?? 'stay';
}
