/** What an entry of the log decided, a few lines of it. */

import type { ShownBy } from '../../../game/lessons/lessonRun.ts';
import type { ControlId, QuarterPlan } from '../../../company/controls.ts';
import type { Decided } from '../../../game/contributions/groups.ts';
import type { LoggedEntry } from '../../../game/replay.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { entryWords } from '../entryWords.ts';

/** Lines that are told; of more only the number. */
const TOLD = 4;

/** Of a plan only what the finding is about. */
function about(decided: Decided, controls: readonly ControlId[] | undefined): Decided {
  if (decided.kind !== 'plan' || controls === undefined) return decided;
  const { plan } = decided.data;
  const kept = controls.filter((id) => id in plan).map((id) => [id, plan[id]]);
  return { kind: 'plan', data: { plan: Object.fromEntries(kept) as Partial<QuarterPlan> } };
}

export function decidedIn(
  place: ShownBy | null,
  entries: readonly LoggedEntry[],
  scenario: Scenario,
): { lines: readonly string[]; more: number } {
  const entry = place?.seq === undefined ? undefined : entries.find(({ seq }) => seq === place.seq);
  if (entry === undefined || (entry.kind !== 'plan' && entry.kind !== 'move')) return { lines: [], more: 0 };
  const all = entryWords(about(entry as LoggedEntry & Decided, place?.controls), scenario);
  return { lines: all.slice(0, TOLD), more: Math.max(0, all.length - TOLD) };
}
