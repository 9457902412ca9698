/** The inbox in its order, and how far each of its cases has come. */

import { fixWork } from '../../company/conflict/fixes.ts';
import type { CaseStepId } from '../../company/conflict/steps.ts';
import type { Move } from '../../company/orders.ts';
import type { CasePlayView, CaseView } from '../../game/caseView.ts';

export interface Inbox {
  /** Those that ask for an answer of the learner's own. */
  asked: readonly CaseView[];
  /** Those that the standing policy handles unless somebody opens them. */
  listed: readonly CaseView[];
  closed: readonly CaseView[];
}

/** Open cases that ask for an answer, open ones that do not, closed ones; each group in the order given. */
export function inboxOf(inbox: readonly CaseView[]): Inbox {
  const open = inbox.filter(({ outcome }) => outcome === null);
  return {
    asked: open.filter(({ asked }) => asked),
    listed: open.filter(({ asked }) => !asked),
    closed: inbox.filter(({ outcome }) => outcome !== null),
  };
}

export const playOf = (plays: readonly CasePlayView[] | undefined, slot: string): CasePlayView | null =>
  plays?.find((play) => play.slot === slot) ?? null;

/** Whether a step has been taken in this case. */
export const isBegun = (slot: string, moves: readonly Move[]): boolean =>
  moves.some((move) => move.kind === 'caseStep' && move.slot === slot);

/** Whether it was answered in one go, which leaves no step to be taken. */
export const isAnswered = (slot: string, moves: readonly Move[]): boolean =>
  moves.some((move) => move.kind === 'case' && move.slot === slot);

/** Cases of the open round that ask for an answer and have not come to rest. */
export const waitingCases = (
  inbox: readonly CaseView[],
  plays: readonly CasePlayView[] | undefined,
  moves: readonly Move[],
): readonly CaseView[] => inboxOf(inbox).asked.filter(({ slot }) => !isAnswered(slot, moves) && playOf(plays, slot)?.final !== true);

/** Steps that are open now, in the order of the catalogue. */
export const openSteps = ({ steps }: CasePlayView): readonly CaseStepId[] =>
  steps.filter(({ refused }) => refused.length === 0).map(({ step }) => step);

/** The step to show first where several are open: what leads on by itself; null where it is a choice. */
export function firstStep(open: readonly CaseStepId[]): CaseStepId | null {
  if (open.length === 1) return open[0]!;
  return open.find((step) => step === 'code' || step === 'offer') ?? null;
}

/** Units left for one more remedy. @param inHand units for single purchases after the moves made */
export const moneyForFixes = (inHand: number, moves: readonly Move[]): number =>
  moves.reduce((left, move) => (move.kind === 'caseStep' && move.step.do === 'fix' ? left - fixWork[move.step.fix].units : left), inHand);
