/** Which logs of a class are equal or nearly so. It is told neutrally: two who worked together have like logs, and so have two who followed the book. */

import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RunFile } from '../game/run.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';

export interface AlikePair {
  /** Places in the list given, the smaller first. */
  a: number;
  b: number;
  /** Share 0-1 of their decisions that both made in the same quarter (Jaccard 1901, decisions counted as often as they were made). */
  share: number;
  equal: boolean;
}

/** Pairs from here on are told. */
export const ALIKE = 0.9;
/** Logs of fewer decisions are too short to say anything. */
const FEWEST = 12;

/** What a log decided: each control of each plan, each move and forecast, with its quarter. Words and commits say nothing. */
export function decisionsIn({ entries }: Pick<RunFile, 'entries'>): readonly string[] {
  return entries.flatMap((entry): string[] => {
    const at = `q${entry.quarter}`;
    if (entry.kind === 'move') return [`${at} move ${canonicalJson(entry.data)}`];
    if (entry.kind === 'predict') return [`${at} predict ${canonicalJson(entry.data)}`];
    if (entry.kind !== 'plan') return [];
    const { plan, standing = {} } = entry.data;
    return [plan, standing].flatMap((part) => Object.entries(part).map(([id, value]) => `${at} ${id} ${canonicalJson(value)}`));
  });
}

/** A log as rising 32-bit marks, one a decision (FNV-1a): small enough to travel with a result, and one log is told from another by it. */
export function decisionMarks(run: Pick<RunFile, 'entries'>): readonly number[] {
  return decisionsIn(run)
    .map(mark)
    .sort((a, b) => a - b);
}

function mark(decision: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8ToBytes(decision)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Pairs of logs that are alike, the most alike first. @param logs marks of each log, rising */
export function alikePairs(logs: readonly (readonly number[])[], from = ALIKE): readonly AlikePair[] {
  const pairs: AlikePair[] = [];
  for (let b = 1; b < logs.length; b += 1) {
    for (let a = 0; a < b; a += 1) {
      const share = sharedOf(logs[a]!, logs[b]!, from);
      if (share >= from) pairs.push({ a, b, share, equal: share === 1 });
    }
  }
  return pairs.sort((one, other) => other.share - one.share || one.a - other.a || one.b - other.b);
}

function sharedOf(one: readonly number[], other: readonly number[], from: number): number {
  const [shorter, longer] = one.length < other.length ? [one.length, other.length] : [other.length, one.length];
  // Lists too unlike in length cannot reach the bar.
  if (shorter < FEWEST || shorter / longer < from) return 0;
  let both = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      both += 1;
      i += 1;
      j += 1;
    } else if (one[i]! < other[j]!) i += 1;
    else j += 1;
  }
  return both / (one.length + other.length - both);
}
