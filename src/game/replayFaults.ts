/** Plays the log of a run again, a round at a time, and holds it against what its file says. */

import type { Coded } from '../scenario/coded.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { applyEntry, startPlaying, type Playing } from './replay.ts';
import type { RunFile } from './run.ts';

/**
 * Yields the quarters played after every round, so that whoever drives it may rest or stop; returns the first fault, empty = none.
 * Codes: `noWorld`; `illegal.CODE` of an entry that the game skips; `digest` of a quarter that plays out otherwise than the file says, or
 * that was never played. A file may lack the digests of its last quarters.
 */
export function* replayFaults(scenario: Scenario, run: RunFile): Generator<number, readonly Coded[]> {
  if (run.world >= scenario.worlds.length) return [{ code: 'noWorld', at: 'world', values: { actual: run.world } }];
  const playing = startPlaying(scenario, run);
  for (const entry of run.entries) {
    applyEntry(playing, entry, { digests: true });
    const fault = faultOf(playing, run.digests);
    if (fault !== null) return [fault];
    if (entry.kind === 'commit') yield playing.world.quarter;
  }
  const { length } = playing.digests;
  return run.digests.length > length ? [digestFault(length)] : [];
}

function faultOf({ skipped, digests }: Playing, claimed: readonly string[]): Coded | null {
  const [illegal] = skipped;
  if (illegal !== undefined) return { code: `illegal.${illegal.code}`, at: `entries[${illegal.seq}]` };
  const other = digests.findIndex((digest, index) => claimed[index] !== undefined && claimed[index] !== digest);
  return other < 0 ? null : digestFault(other);
}

const digestFault = (index: number): Coded => ({ code: 'digest', at: `digests[${index}]`, values: { quarter: index + 1 } });
