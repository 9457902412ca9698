/** What a what-if does to past decisions, and the edits of the log that come of it. */

import type { ControlId, QuarterPlan } from '../../company/controls.ts';
import type { AnswerId, CaseMove, ConflictMode, Move, ProgrammeMove, StandingOrders } from '../../company/orders.ts';
import { sameValue } from '../../company/plan.ts';
import type { ReviewStep } from '../../company/review/reviewSteps.ts';
import { canonicalJson } from '../../sim/canonicalJson.ts';
import type { LoggedEntry } from '../replay.ts';
import type { EntryData } from '../run.ts';
import type { Mention, OrderKey, PastDecision, RoundDecided } from './decisions.ts';
import type { EntryEdit } from './edits.ts';
import { repeatsOf, withoutMention } from './repeats.ts';

/** One past decision otherwise. */
export type Alteration =
  | { kind: 'drop'; decision: PastDecision }
  | { kind: 'control'; decision: PastDecision; value: QuarterPlan[ControlId] }
  | { kind: 'order'; decision: PastDecision; value: StandingOrders[OrderKey] }
  | { kind: 'programme'; decision: PastDecision; move: ProgrammeMove }
  /** @param answer in one go, where steps were taken and none of them chose a mode: it takes their place */
  | { kind: 'case'; decision: PastDecision; mode: ConflictMode; answer?: CaseMove }
  | { kind: 'review'; decision: PastDecision; step: ReviewStep }
  | { kind: 'opportunity'; decision: PastDecision; answer: AnswerId }
  /** A control set, or a move made, in the round that begins with a quarter, after all else that was decided in it. */
  | { kind: 'add'; quarter: number; control: ControlId; value: QuarterPlan[ControlId] }
  | { kind: 'addMove'; quarter: number; move: Extract<Move, { kind: 'programme' }> }
  /** An answer to a case that stood open and that nobody answered in the round. */
  | { kind: 'addCase'; quarter: number; answer: CaseMove };
type Changed = Extract<Alteration, { decision: PastDecision }>;
export type Added = Exclude<Alteration, Changed>;

/** True for what is put in, rather than left out or otherwise. */
export const isAdded = (alteration: Alteration): alteration is Added => !('decision' in alteration);

/** What it is about: two alterations of one key are one, the later. */
export function alterationKey(alteration: Alteration): string {
  switch (alteration.kind) {
    case 'add':
      return `+${alteration.quarter}/${alteration.control}`;
    case 'addMove':
      return `+${alteration.quarter}/move`;
    case 'addCase':
      return `+${alteration.quarter}/${alteration.answer.slot}`;
    default:
      return alteration.decision.id;
  }
}

/** The alterations with one more, in the place of that of the same key; without it where it changes nothing. */
export function altered(before: readonly Alteration[], next: Alteration): readonly Alteration[] {
  const key = alterationKey(next);
  const others = before.filter((each) => alterationKey(each) !== key);
  if (isIdle(next)) return others;
  const place = before.findIndex((each) => alterationKey(each) === key);
  return place < 0 ? [...before, next] : before.map((each, index) => (index === place ? next : each));
}

/** True for one that takes what was decided anyway. */
function isIdle(alteration: Alteration): boolean {
  if (isAdded(alteration) || alteration.kind === 'drop') return false;
  const { decided } = alteration.decision;
  if (decided.kind === 'control' && alteration.kind === 'control') return sameValue(decided.to, alteration.value);
  if (decided.kind === 'order' && alteration.kind === 'order') return decided.to === alteration.value;
  if (decided.kind === 'programme' && alteration.kind === 'programme') return decided.move === alteration.move;
  if (decided.kind === 'case' && alteration.kind === 'case') return decided.mode === alteration.mode;
  if (decided.kind === 'review' && alteration.kind === 'review') return canonicalJson(decided.step) === canonicalJson(alteration.step);
  return decided.kind === 'opportunity' && alteration.kind === 'opportunity' && decided.answer === alteration.answer;
}

type PlanData = Extract<EntryData, { kind: 'plan' }>['data'];
type Decision = Exclude<EntryData, { kind: 'commit' }>;

/**
 * Edits of the log that do what the alterations say, whatever their order; none for none. What a later plan only repeats of a control or an
 * order that is otherwise is no new decision: it is left out until the next that is.
 * @param rounds of the same log; what is added comes last among the edits, in the order of the alterations
 */
