/** Standing orders and moves: what a plan says about events that have not happened yet, and single acts within a quarter. */

import type { ConflictMode } from './conflict/conflictModes.ts';
import type { CaseStep } from './conflict/steps.ts';
import type { CardId } from './controls.ts';
import type { ReviewStep } from './review/reviewSteps.ts';

/** Pre-filled, replayed by meaning: a rule, never a list of people. */
export interface StandingOrders {
  onStall: 'recover' | 'downscope' | 'abandon';
  onSponsorLost: 'newSponsor' | 'carryOn';
  onBreach: 'tellCustomers' | 'sayNothing';
  /** What is said to an offer that nobody answered. */
  onOpportunity: 'refuse' | 'accept';
  /** How staff meet a conflict case that nobody answers. */
  onCase: 'compromise' | 'accommodate' | 'collaborate';
  /** What is done in a review that nobody attends to: nothing, an honest check and report with one adjustment, or the staff's draft as it is. */
  onReview: 'nothing' | 'honest' | 'draft';
  /** Units; with less released budget than this, the quarter's spend is cut to upkeep. */
  cashFloor: number;
}

/** What an order may say, in the order in which it is offered. */
export const orderOptions = {
  onStall: ['recover', 'downscope', 'abandon'],
  onSponsorLost: ['newSponsor', 'carryOn'],
  onBreach: ['tellCustomers', 'sayNothing'],
  onOpportunity: ['refuse', 'accept'],
  onCase: ['compromise', 'accommodate', 'collaborate'],
  onReview: ['nothing', 'honest', 'draft'],
} as const satisfies { readonly [K in keyof StandingOrders]?: readonly StandingOrders[K][] };

/** Units in which a floor is usually set; a run file may name a higher one. */
export const cashFloorRange = { low: 0, high: 20, step: 1 };

export const defaultStandingOrders: StandingOrders = {
  onStall: 'recover',
  onSponsorLost: 'newSponsor',
  onBreach: 'tellCustomers',
  onOpportunity: 'refuse',
  onCase: 'compromise',
  onReview: 'nothing',
  cashFloor: 0,
};

export { type ConflictMode, conflictModes } from './conflict/conflictModes.ts';

export const programmeMoves = ['goOn', 'slow', 'recover', 'downscope', 'abandon'] as const;
export type ProgrammeMove = (typeof programmeMoves)[number];

/** Answers to an offer, and the grounds that may be given for one. */
export const answerIds = ['accept', 'counter', 'refuse'] as const;
export type AnswerId = (typeof answerIds)[number];
export const answerReasonIds = ['cash', 'strategy', 'hours', 'customers'] as const;
export type AnswerReasonId = (typeof answerReasonIds)[number];

/** A move acts at once and is final; `open` buys the use of a locked card for the rest of the run. */
export type Move =
  | { kind: 'programme'; move: ProgrammeMove }
  | { kind: 'case'; slot: string; mode: ConflictMode; remedy: 'none' | 'part' | 'full' | 'generous'; apology: boolean; reason: boolean }
  | { kind: 'caseStep'; slot: string; step: CaseStep }
  | { kind: 'opportunity'; slot: string; answer: AnswerId; reason?: AnswerReasonId }
  | { kind: 'review'; step: ReviewStep }
  | { kind: 'open'; card: CardId };
/** A case answered in one go, or step by step. */
export type CaseMove = Extract<Move, { kind: 'case' }>;
export type ReviewMove = Extract<Move, { kind: 'review' }>;
export type CaseStepMove = Extract<Move, { kind: 'caseStep' }>;
