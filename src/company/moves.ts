/** Moves that steer a programme that is under way: which are open, and what they do when the quarter begins. */

import { factsNow, factsOf, send, type Attempt } from './attempt.ts';
import type { QuarterPlan } from './controls.ts';
import type { FirmSpec, FirmState } from './firm.ts';
import { downscopeReasons, recoverReasons, type Facts, type Reason } from './guards.ts';
import { programmeMoves, type Move, type ProgrammeMove, type StandingOrders } from './orders.ts';
import { programmeOf, type ProgrammeStatus } from './programme.ts';

const onlyInField: Reason = { code: 'move.onlyInField', card: 'prg.move' };
const onlyStalled: Reason = { code: 'move.onlyStalled', card: 'prg.move' };
const alreadySteered: Reason = { code: 'move.alreadySteered', card: 'prg.move' };
const nothingToDrop: Reason = { code: 'move.nothingToDrop', card: 'prg.move' };

/** Why a move cannot be made; empty = it can. The screen and the quarter ask this one list. */
function moveReasons(move: ProgrammeMove, { state, path }: Pick<ProgrammeStatus, 'state' | 'path'>, facts: Facts): Reason[] {
  const inField = state === 'piloting' || state === 'rollingOut';
  const stalled = state === 'stalled';
  switch (move) {
    case 'goOn':
      return [];
    case 'slow':
      return inField ? [] : [onlyInField];
    case 'recover':
      return stalled ? recoverReasons(path, facts) : [onlyStalled];
    case 'downscope':
      return stalled ? downscopeReasons(path) : [onlyStalled];
    case 'abandon':
      return inField || stalled || state === 'planning' ? [] : [nothingToDrop];
  }
}

const steeringIn = (moves: readonly Move[]): readonly ProgrammeMove[] =>
  moves.flatMap((move) => (move.kind === 'programme' ? [move.move] : []));

/** Whether the programme stands still and no move says what to do about it; the standing order then will. */
export const stallWaits = (state: ProgrammeStatus['state'], made: readonly Move[]): boolean =>
  state === 'stalled' && steeringIn(made).length === 0;

/** Whether the case in this slot has been taken up. */
export const caseAnswered = (slot: string, made: readonly Move[]): boolean =>
  made.some((move) => (move.kind === 'case' || move.kind === 'caseStep') && move.slot === slot);

/** Moves of the learner, else the standing order for a stall. A move that the state or a guard does not allow is listed and skipped. */
export function applyMoves(
  firm: FirmState,
  plan: QuarterPlan,
  moves: readonly Move[],
  standing: StandingOrders,
  analysed: readonly string[],
): Attempt {
  const asked = stallWaits(programmeOf(firm).state, moves) ? [standing.onStall] : steeringIn(moves);
  return inTurn(firm, asked, (now) => factsNow(now, plan, analysed));
}

/** A move as the screen offers it for the coming quarter. */
export interface MoveView {
  move: ProgrammeMove;
  /** Why it is refused; empty = open. */
  refused: readonly Reason[];
}

/**
 * The moves that the coming quarter offers, and the firm as the moves already made leave it. No moves where nothing is there to be steered.
 * @param made moves already made for the coming quarter
 */
export function moveViews(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  made: readonly Move[],
  analysed: readonly string[],
): { firm: FirmState; moves: readonly MoveView[] } {
  const facts = (now: FirmState): Facts => factsOf(now, spec, plan, analysed);
  const { state } = programmeOf(firm);
  const moved = inTurn(firm, steeringIn(made), facts).firm;
  if (state === 'idle' || state === 'analysing' || state === 'rollingBack') return { firm: moved, moves: [] };
  const now = programmeOf(moved);
  // To change nothing is no choice any more once something has been changed.
  const steered = steeringIn(made).some((move) => move !== 'goOn');
  const refused = (move: ProgrammeMove): Reason[] => (move === 'goOn' && steered ? [alreadySteered] : moveReasons(move, now, facts(moved)));
  return { firm: moved, moves: programmeMoves.map((move) => ({ move, refused: refused(move) })) };
}

function inTurn(firm: FirmState, moves: readonly ProgrammeMove[], factsAt: (firm: FirmState) => Facts): Attempt {
  let now = firm;
  const refused: Reason[] = [];
  for (const move of moves) {
    const facts = factsAt(now);
    const reasons = moveReasons(move, programmeOf(now), facts);
    if (reasons.length === 0) now = moved(now, move, facts);
    refused.push(...reasons);
  }
  return { firm: now, refused };
}

function moved(firm: FirmState, move: ProgrammeMove, facts: Facts): FirmState {
  const { path, scope, pilot } = programmeOf(firm).context;
  switch (move) {
    case 'goOn':
      return firm;
    case 'slow':
      return send(firm, { type: 'programme.prepare', choice: { path, scope, pilot, pace: 'careful' }, facts });
    case 'recover':
      return send(firm, { type: 'programme.recover', facts });
    case 'downscope':
      return send(firm, { type: 'programme.downscope', facts });
    case 'abandon':
      return send(firm, { type: 'programme.abandon' });
  }
}
