/** What of the app is kept in this browser for a time without a network, and whether a new version stands ready. */

import { asNotFetched, buildQuestion, type FetchFailure, type PageQuestion, type WorkerState } from '../../offline/messages.ts';
import { idle } from '../tasks.ts';
import { activated, askWorker } from './askWorker.ts';

/** Files fetched between two pauses in which the page can do what its reader wants. */
const AT_ONCE = 12;
/** Milliseconds after which a page that is looked at again asks for a new version. */
const STALE = 3_600_000;

/** What this part needs of the browser; main.ts hands it over. */
export interface OfflineDesk {
  /** null where the browser has no service workers for this page. */
  workers: ServiceWorkerContainer | null;
  /** Build of the page; null where it was not built, as in development. */
  build: string | null;
  /** Registers the worker of the app's folder. */
  register(workers: ServiceWorkerContainer): Promise<ServiceWorkerRegistration | undefined>;
  /** True where the reader wants few bytes to be fetched. */
  savesData: boolean;
  /** True when the learner wants nothing to be kept. */
  unwanted(): boolean;
  keepUnwanted(unwanted: boolean): void;
  reload(): void;
}

export class Offline {
  readonly #desk: OfflineDesk;
  #registration: ServiceWorkerRegistration | null = null;
  #asked = 0;
  /** `unavailable`: this browser keeps nothing for this page. */
  place = $state<'looking' | 'here' | 'unavailable'>('looking');
  kept = $state.raw<WorkerState | null>(null);
  unwanted = $state(false);
  fetching = $state(false);
  failure = $state<FetchFailure | null>(null);
  /** Why a new version could not be fetched. */
  notFetched = $state<FetchFailure | null>(null);
  /** A version other than that of the page, which a reload would give. */
  ready = $state.raw<WorkerState | null>(null);
  readonly whole = $derived(this.kept !== null && this.kept.have === this.kept.of);
  readonly savesData: boolean;

  constructor(desk: OfflineDesk) {
    this.#desk = desk;
    this.savesData = desk.savesData;
  }

  /** Registers the worker and lets it keep the app, unless the learner wants otherwise. Never rejects: what is missing is told by `place`. */
  async start(): Promise<void> {
    const { workers, build } = this.#desk;
    this.unwanted = this.#desk.unwanted();
    if (workers === null || build === null) {
      this.place = 'unavailable';
      return;
    }
    workers.addEventListener('message', (event) => this.#heard(event, build));
    try {
      const registration = await this.#desk.register(workers);
      if (registration === undefined) throw new Error('refused');
      this.#registration = registration;
      registration.addEventListener('updatefound', () => this.#watch());
      workers.addEventListener('controllerchange', () => void this.#look());
      await this.#ask({ ask: 'state' });
      this.place = 'here';
      this.#watch();
      if (!this.unwanted) await this.#ask({ ask: 'begin' });
      await this.update();
      if (!this.unwanted && !this.savesData) await this.#fill();
      await this.#ask({ ask: 'tidy' });
      // The worker may be of a build that the server got while the page was on its way.
      await this.#look();
    } catch (error) {
      console.warn(error);
      if (this.place === 'looking') this.place = 'unavailable';
    }
  }

  /** Fetches all that is missing, also where data is to be saved: the learner has asked for it. */
  async fetchAll(): Promise<void> {
    this.unwanted = false;
    this.#desk.keepUnwanted(false);
    await this.#fill();
  }

  /** Removes what is kept, and keeps nothing more until the learner asks for it. */
  async remove(): Promise<void> {
    this.unwanted = true;
    this.#desk.keepUnwanted(true);
    this.failure = null;
    await this.#ask({ ask: 'remove' });
  }

  /** The network is back, or the page is looked at again. */
  async goOn(): Promise<void> {
    if (this.place !== 'here') return;
    if (Date.now() - this.#asked > STALE) await this.update();
    if (this.failure === 'network' && !this.unwanted && !this.savesData) await this.#fill();
  }

  /** Counts again what is kept: files come as they are used, too. */
  async count(): Promise<void> {
    if (this.place !== 'here' || this.fetching) return;
    try {
      await this.#ask({ ask: 'state' });
    } catch (error) {
      console.warn(error);
    }
  }

  /** Asks the server for a new version; without a network there is none. */
  async update(): Promise<void> {
    this.#asked = Date.now();
    await this.#registration?.update().catch(() => undefined);
    await this.#look();
  }

  /** Reloads the page with the version that stands ready. What is to be saved is saved before the call. */
  async take(): Promise<void> {
    const { waiting } = this.#registration ?? {};
    try {
      if (waiting) {
        await askWorker(waiting, { ask: 'takeOver' });
        await activated(waiting);
      }
    } catch (error) {
      // The page then comes back as it is, and the version stands ready as before.
      console.warn(error);
    }
    this.#desk.reload();
  }

  #heard({ data, ports }: MessageEvent<unknown>, build: string): void {
    if (data === buildQuestion) ports[0]?.postMessage(build);
    this.notFetched = asNotFetched(data) ?? this.notFetched;
  }

  /** Looks again when the worker that is being installed is there, or is given up. */
  #watch(): void {
    this.#registration?.installing?.addEventListener('statechange', () => void this.#look());
  }

  /** Which version stands ready beside that of the page. Never rejects: a worker that does not answer offers nothing. */
  async #look(): Promise<void> {
    const { waiting, active, installing } = this.#registration ?? {};
    const { build } = this.#desk;
    try {
      if (waiting) {
        const other = await askWorker(waiting, { ask: 'state' });
        this.notFetched = null;
        // The page came from the network and is of that version already.
        if (other.build === build) await askWorker(waiting, { ask: 'takeOver' });
        this.ready = other.build === build ? null : other;
      } else if (active && !installing) {
        const other = await askWorker(active, { ask: 'state' });
        this.kept = other;
        this.ready = other.build !== build && other.have === other.of ? other : null;
      }
    } catch (error) {
      console.warn(error);
    }
  }

  async #fill(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    this.failure = null;
    try {
      // A file that comes anew each time and does not stay must not be fetched for ever.
      for (let asked = 0; asked <= 2 * (this.kept?.of ?? 0); asked += AT_ONCE) {
        await idle();
        this.failure = await this.#ask({ ask: 'fill', most: AT_ONCE });
        if (this.whole || this.unwanted || this.failure !== null) break;
      }
    } catch (error) {
      console.warn(error);
      this.failure = 'network';
    }
    this.fetching = false;
  }

  /** Asks the worker that serves the page; what is kept then is in `kept`. */
  async #ask(question: PageQuestion): Promise<FetchFailure | null> {
    const { active, waiting, installing } = this.#registration ?? {};
    const worker = active ?? waiting ?? installing;
    if (!worker) throw new Error('redundant');
    this.kept = await askWorker(await activated(worker), question);
    return this.kept.failure;
  }
}
