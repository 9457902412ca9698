/** Who talks of the firm: customers displeased and pleased, and how many of either speak in a quarter. */

import { type CustomersView, shareOf } from './view.ts';

export interface Talk {
  /** Real customers below and above the satisfaction at which people keep quiet. */
  displeased: number;
  pleased: number;
  /** Share 0-1 of either who talk in a quarter; the model does not say to how many. */
  displeasedTalk: number;
  pleasedTalk: number;
}

export function talkOf({ own, values: { c }, company, world }: CustomersView): Talk {
  const { people, represents } = world.market;
  const sums = { displeased: 0, pleased: 0, displeasedTalk: 0, pleasedTalk: 0 };
  for (const i of own) {
    const word = c.columns.satisfaction[company.index * people + i]!;
    const talks = c.talkBy[word >>> 8]!;
    const side = word < c.talkMiddle ? 'displeased' : 'pleased';
    sums[side] += 1;
    sums[`${side}Talk`] += talks;
  }
  return {
    displeased: sums.displeased * represents,
    pleased: sums.pleased * represents,
    displeasedTalk: shareOf(sums.displeasedTalk, sums.displeased),
    pleasedTalk: shareOf(sums.pleasedTalk, sums.pleased),
  };
}
