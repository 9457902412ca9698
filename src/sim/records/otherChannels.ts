/** Records of customers who are met in channels that others run: only what these pass on is written down. */

import type { RecordActions } from './recordActions.ts';

/** What others pass on of the customers they meet. */
export interface ToldByOthers {
  /** Chance 0-1 a contact that a stranger becomes known. */
  identify: number;
  /** Share 0-1 of the usual chances that consent is asked and that fields are filled. */
  share: number;
}

/** Chances 0-1 by contacts that a stranger becomes known, that consent is asked, and that a wanted field is filled. */
export interface ContactChances {
  identify: Float64Array;
  ask: Float64Array;
  capture: Float64Array;
}

/** The chances of one way of meeting customers. @param byContacts chance that something of a chance a contact happens at least once, by contacts */
export const chancesOf = (actions: RecordActions, byContacts: (p: number) => Float64Array): ContactChances => ({
  identify: byContacts(actions.identify),
  ask: byContacts(actions.consentAsk),
  capture: byContacts(actions.capture),
});

/** The chances by channel; those that hold everywhere else where nobody stands between. */
export function chancesByChannel(
  actions: RecordActions,
  told: readonly (ToldByOthers | null)[],
  usual: ContactChances,
  byContacts: (p: number) => Float64Array,
): readonly ContactChances[] {
  return told.map((by) => {
    if (by === null) return usual;
    const { identify, share } = by;
    return chancesOf({ ...actions, identify, consentAsk: actions.consentAsk * share, capture: actions.capture * share }, byContacts);
  });
}

/** Takes those out of a list whom others stand before, in place, and gives them by their chances. Answers how many are left. */
export function setApart(
  list: Int32Array,
  count: number,
  channel: Uint8Array,
  chances: readonly ContactChances[],
  usual: ContactChances,
): { left: number; apart: ReadonlyMap<ContactChances, Int32Array> } {
  const lists = new Map<ContactChances, number[]>();
  let left = 0;
  for (let n = 0; n < count; n += 1) {
    const i = list[n]!;
    const own = chances[channel[i]!]!;
    list[left] = i;
    if (own === usual) left += 1;
    else if (lists.has(own)) lists.get(own)!.push(i);
    else lists.set(own, [i]);
  }
  return { left, apart: new Map([...lists].map(([own, people]) => [own, Int32Array.from(people)])) };
}
