/** Whether a run that was handed in is what it says: first by its header, then by playing it again. One rule for page and command line. */

import { chainErrors } from '../game/chain.ts';
import type { RunFile } from '../game/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { assignmentId, choiceFor, tidyStudent, type Assignment } from './assignment.ts';

/** Why a run is not taken; `format` covers what the reader of run files refuses, `assignment` a run that was begun otherwise than it sets. */
export const refusalIds = ['format', 'chain', 'engine-epoch', 'scenario', 'assignment', 'illegal-entry', 'digest', 'score'] as const;
export type RefusalId = (typeof refusalIds)[number];

export interface Refusal {
  reason: RefusalId;
  /** What exactly, for who looks into it: a path, a field, a code. */
  at?: string;
}

const refusal = (reason: RefusalId, at?: string): Refusal => ({ reason, ...(at !== undefined && { at }) });

/** What is wrong with the chain, the engine or the scenario of a run; null for nothing. Nothing is played. @param scenario null: not here */
export function headerRefusal(run: RunFile, scenario: Scenario | null, epoch: number): Refusal | null {
  const damage = damageRefusal(run, epoch);
  if (damage !== null) return damage;
  if (run.scenario.id !== scenario?.id || run.scenario.hash !== scenarioHash(scenario)) return refusal('scenario', run.scenario.id);
  return run.world >= scenario.worlds.length ? refusal('scenario', `world ${run.world}`) : null;
}

/** What keeps anything else from being said of a run: a broken chain, or another engine. */
function damageRefusal(run: RunFile, epoch: number): Refusal | null {
  const [broken] = chainErrors(run);
  if (broken !== undefined) return refusal('chain', broken.at);
  return run.epoch === epoch ? null : refusal('engine-epoch', `epoch ${run.epoch}, ${epoch}`);
}

/**
 * What is wrong with a run that was handed in for an assignment, short of playing it: damage first, since of a damaged file nothing else can
 * be said; then another engine, another firm, another beginning or other rounds than it sets. Free are the capitals of the student's id, the
 * version of the app, notes, the claim and what was looked ahead. @param scenario as `assignedFolder` makes it
 */
export function handedInRefusal(run: RunFile, assignment: Assignment, scenario: Scenario, epoch: number): Refusal | null {
  const damage = damageRefusal(run, epoch);
  if (damage !== null) return damage;
  if (run.scenario.id !== scenario.id) return refusal('scenario', run.scenario.id);
  return assignmentRefusal(run, assignment) ?? headerRefusal(run, scenario, epoch) ?? logRefusal(run, assignment);
}

/** The first way in which a run was begun otherwise than the assignment sets; null when it is a run of it. */
function assignmentRefusal(run: RunFile, assignment: Assignment): Refusal | null {
  if (run.mode !== 'assigned' || run.assignment === undefined) return refusal('assignment', 'mode');
  if (run.assignment.id !== assignmentId(assignment)) return refusal('assignment', `id ${run.assignment.id}`);
  const { student } = run.assignment;
  if (student === '' || student !== tidyStudent(student)) return refusal('assignment', 'student');
  if (run.parent !== undefined) return refusal('assignment', 'parent');
  const set = choiceFor(assignment, student);
  for (const field of ['customers', 'world', 'populationSeed', 'luckSeed'] as const)
    if (run[field] !== set[field]) return refusal('assignment', field);
  for (const mark of ['allOpen', 'glassAtEnd'] as const)
    if ((run[mark] ?? false) !== (set[mark] ?? false)) return refusal('assignment', mark);
  return null;
}

/** The first entry that no student makes in the app: by somebody else, a round of another length, a decision after the last round. */
function logRefusal({ entries }: RunFile, { rounds, quartersPerRound }: Assignment): Refusal | null {
  for (const entry of entries) {
    if (entry.by !== 'learner') return refusal('assignment', `entries[${entry.seq}] ${entry.by}`);
    if (entry.kind === 'commit' && entry.data.quarters !== quartersPerRound)
      return refusal('assignment', `entries[${entry.seq}] quarters ${entry.data.quarters}`);
    if (entry.kind !== 'note' && entry.quarter > rounds * quartersPerRound)
      return refusal('illegal-entry', `entries[${entry.seq}] afterEnd`);
  }
  return null;
}

/** Place of the first digest that is not what the replay gives, is missing, or belongs to a quarter that was not committed; null when all agree. */
export function wrongDigest({ entries, digests }: Pick<RunFile, 'entries' | 'digests'>, recomputed: readonly string[]): string | null {
  const committed = entries.reduce((sum, entry) => sum + (entry.kind === 'commit' ? entry.data.quarters : 0), 0);
  for (let index = 0; index < Math.max(committed, digests.length); index += 1) {
    if (index >= committed || digests[index] !== recomputed[index]) return `digests[${index}]`;
  }
  return null;
}

/** What playing a run again shows to be wrong with it; null for nothing. */
export function playedRefusal(
  run: Pick<RunFile, 'entries' | 'digests'>,
  played: { skipped: readonly { seq: number; code: string }[]; digests: readonly string[] },
): Refusal | null {
  const [skipped] = played.skipped;
  if (skipped !== undefined) return refusal('illegal-entry', `entries[${skipped.seq}] ${skipped.code}`);
  const wrong = wrongDigest(run, played.digests);
  return wrong === null ? null : refusal('digest', wrong);
}

/** Whether a claimed score is the recomputed one; a file may round it to two decimals. */
export function claimHolds(claimed: number, recomputed: number): boolean {
  return Math.abs(claimed - recomputed) <= 0.005 + 1e-9;
}
