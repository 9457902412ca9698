/** What a firm knows of its models: whom they scored, what they state, and what became of their lists where leaving is seen. */

import { type ModelId, topOf } from '../../sim/records/models.ts';
import type { Estimate } from '../estimate.ts';
import { sampledShare, unknown } from './figures.ts';

/** Customers of one kind: how many, the mean chance of leaving that the model stated, and the share that left. */
export interface ModelGroup {
  /** Simulated customers, of whom shares are counted. */
  n: number;
  stated: number;
  left: Estimate;
}

export interface ModelsKnown {
  models: readonly ModelId[];
  /** Real people known by name; those who may be analysed; those on a list. */
  known: number;
  scored: number;
  listed: number;
  /** Of the churn model, null without it: the tenth with the highest chance, all who were scored, and those of the list's segments who were
   *  kept off it to compare, if they would have been on it. */
  churn: { top: ModelGroup; all: ModelGroup; control: ModelGroup } | null;
}

export interface ModelsInput {
  models: readonly ModelId[];
  known: number;
  person: Int32Array;
  chances: Float64Array;
  /** True if somebody stands on a list; is kept off all lists to compare. */
  listed: (person: number) => boolean;
  heldOut: (person: number) => boolean;
  /** True if the account is still open; null where nobody gives notice. */
  stays: ((person: number) => boolean) | null;
  represents: number;
  quarter: number;
}

const TENTH = 0.1;
const FIFTH = 0.2;

export function knownModels(input: ModelsInput): ModelsKnown {
  const { models, person, chances, represents, stays, quarter } = input;
  const groupOf = (places: readonly number[]): ModelGroup => {
    const n = places.length;
    const stated = places.reduce((sum, place) => sum + chances[place]!, 0) / Math.max(1, n);
    if (stays === null) return { n, stated, left: unknown('noNotice') };
    if (n === 0) return { n, stated, left: unknown('noCustomersKnown') };
    const gone = places.filter((place) => !stays(person[place]!)).length;
    return { n, stated, left: sampledShare(gone / n, n, { method: 'books', frame: 'scored', asOf: quarter }) };
  };
  const all = Array.from(person, (_, place) => place);
  const wouldBe = topOf(chances, FIFTH);
  return {
    models,
    known: input.known * represents,
    scored: person.length * represents,
    listed: all.filter((place) => input.listed(person[place]!)).length * represents,
    churn: models.includes('churn')
      ? {
          top: groupOf(topOf(chances, TENTH)),
          all: groupOf(all),
          control: groupOf(wouldBe.filter((place) => input.heldOut(person[place]!))),
        }
      : null,
  };
}
