/**
 * How far each future was simulated in this browser. A future is the rules of a scenario with a world, its people and its luck, whoever decides in
 * it: other words are the same future, another version of a firm under the same id is another one.
 */

import { seenIn } from '../game/lookedAhead.ts';
import type { RunFile, RunHeader } from '../game/run.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { seenPrefix } from './keys.ts';
import { done, type Outcome } from './outcome.ts';
import type { Row, Store } from './store.ts';

const futureOf = ({ scenario, world, populationSeed, luckSeed }: RunHeader): string =>
  [scenario.hash, world, populationSeed, luckSeed].join('-');

/** As futures were named before: by the id alone, so that such a mark counts for every version of the firm. */
const olderFutureOf = ({ scenario, world, populationSeed, luckSeed }: RunHeader): string =>
  [scenario.id, world, populationSeed, luckSeed].join('-');

/**
 * Row that says how far a run has seen; each run writes its own, so that tabs need not agree. The debrief can play every quarter,
 * however early the run was closed.
 * @param source last quarter that was seen of the future of the run that this one is made of
 */
export function seenRow(id: string, run: RunFile, { scenario }: ScenarioFolder, closed = false, source = 0): Row {
  return [seenPrefix(futureOf(run)) + id, closed ? scenario.quarters : Math.min(scenario.quarters, Math.max(source, seenIn(run)))];
}

/** Last quarter of this future that any run kept or deleted here has seen, 0 for none. Codes: those of the store. */
export async function seenQuarter(store: Store, run: RunHeader): Promise<Outcome<number>> {
  let last = 0;
  for (const future of [futureOf(run), olderFutureOf(run)]) {
    const rows = await store.under(seenPrefix(future));
    if (!rows.ok) return rows;
    for (const [, quarter] of rows.value) if (Number.isSafeInteger(quarter)) last = Math.max(last, Number(quarter));
  }
  return done(last);
}
