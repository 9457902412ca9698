/** Lucrative offers off the strategy, and dilemmas of a sale against the customer's interest: what an answer does, and who may give it. */

import type { GenericId, QuarterPlan } from './controls.ts';
import type { FirmState, TimedEffect } from './firm.ts';
import type { Reason } from './guards.ts';
import { inForce } from './inForce.ts';
import { type AnswerId, answerIds, type AnswerReasonId, type Move, type StandingOrders } from './orders.ts';

export const opportunityKinds = ['opportunity', 'dilemma'] as const;
export type OpportunityKind = (typeof opportunityKinds)[number];

/** What an answer does to the firm; what is left out is nothing. */
export interface AnswerEffects {
  /** Units of cash in all, in equal parts over `cashOver` quarters (1 where left out); less than nothing is paid out. */
  cash?: number;
  cashOver?: number;
  /** Team hours a quarter that the work takes for `hoursFor` quarters (1 where left out). */
  hours?: number;
  hoursFor?: number;
  /** Points once: of alignment S and of trust. */
  alignment?: number;
  trust?: number;
  /** Points 0-100 by which what the firm does for its own customers fits them less, as long as the hours last. */
  fit?: number;
}

export interface OpportunitySpec {
  id: string;
  /** Quarter before which it must be answered; at most one a quarter. */
  quarter: number;
  kind: OpportunityKind;
  /** Strategies and core segments with which it is in line: then it costs neither alignment nor fit. Never for a dilemma. */
  inLine?: { generic?: readonly GenericId[]; core?: readonly string[] };
  options: Readonly<Record<'accept' | 'refuse', { effects: AnswerEffects }>> & { counter?: { effects: AnswerEffects } };
}

/** An answer as it came to act: totals of the whole job. */
export interface AnsweredOpportunity {
  id: string;
  kind: OpportunityKind;
  answer: AnswerId;
  by: 'learner' | 'standing';
  reason: AnswerReasonId | null;
  quarter: number;
  /** The offer was in line with the strategy in force. */
  inLine: boolean;
  /** Units of cash and team hours over the whole job, and its last quarter. */
  cash: number;
  hours: number;
  lastQuarter: number;
  /** Points moved once. */
  alignment: number;
  trust: number;
  fit: number;
}

type OpportunityMove = Extract<Move, { kind: 'opportunity' }>;

/** Name of an offer that a move gives: its quarter and kind, at most one a quarter. */
export const opportunitySlot = ({ quarter, kind }: Pick<OpportunitySpec, 'quarter' | 'kind'>): string => `q${quarter}.${kind}.1`;

/** Answers that an offer takes, in the order in which they are shown. */
export const answersOf = (spec: OpportunitySpec): readonly AnswerId[] => answerIds.filter((id) => spec.options[id] !== undefined);

/** Whether the offer in this slot has its answer. */
export const opportunityAnswered = (slot: string, made: readonly Move[]): boolean =>
  made.some((move) => move.kind === 'opportunity' && move.slot === slot);

/**
 * Why an answer cannot be given; empty = it can. The screen and the replay ask this one list.
 * @param open the offers of the coming quarter; @param made moves already made for it
 */
export function answerReasons(move: OpportunityMove, open: readonly OpportunitySpec[], made: readonly Move[]): Reason[] {
  const spec = open.find((each) => opportunitySlot(each) === move.slot);
  if (spec === undefined) return [{ code: 'opportunity.notOpen', card: 'opp.card' }];
  return [
    ...(opportunityAnswered(move.slot, made) ? [{ code: 'opportunity.answered', card: 'opp.card' }] : []),
    ...(answersOf(spec).includes(move.answer) ? [] : [{ code: 'opportunity.noCounter', card: 'opp.card' }]),
  ];
}

/** Whether an offer is in line with the strategy and the core segment in force. */
export function isInLine({ inLine }: OpportunitySpec, firm: FirmState, plan: QuarterPlan): boolean {
  const core = inForce(firm, plan, 'cus.core');
  return (inLine?.generic ?? []).includes(inForce(firm, plan, 'biz.generic')) || (inLine?.core ?? []).some((id) => core.includes(id));
}

/**
 * Answers the offers of the quarter that begins: the learner's moves, else the standing order. What is in line loses neither alignment nor
 * fit. Alignment and trust move when the quarter ends, hours and fit act from now on, cash comes with the books.
 */
export function answerOpportunities(
  firm: FirmState,
  plan: QuarterPlan,
  offers: readonly OpportunitySpec[],
  moves: readonly Move[],
  standing: Pick<StandingOrders, 'onOpportunity'>,
): { firm: FirmState; answered: readonly AnsweredOpportunity[] } {
  const answered = offers.map((spec) => answeredWith(firm, plan, spec, moves, standing));
  const pending = answered.flatMap((one) => timedEffects(one, offers.find(({ id }) => id === one.id)!.options[one.answer]!.effects));
  return { firm: pending.length === 0 ? firm : { ...firm, pending: [...firm.pending, ...pending] }, answered };
}

function answeredWith(
  firm: FirmState,
  plan: QuarterPlan,
  spec: OpportunitySpec,
  moves: readonly Move[],
  standing: Pick<StandingOrders, 'onOpportunity'>,
): AnsweredOpportunity {
  const slot = opportunitySlot(spec);
  const move = moves.find((each): each is OpportunityMove => each.kind === 'opportunity' && each.slot === slot);
  const answer = move?.answer ?? standing.onOpportunity;
  const { cash = 0, cashOver = 1, hours = 0, hoursFor = 1, alignment = 0, trust = 0, fit = 0 } = spec.options[answer]!.effects;
  const inLine = isInLine(spec, firm, plan);
  const lasts = Math.max(cash === 0 ? 1 : cashOver, hours === 0 && fit === 0 ? 1 : hoursFor);
  return {
    id: spec.id,
    kind: spec.kind,
    answer,
    by: move ? 'learner' : 'standing',
    reason: move?.reason ?? null,
    quarter: firm.quarter,
    inLine,
    cash,
    hours: hours * hoursFor,
    lastQuarter: firm.quarter + lasts - 1,
    alignment: inLine ? Math.max(0, alignment) : alignment,
    trust,
    fit: inLine ? 0 : fit,
  };
}

function timedEffects(done: AnsweredOpportunity, { cashOver = 1, hoursFor = 1 }: AnswerEffects): TimedEffect[] {
  const { quarter } = done;
  const effects: TimedEffect[] = [
    { quarter, effect: 'cash', size: done.cash / cashOver, lasts: cashOver },
    { quarter, effect: 'hours', size: done.hours / hoursFor, lasts: hoursFor },
    { quarter, effect: 'fit', size: done.fit, lasts: hoursFor },
    { quarter, effect: 'stock.S', size: done.alignment, lasts: 1 },
    { quarter, effect: 'trust', size: done.trust, lasts: 1 },
  ];
  return effects.filter(({ size }) => size !== 0);
}
