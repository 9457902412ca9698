/**
 * The chain of a run: each entry holds the hash of the one before, the first that of the header, the run that of the last.
 * It shows damage, not forgery: whoever rewrites a run can hash it anew; what follows from the decisions is shown by replaying them.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Coded } from '../scenario/coded.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import type { DecisionEntry, EntryData, Hash, RunFile, RunHeader } from './run.ts';

/** Who decides, for which firm. */
export type Maker = Pick<DecisionEntry, 'firm' | 'by'>;

/** SHA-256 of the canonical JSON of a value, 64 hex digits. Throws a TypeError on what JSON cannot hold. */
export function hashOf(value: unknown): Hash {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** Hash of what is fixed when a run begins: every field of the header, none of the log. */
export function headerHash(header: RunHeader): Hash {
  return hashOf(headerOf(header));
}

/** Hash of an entry, the hash of the one before included. */
export function entryHash(entry: DecisionEntry): Hash {
  return hashOf(entry);
}

/** The header of a run alone. */
export function headerOf(run: RunHeader): RunHeader {
  const { format, epoch, app, scenario, customers, world, populationSeed, luckSeed, mode, parent, assignment, allOpen, glassAtEnd } = run;
  return {
    format,
    epoch,
    app,
    scenario,
    customers,
    world,
    populationSeed,
    luckSeed,
    mode,
    ...(parent !== undefined && { parent }),
    ...(assignment !== undefined && { assignment }),
    ...(allOpen === true && { allOpen }),
    ...(glassAtEnd === true && { glassAtEnd }),
  };
}

/** A run in which nothing has been decided yet. */
export function newRun(header: RunHeader): RunFile {
  return { ...headerOf(header), head: headerHash(header), entries: [], digests: [] };
}

/** The quarter that is open for a firm: 1, and further by each round that was committed. */
export function openQuarter(run: Pick<RunFile, 'entries'>, firm: string): number {
  return run.entries.reduce((quarter, entry) => (entry.firm === firm ? after(entry, quarter) : quarter), 1);
}

/**
 * The run with these decisions added at its end, each in the quarter that is then open; words of a note are kept in NFC.
 * The run given is left as it is.
 */
export function appendEntries(run: RunFile, decisions: readonly EntryData[], { firm, by }: Maker): RunFile {
  const entries = [...run.entries];
  let head = run.head;
  let quarter = openQuarter(run, firm);
  for (const decision of decisions) {
    const entry: DecisionEntry = { ...composed(decision), seq: entries.length, quarter, firm, by, prev: head };
    entries.push(entry);
    head = entryHash(entry);
    quarter = after(decision, quarter);
  }
  return { ...run, entries, head };
}

export function appendEntry(run: RunFile, decision: EntryData, maker: Maker): RunFile {
  return appendEntries(run, [decision], maker);
}

/** Every place where the chain is broken: `sequence` (an entry out of its place) or `chain` (a hash that does not fit). Empty = whole. */
export function chainErrors(run: RunFile): Coded[] {
  const errors: Coded[] = [];
  let before = headerHash(run);
  run.entries.forEach((entry, index) => {
    if (entry.seq !== index) errors.push({ code: 'sequence', at: `entries[${index}].seq`, values: { actual: entry.seq, required: index } });
    if (entry.prev !== before) errors.push({ code: 'chain', at: `entries[${index}].prev` });
    before = entryHash(entry);
  });
  if (run.head !== before) errors.push({ code: 'chain', at: 'head' });
  return errors;
}

const after = (decision: EntryData, quarter: number): number => (decision.kind === 'commit' ? quarter + decision.data.quarters : quarter);

function composed(decision: EntryData): EntryData {
  return decision.kind === 'note' ? { kind: 'note', data: { text: decision.data.text.normalize('NFC') } } : decision;
}
