/** Why customers left, the causes that took most of them by name. */

import type { TruthReport } from '../../game/reports.ts';
import { type CauseId, causeIds } from '../../sim/market.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { inSentence, list, number, percent } from '../format.ts';

export interface CauseRow {
  cause: CauseId;
  /** Real people. */
  people: number;
}

/** Causes that took somebody, the greatest first. */
export const causeRows = (leaving: TruthReport['leaving']): CauseRow[] =>
  causeIds
    .map((cause) => ({ cause, people: leaving[cause] ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people);

/** The main cause, or all that share the first place; alike is what reads alike as whole people. */
export function leavingTitle(rows: readonly CauseRow[]): string {
  const left = rows.reduce((sum, { people }) => sum + people, 0);
  const first = rows[0];
  if (first === undefined) return m.leaving_nobody();
  const share = percent(first.people / left, 0);
  const main = rows.filter(({ people }) => number(people) === number(first.people));
  const names = main.map(({ cause }) => inSentence(word('cause', cause)));
  return main.length > 1 ? m.leaving_title_tied({ causes: list(names), share }) : m.leaving_title({ cause: names[0]!, share });
}
