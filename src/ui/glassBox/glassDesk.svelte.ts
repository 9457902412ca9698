/** Which number of a screen is opened, and of what run: handed to the numbers themselves, however deep they lie. */

import { getContext, setContext, tick } from 'svelte';
import type { Aim, Replayed } from '../../game/glassBox/formula.ts';
import { canonicalJson } from '../../sim/canonicalJson.ts';
import type { Session } from '../session.svelte.ts';

/** A number that was asked to open. */
export interface Asked {
  /** Id of a formula of the glass box. */
  id: string;
  aim: Aim;
  /** What the screen calls it, where the formula is of several numbers. */
  name?: string;
  /** What was pressed: the card stands beside it and gives the focus back to it. */
  anchor: HTMLElement;
}

export class GlassDesk {
  asked = $state.raw<Asked | null>(null);
  readonly #session: () => Session | null;
  readonly #played: () => Replayed | undefined;

  constructor(session: () => Session | null, played: () => Replayed | undefined = () => undefined) {
    this.#session = session;
    this.#played = played;
  }

  get session(): Session | null {
    return this.#session();
  }

  /** What the chapters of a debrief have had played so far; undefined during play. */
  get played(): Replayed | undefined {
    return this.#played();
  }

  /** False where there is nothing to open: before the run is there, and for one of another engine. */
  get opens(): boolean {
    return (this.session?.opened ?? null) !== null;
  }

  /** Pressed again, it closes. */
  ask = (asked: Asked): void => {
    const again = this.asked?.anchor === asked.anchor;
    this.close();
    if (again) return;
    asked.anchor.setAttribute('aria-expanded', 'true');
    this.asked = asked;
  };

  /** The card of a number that is gone from the screen goes on beside the same number drawn anew. */
  takeOver = (asked: Asked): void => {
    const { asked: before } = this;
    if (before === null || before.anchor.isConnected || before.id !== asked.id || before.name !== asked.name) return;
    if (canonicalJson(before.aim) !== canonicalJson(asked.aim)) return;
    asked.anchor.setAttribute('aria-expanded', 'true');
    this.asked = asked;
  };

  close = (): void => {
    const anchor = this.asked?.anchor;
    anchor?.setAttribute('aria-expanded', 'false');
    this.asked = null;
    if (anchor) void this.#giveBack(anchor);
  };

  /** With the card goes the focus that was in it: the number takes it back, unless something else has it by then. */
  async #giveBack(anchor: HTMLElement): Promise<void> {
    await tick();
    if (this.asked === null && anchor.isConnected && document.activeElement === document.body) anchor.focus({ preventScroll: true });
  }
}

const key = Symbol('glass box');

/** @param played findings of replays, in a debrief */
export function offerGlass(session: () => Session | null, played?: () => Replayed | undefined): GlassDesk {
  const desk = new GlassDesk(session, played);
  setContext(key, desk);
  return desk;
}
/** undefined outside a run: nothing is opened there. */
export const glassDesk = (): GlassDesk | undefined => getContext(key);
