/** Events that struck since the last round, each once, with the scenario's words. */

import type { KnownReport } from '../../game/reports.ts';
import type { ScenarioEvent } from '../../scenario/scenario.ts';

export function eventsSince(history: readonly KnownReport[], quarters: number, words: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  const seen = new Set(history.slice(-quarters).flatMap((report) => report.events.map((event) => event.id)));
  return words.filter((event) => seen.has(event.id));
}
