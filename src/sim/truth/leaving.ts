/** Why a customer leaves: the parts of the log odds, kept apart so that the reason can be told. */

import { causeIds, type CauseId } from '../market.ts';

/** Index of each cause; written out, since every leaver reads it. */
export const causeIndex = {
  lifeEvent: 0,
  price: 1,
  quality: 2,
  failure: 3,
  waiting: 4,
  neglect: 5,
  overcontact: 6,
  rivalOffer: 7,
  substitute: 8,
} as const satisfies Readonly<Record<CauseId, number>>;
const LIFE_EVENT_WEIGHT = 0.5;

/** Non-negative weights of the causes of one leaving. */
export class CauseWeights {
  readonly weights = new Float64Array(causeIds.length);

  clear(): void {
    this.weights.fill(0);
    this.weights[causeIndex.lifeEvent] = LIFE_EVENT_WEIGHT;
  }

  /** @param cause of causeIndex; a weight below 0 is none */
  add(cause: number, weight: number): void {
    this.weights[cause]! += Math.max(0, weight);
  }

  /** The cause at the uniform u, in proportion to the weights. */
  pick(u: number): number {
    const { weights } = this;
    let sum = 0;
    for (let cause = 0; cause < weights.length; cause += 1) sum += weights[cause]!;
    let rest = u * sum;
    for (let cause = 0; cause < weights.length; cause += 1) {
      rest -= weights[cause]!;
      if (rest < 0) return cause;
    }
    return causeIndex.lifeEvent;
  }
}
