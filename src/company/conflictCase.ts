/** One customer case handled by hand: how fair the answer is, how well the mode fits, and how it ends. Conflict 3.2-3.4. */

import type { ConflictMode, Move } from './orders.ts';

export type CaseMove = Extract<Move, { kind: 'case' }>;
export const caseOutcomes = ['recoveredDelighted', 'recovered', 'partial', 'doubleDeviation'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** What is known of a customer case when it is answered. */
export interface CaseSituation {
  /** Points 0-100: trivial under 20, minor under 45, major under 70, then critical. */
  severity: number;
  /** Who is at fault; a firm's own fault calls for amends. */
  fault: 'firm' | 'customer';
  /** Earlier failures of the same customer. */
  priorFailures: number;
  /** Empathy of the staff 0-1. */
  empathy: number;
}

const remedyOfLoss = { none: 0, part: 0.5, full: 1, generous: 1 } as const;
const weights = { distributive: 0.35, procedural: 0.35, interactional: 0.3 } as const;
/** Share of the promised time that has passed when a case is answered in the quarter after its birth. */
const usualDelay = 0.3;

/** Fit of a mode 0-1 to a customer case that is not about a legal duty (Thomas & Kilmann, as in the table of modes). */
export function modeFit(mode: ConflictMode, situation: CaseSituation): number {
  const { severity, fault } = situation;
  const major = severity >= 45;
  switch (mode) {
    case 'avoid':
      return severity < 20 && fault === 'customer' ? 0.8 : 0.1;
    case 'accommodate':
      if (fault === 'customer') return 0.3;
      return major ? 0.6 : 0.85;
    case 'compromise':
      return major ? 0.45 : 0.7;
    case 'compete':
      return fault === 'customer' ? 0.7 : 0.15;
    case 'collaborate':
      return major ? 0.9 : 0.4;
  }
}

/** Justice of an answer 0-1: remedy over loss, time, and how people were spoken to; customer weights .35 / .35 / .30. */
export function caseJustice(move: CaseMove, situation: CaseSituation): number {
  const interactional = 0.5 * situation.empathy + 0.3 * (move.apology ? 1 : 0) + 0.2 * (move.reason ? 1 : 0);
  const procedural = 1 - usualDelay;
  return weights.distributive * remedyOfLoss[move.remedy] + weights.procedural * procedural + weights.interactional * interactional;
}

/** Score of an answer: justice x (.45 + .55 fit) less .15 a prior failure and less .15 x (severity - 70) / 30 above 70. */
export function caseScore(move: CaseMove, situation: CaseSituation): number {
  const critical = 0.15 * Math.max(0, (situation.severity - 70) / 30);
  return caseJustice(move, situation) * (0.45 + 0.55 * modeFit(move.mode, situation)) - 0.15 * situation.priorFailures - critical;
}

/** How the case ends: delighted at .75 (first failure, not critical), recovered at .55, half made good at .35, else failed a second time. */
export function caseOutcome(move: CaseMove, situation: CaseSituation): CaseOutcome {
  const score = caseScore(move, situation);
  if (score >= 0.75 && situation.priorFailures === 0 && situation.severity < 70) return 'recoveredDelighted';
  if (score >= 0.55) return 'recovered';
  return score >= 0.35 ? 'partial' : 'doubleDeviation';
}
