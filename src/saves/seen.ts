/** How far each future was simulated in this browser. A future is a scenario with its world, its people and its luck, whoever decides in it. */

import { seenIn } from '../game/lookedAhead.ts';
import type { RunFile, RunHeader } from '../game/run.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { seenPrefix } from './keys.ts';
import { done, type Outcome } from './outcome.ts';
import type { Row, Store } from './store.ts';

/** Rules and engine are left out: a copy on those of today is the same future. */
const futureOf = ({ scenario, world, populationSeed, luckSeed }: RunHeader): string =>
  [scenario.id, world, populationSeed, luckSeed].join('-');

/**
 * Row that says how far a run has seen; each run writes its own, so that tabs need not agree. The debrief can play every quarter,
 * however early the run was closed.
 */
export function seenRow(id: string, run: RunFile, { scenario }: ScenarioFolder, closed = false): Row {
  return [seenPrefix(futureOf(run)) + id, closed ? scenario.quarters : Math.min(scenario.quarters, seenIn(run))];
}

/** Last quarter of this future that any run kept or deleted here has seen, 0 for none. Codes: those of the store. */
export async function seenQuarter(store: Store, run: RunHeader): Promise<Outcome<number>> {
  const rows = await store.under(seenPrefix(futureOf(run)));
  if (!rows.ok) return rows;
  return done(rows.value.reduce((last, [, quarter]) => (Number.isSafeInteger(quarter) ? Math.max(last, Number(quarter)) : last), 0));
}
