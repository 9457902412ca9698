/** Cases that stood open in a round and that the learner left to the standing policy. */

import type { CaseView } from '../caseView.ts';
import type { RoundDecided } from './decisions.ts';

/** Those in whose slot nothing was done in the round, asked ones first, the heavier first. @param inbox as it lay when the round began */
export function unansweredCases({ decisions }: Pick<RoundDecided, 'decisions'>, inbox: readonly CaseView[]): CaseView[] {
  const taken = new Set(decisions.flatMap(({ decided }) => (decided.kind === 'case' ? [decided.slot] : [])));
  return inbox
    .filter(({ outcome, slot }) => outcome === null && !taken.has(slot))
    .sort((a, b) => Number(b.asked) - Number(a.asked) || b.severity - a.severity || (a.slot < b.slot ? -1 : 1));
}
