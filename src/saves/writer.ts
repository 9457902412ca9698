/** One open run: the one door through which it is written, in order, by one tab at a time. */

import { openQuarter } from '../game/chain.ts';
import type { EntryData, RunFile } from '../game/run.ts';
import { newId, type Environment } from './environment.ts';
import { insertRun, learnerFirm, playedQuarters, type NewRun } from './insertRun.ts';
import { markKey } from './keys.ts';
import { extended } from './legality.ts';
import { digestsOf, type SavedRun } from './loadRun.ts';
import { takeLock, type RunLock } from './lock.ts';
import type { MadeHere } from './madeHere.ts';
import type { NewsChannel } from './news.ts';
import { done, failed, type Failure, type Outcome, type SaveCode } from './outcome.ts';
import type { Closing, ExportMark, RunMark, SavedDraft, SavedReport } from './records.ts';
import { addEntries, deleteRun, markExported, saveClosing, saveDraft, saveReport, saveRest } from './runs.ts';
import { seenQuarter, seenRow } from './seen.ts';
import type { Condition, Holder, Store } from './store.ts';
import { fileOf, type RunFileText } from './transfer.ts';

/** What an open run needs of the saves it was opened from. */
export interface Desk {
  environment: Environment;
  /** Where runs are usually kept. */
  store: Store;
  /** Memory to go on in when the usual store fails. */
  spare(why: SaveCode): Store;
  news: NewsChannel;
  made: MadeHere;
}

type Place = [store: Store, id: string, conditions: readonly Condition[]];

/** Failures of the database that memory can stand in for. */
export const storeFailures: ReadonlySet<SaveCode> = new Set(['blocked', 'full', 'closed', 'gone', 'unknown']);

export class OpenRun {
  /** What was found when the run was opened: scenario, draft, reports, closing. */
  readonly loaded: SavedRun;
  readonly #desk: Desk;
  #store: Store;
  #id: string;
  #lock: RunLock | null;
  #stopped: SaveCode | null;
  #run: RunFile;
  #reports: ReadonlyMap<number, SavedReport>;
  #draft: SavedDraft | null;
  #closing: Closing | null;
  #exported: ExportMark | null;
  /** Last quarter of this future that was seen in this browser; known in memory too, when the database has failed. */
  #seen = 0;
  #draftWrite: Promise<Outcome<void>> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /**
   * @param store where the run is kept now
   * @param lock the lock, or why it was not to be had
   */
  constructor(desk: Desk, store: Store, loaded: SavedRun, lock: Outcome<RunLock>) {
    this.#desk = desk;
    this.#store = store;
    this.#id = loaded.id;
    this.#lock = lock.ok ? lock.value : null;
    this.#stopped = loaded.otherEpoch ? 'epoch' : lock.ok ? null : lock.code;
    this.loaded = loaded;
    this.#run = loaded.run;
    this.#reports = new Map(loaded.reports.map((report) => [report.quarter, report]));
    this.#draft = loaded.draft;
    this.#closing = loaded.closing;
    this.#exported = loaded.exported;
  }

  /** Changes when the run has to be kept anew, see `returnToDatabase`. */
  get id(): string {
    return this.#id;
  }

