/** The runs that are kept in this browser, as the library shows them. */

import type { Failure } from '../../saves/outcome.ts';
import { failed } from '../../saves/outcome.ts';
import type { RunList, Saves } from '../../saves/saves.ts';
import type { RunSummary } from '../../saves/listRuns.ts';
import type { StorageState } from '../../saves/storageState.ts';
import type { RunDesk } from './runDesk.ts';
import { saveFile } from './saveFile.ts';

/** Bytes that a run file may have; a larger one is not even read. */
const mostFileBytes = 256 * 1024;

export class Shelf {
  readonly #desk: RunDesk;
  #stop: () => void = () => undefined;
  #open = true;
  list = $state.raw<RunList | null>(null);
  state = $state.raw<StorageState | null>(null);
  /** Why the list cannot be shown. */
  failure = $state.raw<Failure | null>(null);
  /** The last thing that was tried with a run or a file and failed. */
  refused = $state.raw<Failure | null>(null);
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
  }

  async read(): Promise<void> {
    const saves = await this.#saves();
    const list = await saves?.list();
    if (list?.ok) {
      this.list = list.value;
      this.failure = null;
    } else if (list) this.failure = list;
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

  /** Keeps the run of a file as a new one; answers its id, null when it is refused. */
  async importFile(file: File): Promise<string | null> {
    this.refused = null;
    if (file.size > mostFileBytes) {
      const values = { actual: file.size, most: mostFileBytes };
      this.refused = failed('badFile', { errors: [{ code: 'fileTooLarge', at: '', values }] });
      return null;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const imported = await (await this.#saves())?.importFile(bytes);
    if (imported === undefined) return null;
    if (imported.ok) return imported.value;
    this.refused = imported;
    await this.read();
    return null;
  }

  /** The learner knows by now which runs are gone. */
  async forgetMissing(): Promise<void> {
    (await this.#saves())?.forgetMissing(this.list?.missing ?? []);
    await this.read();
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
