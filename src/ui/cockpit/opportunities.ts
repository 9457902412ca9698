/** Offers off the strategy in words: what a contract says of an answer, and what a round has brought of those given. */

import { answerReasons, opportunityAnswered, type AnswerEffects } from '../../company/opportunities.ts';
import type { AnswerId, Move } from '../../company/orders.ts';
import type { OpportunityFollowed, OpportunityView } from '../../game/opportunities.ts';
import type { KnownReport } from '../../game/reports.ts';
import type { ScenarioOpportunity } from '../../scenario/scenario.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { list, number, signed } from '../format.ts';
import { reasonWords } from './reasons.ts';

/** Cash and hours of an answer; what else it does stands in no contract. */
export function contractWords({ cash = 0, cashOver = 1, hours = 0, hoursFor = 1 }: AnswerEffects): string {
  const sum = signed(cash, 1);
  const money = cashOver === 1 ? m.opportunity_cash({ cash: sum }) : m.opportunity_cash_over({ cash: sum, quarters: number(cashOver) });
  const work =
    hoursFor === 1
      ? m.opportunity_hours({ hours: number(hours) })
      : m.opportunity_hours_for({ hours: number(hours), quarters: number(hoursFor) });
  return `${cash === 0 ? m.opportunity_no_cash() : money}; ${hours === 0 ? m.opportunity_no_hours() : work}`;
}

/** Why an answer cannot be given now, in words; null if it can. */
export function answerRefused(spec: ScenarioOpportunity, slot: string, answer: AnswerId, made: readonly Move[]): string | null {
  const reasons = answerReasons({ kind: 'opportunity', slot, answer }, [spec], made);
  return reasons.length === 0 ? null : m.opportunity_refused({ reasons: list(reasons.map(reasonWords)) });
}

/** Offers of the open round that have no answer yet. */
export const unanswered = ({ opportunities }: KnownReport, made: readonly Move[]): readonly OpportunityView[] =>
  opportunities.open.filter(({ slot }) => !opportunityAnswered(slot, made));

/** Answers whose job was on in the round, each as it last stood. */
export function followedOver(round: readonly KnownReport[]): readonly OpportunityFollowed[] {
  const all = round.flatMap(({ opportunities }) => opportunities.followed);
  return all.filter(({ id }, index) => all.findLastIndex((other) => other.id === id) === index);
}

/** Who answered what, and on what ground. */
export function saidWords({ by, answer: given, reason }: Pick<OpportunityFollowed, 'by' | 'answer' | 'reason'>): string {
  const answer = word('answer', given);
  if (by === 'standing') return m.opportunity_by_order({ answer });
  return reason === null
    ? m.opportunity_said_bare({ answer })
    : m.opportunity_said_because({ answer, reason: word('answerReason', reason) });
}
