/** Why a path is refused, in words with the numbers that failed. The reasons come from the rules themselves. */

import type { Reason } from '../../company/guards.ts';
import type { MatrixView } from '../../game/reports.ts';
import * as m from '../../text/generated/messages.js';
import { word } from '../../text/words.ts';
import { fixed, number } from '../format.ts';

/** Only these refuse; the rest is good to know. */
export const refusing = (lacks: readonly Reason[]): readonly Reason[] => lacks.filter(({ advisory }) => !advisory);

/** A figure that misses its mark by little keeps a decimal, so that it never reads as if it were met. */
function short(actual: number, required: number): string {
  if (number(actual) !== number(required)) return number(actual);
  const tenth = actual < required ? Math.floor(actual * 10) : Math.ceil(actual * 10);
  return fixed(tenth / 10);
}

export function reasonWords({ code, actual, required }: Reason): string {
  const name = word('reason', code);
  if (required === undefined) return name;
  if (actual === undefined) return `${name} ?/${number(required)}`;
  return `${name} ${short(actual, required)}/${number(required)}`;
}

/** What could not be done in a round: the card it concerns, then the reason. */
export const refusalWords = (reason: Reason): string =>
  reason.card === undefined ? reasonWords(reason) : `${word('card', reason.card)}: ${reasonWords(reason)}`;

/** What could not be done in the quarters of a round, each card and ground in the first quarter that has it; quarters with nothing new are left out. */
export function newRefusals(
  round: readonly { quarter: number; programme: { refused: readonly Reason[] } }[],
): readonly { quarter: number; reasons: readonly Reason[] }[] {
  const told = new Set<string>();
  const rows = round.map(({ quarter, programme }) => {
    const reasons = programme.refused.filter(({ code, card }) => !told.has(`${code} ${card ?? ''}`));
    for (const { code, card } of reasons) told.add(`${code} ${card ?? ''}`);
    return { quarter, reasons };
  });
  return rows.filter(({ reasons }) => reasons.length > 0);
}

/** Whether a path starts where the firm stands (else it is not offered), and a short note where it is refused. */
export function pathOffer(paths: MatrixView['paths'], path: string): { shown: boolean; note?: string } {
  const found = paths.find((view) => view.path === path);
  if (!found || path === 'stay') return { shown: true };
  const lacks = refusing(found.lacks);
  if (lacks.some(({ code }) => code === 'level')) return { shown: false };
  if (lacks.length === 0) return { shown: true };
  const [first, ...more] = lacks.map(reasonWords);
  if (more.length === 0) return { shown: true, note: first };
  const said = { first: first!, count: number(more.length) };
  return { shown: true, note: more.length === 1 ? m.path_lacks_one(said) : m.path_lacks_more(said) };
}
