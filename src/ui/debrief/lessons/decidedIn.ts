/** What an entry of the log decided, a few lines of it. */

import type { Place } from '../../../game/conduct/evidence.ts';
import type { Decided } from '../../../game/contributions/groups.ts';
import type { LoggedEntry } from '../../../game/replay.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { entryWords } from '../entryWords.ts';

/** Lines that are told; of more only the number. */
const TOLD = 4;

export function decidedIn(
  place: Place | null,
  entries: readonly LoggedEntry[],
  scenario: Scenario,
): { lines: readonly string[]; more: number } {
  const entry = place?.seq === undefined ? undefined : entries.find(({ seq }) => seq === place.seq);
  if (entry === undefined || (entry.kind !== 'plan' && entry.kind !== 'move')) return { lines: [], more: 0 };
  const all = entryWords(entry as LoggedEntry & Decided, scenario);
  return { lines: all.slice(0, TOLD), more: Math.max(0, all.length - TOLD) };
}