export function editsOf(entries: readonly LoggedEntry[], alterations: readonly Alteration[], rounds: readonly RoundDecided[]): EntryEdit[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry as LoggedEntry & EntryData]));
  const changed = new Map<number, Decision>();
  const dropped: number[] = [];
  const added: EntryEdit[] = [];
  const put = (seq: number, change: (entry: Decision) => Decision): void => {
    const entry = changed.get(seq) ?? bySeq.get(seq);
    if (entry && entry.kind !== 'commit') changed.set(seq, change(entry));
  };
  for (const alteration of alterations) {
    if (isIdle(alteration)) continue;
    for (const { seq, of } of repeatedAfter(alteration, rounds)) put(seq, (entry) => withoutMention(entry, of));
    if (isAdded(alteration)) added.push(editOf(alteration));
    else if (alteration.kind === 'drop' && !isOfPlan(alteration.decision)) dropped.push(...alteration.decision.seqs);
    else if (alteration.kind === 'case' && alteration.answer) {
      const { answer, decision } = alteration;
      put(decision.seqs[0]!, () => ({ kind: 'move', data: answer }));
      dropped.push(...decision.seqs.slice(1));
    } else for (const seq of alteration.decision.seqs) put(seq, (entry) => entryWith(entry, alteration));
  }
  return [
    ...[...changed].map(([seq, { kind, data }]): EntryEdit => ({ kind: 'change', seq, entry: { kind, data } as Decision })),
    ...(dropped.length > 0 ? [{ kind: 'drop', seqs: dropped } as const] : []),
    ...added,
  ];
}

function editOf(alteration: Added): EntryEdit {
  const { quarter } = alteration;
  if (alteration.kind === 'add') return { kind: 'plan', quarter, plan: { [alteration.control]: alteration.value } };
  return { kind: 'add', quarter, entry: { kind: 'move', data: alteration.kind === 'addMove' ? alteration.move : alteration.answer } };
}

/** What later plans only repeat of the control or order that an alteration is about. */
function repeatedAfter(alteration: Alteration, rounds: readonly RoundDecided[]): readonly Mention[] {
  const about = subjectOf(alteration);
  return about === null ? [] : repeatsOf(rounds, about.of, about.isLater);
}

function subjectOf(alteration: Alteration): { of: Mention['of']; isLater: (seq: number, quarter: number) => boolean } | null {
  if (alteration.kind === 'add') return { of: alteration.control, isLater: (_seq, quarter) => quarter > alteration.quarter };
  if (isAdded(alteration)) return null;
  const { decided, seqs } = alteration.decision;
  const isLater = (seq: number): boolean => seq > seqs[0]!;
  if (decided.kind === 'control') return { of: decided.control, isLater };
  return decided.kind === 'order' ? { of: decided.order, isLater } : null;
}

const isOfPlan = ({ decided: { kind } }: PastDecision): boolean => kind === 'control' || kind === 'order';

/** One part of a plan entry left out or otherwise. */
function planWith(data: PlanData, alteration: Changed): PlanData {
  const { decided } = alteration.decision;
  if (decided.kind === 'control') {
    const { [decided.control]: _said, ...plan } = data.plan;
    return alteration.kind === 'control' ? { ...data, plan: { ...plan, [decided.control]: alteration.value } } : { ...data, plan };
  }
  if (decided.kind !== 'order') return data;
  const { [decided.order]: _ordered, ...standing } = data.standing ?? {};
  return { ...data, standing: alteration.kind === 'order' ? { ...standing, [decided.order]: alteration.value } : standing };
}

function entryWith(entry: Decision, alteration: Changed): Decision {
  if (entry.kind === 'plan') return { ...entry, data: planWith(entry.data, alteration) };
  if (entry.kind !== 'move') return entry;
  const { data } = entry;
  if (alteration.kind === 'programme' && data.kind === 'programme') return { ...entry, data: { ...data, move: alteration.move } };
  if (alteration.kind === 'opportunity' && data.kind === 'opportunity') return { ...entry, data: { ...data, answer: alteration.answer } };
  if (alteration.kind === 'review' && data.kind === 'review') return { ...entry, data: { ...data, step: alteration.step } };
  if (alteration.kind !== 'case') return entry;
  if (data.kind === 'case') return { ...entry, data: { ...data, mode: alteration.mode } };
  return data.kind === 'caseStep' && data.step.do === 'mode'
    ? { ...entry, data: { ...data, step: { do: 'mode', mode: alteration.mode } } }
    : entry;
}
