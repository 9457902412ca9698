/** Events that struck since the last round, each once, with the scenario's words. */

import type { KnownReport } from '../../game/reports.ts';
import type { ScenarioEvent } from '../../scenario/scenario.ts';

export function eventsSince(history: readonly KnownReport[], quarters: number, words: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  const seen = new Set(history.slice(-quarters).flatMap((report) => report.events.map((event) => event.id)));
  return words.filter((event) => seen.has(event.id));
}

/** A breach that no scenario told: the quarter, real people who withdrew consent over it, and whether customers were told. */
export interface BreachTold {
  quarter: number;
  withdrew: number;
  told: boolean;
}

/** Breaches by chance since the last round. */
export function breachesSince(history: readonly KnownReport[], quarters: number): readonly BreachTold[] {
  return history.slice(-quarters).flatMap(({ quarter, data }) => (data?.breach ? [{ quarter, ...data.breach }] : []));
}
