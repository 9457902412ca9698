/** What ways of tampering with a run are made of: a field, an entry, the list of entries, a packed byte, each with the chain hashed anew. */

import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { entryHash, headerHash } from '../../src/game/chain.ts';
import { packRun, unpackRun } from '../../src/game/packed.ts';
import { fromBase64Url, toBase64Url } from '../../src/game/packedBytes.ts';
import type { DecisionEntry, RunFile } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';

/** Numbers that a mutant is made of: whatever they are, one comes out. */
export interface Lots {
  run: number;
  other: number;
  at: number;
  to: number;
  value: number;
}
export const lots: fc.Arbitrary<Lots> = fc.record({
  run: fc.nat(),
  other: fc.nat(),
  at: fc.nat(),
  to: fc.nat(),
  value: fc.nat(),
});

export type Tampering = (honest: readonly RunFile[], lots: Lots) => string | Uint8Array;
export const pick = <T>(list: readonly T[], lot: number): T => list[lot % list.length]!;

/** The run with its entries numbered and its chain hashed anew. */
function anew(run: RunFile, entries: readonly DecisionEntry[] = run.entries): RunFile {
  let head = headerHash(run);
  const chained = entries.map((entry, seq) => {
    const placed = { ...entry, seq, prev: head };
    head = entryHash(placed);
    return placed;
  });
  return { ...run, head, entries: chained };
}

/** Quarters as the commits before each entry make them, so that the reader of files has nothing to say. */
function inOrder(entries: readonly DecisionEntry[]): DecisionEntry[] {
  let quarter = 1;
  return entries.map((entry) => {
    const placed = { ...entry, quarter };
    if (entry.kind === 'commit') quarter += entry.data.quarters;
    return placed;
  });
}

export const header =
  (change: (run: RunFile, lots: Lots) => Partial<RunFile>): Tampering =>
  (honest, drawn) => {
    const run = pick(honest, drawn.run);
    return writeRun(anew({ ...run, ...change(run, drawn) }));
  };
export const entries =
  (change: (list: DecisionEntry[], drawn: Lots, honest: readonly RunFile[]) => DecisionEntry[]): Tampering =>
  (honest, drawn) => {
    const run = pick(honest, drawn.run);
    return writeRun(anew(run, inOrder(change([...run.entries], drawn, honest))));
  };
/** One entry changed, everything else as it was. */
export const entry =
  (change: (made: DecisionEntry, drawn: Lots) => DecisionEntry): Tampering =>
  (honest, drawn) => {
    const run = pick(honest, drawn.run);
    const at = drawn.at % run.entries.length;
    return writeRun(
      anew(
        run,
        run.entries.map((made, index) => (index === at ? change(made, drawn) : made)),
      ),
    );
  };

export function numberChanged(value: unknown, lot: number): unknown {
  if (typeof value === 'number') return value + 1 + (lot % 7);
  if (Array.isArray(value))
    return value.map((item, index) => (index === lot % value.length ? numberChanged(item, lot) : (item as unknown)));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  const key = keys[lot % Math.max(1, keys.length)];
  return key === undefined ? value : { ...value, [key]: numberChanged((value as Record<string, unknown>)[key], lot >> 3) };
}

/** A packed run with one byte changed and a check that fits again. */
export const packed: Tampering = (honest, { run, at, value }) => {
  const bytes = fromBase64Url(packRun(pick(honest, run)))!.slice(0, -4);
  bytes[at % bytes.length]! ^= 1 + (value % 255);
  const opened = unpackRun(toBase64Url(Uint8Array.from([...bytes, ...sha256(bytes).slice(0, 4)])));
  return opened.ok ? writeRun(opened.run) : '';
};
