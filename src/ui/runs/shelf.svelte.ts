/** The runs that are kept in this browser, as the library shows them. */

import type { Firm } from '../../saves/firms.ts';
import { failed, type Failure, type Outcome } from '../../saves/outcome.ts';
import type { RunList, Saves } from '../../saves/saves.ts';
import type { RunSummary } from '../../saves/listRuns.ts';
import type { StorageState } from '../../saves/storageState.ts';
import type { StoppableReader } from './fileReader.ts';
import type { RunDesk } from './runDesk.ts';
import { saveFile } from './saveFile.ts';

/** Bytes that a run file may have; a larger one is not even read. Said here too, so that the library loads no reader of files. */
const mostFileBytes = 256 * 1024;

export class Shelf {
  readonly #desk: RunDesk;
  #stop: () => void = () => undefined;
  #open = true;
  #reader: StoppableReader | null = null;
  list = $state.raw<RunList | null>(null);
  /** Firms of one's own; null while they are not read. */
  firms = $state.raw<readonly Firm[] | null>(null);
  state = $state.raw<StorageState | null>(null);
  /** Why the list cannot be shown. */
  failure = $state.raw<Failure | null>(null);
  /** The last thing that was tried with a run or a file and failed. */
  refused = $state.raw<Failure | null>(null);
  /** Quarters of a file played again so far, and of how many; null while no file is being read. */
  importing = $state.raw<{ played: number; of: number } | null>(null);
  readonly runs = $derived(this.list?.runs ?? []);
  /** The run to go on with: the one saved last that is not over. */
  readonly newest = $derived(this.runs.find((run) => !run.closed && !run.otherEpoch && !run.damaged) ?? null);

  constructor(desk: RunDesk) {
    this.#desk = desk;
  }

  /** Reads the list, and again whenever another tab has written. */
  async start(): Promise<void> {
    const saves = await this.#saves();
    if (saves === null) return;
    if (this.#open) this.#stop = saves.listen(() => void this.read());
    this.state = await saves.state();
    await this.read();
  }

  stop(): void {
    this.#open = false;
    this.#stop();
    this.stopImport();
  }

  async read(): Promise<void> {
    const saves = await this.#saves();
    if (saves === null) return;
    const [list, firms] = await Promise.all([saves.list(), saves.firms.list()]);
    if (firms.ok) this.firms = firms.value;
    if (list.ok) this.list = list.value;
    this.failure = list.ok ? (firms.ok ? null : firms) : list;
  }

  async exportFile({ id }: RunSummary): Promise<void> {
    const file = await (await this.#saves())?.exportFile(id);
    this.refused = file === undefined || file.ok ? null : file;
    if (file?.ok) saveFile(file.value);
    await this.read();
  }

  async remove({ id }: RunSummary): Promise<void> {
    const removed = await (await this.#saves())?.remove(id);
    this.refused = removed === undefined || removed.ok ? null : removed;
    await this.read();
  }

  /** Keeps the run of a file as a new one; answers its id, null when it is refused or the learner stops it. */
  importFile(file: File): Promise<string | null> {
    return this.#import(file.size, async () => new Uint8Array(await file.arrayBuffer()));
  }

  /** The same with a text that somebody pasted: the code of a run, a link that holds one, or what stands in a run file. */
  importText(text: string): Promise<string | null> {
    return this.#import(text.length, () => Promise.resolve(text.trim()));
  }

  async #import(size: number, read: () => Promise<Uint8Array | string>): Promise<string | null> {
    if (this.importing !== null) return null;
    this.refused = null;
    if (size > mostFileBytes) {
      const values = { actual: size, most: mostFileBytes };
      this.refused = failed('badFile', { errors: [{ code: 'fileTooLarge', at: '', values }] });
      return null;
    }
    this.importing = { played: 0, of: 0 };
    const imported = await this.#read(read);
    this.importing = null;
    if (imported.ok) return imported.value;
    if (imported.cause !== undefined) console.error(imported.cause);
    if (imported.code !== 'cancelled') this.refused = imported;
    await this.read();
    return null;
  }

  stopImport = (): void => this.#reader?.stop();

  /** The learner knows by now which runs are gone. */
  async forgetMissing(): Promise<void> {
    (await this.#saves())?.forgetMissing(this.list?.missing ?? []);
    await this.read();
  }

  async #read(read: () => Promise<Uint8Array | string>): Promise<Outcome<string>> {
    try {
      const saves = await this.#desk.saves();
      this.#reader = await this.#desk.reader((played, of) => {
        // News of a round may come after the result.
        if (this.importing !== null) this.importing = { played, of };
      });
      return await saves.importFile(await read(), this.#reader);
    } catch (cause) {
      return failed('unknown', { cause });
    } finally {
      this.#reader?.stop();
      this.#reader = null;
    }
  }

  /** null when the part of the page that reads runs did not load; `failure` then says so. */
  async #saves(): Promise<Saves | null> {
    try {
      return await this.#desk.saves();
    } catch (cause) {
      this.failure = failed('unknown', { cause });
      return null;
    }
  }
}