  /** All that is saved, with the digests of the reports. */
  get run(): RunFile {
    const digests = digestsOf([...this.#reports.values()]);
    const total = this.#closing?.score?.total;
    return {
      ...this.#run,
      digests: digests.length >= this.#run.digests.length ? digests : this.#run.digests,
      ...(total !== undefined && { claimed: { total } }),
    };
  }

  /** Quarters committed. */
  get played(): number {
    return playedQuarters(this.#run, this.loaded.folder);
  }

  get exported(): ExportMark | null {
    return this.#exported;
  }

  /** Why nothing can be written: `epoch`, `otherTab`, `behind`, `released`, or a code of the store; null when it can. */
  get readOnly(): SaveCode | null {
    if (this.#stopped === null && this.#locked() && this.#lock?.held() === false) this.#stopped = 'otherTab';
    return this.#stopped;
  }

  /** True: another tab may take over when this one was asleep for minutes (see lock.ts). */
  get weakLock(): boolean {
    return this.#lock?.strength === 'weak';
  }

  get holds(): Holder {
    return this.#store.holds;
  }

  /** Why it is kept in memory only; null in the database. */
  get why(): SaveCode | null {
    return this.#store.why;
  }

  /**
   * Adds decisions of the learner, all or none; resolves with the run when they are saved, not before. Nothing is changed on a failure.
   * Codes: those of the store; those of `readOnly`; `illegal` with errors; `ended`; `tooLong`; `behind` when another tab was faster.
   */
  append(decisions: readonly EntryData[]): Promise<Outcome<RunFile>> {
    const plain = plainCopy(decisions);
    return this.#inTurn(async () => {
      if (this.readOnly !== null) return failed(this.readOnly);
      const { folder } = this.loaded;
      const seen = await seenQuarter(this.#store, this.#run);
      if (!seen.ok) return seen;
      this.#seen = Math.max(this.#seen, seen.value);
      const next = extended(this.#run, plain, { firm: learnerFirm(folder), by: 'learner' }, folder, this.#seen);
      if (!next.ok) return next;
      const added = next.value.entries.slice(this.#run.entries.length);
      const written = await this.#write((...place) => addEntries(...place, next.value, added, folder, this.#desk.environment.now()));
      if (!written.ok) return written;
      this.#run = next.value;
      this.#desk.news.tell({ run: this.#id, what: 'written' });
      return done(this.run);
    });
  }

  /** Keeps the open round as it stands now. Drafts that come faster than they can be written are skipped but for the last. */
  saveDraft(draft: SavedDraft): Promise<Outcome<void>> {
    this.#draft = plainCopy(draft);
    this.#draftWrite ??= this.#inTurn(() => {
      this.#draftWrite = null;
      const latest = this.#draft;
      const outOfDate = latest?.quarter !== openQuarter(this.#run, learnerFirm(this.loaded.folder));
      return outOfDate ? Promise.resolve(done(undefined)) : this.#write((...place) => saveDraft(...place, latest));
    });
    return this.#draftWrite;
  }

  /** Keeps what was reported of a quarter; a later report of the same quarter replaces it. */
  saveReport(report: SavedReport): Promise<Outcome<void>> {
    const plain = plainCopy(report);
    return this.#inTurn(async () => {
      const written = await this.#write((...place) => saveReport(...place, plain));
      if (written.ok) this.#reports = new Map([...this.#reports, [plain.quarter, plain] as const].sort(([a], [b]) => a - b));
      return written;
    });
  }

  /** Keeps the end of the run: the veil is lifted, later the score. */
  saveClosing(closing: Closing): Promise<Outcome<void>> {
    const plain = plainCopy(closing);
    return this.#inTurn(async () => {
      const written = await this.#write((...place) => saveClosing(...place, plain, seenRow(this.#id, this.#run, this.loaded.folder, true)));
      if (written.ok) this.#closing = plain;
      return written;
    });
  }

