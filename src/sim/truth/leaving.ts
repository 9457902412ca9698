/** Why a customer leaves: the parts of the log odds, kept apart so that the reason can be told. */

import { causeIds, type CauseId } from '../market.ts';

const index = Object.fromEntries(causeIds.map((cause, i) => [cause, i])) as Readonly<Record<CauseId, number>>;
const LIFE_EVENT_WEIGHT = 0.5;

/** Non-negative weights of the causes of one possible leaving; filled by the kernel, read when the customer does leave. */
export class CauseWeights {
  readonly weights = new Float64Array(causeIds.length);

  clear(): void {
    this.weights.fill(0);
    this.weights[index.lifeEvent] = LIFE_EVENT_WEIGHT;
  }

  add(cause: CauseId, weight: number): void {
    if (weight > 0) this.weights[index[cause]]! += weight;
  }

  /** The cause at the uniform u, in proportion to the weights. */
  pick(u: number): number {
    let sum = 0;
    for (const weight of this.weights) sum += weight;
    let rest = u * sum;
    for (let cause = 0; cause < this.weights.length; cause += 1) {
      rest -= this.weights[cause]!;
      if (rest < 0) return cause;
    }
    return index.lifeEvent;
  }
}

export const causeIndex = index;
