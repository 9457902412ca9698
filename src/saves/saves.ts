/** The saves as the screens use them: `openSaves` once, then runs by id. Every call answers an outcome; none of them rejects. */

import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { assignmentsIn, type Assignments } from './assignments.ts';
import { copyToToday, recoverRun } from './copies.ts';
import { databaseStore } from './databaseStore.ts';
import { browserEnvironment, newId, type Environment } from './environment.ts';
import { firmsIn, type Firms } from './firms.ts';
import { listRuns, type RunSummary } from './listRuns.ts';
import { loadRun } from './loadRun.ts';
import { takeLock } from './lock.ts';
import { madeHere } from './madeHere.ts';
import { memoryStore } from './memoryStore.ts';
import { openNews, type News } from './news.ts';
import { done, type Outcome, type SaveCode } from './outcome.ts';
import { plainReader, type FileReader } from './readingFiles.ts';
import { createRun, deleteRun, headerFor, type RunSettings } from './runs.ts';
import type { FindScenario } from './scenarioText.ts';
import type { RunFirm } from './records.ts';
import { askToPersist, storageState, type StorageState } from './storageState.ts';
import type { Store } from './store.ts';
import { exportRun, importRun, type RunFileText } from './transfer.ts';
import { OpenRun, storeFailures, type Desk } from './writer.ts';

export interface RunList {
  /** The one saved last first. */
  runs: readonly RunSummary[];
  /** Runs that were made in this browser, were not deleted here, and are no longer kept: the database was emptied behind our back. */
  missing: readonly string[];
  /** True when runs are missing and none is left. */
  emptied: boolean;
}

export interface Saves {
  /** Firms of one's own. */
  readonly firms: Firms;
  /** Assignments made or opened here. */
  readonly assignments: Assignments;
  list(): Promise<Outcome<RunList>>;
  /** Begins a run on this scenario and opens it; in memory when the database cannot take it, as its `holds` and `why` say. @param firm where it is one's own */
  start(folder: ScenarioFolder, settings: RunSettings, firm?: RunFirm | null): Promise<Outcome<OpenRun>>;
  /** Opens a run; read only when another tab has it or it is of another epoch. */
  open(id: string): Promise<Outcome<OpenRun>>;
  /** Code besides those of the store: `otherTab` when it is open, here or elsewhere. */
  remove(id: string): Promise<Outcome<void>>;
  /** The same decisions on today's engine; answers the id of the copy. Without a folder on the scenario as it was. */
  copyToToday(id: string, app: string, folder?: ScenarioFolder): Promise<Outcome<string>>;
  /** What can be read of a damaged run, as a run of its own; the damaged one stays. */
  recover(id: string): Promise<Outcome<{ id: string; entries: number }>>;
  exportFile(id: string): Promise<Outcome<RunFileText>>;
  /**
   * Answers the id under which the run of the file is kept, always a new one. Codes besides those of the store: those of the reader.
   * @param reader who reads the file; without one it is read here and not played again
   */
  importFile(bytes: Uint8Array | string, reader?: FileReader): Promise<Outcome<string>>;
  /** Call it when the page becomes visible again: opens a connection that was lost. */
  probe(): Promise<Outcome<void>>;
  state(): Promise<StorageState>;
  askToPersist(): Promise<boolean | null>;
  /** Stops telling of these runs as missing, once it was said. */
  forgetMissing(ids: readonly string[]): void;
  /** News of other tabs. */
  listen(listener: (news: News) => void): () => void;
  close(): void;
}

/**
 * Opens the database; where that fails, everything works in memory and `state()` says so.
 * @param find the app's own scenarios, for imports and for runs whose kept scenario is damaged
 */
export async function openSaves(find: FindScenario, environment: Environment = browserEnvironment()): Promise<Saves> {
  const database = databaseStore();
  const opened = await database.read(['probe']);
  const store = opened.ok ? database : memoryStore(opened.code);
  return new BrowserSaves(store, find, environment);
}

class BrowserSaves implements Saves {
  readonly firms: Firms;
  readonly assignments: Assignments;
  readonly #find: FindScenario;
  readonly #desk: Desk;
  #spare: Store | null = null;

