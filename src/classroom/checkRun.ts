/** Whether a run that was handed in is what it says: first by its header, then by playing it again. One rule for page and command line. */

import { chainErrors } from '../game/chain.ts';
import type { RunFile } from '../game/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { assignmentId, choiceFor, studentKey, type Assignment } from './assignment.ts';

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
  const [broken] = chainErrors(run);
  if (broken !== undefined) return refusal('chain', broken.at);
  if (run.epoch !== epoch) return refusal('engine-epoch', `epoch ${run.epoch}, ${epoch}`);
  if (run.scenario.id !== scenario?.id || run.scenario.hash !== scenarioHash(scenario)) return refusal('scenario', run.scenario.id);
  return run.world >= scenario.worlds.length ? refusal('scenario', `world ${run.world}`) : null;
}

/** The first way in which a run was begun otherwise than the assignment sets; null when it is a run of it. */
export function assignmentRefusal(run: RunFile, assignment: Assignment): Refusal | null {
  if (run.mode !== 'assigned' || run.assignment === undefined) return refusal('assignment', 'mode');
  if (run.assignment.id !== assignmentId(assignment)) return refusal('assignment', `id ${run.assignment.id}`);
  if (studentKey(run.assignment.student) === '') return refusal('assignment', 'student');
  const set = choiceFor(assignment, run.assignment.student);
  for (const field of ['customers', 'world', 'populationSeed', 'luckSeed'] as const)
    if (run[field] !== set[field]) return refusal('assignment', field);
  for (const mark of ['allOpen', 'glassAtEnd'] as const)
    if ((run[mark] ?? false) !== (set[mark] ?? false)) return refusal('assignment', mark);
  if (run.entries.some(({ by }) => by === 'playbook')) return refusal('assignment', 'playbook');
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
