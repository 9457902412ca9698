/** Runs made of other runs, always under an id of their own. */

import { appendEntry, newRun } from '../game/chain.ts';
import type { DecisionEntry, EntryData } from '../game/run.ts';
import { parseRun, writeRun } from '../game/runFile.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { insertRun } from './insertRun.ts';
import { loadRun, readTexts, scenarioOf, segmentIdsOf, type SavedRun } from './loadRun.ts';
import { done, failed, type Outcome } from './outcome.ts';
import type { Time } from './records.ts';
import { headerFor } from './runs.ts';
import { firstEntries, runOfTexts } from './runText.ts';
import type { FindScenario } from './scenarioText.ts';
import { seenQuarter } from './seen.ts';
import type { Store } from './store.ts';

/**
 * The same decisions on today's engine, under a new id; the run they come from stays. Its quarters have yet to be played.
 * Codes: those of loading; `illegal` when today's rules no longer know one of the decisions.
 * @param shipped the scenario to play on; without it, and for a firm of one's own, the one that the run was begun with
 */
export async function copyToToday(
  store: Store,
  source: SavedRun,
  made: { id: string; at: Time; app: string },
  shipped: ScenarioFolder = source.folder,
): Promise<Outcome<void>> {
  const { firm } = source;
  const folder = firm === null ? shipped : source.folder;
  const { head, customers, world, populationSeed, luckSeed, mode, assignment, allOpen, glassAtEnd, entries, lookedAhead } = source.run;
  const marks = { ...(assignment && { assignment }), ...(allOpen && { allOpen }), ...(glassAtEnd && { glassAtEnd }) };
  const same = { customers, world, populationSeed, luckSeed, mode, ...marks };
  const header = headerFor(folder, { ...same, app: made.app, parent: head });
  const again = entries.reduce((grown, entry) => appendEntry(grown, entryData(entry), entry), newRun(header));
  // They were decided with what was known then.
  const copy = { ...again, ...(lookedAhead && { lookedAhead }) };
  const parsed = parseRun(writeRun(copy), segmentIdsOf(folder));
  if (!parsed.ok) return failed('illegal', { errors: parsed.errors });
  // Under today's rules it is another future by name; who copies it knows what came of it all the same.
  const seen = await seenQuarter(store, source.run);
  if (!seen.ok) return seen;
  return insertRun(store, { id: made.id, run: parsed.run, folder, firm, made: { at: made.at, how: 'copy' }, seen: seen.value });
}

/** What was decided, without its place in the log. */
function entryData(entry: DecisionEntry): EntryData {
  return { kind: entry.kind, data: entry.data } as EntryData;
}

/**
 * The decisions before the damage as a run of their own; the damaged run stays as it is. Answers how many entries could be kept.
 * Codes: those of loading; `damaged` when not even the header can be read.
 */
export async function recoverRun(store: Store, id: string, made: { id: string; at: Time }, find?: FindScenario): Promise<Outcome<number>> {
  const kept = await readTexts(store, id);
  if (!kept.ok) return kept;
  const loaded = await loadRun(store, id, find);
  if (!loaded.ok && loaded.entry === undefined) return loaded;
  const { texts } = kept.value;
  const entries = loaded.ok ? texts.entries.length : (loaded.entry ?? 0);
  const run = runOfTexts(firstEntries(texts, entries));
  if (!run.ok) return run;
  const found = await scenarioOf(store, run.value.scenario, find, kept.value.header.firm);
  if (!found.ok) return found;
  const inserted = await insertRun(store, { id: made.id, run: run.value, ...found.value, made: { at: made.at, how: 'copy' } });
  return inserted.ok ? done(entries) : inserted;
}
