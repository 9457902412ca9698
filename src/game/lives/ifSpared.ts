/**
 * What would have become of a customer without a thing that happened to him: he is played again by himself, with everything else as it
 * was: the offers, the firm's files, the others, his own luck.
 */

import { type CustomerState, type Dealings, isWith, openAlone, playAlone, stateOf } from '../../sim/truth/alone.ts';
import { movingColumns, WORD } from '../../sim/truth/columns.ts';
import { SPARE } from '../../sim/truth/spare.ts';
import type { LifeBook } from './lifeBook.ts';

export type SpareId = keyof typeof SPARE;

/** One way in which the past is tried otherwise: what he is spared in which quarters. */
export interface Trial {
  /** `every`: all that can be spared. */
  what: SpareId | 'every';
  from: number;
  to: number;
}

export interface TriedLife {
  trial: Trial;
  /** Quarter in which he leaves the learner's firm in this life; null = not by the last quarter tried. */
  left: number | null;
}

export const everySpare = SPARE.failure | SPARE.wait | SPARE.contacts | SPARE.record | SPARE.price | SPARE.rivals;

const bitsOf = ({ what }: Trial): number => (what === 'every' ? everySpare : SPARE[what]);

/** Dealings of customer i with the learner's firm in the quarters named, by quarter; null where there were none. */
export function dealingsOf(book: LifeBook, i: number, quarters: readonly number[]): Map<number, Dealings | null> {
  return new Map(quarters.map((quarter) => [quarter, playAlone(openAlone(book.quarters[quarter - 1]!.moment), i, book.company).dealings]));
}

/**
 * Plays customer i again, once a trial, from the first quarter of its trial on.
 * @param until last quarter that is played
 */
export function tryOtherwise(book: LifeBook, i: number, trials: readonly Trial[], until: number): TriedLife[] {
  const lives = trials.map((trial) => ({ trial, state: null as CustomerState | null, left: null as number | null }));
  const first = trials.reduce((least, { from }) => Math.min(least, from), until + 1);
  let factBefore: CustomerState | null = null;
  for (let quarter = first; quarter <= until; quarter += 1) {
    const { moment } = book.quarters[quarter - 1]!;
    const start = stateOf(moment.market, i);
    const c = openAlone(moment);
    for (const life of lives) {
      const { trial } = life;
      if (quarter < trial.from || life.left !== null) continue;
      const before = life.state === null ? null : movedOn(life.state, factBefore!, start);
      const bits = quarter <= trial.to ? bitsOf(trial) : 0;
      life.state = playAlone(c, i, book.company, before, bits).after;
      if (!isWith(life.state, book.company)) life.left = quarter;
    }
    factBefore = playAlone(c, i, book.company).after;
  }
  return lives.map(({ trial, left }) => ({ trial, left }));
}

const words: ReadonlySet<string> = new Set(['expectation', 'satisfaction', 'relationship']);
const FEELINGS_FROM = movingColumns.indexOf('satisfaction');

/**
 * The state in which a tried life begins a quarter. What happened to him between the markets of two quarters, as a case that was closed,
 * happens here too: feelings move as far, anything else is set as it was set.
 * @param fact how he stood after the market before; @param start how he stood as this one began
 */
function movedOn(state: CustomerState, fact: CustomerState, start: CustomerState): CustomerState {
  return state.map((value, place) => {
    if (start[place] === fact[place]) return value;
    const feeling = place >= FEELINGS_FROM || words.has(movingColumns[place]!);
    return feeling ? Math.max(0, Math.min(WORD, value + start[place]! - fact[place]!)) : start[place]!;
  });
}
