/** Players made of others: a playbook or a player of which some decisions are replaced by rule, round by round. */

import { controls, type QuarterPlan } from '../../company/controls.ts';
import type { Move } from '../../company/orders.ts';
import { mergePlan, startPlan } from '../../company/plan.ts';
import type { Playbook } from '../../scenario/playbook.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { roundLength } from '../playbook.ts';
import { isOpen, type Player } from '../player.ts';

export interface Round {
  /** First quarter of the round, from 1. */
  quarter: number;
  /** Quarters of the run that are left, this round's included. */
  left: number;
  /** The whole plan as whoever is patched would have it. */
  plan: QuarterPlan;
  scenario: Scenario;
  segmentIds: readonly string[];
}

/** Controls set otherwise in a round; those whose card is not open yet are left out of it. */
export type Patch = (round: Round) => Partial<QuarterPlan>;
/** What becomes of a move; null = it is not made. */
export type MovePatch = (move: Move) => Move | null;
const asMade: MovePatch = (move) => move;

/** First quarters of the rounds of a run, from 1. */
export function roundsOf({ quarters, quartersPerRound }: Scenario): number[] {
  const rounds: number[] = [];
  for (let quarter = 1; quarter <= quarters; quarter += roundLength(quartersPerRound, quarters + 1 - quarter)) rounds.push(quarter);
  return rounds;
}

/** The patch of a round as far as its cards are open. */
function openPatch(patch: Patch, round: Round): Partial<QuarterPlan> {
  const wanted = patch(round);
  const open = controls.filter((control) => wanted[control.id] !== undefined && isOpen(round.scenario, control, round.quarter));
  return Object.fromEntries(open.map(({ id }) => [id, wanted[id]]));
}

const segmentsOf = ({ market }: Scenario): string[] => market.segments.map(({ id }) => id);

/** A playbook with a patch over its plan in every round; standing orders stay. */
export function patchedPlaybook(
  scenario: Scenario,
  playbook: Playbook,
  name: string,
  patch: Patch,
  movePatch: MovePatch = asMade,
): Playbook {
  const segmentIds = segmentsOf(scenario);
  let plan = startPlan(scenario.startPlan, segmentIds);
  let start: Partial<QuarterPlan> = {};
  const changes: Playbook['changes'][number][] = [];
  let made = 0;
  for (const quarter of roundsOf(scenario)) {
    const now: Playbook['changes'][number][] = quarter === 1 ? [{ quarter, plan: playbook.start }] : [];
    while (made < playbook.changes.length && playbook.changes[made]!.quarter <= quarter) now.push(playbook.changes[made++]!);
    let decided = now.reduce<Partial<QuarterPlan>>((all, change) => merged(all, change.plan ?? {}), {});
    plan = mergePlan(plan, decided);
    const patched = openPatch(patch, { quarter, left: scenario.quarters + 1 - quarter, plan, scenario, segmentIds });
    decided = merged(decided, patched);
    plan = mergePlan(plan, patched);
    if (quarter === 1) start = decided;
    const moves = now.flatMap((change) => change.moves ?? []).flatMap((move) => movePatch(move) ?? []);
    if (quarter > 1 || moves.length > 0)
      changes.push({ quarter, ...(quarter > 1 && { plan: decided }), ...(moves.length > 0 && { moves }) });
  }
  return { ...playbook, name, start, changes };
}

/** Patch upon patch; controls with one value a segment take over the segments of both. */
function merged(first: Partial<QuarterPlan>, second: Partial<QuarterPlan>): Partial<QuarterPlan> {
  return Object.fromEntries(
    controls.flatMap(({ id, kind }): [string, unknown][] => {
      const [before, after] = [first[id], second[id]];
      if (before === undefined && after === undefined) return [];
      const each = kind === 'choiceEach' || kind === 'levelEach';
      return [[id, each ? { ...(before as object), ...(after as object) } : (after ?? before)]];
    }),
  );
}

/** A player with a patch over its plan in every round. */
export function patchedPlayer(scenario: Scenario, player: Player, patch: Patch, movePatch: MovePatch = asMade): Player {
  const segmentIds = segmentsOf(scenario);
  return (known, plan, quarter) => {
    const decided = player(known, plan, quarter);
    const wanted = decided.reduce((now, entry) => (entry.kind === 'plan' ? mergePlan(now, entry.data.plan) : now), plan);
    const patched = openPatch(patch, { quarter, left: scenario.quarters + 1 - quarter, plan: wanted, scenario, segmentIds });
    return [
      ...decided.filter(({ kind }) => kind !== 'move'),
      { kind: 'plan', data: { plan: patched } },
      ...decided.flatMap((entry) => {
        if (entry.kind !== 'move') return [];
        const move = movePatch(entry.data);
        return move === null ? [] : [{ kind: 'move', data: move } as const];
      }),
    ];
  };
}
