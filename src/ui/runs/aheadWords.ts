/** How far a run was looked ahead, in words. */

import { mostLookedAhead } from '../../game/lookedAhead.ts';
import type { RunFile } from '../../game/run.ts';
import * as m from '../../text/generated/messages.js';
import { number } from '../format.ts';

/** What the run says of it, for a report or beside a score; that it was not recorded is said too. */
export function aheadWords(run: Pick<RunFile, 'entries' | 'lookedAhead'>): string {
  const { entries, lookedAhead = [] } = run;
  const most = mostLookedAhead(run);
  if (most === null) return m.ahead_unknown();
  if (most === 0) return m.ahead_none();
  const quarters = entries.filter(({ kind }) => kind === 'commit').map(({ quarter }) => quarter);
  return m.ahead_some({
    most: number(most),
    rounds: number(lookedAhead.filter((ahead) => ahead > 0).length),
    all: number(lookedAhead.length),
    quarter: number(quarters[lookedAhead.findIndex((ahead) => ahead > 0)] ?? 1),
  });
}

/** The same for a list of runs; null where there is nothing to tell: a run played straight on, or one not yet played. */
export function aheadShort({ lookedAhead, played }: { lookedAhead: number | null; played: number }): string | null {
  if (lookedAhead === 0 || played === 0) return null;
  return m.run_ahead({ quarters: lookedAhead === null ? m.ahead_unknown() : number(lookedAhead) });
}
