/** Standing orders and moves as bytes. */

import { cardIds } from '../company/openCards.ts';
import { answerIds, answerReasonIds, conflictModes, type Move, type StandingOrders } from '../company/orders.ts';
import { readCaseStep, writeCaseStep } from './packedCaseStep.ts';
import { readReviewStep, writeReviewStep } from './packedReviewStep.ts';
import { PackedDamage, type ByteReader, type ByteWriter, type WordList } from './packedBytes.ts';

const remedies = ['none', 'part', 'full', 'generous'] as const satisfies readonly Extract<Move, { kind: 'case' }>['remedy'][];
const programmeMoves = ['goOn', 'slow', 'recover', 'downscope', 'abandon'] as const satisfies readonly Extract<
  Move,
  { kind: 'programme' }
>['move'][];
const orders = {
  onStall: ['recover', 'downscope', 'abandon'],
  onSponsorLost: ['newSponsor', 'carryOn'],
  onBreach: ['tellCustomers', 'sayNothing'],
  onOpportunity: ['refuse', 'accept'],
  onCase: ['compromise', 'accommodate', 'collaborate'],
  onReview: ['nothing', 'honest', 'draft'],
} as const satisfies { readonly [K in keyof StandingOrders]?: readonly StandingOrders[K][] };
const orderIds = ['onStall', 'onSponsorLost', 'onBreach', 'onOpportunity', 'onCase', 'onReview'] as const;

/** Grounds of an answer, and none. */
const grounds = 1 + answerReasonIds.length;

/** The lists that an index of this form points into. */
export const orderLists = { conflictModes, remedies, programmeMoves, answerIds, answerReasonIds, orders };

/** One digit an order: 0 = not named, then the options; the floor of cash + 1 after them. */
export function writeStanding(writer: ByteWriter, standing: Partial<StandingOrders>): void {
  for (const id of orderIds) {
    const value = standing[id];
    writer.number(value === undefined ? 0 : 1 + (orders[id] as readonly string[]).indexOf(value));
  }
  writer.number(standing.cashFloor === undefined ? 0 : 1 + standing.cashFloor);
}

export function readStanding(reader: ByteReader): Partial<StandingOrders> {
  const [stall, sponsor, breach, offer, met, review] = orderIds.map((id) => reader.below(orders[id].length + 1)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const floor = reader.number();
  return {
    ...(stall > 0 && { onStall: orders.onStall[stall - 1]! }),
    ...(sponsor > 0 && { onSponsorLost: orders.onSponsorLost[sponsor - 1]! }),
    ...(breach > 0 && { onBreach: orders.onBreach[breach - 1]! }),
    ...(offer > 0 && { onOpportunity: orders.onOpportunity[offer - 1]! }),
    ...(met > 0 && { onCase: orders.onCase[met - 1]! }),
    ...(review > 0 && { onReview: orders.onReview[review - 1]! }),
    ...(floor > 0 && { cashFloor: floor - 1 }),
  };
}

/** Forms that name a slot, after those of a programme; between them stands the opening of a card. */
const slotForms = { case: 0, opportunity: 1, caseStep: 3 } as const;

/**
 * A move of a programme as its index; after that one in a case, then an answer to an offer: the parts of its slot, then in one number mode,
 * remedy, apology, reason, or answer and ground (0 = none); then the opening of a card: its place in the catalogue; then a step of a case: the
 * parts of its slot and the step; last an act of an evaluation.
 */
export function writeMove(writer: ByteWriter, move: Move, words: WordList): void {
  if (move.kind === 'programme') return writer.number(programmeMoves.indexOf(move.move));
  if (move.kind === 'open') {
    writer.number(programmeMoves.length + 2);
    return writer.number(cardIds.indexOf(move.card));
  }
  if (move.kind === 'review') {
    writer.number(programmeMoves.length + 4);
    return writeReviewStep(writer, move.step);
  }
  const [quarter, kind, place] = move.slot.slice(1).split('.') as [string, string, string];
  writer.number(programmeMoves.length + slotForms[move.kind]);
  writer.number(Number(quarter));
  writer.number(words.index(kind));
  writer.number(Number(place));
  if (move.kind === 'caseStep') return writeCaseStep(writer, move.step);
  if (move.kind === 'opportunity') {
    const ground = move.reason === undefined ? 0 : 1 + answerReasonIds.indexOf(move.reason);
    return writer.number(answerIds.indexOf(move.answer) * grounds + ground);
  }
  const answer = conflictModes.indexOf(move.mode) * remedies.length + remedies.indexOf(move.remedy);
  writer.number(answer * 4 + (move.apology ? 2 : 0) + (move.reason ? 1 : 0));
}

export function readMove(reader: ByteReader, words: readonly string[]): Move {
  const form = reader.below(programmeMoves.length + 5);
  if (form < programmeMoves.length) return { kind: 'programme', move: programmeMoves[form]! };
  if (form === programmeMoves.length + 2) return { kind: 'open', card: cardIds[reader.below(cardIds.length)]! };
  if (form === programmeMoves.length + 4) return { kind: 'review', step: readReviewStep(reader) };
  const quarter = reader.number();
  const kind = words[reader.below(words.length)];
  if (kind === undefined) throw new PackedDamage('no such kind of case');
  const slot = `q${quarter}.${kind}.${reader.number()}`;
  if (form === programmeMoves.length + slotForms.caseStep) return { kind: 'caseStep', slot, step: readCaseStep(reader) };
  if (form > programmeMoves.length) return readAnswer(slot, reader.below(answerIds.length * grounds));
  const answer = reader.below(conflictModes.length * remedies.length * 4);
  return {
    kind: 'case',
    slot,
    mode: conflictModes[Math.floor(answer / (remedies.length * 4))]!,
    remedy: remedies[Math.floor(answer / 4) % remedies.length]!,
    apology: (answer & 2) !== 0,
    reason: (answer & 1) !== 0,
  };
}

function readAnswer(slot: string, number: number): Move {
  const ground = number % grounds;
  const answer = answerIds[Math.floor(number / grounds)]!;
  return { kind: 'opportunity', slot, answer, ...(ground > 0 && { reason: answerReasonIds[ground - 1]! }) };
}
