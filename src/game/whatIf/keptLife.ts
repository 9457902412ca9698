/** The unchanged log as it was played on one luck, kept round by round: a changed log goes on from the last round before its change. */

import type { CardId } from '../../company/controls.ts';
import type { RivalState } from '../../company/rival.ts';
import { copyPlaying } from '../checkpoint.ts';
import type { PlayedQuarter } from '../playQuarter.ts';
import type { Playing } from '../playing.ts';
import { peopleInputOf } from '../quarterReport.ts';
import type { RunSetting } from '../replay.ts';
import { placesOf, type KnownPlaces } from '../known/places.ts';
import type { FateBook } from './fates.ts';
import type { LifeFigures } from './replayTask.ts';

interface Checkpoint {
  /** Entries of the log that have been applied. */
  applied: number;
  playing: Playing;
  quarters: readonly LifeFigures[];
  fates: FateBook;
}

/** Units that a card cost in a quarter. */
export interface CardSpending {
  quarter: number;
  card: CardId;
  units: number;
}

/** The customers known by name before a quarter, and to which segment each simulated person belongs. */
export interface PeopleBefore extends KnownPlaces {
  quarter: number;
  segments: Uint8Array;
  /** Real customers that a simulated one stands for. */
  represents: number;
}

/** Good only for the log that it was made of. */
export class KeptLife {
  readonly #setting: RunSetting;
  readonly #checkpoints: Checkpoint[] = [];
  /** States of the rivals after each quarter. */
  readonly rivals: RivalState[][] = [];
  readonly spending: CardSpending[] = [];

  constructor(setting: RunSetting) {
    this.#setting = setting;
  }

  /** True for a replay on the same people and the same luck. */
  isOf({ customers, luckSeed }: RunSetting): boolean {
    return this.#setting.customers === customers && this.#setting.luckSeed === luckSeed;
  }

  /** Keeps a copy of a run as it stands between two rounds. */
  keep(applied: number, playing: Playing, quarters: readonly LifeFigures[], fates: FateBook): void {
    this.#checkpoints.push({ applied, playing: copyPlaying(playing), quarters: [...quarters], fates: fates.copy() });
  }

  note({ companies }: PlayedQuarter, { world }: Playing): void {
    this.rivals.push(world.rivals.map(({ state }) => state));
    for (const { card, units } of companies[0]!.costs.lines) this.spending.push({ quarter: world.quarter, card, units });
  }

  /** A run to be played on from the last round before entry `changed` of the log; it may be used up. */
  before(changed: number): Checkpoint {
    const kept = this.#checkpoints.findLast(({ applied }) => applied <= changed) ?? this.#checkpoints[0]!;
    return { ...kept, playing: copyPlaying(kept.playing), quarters: [...kept.quarters], fates: kept.fates.copy() };
  }

  /** Whom the firm knew when the round began in which `quarter`, from 1, was played. */
  peopleBefore(quarter: number): PeopleBefore {
    const { world } = this.#checkpoints.findLast(({ playing }) => playing.world.quarter < quarter)!.playing;
    return {
      quarter: world.quarter,
      ...placesOf(peopleInputOf(world, world.played[0]!)),
      segments: Uint8Array.from(world.market.columns.segment),
      represents: world.market.represents,
    };
  }
}
