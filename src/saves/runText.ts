/** A run put together from the texts that are kept of it, and checked by the codec of the game. */

import { chainErrors, hashOf } from '../game/chain.ts';
import { lookedAheadOf } from '../game/lookedAhead.ts';
import type { DecisionEntry, RunFile } from '../game/run.ts';
import { parseRun, type ParsedRun } from '../game/runFile.ts';
import type { Coded } from '../scenario/coded.ts';
import { failed, type Outcome } from './outcome.ts';

export interface RunTexts {
  /** Canonical JSON of the header. */
  header: string;
  /** Canonical JSON of each entry, in order. */
  entries: readonly string[];
  /** Entries that there should be; null when that is not known. */
  count: number | null;
  head: string;
  digests: readonly string[];
  claimed: number | null;
  /** As it was kept beside the log; nothing where it was not recorded. */
  lookedAhead?: unknown;
}

/** The run, or `damaged` with the first entry that cannot be trusted; what comes before it is whole. No entry: not even the header is. */
export function runOfTexts(texts: RunTexts, segmentIds?: readonly string[]): Outcome<RunFile> {
  const unreadable = texts.entries.findIndex((text) => !isJson(text));
  const parsed: ParsedRun = unreadable < 0 ? parseRun(joined(texts), segmentIds) : notJson(unreadable);
  const errors = parsed.ok ? chainErrors(parsed.run) : parsed.errors;
  if (parsed.ok && errors.length === 0) return { ok: true, value: parsed.run };
  const entry = firstSuspect(errors, texts);
  if (entry === null || !isJson(texts.header)) return failed('damaged', { errors });
  // What is wrong further on may have hidden a break in the chain before it.
  const before = runOfTexts(firstEntries(texts, entry), segmentIds);
  return before.ok ? failed('damaged', { errors, entry }) : before;
}

/** The run as it was when it had so many entries. The header and the entries must be JSON. */
export function firstEntries(texts: RunTexts, count: number): RunTexts {
  const entries = texts.entries.slice(0, count);
  return { ...texts, entries, count, head: hashOf(JSON.parse(entries.at(-1) ?? texts.header)), digests: [], claimed: null };
}

function joined({ header, entries, head, digests, claimed, lookedAhead }: RunTexts): string {
  const rounds = entries.filter((text) => (JSON.parse(text) as Partial<DecisionEntry> | null)?.kind === 'commit').length;
  const ahead = lookedAheadOf(rounds, lookedAhead);
  const rest = [
    `"head":${JSON.stringify(head)}`,
    `"digests":${JSON.stringify(digests)}`,
    ...(claimed === null ? [] : [`"claimed":${JSON.stringify({ total: claimed })}`]),
    ...(ahead ? [`"lookedAhead":${JSON.stringify(ahead)}`] : []),
    `"entries":[${entries.join(',')}]`,
  ];
  return `${header.slice(0, -1)},${rest.join(',')}}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const notJson = (index: number): ParsedRun => ({ ok: false, errors: [{ code: 'syntax', at: `entries[${index}]` }] });

function firstSuspect(errors: readonly Coded[], texts: RunTexts): number | null {
  const suspects = errors.map((error) => suspect(error, errors, texts));
  return suspects.length === 0 || suspects.includes(null) ? null : Math.min(...suspects.map(Number));
}

/** A hash that does not fit casts doubt on the entry before, unless an entry between them is missing. */
function suspect({ code, at }: Coded, errors: readonly Coded[], { entries, count }: RunTexts): number | null {
  if (at === 'head') return code === 'chain' && entries.length >= (count ?? 0) ? Math.max(0, entries.length - 1) : entries.length;
  const index = /^entries\[(\d+)\]/.exec(at)?.[1];
  if (index === undefined) return null;
  const gap = errors.some((other) => other.code === 'sequence' && other.at === `entries[${index}].seq`);
  return code === 'chain' && !gap ? Math.max(0, Number(index) - 1) : Number(index);
}