  /** The run as a file. Works whatever the store does. */
  exportFile(): Promise<RunFileText> {
    return this.#inTurn(async () => {
      const mark = { played: this.played, at: this.#desk.environment.now() };
      const marked = await markExported(this.#store, this.#id, mark);
      this.#exported = mark;
      return { ...fileOf(this.#id, this.run, mark.played), marked: marked.ok };
    });
  }

  /** After the store failed: goes on in memory, which ends with the page. Export is then the only way to keep the run. */
  goOnInMemory(why: SaveCode): Promise<Outcome<void>> {
    return this.#inTurn(async () => {
      const stopped = this.readOnly;
      if (stopped !== null && !storeFailures.has(stopped)) return failed(stopped);
      if (this.#store.holds === 'memory') return done(undefined);
      const spare = this.#desk.spare(why);
      const kept = await insertRun(spare, this.#whole(this.#id));
      if (!kept.ok) return kept;
      this.#store = spare;
      this.#stopped = null;
      return kept;
    });
  }

  /**
   * Tries the database again: adds what is missing there, or, when the run is gone from it or was written by another tab, keeps it whole
   * under a new id. Call it after `gone` and, when the reason has passed, after `goOnInMemory`.
   */
  returnToDatabase(): Promise<Outcome<void>> {
    return this.#inTurn(async () => {
      const { store } = this.#desk;
      const stopped = this.readOnly;
      if (stopped !== null && !storeFailures.has(stopped)) return failed(stopped);
      const from = { store: this.#store, id: this.#id };
      const caughtUp = await this.#catchUp();
      const kept = caughtUp.ok || storeCannot(caughtUp) ? caughtUp : await this.#keepAnew();
      if (!kept.ok) return kept;
      this.#store = store;
      this.#stopped = null;
      if (from.store !== store) await deleteRun(from.store, from.id);
      return saveRest(store, this.#id, this.#conditions(), this.#whole(this.#id));
    });
  }

  /** Ends the writing here and lets other tabs write. */
  release(): Promise<void> {
    return this.#inTurn(async () => {
      const lock = this.#lock;
      this.#stopped = 'released';
      this.#lock = null;
      if (lock === null) return;
      await lock.release();
      this.#desk.news.tell({ run: this.#id, what: 'released' });
    });
  }

  /** Adds what the database does not have yet to the run as it stands there. */
  async #catchUp(): Promise<Outcome<void>> {
    const { store, environment } = this.#desk;
    if (this.#lock === null) {
      const lock = await takeLock(store, environment, this.#id);
      if (!lock.ok) return lock;
      this.#lock = lock.value;
    }
    const kept = await store.read([markKey(this.#id)]);
    if (!kept.ok) return kept;
    const there = (kept.value[0] as RunMark | undefined)?.entries ?? 0;
    const missing = this.#run.entries.slice(there);
    const { conditions } = this.#lock;
    return addEntries(store, this.#id, conditions, this.#run, missing, this.loaded.folder, environment.now());
  }

  async #keepAnew(): Promise<Outcome<void>> {
    const { store, environment, made } = this.#desk;
    const id = newId(environment);
    const lock = await takeLock(store, environment, id);
    if (!lock.ok) return lock;
    const inserted = await insertRun(store, this.#whole(id));
    if (!inserted.ok) return inserted;
    await this.#lock?.release();
    if (store.holds === 'database') made.note(id);
    // It is not missing: it is kept under its new id.
    made.forget(this.#id);
    this.#lock = lock.value;
    this.#id = id;
    return inserted;
  }

  #whole(id: string): NewRun {
    const { made, folder, firm } = this.loaded;
    return { id, run: this.run, folder, firm, made, draft: this.#draft, reports: [...this.#reports.values()], closing: this.#closing };
  }

  /** Memory that stands in needs no lock: no other tab sees it. */
  #locked(): boolean {
    return this.#store === this.#desk.store;
  }

  #conditions(): readonly Condition[] {
    return this.#locked() ? (this.#lock?.conditions ?? []) : [];
  }

  async #write(work: (...place: Place) => Promise<Outcome<void>>): Promise<Outcome<void>> {
    if (this.readOnly !== null) return failed(this.readOnly);
    const written = await work(this.#store, this.#id, this.#conditions());
    if (written.ok) return written;
    // After a conflict this tab is behind and must read the run again.
    const code = written.code === 'conflict' ? 'behind' : written.code;
    if (code === 'behind' || code === 'otherTab') this.#stopped = code;
    return { ...written, code };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** True when the database itself failed, so that keeping the run under another id would fail too. */
const storeCannot = ({ code }: Failure): boolean => code !== 'gone' && storeFailures.has(code);

/** A copy as it is at this moment, free of reactive proxies, which a database cannot hold. */
function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
