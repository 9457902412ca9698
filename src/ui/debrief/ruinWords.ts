/** Draws that end in ruin, in words: what ran out, and when. */

import type { LuckFinding, Ruin } from '../../game/luck/luck.ts';
import * as m from '../../text/generated/messages.js';
import { number } from '../format.ts';

interface Seen {
  finding: LuckFinding;
  /** Of the run: what lies beyond is its run-off. */
  quarters: number;
}

/** What ran out on the draws that end in ruin, and when. */
export function ruinSentences({ finding: { insolvent, unviable }, quarters }: Seen): readonly string[] {
  const when = (quarter: number): string =>
    quarter > quarters ? m.luck_when_after({ quarter: number(quarter - quarters) }) : m.luck_when({ quarter: number(quarter) });
  const told = ({ draws, first, middle, last }: Ruin): Parameters<typeof m.luck_insolvent>[0] => {
    const same = first === last;
    const spread = m.luck_when_spread({ middle: when(middle), first: when(first), last: when(last) });
    return { draws: number(draws), when: same ? when(first) : spread };
  };
  return [...(insolvent ? [m.luck_insolvent(told(insolvent))] : []), ...(unviable ? [m.luck_unviable(told(unviable))] : [])];
}
