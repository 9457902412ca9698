/** Runs in the store: begun, added to, deleted. Who may write is decided in writer.ts. */

import { newRun } from '../game/chain.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { runFormat, type DecisionEntry, type RunFile, type RunHeader } from '../game/run.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { insertRun, markOf, type NewRun } from './insertRun.ts';
import { closingKey, draftKey, entryKey, exportedKey, headerKey, lockKey, markKey, reportKey, runPrefix } from './keys.ts';
import type { Outcome } from './outcome.ts';
import type { Closing, ExportMark, RunMark, SavedDraft, SavedReport, Time } from './records.ts';
import { seenRow } from './seen.ts';
import { exists, type Condition, type Row, type Store } from './store.ts';

export type RunSettings = Omit<RunHeader, 'format' | 'epoch' | 'scenario'>;

/** The header of a run begun now on this engine. */
export function headerFor(folder: ScenarioFolder, settings: RunSettings): RunHeader {
  const { id } = folder.scenario;
  return { ...settings, format: runFormat, epoch: ENGINE_EPOCH, scenario: { id, hash: scenarioHash(folder.scenario) } };
}

/** Begins a run. The scenario is kept once for all runs that have the same rules. */
export function createRun(
  store: Store,
  id: string,
  header: RunHeader,
  { folder, firm = null }: Pick<NewRun, 'folder' | 'firm'>,
  at: Time,
): Promise<Outcome<void>> {
  return insertRun(store, { id, run: { ...newRun(header), lookedAhead: [] }, folder, firm, made: { at, how: 'new' } });
}

/** That the run is still there; what is written must not bring back parts of one that is gone. */
const stillThere = (id: string): Condition => ({ key: headerKey(id), holds: exists, otherwise: 'gone' });

/**
 * Adds entries to the end of the log, one key each, all or none. Codes: `conflict` when one of them is there already or the one before
 * is not; `gone`; those of the store.
 * @param run the run with the entries in it; its digests and claims are not written
 * @param conditions what else must hold, such as a lock
 */
export function addEntries(
  store: Store,
  id: string,
  conditions: readonly Condition[],
  run: RunFile,
  entries: readonly DecisionEntry[],
  folder: ScenarioFolder,
  at: Time,
): Promise<Outcome<void>> {
  const before = entries[0]?.prev ?? run.head;
  const commits = entries.some(({ kind }) => kind === 'commit');
  const follows: Condition = { key: markKey(id), holds: (mark) => (mark as RunMark | undefined)?.head === before, otherwise: 'conflict' };
  return store.write({
    conditions: [stillThere(id), ...conditions, follows],
    add: entries.map((entry) => [entryKey(id, entry.seq), canonicalJson(entry)] as const),
    put: [[markKey(id), markOf(run, folder, at)], ...(commits ? [seenRow(id, run, folder)] : [])],
    // The round is decided, so nothing of it is open any more.
    remove: commits ? [draftKey(id)] : [],
  });
}

/** Keeps the open round; the one kept before is replaced. */
export function saveDraft(store: Store, id: string, conditions: readonly Condition[], draft: SavedDraft): Promise<Outcome<void>> {
  return store.write({ conditions: [stillThere(id), ...conditions], put: [[draftKey(id), draft]] });
}

/** Keeps what was reported of a played quarter, so that the run can still be read when the engine has moved on. */
export function saveReport(store: Store, id: string, conditions: readonly Condition[], report: SavedReport): Promise<Outcome<void>> {
  return store.write({ conditions: [stillThere(id), ...conditions], put: [[reportKey(id, report.quarter), report]] });
}

/** Keeps the end of a run. @param seen how far the run has seen with its end, see seen.ts */
export function saveClosing(
  store: Store,
  id: string,
  conditions: readonly Condition[],
  closing: Closing,
  seen: Row,
): Promise<Outcome<void>> {
  return store.write({ conditions: [stillThere(id), ...conditions], put: [[closingKey(id), closing], seen] });
}

/** Keeps what goes with a run besides its entries. */
export function saveRest(
  store: Store,
  id: string,
  conditions: readonly Condition[],
  { draft, reports = [], closing }: Pick<NewRun, 'draft' | 'reports' | 'closing'>,
): Promise<Outcome<void>> {
  const put = [
    ...reports.map((report): Row => [reportKey(id, report.quarter), report]),
    ...(draft ? [[draftKey(id), draft] as const] : []),
    ...(closing ? [[closingKey(id), closing] as const] : []),
  ];
  return store.write({ conditions: [stillThere(id), ...conditions], put });
}

export function markExported(store: Store, id: string, mark: ExportMark): Promise<Outcome<void>> {
  return store.write({ conditions: [stillThere(id)], put: [[exportedKey(id), mark]] });
}

export function deleteRun(store: Store, id: string): Promise<Outcome<void>> {
  return store.write({ removeUnder: [runPrefix(id)], remove: [lockKey(id)] });
}
