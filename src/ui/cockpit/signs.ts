/** Early signs of a stall as the learner has seen them: since when each has shown, and which are new. */

import type { SignId } from '../../company/signs.ts';
import type { KnownReport } from '../../game/reports.ts';

/** Signs that show now, the gravest first, each with the first quarter of its unbroken row of reports. */
export function signsSince(history: readonly KnownReport[]): { sign: SignId; since: number }[] {
  const newest = history.at(-1);
  return (newest?.programme.signs ?? []).map((sign) => {
    let first = history.length - 1;
    while (first > 0 && history[first - 1]!.programme.signs.includes(sign)) first -= 1;
    return { sign, since: history[first]!.quarter };
  });
}

/** Signs that show now and did not before the last round of `quarters`. */
export function newSigns(history: readonly KnownReport[], quarters: number): SignId[] {
  const before = history[history.length - 1 - quarters]?.programme.signs ?? [];
  return (history.at(-1)?.programme.signs ?? []).filter((sign) => !before.includes(sign));
}
