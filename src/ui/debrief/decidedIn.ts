/** Decisions of a run under the rounds that they were made in: what changed, card by card, and what was only said again. */

import { controlById } from '../../company/controls.ts';
import type { PlayedRound } from '../../game/contributions/contributionPlan.ts';
import type { GroupId } from '../../game/contributions/groups.ts';
import type { Decided } from '../../game/whatIf/decisions.ts';
import { cardOf, groupOfDecided, groupOfSaid, type RoundChanges, type Said } from '../../game/whatIf/roundChanges.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { number } from '../format.ts';
import { spanWords } from './quarterWords.ts';
import { controlName, orderValue, ownName, valueOf } from './setWords.ts';
import { changeOf, subjectOf, type Told } from './whatIf/decisionWords.ts';

/** Decisions that a bar or a part of the report stands for, under the round they were made in. */
export interface DecidedIn {
  title: string;
  /** Under the name of the card that it is on, or of what it is about. */
  cards: readonly { name: string; lines: readonly string[] }[];
  /** How many things changed. */
  changes: number;
  /** Names and values of what was said as it stood already. */
  rest: readonly string[];
}

/** What a decision stands under. */
function headOf(decided: Decided, told: Told): string {
  const card = cardOf(decided);
  if (card !== null) return word('card', card);
  return decided.kind === 'order' ? m.decided_orders() : subjectOf(decided, told);
}

function lineOf(decided: Decided, told: Told): string {
  const change = changeOf(decided, told);
  if (change === null) return decided.kind === 'open' ? m.decided_opened() : m.decided_done();
  if (change.from === null) return change.to;
  const said = { from: change.from, to: change.to };
  const own =
    decided.kind === 'control' ? ownName(controlById.get(decided.control)!) : decided.kind === 'order' ? subjectOf(decided, told) : '';
  return own === '' ? m.decided_change(said) : m.decided_change_of({ ...said, name: own });
}

function saidWords(said: Said, told: Told): string {
  if ('order' in said) {
    const name = said.order === 'cashFloor' ? m.whatIf_floor() : word('order', said.order);
    return m.entry_set({ name, value: orderValue(said.order, said.value as never) });
  }
  return m.entry_set({ name: controlName(controlById.get(said.control)!), value: valueOf(said.control, said.value, told.scenario) });
}

/** Decisions of the run by round, only those in the groups given; rounds without any are left out. */
export function decidedBy(rounds: readonly RoundChanges[], groups: ReadonlySet<GroupId>, told: Told): DecidedIn[] {
  return rounds.flatMap(({ quarter, quarters, changed, repeated }, index): DecidedIn[] => {
    const own = changed.filter((decided) => groups.has(groupOfDecided(decided)));
    const rest = repeated.filter((said) => groups.has(groupOfSaid(said)));
    if (own.length + rest.length === 0) return [];
    const cards = new Map<string, string[]>();
    for (const decided of own) {
      const head = headOf(decided, told);
      cards.set(head, [...(cards.get(head) ?? []), lineOf(decided, told)]);
    }
    return [
      {
        title: roundName({ round: index + 1, first: quarter, last: quarter + quarters - 1 }),
        cards: [...cards].map(([name, lines]) => ({ name, lines })),
        changes: own.length,
        rest: rest.map((said) => saidWords(said, told)),
      },
    ];
  });
}

/** A round with its quarters. */
export const roundName = ({ round, first, last }: Pick<PlayedRound, 'round' | 'first' | 'last'>): string =>
  m.contributions_round({ round: number(round), quarters: spanWords(first, last) });
