/** The what-if of a debrief: which past decisions are otherwise, and what that comes to on the own luck and over the luck that grades. */

import { weightsOf } from '../../../game/score/weights.ts';
import { type Alteration, alterationKey, altered, editsOf } from '../../../game/whatIf/alterations.ts';
import { decidedRounds, type RoundDecided } from '../../../game/whatIf/decisions.ts';
import { figureDifferences, type FigureDifferences } from '../../../game/whatIf/difference.ts';
import type { RivalsPlay } from '../../../game/whatIf/replayTask.ts';
import { suggestedDecision } from '../../../game/whatIf/suggested.ts';
import type { ReplayPool } from '../../replay/replayPool.ts';
import { type KeepingPlayer, startPlayer } from '../../replay/startPlayer.ts';
import type { Session } from '../../session.svelte.ts';
import { LuckRuns } from './luckRuns.svelte.ts';
import { OwnLuck } from './ownLuck.svelte.ts';

type ClosedSession = Pick<Session, 'closedRun' | 'anchors' | 'scenario'>;

export class WhatIf {
  readonly #session: ClosedSession;
  readonly own: OwnLuck;
  readonly luck: LuckRuns;
  alterations = $state.raw<readonly Alteration[]>([]);
  rivals = $state<RivalsPlay>('react');
  /** The replays over other luck were stopped: they are not begun again by themselves. */
  stopped = $state(false);
  /** The change less the run on the own luck, quarter by quarter as they come. */
  readonly differences: readonly FigureDifferences[];
  #rounds: readonly RoundDecided[] | null = null;

  constructor(session: ClosedSession, pool: () => ReplayPool, start: () => KeepingPlayer = startPlayer) {
    this.#session = session;
    this.own = new OwnLuck(
      () => session.closedRun,
      start,
      () => void (this.stopped || this.luck.start(this.#edits(), this.rivals)),
    );
    this.luck = new LuckRuns(pool, session.anchors, weightsOf(session.scenario.weights));
    this.differences = $derived(this.own.run && this.own.soFar ? figureDifferences(this.own.run.quarters, this.own.soFar) : []);
  }

  /** What was decided, round by round. */
  get rounds(): readonly RoundDecided[] {
    const { scenario, closedRun } = this.#session;
    return (this.#rounds ??= decidedRounds(scenario, closedRun.entries));
  }

  /** The decision that most money went into, and the units; null before the run is kept, or where there is none. */
  get suggestion(): ReturnType<typeof suggestedDecision> {
    return this.own.run === null ? null : suggestedDecision(this.rounds, this.own.spending);
  }

  /** Entries that are illegal in the change and were legal in the run, with their code. */
  get skipped(): readonly { seq: number; code: string }[] {
    const known = new Set((this.own.run?.skipped ?? []).map(({ seq }) => seq));
    return (this.own.change?.skipped ?? []).filter(({ seq }) => !known.has(seq));
  }

  /** What is done to a decision; null where it stands as it was. */
  on = (key: string): Alteration | null => this.alterations.find((each) => alterationKey(each) === key) ?? null;

  alter = (alteration: Alteration): void => this.#take(altered(this.alterations, alteration));
  /** Puts one decision back as it was. */
  restore = (key: string): void => this.#take(this.alterations.filter((each) => alterationKey(each) !== key));
  restoreAll = (): void => this.#take([]);

  play = (rivals: RivalsPlay): void => {
    if (rivals === this.rivals) return;
    this.rivals = rivals;
    this.#take(this.alterations);
  };

  /** Goes on with the replays over other luck. */
  goOn = (): void => {
    this.stopped = false;
    void this.luck.start(this.#edits(), this.rivals);
  };
  stopLuck = (): void => {
    this.stopped = true;
    this.luck.stop();
  };

  close = (): void => this.own.close();

  #edits(): ReturnType<typeof editsOf> {
    return editsOf(this.#session.closedRun.entries, this.alterations, this.rounds);
  }

  #take(alterations: readonly Alteration[]): void {
    this.alterations = alterations;
    this.luck.clear();
    if (alterations.length === 0) this.own.clear();
    else this.own.ask(this.#edits(), this.rivals, Math.min(...alterations.map(quarterOf)));
  }
}

const quarterOf = (alteration: Alteration): number => ('decision' in alteration ? alteration.decision.quarter : alteration.quarter);
