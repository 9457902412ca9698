/** What a what-if does to past decisions, and the edits of the log that come of it. */

import type { ControlId, QuarterPlan } from '../../company/controls.ts';
import type { AnswerId, ConflictMode, Move, ProgrammeMove, StandingOrders } from '../../company/orders.ts';
import { sameValue } from '../../company/plan.ts';
import type { LoggedEntry } from '../replay.ts';
import type { EntryData } from '../run.ts';
import type { OrderKey, PastDecision } from './decisions.ts';
import type { EntryEdit } from './edits.ts';

/** One past decision otherwise. */
export type Alteration =
  | { kind: 'drop'; decision: PastDecision }
  | { kind: 'control'; decision: PastDecision; value: QuarterPlan[ControlId] }
  | { kind: 'order'; decision: PastDecision; value: StandingOrders[OrderKey] }
  | { kind: 'programme'; decision: PastDecision; move: ProgrammeMove }
  | { kind: 'case'; decision: PastDecision; mode: ConflictMode }
  | { kind: 'opportunity'; decision: PastDecision; answer: AnswerId }
  /** A control set, or a move made, in the round that begins with a quarter, after all else that was decided in it. */
  | { kind: 'add'; quarter: number; control: ControlId; value: QuarterPlan[ControlId] }
  | { kind: 'addMove'; quarter: number; move: Extract<Move, { kind: 'programme' }> };

/** What it is about: two alterations of one key are one, the later. */
export function alterationKey(alteration: Alteration): string {
  if (alteration.kind === 'add') return `+${alteration.quarter}/${alteration.control}`;
  return alteration.kind === 'addMove' ? `+${alteration.quarter}/move` : alteration.decision.id;
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
  if (alteration.kind === 'add' || alteration.kind === 'addMove' || alteration.kind === 'drop') return false;
  const { decided } = alteration.decision;
  if (decided.kind === 'control' && alteration.kind === 'control') return sameValue(decided.to, alteration.value);
  if (decided.kind === 'order' && alteration.kind === 'order') return decided.to === alteration.value;
  if (decided.kind === 'programme' && alteration.kind === 'programme') return decided.move === alteration.move;
  if (decided.kind === 'case' && alteration.kind === 'case') return decided.mode === alteration.mode;
  return decided.kind === 'opportunity' && alteration.kind === 'opportunity' && decided.answer === alteration.answer;
}

type PlanData = Extract<EntryData, { kind: 'plan' }>['data'];
type Decision = Exclude<EntryData, { kind: 'commit' }>;

/** Edits of the log that do what the alterations say, whatever their order; none for none. */
export function editsOf(entries: readonly LoggedEntry[], alterations: readonly Alteration[]): EntryEdit[] {
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
    if (alteration.kind === 'add')
      added.push({ kind: 'plan', quarter: alteration.quarter, plan: { [alteration.control]: alteration.value } });
    else if (alteration.kind === 'addMove')
      added.push({ kind: 'add', quarter: alteration.quarter, entry: { kind: 'move', data: alteration.move } });
    else if (alteration.kind === 'drop' && !isOfPlan(alteration.decision)) dropped.push(...alteration.decision.seqs);
    else for (const seq of alteration.decision.seqs) put(seq, (entry) => entryWith(entry, alteration));
  }
  return [
    ...[...changed].map(([seq, { kind, data }]): EntryEdit => ({ kind: 'change', seq, entry: { kind, data } as Decision })),
    ...(dropped.length > 0 ? [{ kind: 'drop', seqs: dropped } as const] : []),
    ...added,
  ];
}

const isOfPlan = ({ decided: { kind } }: PastDecision): boolean => kind === 'control' || kind === 'order';

/** One part of a plan entry left out or otherwise. */
function planWith(data: PlanData, alteration: Exclude<Alteration, { kind: 'add' | 'addMove' }>): PlanData {
  const { decided } = alteration.decision;
  if (decided.kind === 'control') {
    const { [decided.control]: _said, ...plan } = data.plan;
    return alteration.kind === 'control' ? { ...data, plan: { ...plan, [decided.control]: alteration.value } } : { ...data, plan };
  }
  if (decided.kind !== 'order') return data;
  const { [decided.order]: _ordered, ...standing } = data.standing ?? {};
  return { ...data, standing: alteration.kind === 'order' ? { ...standing, [decided.order]: alteration.value } : standing };
}

function entryWith(entry: Decision, alteration: Exclude<Alteration, { kind: 'add' | 'addMove' }>): Decision {
  if (entry.kind === 'plan') return { ...entry, data: planWith(entry.data, alteration) };
  if (entry.kind !== 'move') return entry;
  const { data } = entry;
  if (alteration.kind === 'programme' && data.kind === 'programme') return { ...entry, data: { ...data, move: alteration.move } };
  if (alteration.kind === 'opportunity' && data.kind === 'opportunity') return { ...entry, data: { ...data, answer: alteration.answer } };
  if (alteration.kind !== 'case') return entry;
  if (data.kind === 'case') return { ...entry, data: { ...data, mode: alteration.mode } };
  return data.kind === 'caseStep' && data.step.do === 'mode'
    ? { ...entry, data: { ...data, step: { do: 'mode', mode: alteration.mode } } }
    : entry;
}
