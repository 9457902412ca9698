/** A playbook as the log of a run. */

import type { Playbook } from '../scenario/playbook.ts';
import type { EntryData } from './run.ts';

type RoundLength = 1 | 2 | 4;
const roundLengths: readonly RoundLength[] = [4, 2, 1];

/** Quarters of the next round: as many as usual, or as are left of the run. */
export function roundLength(quartersPerRound: RoundLength, left: number): RoundLength {
  return roundLengths.find((length) => length <= quartersPerRound && length <= left) ?? 1;
}

/**
 * The decisions of a playbook in the order of play: its start plan and standing orders, then its changes, one commit a round. A change
 * for a quarter inside a round is made when the next round begins, as a person would have to; one after the last beginning never is.
 */
export function playbookEntries(playbook: Playbook, quarters: number, quartersPerRound: RoundLength): EntryData[] {
  const { start, standing, changes } = playbook;
  const entries: EntryData[] = [{ kind: 'plan', data: { plan: start, ...(standing && { standing }) } }];
  let made = 0;
  for (let quarter = 1; quarter <= quarters;) {
    for (; made < changes.length && changes[made]!.quarter <= quarter; made += 1) {
      const { plan, moves } = changes[made]!;
      if (plan) entries.push({ kind: 'plan', data: { plan } });
      for (const move of moves ?? []) entries.push({ kind: 'move', data: move });
    }
    const length = roundLength(quartersPerRound, quarters + 1 - quarter);
    entries.push({ kind: 'commit', data: { quarters: length } });
    quarter += length;
  }
  return entries;
}
