/** What the last round brought: events that struck, and answers of analyses bought. */

import type { KnownReport } from '../../game/reports.ts';
import type { ScenarioEvent } from '../../scenario/scenario.ts';

/** Events of the last `quarters` reports, each once, with the scenario's words. */
export function eventsSince(history: readonly KnownReport[], quarters: number, words: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  const seen = new Set(history.slice(-quarters).flatMap((report) => report.events.map((event) => event.id)));
  return words.filter((event) => seen.has(event.id));
}

/** Answers of the last `quarters` reports: an analysis is answered in the first quarter of a round, and the round shows its last. */
export const analysesSince = (history: readonly KnownReport[], quarters: number): KnownReport['analyses'] =>
  history.slice(-quarters).flatMap(({ analyses }) => analyses);
