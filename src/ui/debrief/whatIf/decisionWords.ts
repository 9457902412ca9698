/** A past decision and what is done to it, in words. */

import { controlById } from '../../../company/controls.ts';
import { opportunitySlot } from '../../../company/opportunities.ts';
import type { CaseView } from '../../../game/caseView.ts';
import { type Added, type Alteration, isAdded } from '../../../game/whatIf/alterations.ts';
import type { Decided, PastDecision, RoundDecided } from '../../../game/whatIf/decisions.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import * as m from '../../../text/generated/messages.js';
import { localText } from '../../../text/localText.ts';
import { hasWord, word } from '../../../text/words.ts';
import { sortWords, titleOf } from '../../conflict/caseWords.ts';
import { inSentence, list, number } from '../../format.ts';
import { language } from '../../language.svelte.ts';
import type { Session } from '../../session.svelte.ts';
import { controlName, orderValue, valueOf } from '../setWords.ts';

/** What the words of a run's decisions are taken from. */
export interface Told {
  scenario: Scenario;
  /** Cases by their slot. */
  cases: ReadonlyMap<string, Pick<CaseView, 'id'>>;
}

/** What the words of a session's decisions are taken from. */
export const toldOf = ({ scenario, history }: Pick<Session, 'scenario' | 'history'>): Told => ({
  scenario,
  cases: new Map(history.flatMap(({ inbox }) => inbox.map((view) => [view.slot, view] as const))),
});

function caseName(slot: string, { scenario, cases }: Told): string {
  const view = cases.get(slot);
  return view ? m.whatIf_case({ title: titleOf(scenario, view.id) }) : m.whatIf_case_unnamed();
}

/** A case that waited, to be chosen from a list. */
export function openCaseName(view: CaseView, { scenario }: Told): string {
  const said = { title: titleOf(scenario, view.id), kind: inSentence(sortWords(scenario, view)), severity: number(view.severity) };
  return view.asked ? m.whatIf_open_case(said) : m.whatIf_open_case_listed(said);
}

/** What was decided upon. */
export function subjectOf(decided: Decided, { scenario, cases }: Told): string {
  switch (decided.kind) {
    case 'control':
      return controlName(controlById.get(decided.control)!);
    case 'order':
      return decided.order === 'cashFloor' ? m.whatIf_floor() : word('order', decided.order);
    case 'programme':
      return m.whatIf_programme();
    case 'case':
      return caseName(decided.slot, { scenario, cases });
    case 'opportunity': {
      const offer = scenario.opportunities?.find((each) => opportunitySlot(each) === decided.slot);
      return offer ? localText(offer.title, language.current) : m.whatIf_offer();
    }
    case 'review':
      return word('whatIf_review', decided.step.do);
    case 'open':
      return m.entry_opened({ card: word('card', decided.card) });
  }
}

/** What it was set from, and to; null where there is no such thing. */
export function changeOf(decided: Decided, told: Told): { from: string | null; to: string } | null {
  switch (decided.kind) {
    case 'control':
      return { from: valueOf(decided.control, decided.from, told.scenario), to: valueOf(decided.control, decided.to, told.scenario) };
    case 'order':
      return { from: orderValue(decided.order, decided.from), to: orderValue(decided.order, decided.to) };
    case 'programme':
      return { from: null, to: word('move', decided.move) };
    case 'case':
      return { from: null, to: decided.mode === null ? m.whatIf_no_mode() : word('mode', decided.mode) };
    case 'opportunity':
      return { from: null, to: word('answer', decided.answer) };
    default:
      return null;
  }
}

/** What an alteration puts in the place of the decision. */
export function insteadOf(alteration: Alteration, told: Told): string {
  switch (alteration.kind) {
    case 'drop':
      return m.whatIf_dropped();
    case 'control': {
      const { decided } = alteration.decision;
      return decided.kind === 'control' ? valueOf(decided.control, alteration.value, told.scenario) : '';
    }
    case 'add':
      return valueOf(alteration.control, alteration.value, told.scenario);
    case 'order': {
      const { decided } = alteration.decision;
      return decided.kind === 'order' ? orderValue(decided.order, alteration.value) : '';
    }
    case 'programme':
      return word('move', alteration.move);
    case 'addMove':
      return word('move', alteration.move.move);
    case 'case':
      return word('mode', alteration.mode);
    case 'addCase':
      return word('mode', alteration.answer.mode);
    case 'review':
      return m.whatIf_review_changed();
    case 'opportunity':
      return word('answer', alteration.answer);
  }
}

/** What an added decision is about. */
function addedName(added: Added, told: Told): string {
  if (added.kind === 'add') return controlName(controlById.get(added.control)!);
  return added.kind === 'addMove' ? m.whatIf_programme() : caseName(added.answer.slot, told);
}

/** An alteration in a line: the quarter, what it is about, and what is otherwise. */
export function alterationWords(alteration: Alteration, told: Told): string {
  const instead = insteadOf(alteration, told);
  if (isAdded(alteration)) return m.whatIf_line_add({ quarter: number(alteration.quarter), what: addedName(alteration, told), instead });
  const { quarter, decided } = alteration.decision;
  const [what, change] = [subjectOf(decided, told), changeOf(decided, told)];
  const was = change?.to ?? m.whatIf_done();
  return alteration.kind === 'drop'
    ? m.whatIf_line_drop({ quarter: number(quarter), what, was })
    : m.whatIf_line_change({ quarter: number(quarter), what, was, instead });
}

/** Decisions that the change makes impossible, each with the reason. @param alterations those played, for what was added among them */
export function skippedWords(
  skipped: readonly { seq: number; code: string }[],
  rounds: readonly RoundDecided[],
  alterations: readonly Alteration[],
  told: Told,
): readonly string[] {
  const all = rounds.flatMap(({ decisions }) => decisions);
  const added = alterations.filter(isAdded);
  const lines = skipped.map(({ seq, code }) => {
    const reason = hasWord('reason', code) ? word('reason', code) : hasWord('whatIf_code', code) ? word('whatIf_code', code) : code;
    const put = seq < 0 ? added[-1 - seq] : undefined;
    if (put) return m.whatIf_skipped({ quarter: number(put.quarter), what: addedName(put, told), reason });
    const of: readonly PastDecision[] = all.filter(({ seqs }) => seqs.includes(seq));
    if (of.length === 0) return m.whatIf_skipped_added({ reason });
    return m.whatIf_skipped({ quarter: number(of[0]!.quarter), what: list(of.map(({ decided }) => subjectOf(decided, told))), reason });
  });
  // Steps of one case are refused one by one.
  return [...new Set(lines)];
}