  constructor(store: Store, find: FindScenario, environment: Environment) {
    const spare = (why: SaveCode): Store => (this.#spare ??= memoryStore(why));
    this.firms = firmsIn(store, environment.now);
    this.assignments = assignmentsIn(store, environment.now);
    this.#find = find;
    this.#desk = { environment, store, spare, news: openNews(environment), made: madeHere(environment.marks) };
  }

  async list(): Promise<Outcome<RunList>> {
    const { store, made } = this.#desk;
    const kept = await listRuns(store);
    if (!kept.ok) return kept;
    const spare = this.#spare === null ? done<RunSummary[]>([]) : await listRuns(this.#spare);
    if (!spare.ok) return spare;
    const inMemory = new Set(spare.value.map(({ id }) => id));
    const runs = [...spare.value, ...kept.value.filter(({ id }) => !inMemory.has(id))];
    if (store.holds === 'memory') return done({ runs, missing: [], emptied: false });
    for (const { id } of kept.value) made.note(id);
    const missing = made.missing(runs.map(({ id }) => id));
    return done({ runs, missing, emptied: missing.length > 0 && kept.value.length === 0 });
  }

  async start(folder: ScenarioFolder, settings: RunSettings, firm: RunFirm | null = null): Promise<Outcome<OpenRun>> {
    const { store, environment, spare } = this.#desk;
    const id = newId(environment);
    const header = headerFor(folder, settings);
    const created = await createRun(store, id, header, { folder, firm }, environment.now());
    if (created.ok) this.#note(id);
    else if (!storeFailures.has(created.code)) return created;
    else {
      const inMemory = await createRun(spare(created.code), id, header, { folder, firm }, environment.now());
      if (!inMemory.ok) return inMemory;
    }
    return this.open(id);
  }

  async open(id: string): Promise<Outcome<OpenRun>> {
    const { environment } = this.#desk;
    const store = await this.#storeOf(id);
    // The lock first: what is read after it is what is written on.
    const lock = await takeLock(store, environment, id);
    const loaded = await loadRun(store, id, this.#find);
    if (lock.ok && (!loaded.ok || loaded.value.otherEpoch)) await lock.value.release();
    if (!loaded.ok) return loaded;
    if (store.holds === 'database') this.#desk.made.note(id);
    return done(new OpenRun(this.#desk, store, loaded.value, lock));
  }

  async remove(id: string): Promise<Outcome<void>> {
    const { environment, made, news } = this.#desk;
    const store = await this.#storeOf(id);
    const lock = await takeLock(store, environment, id);
    // A store without room for the mark of a weak lock must still be able to lose a run.
    if (!lock.ok && lock.code !== 'full') return lock;
    made.forget(id);
    const deleted = await deleteRun(store, id);
    if (lock.ok) await lock.value.release();
    if (deleted.ok) news.tell({ run: id, what: 'deleted' });
    else this.#note(id);
    return deleted;
  }

  async copyToToday(id: string, app: string, folder?: ScenarioFolder): Promise<Outcome<string>> {
    const source = await loadRun(await this.#storeOf(id), id, this.#find);
    if (!source.ok) return source;
    return this.#made((made) => copyToToday(this.#desk.store, source.value, { ...made, app }, folder));
  }

  async recover(id: string): Promise<Outcome<{ id: string; entries: number }>> {
    let entries = 0;
    const made = await this.#made(async (copy) => {
      const recovered = await recoverRun(this.#desk.store, id, copy, this.#find);
      if (recovered.ok) entries = recovered.value;
      return recovered.ok ? done(undefined) : recovered;
    });
    return made.ok ? done({ id: made.value, entries }) : made;
  }

  async exportFile(id: string): Promise<Outcome<RunFileText>> {
    return exportRun(await this.#storeOf(id), id, this.#desk.environment.now());
  }

  importFile(bytes: Uint8Array | string, reader: FileReader = plainReader()): Promise<Outcome<string>> {
    return this.#made((made) => importRun(this.#desk.store, bytes, made, reader, this.#find));
  }

  async probe(): Promise<Outcome<void>> {
    const answered = await this.#desk.store.read(['probe']);
    return answered.ok ? done(undefined) : answered;
  }

  state = (): Promise<StorageState> => storageState(this.#desk.store, this.#desk.environment);
  askToPersist = (): Promise<boolean | null> => askToPersist(this.#desk.environment);
  listen = (listener: (news: News) => void): (() => void) => this.#desk.news.listen(listener);
  close = (): void => this.#desk.news.close();

  forgetMissing(ids: readonly string[]): void {
    for (const id of ids) this.#desk.made.forget(id);
  }

  /** Makes a run under a new id and answers the id. */
  async #made(make: (made: { id: string; at: number }) => Promise<Outcome<void>>): Promise<Outcome<string>> {
    const { environment } = this.#desk;
    const id = newId(environment);
    const made = await make({ id, at: environment.now() });
    if (!made.ok) return made;
    this.#note(id);
    return done(id);
  }

  #note(id: string): void {
    if (this.#desk.store.holds === 'database') this.#desk.made.note(id);
  }

  /** Memory for a run that had to go on there, else the usual store. */
  async #storeOf(id: string): Promise<Store> {
    if (this.#spare === null) return this.#desk.store;
    const there = await this.#spare.keysUnder(`run/${id}/header`);
    return there.ok && there.value.length > 0 ? this.#spare : this.#desk.store;
  }
}
