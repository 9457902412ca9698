/** One run to be played, as plain data that a worker can be sent, and what comes back. */

import { autoplay, playRounds } from '../game/autoplay.ts';
import { carefulPlayer } from '../game/carefulPlayer.ts';
import type { GenericId } from '../company/controls.ts';
import type { Player } from '../game/player.ts';
import { carefulVariant, type CarefulVariant } from '../game/players/variants.ts';
import { shapePlayer, type ShapeId } from '../game/players/shapes.ts';
import { randomPlayer } from '../game/randomPlayer.ts';
import { originOf, replay, type LoggedEntry, type Replay, type RunSetting } from '../game/replay.ts';
import type { TruthReport } from '../game/reports.ts';
import type { Outcome } from '../game/score/outcomes.ts';
import type { World } from '../game/world.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Players that every table of a scenario holds beside its playbooks. */
export const playerNames = ['random', 'careful'] as const;
export type PlayerName = (typeof playerNames)[number] | CarefulVariant;

/** Plays a policy on one seed and answers its log. */
export function logOf(scenario: Scenario, setting: RunSetting, policy: Policy): readonly LoggedEntry[] {
  if (policy.kind === 'log') return policy.entries;
  return playRounds(scenario, setting, playerOf(scenario, policy, setting.luckSeed), { reports: false }).entries;
}

/** Who decides: a log, or a generated player that answers to what it sees on these seeds, by name or by the shape of its path. */
export type Policy = { kind: 'log'; entries: readonly LoggedEntry[] } | GeneratedPolicy;
type GeneratedPolicy = { kind: 'player'; player: PlayerName } | { kind: 'shape'; shape: ShapeId; generic?: GenericId };

export interface ReplayJob {
  setting: RunSetting;
  policy: Policy;
  /** What to keep beside the outcome: nothing, the last quarter, or every quarter. */
  keep: 'outcome' | 'last' | 'quarters';
}

export interface ReplayResult {
  outcome: Outcome;
  /** Of the quarters kept, in order. */
  quarters: readonly { quarter: number; digest: string; truth: TruthReport }[];
  skipped: readonly { seq: number; code: string }[];
}

/** Plays jobs of one scenario one after another; logs on the same people in the same world share their origin. */
export function jobPlayer(scenario: Scenario): (job: ReplayJob) => ReplayResult {
  let kept: { people: string; origin: World } | null = null;
  return (job) => {
    if (job.policy.kind !== 'log') return playJob(scenario, job, null);
    const { world, populationSeed, customers } = job.setting;
    const people = `${world} ${populationSeed} ${customers}`;
    if (kept?.people !== people) kept = { people, origin: originOf(scenario, job.setting) };
    return playJob(scenario, job, kept.origin);
  };
}

function playJob(scenario: Scenario, { setting, policy, keep }: ReplayJob, origin: World | null): ReplayResult {
  const options = { reports: keep !== 'outcome', digests: keep !== 'outcome' };
  const { outcome, reports, playing }: Replay =
    policy.kind === 'log'
      ? replay(scenario, setting, policy.entries, { ...options, origin })
      : autoplay(scenario, setting, playerOf(scenario, policy, setting.luckSeed), options);
  const kept = keep === 'quarters' ? reports : reports.slice(-1);
  return {
    outcome,
    quarters: kept.map(({ quarter, digest, truth }) => ({ quarter, digest: digest ?? '', truth })),
    skipped: playing.skipped,
  };
}

function playerOf(scenario: Scenario, policy: GeneratedPolicy, seed: number): Player {
  if (policy.kind === 'shape') return shapePlayer(scenario, policy.shape, policy.generic);
  const name = policy.player;
  if (name === 'random') return randomPlayer(scenario, seed);
  return name === 'careful' ? carefulPlayer(scenario) : carefulVariant(name, scenario);
}
