/** A case in words: who says what, what the firm has done, what a step costs, why it is shut. */

import type { RootId } from '../../company/conflict/codes.ts';
import type { FixId } from '../../company/conflict/fixes.ts';
import { type CaseEnding, contentEndings } from '../../company/conflict/caseRules.ts';
import { workOf } from '../../company/conflict/playSteps.ts';
import { bandOf, severityOf, type ConflictKind } from '../../company/conflict/situation.ts';
import type { CaseStep, CaseTurn } from '../../company/conflict/steps.ts';
import type { StandingOrders } from '../../company/orders.ts';
import { usualParameters } from '../../company/parameters.ts';
import type { CaseView } from '../../game/caseView.ts';
import type { Scenario, Text } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { localText } from '../../text/localText.ts';
import { hasWord, word } from '../../text/words.ts';
import { list, number } from '../format.ts';
import { language } from '../language.svelte.ts';
import { caseTold, disputeTold } from './caseTold.ts';

const here = (text: Text): string => localText(text, language.current);

/** Words for an id that may have others where it is no customer's case: `outcome.lost.dispute`, `caseCourse.leaves.channel`. */
export function wordFor(sort: string, id: string, kind: ConflictKind): string {
  if (hasWord(sort, `${id}.${kind}`)) return word(sort, `${id}.${kind}`);
  return word(sort, kind !== 'customer' && hasWord(sort, `${id}.dispute`) ? `${id}.dispute` : id);
}

/** Full: those concerned are content; half: it is over; hollow: they are lost. */
export const endingMark = (ending: CaseEnding): string =>
  contentEndings.includes(ending) ? '●' : ending === 'partial' || ending === 'faded' ? '◐' : '○';

export const titleOf = (scenario: Scenario, id: string): string => here(caseTold(scenario, id).title);

/** The pair of departments, or the name of the partner. */
function betweenWords(scenario: Scenario, { between }: Pick<CaseView, 'between'>): string {
  const partner = scenario.partners?.find(({ id }) => id === between);
  return partner ? here(partner.name) : word('option', `crm.align.pairs.${between ?? ''}`);
}

/** The kind of a conflict, and between whom it is where that is not a customer. */
export const sortWords = (scenario: Scenario, view: Pick<CaseView, 'kind' | 'between'>): string =>
  view.kind === 'customer' ? word('caseKind', view.kind) : `${word('caseKind', view.kind)} · ${betweenWords(scenario, view)}`;

/** What the staff do with a case that nobody answers. */
export const policyWords = ({ onCase }: StandingOrders): string => word('order', `onCase.${onCase}`);

/** The two who speak in a dispute, with their roles. */
export function voicesOf(scenario: Scenario, id: string): readonly string[] {
  return (disputeTold(scenario, id)?.voices ?? []).map((voice) => {
    const person = scenario.cast.find((each) => each.id === voice);
    return person ? `${person.name} (${here(person.role)})` : voice;
  });
}

/** What an offer holds, as the end of "We ...". */
const offerWords = ({ apology, reason, date, remedy }: Extract<CaseStep, { do: 'offer' }>): string =>
  list([
    ...(apology ? [word('caseOffer', 'apology')] : []),
    ...(reason ? [word('caseOffer', 'reason')] : []),
    ...(date ? [word('caseOffer', 'date')] : []),
    word('caseOffer', remedy),
  ]);

/** What the firm has done with a step. */
export function doneWords(step: CaseStep): string {
  switch (step.do) {
    case 'weigh': {
      const severity = severityOf(step.points, usualParameters);
      return word('caseDone', 'weigh', { band: word('caseBand', bandOf(severity, usualParameters)), severity: number(severity) });
    }
    case 'code':
      return word('caseDone', 'code', {
        symptom: word('caseSymptom', step.symptom),
        cause: word('caseCause', step.cause),
        escalation: word('caseEscalation', step.escalation),
        root: step.root === null ? m.case_code_root_none() : word('caseRoot', step.root),
      });
    case 'mode':
      return word('caseDone', 'mode', { mode: word('mode', step.mode) });
    case 'offer':
      return word('caseDone', 'offer', { what: offerWords(step) });
    case 'fix':
      return word('caseDone', 'fix', { fix: word('caseFix', step.fix) });
    default:
      return word('caseDone', step.do);
  }
}

/** Why an offer is refused once more, by what the last one lacks. */
function refusedAgain(before: readonly CaseTurn[]): string {
  const offer = before.findLast((turn) => turn.by === 'firm' && turn.step.do === 'offer');
  if (offer?.by !== 'firm' || offer.step.do !== 'offer') return word('caseAgain', 'refuses');
  const { remedy, apology, reason, date } = offer.step;
  const lacks = [
    ...(remedy === 'none' || remedy === 'part' ? ['remedy'] : []),
    ...(apology ? [] : ['apology']),
    ...(reason ? [] : ['reason']),
    ...(date ? [] : ['date']),
  ];
  if (lacks.length === 0) return word('caseAgain', 'refusesStill');
  return word('caseAgain', 'refusesBecause', { lacks: list(lacks.map((lack) => word('caseLacks', lack))) });
}

/** A remedy as it would be in this case: of a process which one, of a dispute between whom. @param root the cause that was found; null where none was */
export function fixWords(scenario: Scenario, view: CaseView, fix: FixId, root: RootId | null): string {
  const name = word('caseFix', fix);
  const process = fix === 'process' && root !== null && hasWord('option', `imp.process.${root}`);
  const about = process ? word('option', `imp.process.${root}`) : view.kind === 'customer' ? null : betweenWords(scenario, view);
  return about === null ? name : m.case_fix_about({ fix: name, about });
}

/**
 * What is said or happens in a turn. What was said before, in this case or when the dispute first came up, is told and not repeated.
 * @param before the turns of the case up to this one
 */
export function turnWords(scenario: Scenario, view: CaseView, turn: CaseTurn, before: readonly CaseTurn[] = []): string {
  if (turn.by === 'firm') return doneWords(turn.step);
  if (turn.by === 'course') return wordFor('caseCourse', turn.happened, view.kind);
  const told = caseTold(scenario, view.id);
  const dispute = disputeTold(scenario, view.id);
  const { said } = turn;
  if (said === 'words') return here(view.again && dispute ? dispute.again : told.words);
  if (view.again || before.some((each) => each.by === turn.by && each.said === turn.said))
    return said === 'refuses' ? refusedAgain(before) : word('caseAgain', said);
  if (said === 'against') return dispute ? here(dispute.against) : '';
  if (said === 'note') return told.told ? here(told.told.note) : word('caseReply', 'note');
  return told.told ? here(told.told.replies[said]) : word('caseReply', said);
}

/** Who a turn is by. @param customer name of the customer, or what stands for it */
export function speakerWords(scenario: Scenario, view: CaseView, turn: CaseTurn, customer: string): string {
  if (turn.by === 'firm') return m.case_us();
  if (turn.by === 'course') return m.case_course();
  if (turn.by === 'frontLine') return m.case_front_line();
  const [first, second] = voicesOf(scenario, view.id);
  return (turn.by === 'them' ? first : second) ?? customer;
}

/** Staff hours and half days that a step takes. */
export function costWords(step: CaseStep): string {
  const [hours, halfDays] = workOf(step);
  if (halfDays > 0) return m.case_step_cost({ hours: number(hours), halfDays: number(halfDays) });
  return hours > 0 ? m.case_step_cost_hours({ hours: number(hours) }) : m.case_step_cost_none();
}
