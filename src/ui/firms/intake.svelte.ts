/** Firms of one's own as the library handles them: read from a file, kept, handed out again, deleted. */

import { failed, type Failure, type Outcome } from '../../saves/outcome.ts';
import type { AddedFirm, Firm } from '../../saves/firms.ts';
import type { Saves } from '../../saves/saves.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import type { RunDesk } from '../runs/runDesk.ts';
import { saveFile } from '../runs/saveFile.ts';
import type { Shelf } from '../runs/shelf.svelte.ts';
import type { FirmReader } from './firmReader.ts';

/** Bytes that a scenario file may have; a larger one is not even read. Said here too, so that the library loads no reader of files. */
const mostFileBytes = 1024 * 1024;

type Title = ScenarioFolder['scenario']['title'];
/** What came of the last thing that was done, for a status line. */
export type Told = { what: 'taken'; title: Title; id: string; added: AddedFirm } | { what: 'deleted'; title: Title } | { what: 'stopped' };

export class Intake {
  readonly #desk: RunDesk;
  readonly #shelf: Shelf;
  #reader: FirmReader | null = null;
  /** Files unpacked so far, and of how many, 0 while that is not known; null while no file is being read. */
  reading = $state.raw<{ done: number; of: number } | null>(null);
  /** The last thing that was tried and failed. */
  refused = $state.raw<Failure | null>(null);
  told = $state.raw<Told | null>(null);

  constructor(desk: RunDesk, shelf: Shelf) {
    this.#desk = desk;
    this.#shelf = shelf;
  }

  /** Reads a scenario file and keeps the firm; answers whether it is here now. */
  async take(file: File): Promise<boolean> {
    if (this.reading !== null) return false;
    this.refused = this.told = null;
    if (file.size > mostFileBytes) {
      this.refused = failed('badFirm', { errors: [{ code: 'fileTooLarge', at: '', file: file.name, values: { most: mostFileBytes } }] });
      return false;
    }
    this.reading = { done: 0, of: 0 };
    const kept = await this.#kept(file);
    this.reading = null;
    if (!kept.ok) {
      this.#refuse(kept);
      return false;
    }
    this.told = kept.value;
    await this.#shelf.read();
    return true;
  }

  stop = (): void => this.#reader?.stop();

  async download({ content }: Firm): Promise<void> {
    this.refused = this.told = null;
    const file = await (await this.#desk.saves()).firms.file(content);
    if (file.ok) saveFile(file.value);
    else this.#refuse(file);
  }

  async remove({ content, card }: Firm): Promise<void> {
    this.refused = this.told = null;
    const removed = await (await this.#desk.saves()).firms.remove(content);
    if (removed.ok) this.told = { what: 'deleted', title: card.title };
    else this.#refuse(removed);
    await this.#shelf.read();
  }

  #refuse(failure: Failure): void {
    if (failure.cause !== undefined) console.error(failure.cause);
    if (failure.code === 'cancelled') this.told = { what: 'stopped' };
    else this.refused = failure;
  }

  async #kept(file: File): Promise<Outcome<Told>> {
    try {
      const loaded = await this.#loaded();
      if (!loaded.ok) return loaded;
      const { saves, reader } = loaded.value;
      const bytes = new Uint8Array(await file.arrayBuffer());
      // A copy goes to the worker: the bytes are kept as they came.
      const read = await reader.read(bytes, file.name);
      if (!read.ok) return read;
      const added = await saves.firms.add(read.value, { name: file.name, bytes });
      const { title, id } = read.value.scenario;
      return added.ok ? { ok: true, value: { what: 'taken', title, id, added: added.value } } : added;
    } catch (cause) {
      return failed('unknown', { cause });
    } finally {
      this.#reader?.stop();
      this.#reader = null;
    }
  }

  /** The parts of the page that keep and read files. Code: `notLoaded`. */
  async #loaded(): Promise<Outcome<{ saves: Saves; reader: FirmReader }>> {
    try {
      const saves = await this.#desk.saves();
      const reader = await this.#desk.firmReader((done, of) => {
        // News of a file may come after the result.
        if (this.reading !== null) this.reading = { done, of };
      });
      this.#reader = reader;
      return { ok: true, value: { saves, reader } };
    } catch (cause) {
      return failed('notLoaded', { cause });
    }
  }
}
