/** The one run that the page holds open. */

import type { Assignment } from '../../classroom/assignment.ts';
import { failed, type Failure, type Outcome } from '../../saves/outcome.ts';
import { router } from '../route.svelte.ts';
import type { Session } from '../session.svelte.ts';
import type { RunDesk } from './runDesk.ts';

export class RunHolder {
  readonly #desk: RunDesk;
  session = $state.raw<Session | null>(null);
  /** Why the run that was asked for cannot be opened. */
  failure = $state.raw<Failure | null>(null);
  /** Id of the run that the page holds or tries to open. */
  entered = $state<string | null>(null);
  #beginning = false;

  constructor(desk: RunDesk) {
    this.#desk = desk;
  }

  /** Opens a kept run unless it is open. */
  async enter(id: string): Promise<void> {
    if (this.entered === id) return;
    await this.#leave();
    this.entered = id;
    const opened = await orFailed(() => this.#desk.open(id));
    // The learner may have gone elsewhere in the meantime.
    if (this.entered !== id) {
      if (opened.ok) await opened.value.end();
    } else if (opened.ok) {
      this.session = opened.value;
      await opened.value.open();
    } else this.failure = opened;
  }

  /** Begins a run and goes to it. @param allOpen whether every card may be decided from the first round */
  begin(scenarioRef: string, allOpen = false): Promise<void> {
    return this.#begin(() => this.#desk.begin(scenarioRef, allOpen));
  }

  /** Begins a student's run of an assignment and goes to it. */
  beginAssigned(assignment: Assignment, student: string): Promise<void> {
    return this.#begin(() => this.#desk.beginAssigned(assignment, student));
  }

  async #begin(beginning: () => Promise<Outcome<Session>>): Promise<void> {
    if (this.#beginning) return;
    this.#beginning = true;
    await this.#leave();
    const begun = await orFailed(beginning);
    this.#beginning = false;
    if (!begun.ok) {
      this.entered = 'none';
      this.failure = begun;
      router.go({ screen: 'play', run: 'none' });
      return;
    }
    const session = begun.value;
    this.entered = session.id;
    this.session = session;
    router.go({ screen: 'play', run: session.id });
    await session.open();
  }

  /** Reads the run again as it is kept now. */
  async reopen(): Promise<void> {
    const id = this.entered;
    await this.#leave();
    if (id !== null) await this.enter(id);
  }

  /** Gives the run back, so that it can be deleted or opened elsewhere. */
  async leave(id: string): Promise<void> {
    if (this.entered === id) await this.#leave();
  }

  /** The page may be about to go: what waits is written, and a connection that was lost meanwhile is opened again. */
  async pause(): Promise<void> {
    await this.session?.flush();
    if (this.session !== null && document.visibilityState === 'visible') await (await this.#desk.saves()).probe();
  }

  /** The page may be left: what waits is written while there is time, and before a run is lost that is in no file the browser asks. */
  beforeLeaving(event: BeforeUnloadEvent): void {
    const { session } = this;
    void session?.flush();
    if (session?.keeping.holds === 'memory' && session.committed > (session.keeping.exported?.played ?? 0)) event.preventDefault();
  }

  async #leave(): Promise<void> {
    const { session } = this;
    this.session = null;
    this.failure = null;
    this.entered = null;
    await session?.end();
  }
}

/** A part of the page that does not load, or an engine that does not start, is a failure like others. */
async function orFailed<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (cause) {
    console.error(cause);
    return failed('unknown', { cause });
  }
}
