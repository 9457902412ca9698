/** The past decisions of a run, one by one: what each set from what to what, so that a what-if can leave it out or take another. */

import { type CardId, type ControlId, controls, type QuarterPlan } from '../../company/controls.ts';
import type { AnswerId, ConflictMode, Move, ProgrammeMove, StandingOrders } from '../../company/orders.ts';
import { defaultStandingOrders } from '../../company/orders.ts';
import { mergePlan, planErrors, sameValue, startPlan } from '../../company/plan.ts';
import type { ReviewStep } from '../../company/review/reviewSteps.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { LoggedEntry } from '../replay.ts';
import type { EntryData } from '../run.ts';

export type OrderKey = keyof StandingOrders;
type Value = QuarterPlan[ControlId];
type PlanData = Extract<EntryData, { kind: 'plan' }>['data'];

/** What was decided. */
export type Decided =
  | { kind: 'control'; control: ControlId; from: Value; to: Value }
  | { kind: 'order'; order: OrderKey; from: StandingOrders[OrderKey]; to: StandingOrders[OrderKey] }
  | { kind: 'programme'; move: ProgrammeMove }
  /** A case as it was handled in a round; mode null where none was chosen. */
  | { kind: 'case'; slot: string; mode: ConflictMode | null }
  | { kind: 'opportunity'; slot: string; answer: AnswerId }
  | { kind: 'review'; step: ReviewStep }
  | { kind: 'open'; card: CardId };

export interface PastDecision {
  /** Its own within the run. */
  id: string;
  /** Quarter, from 1, that the round begins with in which it was made. */
  quarter: number;
  /** Entries of the log that it stands in. */
  seqs: readonly number[];
  decided: Decided;
}

/** What a plan says of a control or an order; its own where it set what did not stand already, the rest only repeats. */
export interface Mention {
  seq: number;
  of: ControlId | OrderKey;
  own: boolean;
}

/** Controls that are an order for one round and none for more, and what they say when nothing is ordered. */
const once: Partial<QuarterPlan> = { 'ana.buy': [], 'cam.offer': 'none' };

/** The plan and the standing orders as the log had them at the end of a round, before its commit. */
export interface RoundDecided {
  quarter: number;
  /** Quarters that the round lasts. */
  quarters: number;
  plan: QuarterPlan;
  standing: StandingOrders;
  decisions: readonly PastDecision[];
  /** All that the plans of the round say, in their order. */
  mentions: readonly Mention[];
}

/**
 * The decisions of the learner's firm round by round. A patch that was not legal decided nothing; one that sets what stood already is none.
 */
export function decidedRounds(scenario: Scenario, entries: readonly LoggedEntry[]): RoundDecided[] {
  const firm = scenario.firms[0].id;
  const segments = scenario.market.segments.map(({ id }) => id);
  const rounds: RoundDecided[] = [];
  let [plan, standing] = [startPlan(scenario.startPlan, segments), defaultStandingOrders];
  let quarter = 1;
  let made: PastDecision[] = [];
  let mentions: Mention[] = [];
  for (const entry of entries) {
    if (entry.firm !== firm) continue;
    const said = entry as LoggedEntry & EntryData;
    if (said.kind === 'plan' && planErrors(said.data.plan, segments).length === 0) {
      const next = mergePlan(plan, said.data.plan);
      const orders = { ...standing, ...said.data.standing };
      const set = [...planned(entry.seq, quarter, plan, next), ...ordered(entry.seq, quarter, standing, orders)];
      made.push(...set);
      mentions.push(...mentionsIn(entry.seq, said.data, set));
      [plan, standing] = [next, orders];
    } else if (said.kind === 'move') made = moved(made, entry.seq, quarter, said.data);
    else if (said.kind === 'commit') {
      rounds.push({ quarter, quarters: said.data.quarters, plan, standing, decisions: made, mentions });
      quarter += said.data.quarters;
      plan = mergePlan(plan, once);
      [made, mentions] = [[], []];
    }
  }
  return rounds;
}

function planned(seq: number, quarter: number, before: QuarterPlan, after: QuarterPlan): PastDecision[] {
  return controls
    .filter(({ id }) => !sameValue(before[id], after[id]))
    .map(({ id }) => ({
      id: `${seq}/${id}`,
      quarter,
      seqs: [seq],
      decided: { kind: 'control', control: id, from: before[id], to: after[id] },
    }));
}

/** @param set what the plan decided */
function mentionsIn(seq: number, { plan, standing }: PlanData, set: readonly PastDecision[]): Mention[] {
  const own = new Set(
    set.flatMap(({ decided }) => (decided.kind === 'control' ? [decided.control] : decided.kind === 'order' ? [decided.order] : [])),
  );
  const said = [
    ...controls.flatMap(({ id }) => (plan[id] === undefined ? [] : [id])),
    ...orderKeys.filter((id) => standing?.[id] !== undefined),
  ];
  return said.map((of) => ({ seq, of, own: own.has(of) }));
}

const orderKeys = Object.keys(defaultStandingOrders) as OrderKey[];
function ordered(seq: number, quarter: number, before: StandingOrders, after: StandingOrders): PastDecision[] {
  return orderKeys
    .filter((order) => before[order] !== after[order])
    .map((order) => ({
      id: `${seq}/${order}`,
      quarter,
      seqs: [seq],
      decided: { kind: 'order', order, from: before[order], to: after[order] },
    }));
}

/** The decisions with a move; the steps of one case in one round are one decision. */
function moved(made: PastDecision[], seq: number, quarter: number, move: Move): PastDecision[] {
  const one = (decided: Decided): PastDecision => ({ id: `${seq}`, quarter, seqs: [seq], decided });
  switch (move.kind) {
    case 'programme':
      return [...made, one({ kind: 'programme', move: move.move })];
    case 'opportunity':
      return [...made, one({ kind: 'opportunity', slot: move.slot, answer: move.answer })];
    case 'review':
      return [...made, one({ kind: 'review', step: move.step })];
    case 'open':
      return [...made, one({ kind: 'open', card: move.card })];
    case 'case':
      return [...made, one({ kind: 'case', slot: move.slot, mode: move.mode })];
    case 'caseStep': {
      const mode = move.step.do === 'mode' ? move.step.mode : null;
      const begun = made.find(({ decided }) => decided.kind === 'case' && decided.slot === move.slot);
      if (!begun) return [...made, one({ kind: 'case', slot: move.slot, mode })];
      const { mode: before } = begun.decided as { mode: ConflictMode | null };
      const more = { ...begun, seqs: [...begun.seqs, seq], decided: { kind: 'case', slot: move.slot, mode: before ?? mode } as const };
      return made.map((each) => (each === begun ? more : each));
    }
  }
}
