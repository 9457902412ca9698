/** How an open run is kept, as the screens see it: when it was last saved, what went wrong, who else has it open. */

import type { EntryData, RunFile } from '../../game/run.ts';
import type { News } from '../../saves/news.ts';
import type { Failure, Outcome, SaveCode } from '../../saves/outcome.ts';
import type { Closing, ExportMark, SavedDraft, SavedReport } from '../../saves/records.ts';
import type { Holder } from '../../saves/store.ts';
import type { OpenRun } from '../../saves/writer.ts';
import { saveFile } from './saveFile.ts';

/** Milliseconds between two writes of the open round; changes that come faster are gathered. */
const draftPause = 400;

/** A write that failed, and how to try it again. */
export interface Trouble {
  failure: Failure;
  again: () => Promise<void>;
}

export class Keeping {
  readonly #run: OpenRun;
  readonly #stopListening: () => void;
  #waiting: SavedDraft | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  id = $state('');
  /** Milliseconds since 1970 of the last write that the store has acknowledged. */
  savedAt = $state(0);
  /** Why nothing can be written; null when it can. */
  readOnly = $state<SaveCode | null>(null);
  holds = $state<Holder>('database');
  /** Why the run is in memory only; null in the database. */
  why = $state<SaveCode | null>(null);
  exported = $state.raw<ExportMark | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** What another tab did with this run since it was opened here. */
  elsewhere = $state<News['what'] | null>(null);
  /** True while an entry is on its way to the store. */
  busy = $state(false);
  /** True while a draft waits or is on its way to the store. */
  drafting = $state(false);
  readonly weakLock: boolean;

  /** @param listen tells the news of other tabs; answers what stops it */
  constructor(run: OpenRun, listen: (listener: (news: News) => void) => () => void) {
    this.#run = run;
    this.savedAt = run.loaded.savedAt;
    this.weakLock = run.weakLock;
    this.#look();
    this.#stopListening = listen(({ run: id, what }) => {
      if (id !== this.id) return;
      this.elsewhere = what;
      this.#look();
    });
  }

  /** The log as it is saved. */
  get log(): RunFile {
    return this.#run.run;
  }

  /** Answers the run once the entries are saved, null when they are not; `again` then stands ready in `trouble`. */
  async append(entries: readonly EntryData[], again: () => Promise<void>): Promise<RunFile | null> {
    if (this.busy) return null;
    this.busy = true;
    const added = await this.#run.append(entries);
    this.busy = false;
    this.#heed(added, again);
    return added.ok ? added.value : null;
  }

  /** Writes the draft at once after a pause, else soon; one that comes in the meantime takes its place. */
  keepDraft(draft: SavedDraft): void {
    this.#waiting = draft;
    this.drafting = true;
    if (this.#timer === null) this.#writeAndPause();
  }

  /** Writes the waiting draft now. */
  async flush(): Promise<void> {
    const draft = this.#waiting;
    if (draft === null || this.readOnly !== null) return;
    this.#waiting = null;
    const saved = await this.#run.saveDraft(draft);
    if (!saved.ok) this.#waiting ??= draft;
    this.drafting = this.#waiting !== null;
    this.#heed(saved, () => this.flush());
  }

  /** The round is decided: nothing of it waits any more. */
  dropDraft(): void {
    this.#waiting = null;
    this.drafting = false;
  }

  /** Keeps reports one by one; those not yet written when one fails are tried again together. */
  async keepReports(reports: readonly SavedReport[]): Promise<void> {
    for (const [index, report] of reports.entries()) {
      if (this.readOnly !== null) return;
      const saved = await this.#run.saveReport(report);
      this.#heed(saved, () => this.keepReports(reports.slice(index)));
      if (!saved.ok) return;
    }
  }

  async keepClosing(closing: Closing): Promise<void> {
    if (this.readOnly !== null) return;
    this.#heed(await this.#run.saveClosing(closing), () => this.keepClosing(closing));
  }

  /** Hands the run over as a file. */
  async exportFile(): Promise<void> {
    saveFile(await this.#run.exportFile());
    this.#look();
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { trouble } = this;
    this.trouble = null;
    await trouble?.again();
  }

  /** Goes on in memory, which ends with the page, and does there what failed. */
  async goOnInMemory(): Promise<void> {
    const { trouble } = this;
    if (trouble === null) return;
    const moved = await this.#run.goOnInMemory(trouble.failure.code);
    this.#heed(moved, trouble.again);
    if (moved.ok) await this.#after(trouble);
  }

  /** Keeps the run in the database again, under a new id when it is gone from there, and does what failed. */
  async returnToDatabase(): Promise<void> {
    const { trouble } = this;
    const kept = await this.#run.returnToDatabase();
    this.#heed(kept, trouble?.again ?? (() => this.returnToDatabase()));
    if (kept.ok && trouble !== null) await this.#after(trouble);
  }

  /** Lets other tabs write. What waits is written first. */
  async release(): Promise<void> {
    await this.flush();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#stopListening();
    await this.#run.release();
  }

  #writeAndPause(): void {
    void this.flush();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#waiting !== null && this.readOnly === null && this.trouble === null) this.#writeAndPause();
    }, draftPause);
  }

  async #after(trouble: Trouble): Promise<void> {
    this.trouble = null;
    await trouble.again();
  }

  #heed(outcome: Outcome<unknown>, again: () => Promise<void>): void {
    if (outcome.ok) {
      this.savedAt = Date.now();
      this.trouble = null;
    } else {
      if (outcome.cause !== undefined) console.error(outcome.cause);
      this.trouble = { failure: outcome, again };
    }
    this.#look();
  }

  #look(): void {
    const { id, readOnly, holds, why, exported } = this.#run;
    Object.assign(this, { id, readOnly, holds, why, exported });
  }
}
