/** What later plans only repeat of a decision: where the decision is left out or otherwise, its repeats must not bring it back. */

import type { LoggedEntry } from '../replay.ts';
import type { EntryData } from '../run.ts';
import type { Mention, RoundDecided } from './decisions.ts';
import type { EntryEdit } from './edits.ts';

type Decision = Exclude<EntryData, { kind: 'commit' }>;

/**
 * Mentions of a control or an order that repeat what stood, up to the next that sets it anew.
 * @param isLater true for a mention after the decision, by its place in the log and the first quarter of its round
 */
export function repeatsOf(
  rounds: readonly RoundDecided[],
  of: Mention['of'],
  isLater: (seq: number, quarter: number) => boolean,
): readonly Mention[] {
  const later = rounds.flatMap(({ quarter, mentions }) => mentions.filter((each) => each.of === of && isLater(each.seq, quarter)));
  const next = later.findIndex(({ own }) => own);
  return next < 0 ? later : later.slice(0, next);
}

/** A plan entry without what it says of a control or an order; any other entry as it is. */
export function withoutMention(entry: Decision, of: Mention['of']): Decision {
  if (entry.kind !== 'plan') return entry;
  const { plan, standing } = entry.data;
  const others = <T extends object>(said: T): T => Object.fromEntries(Object.entries(said).filter(([id]) => id !== of)) as T;
  return { ...entry, data: { ...entry.data, plan: others(plan), ...(standing && { standing: others(standing) }) } };
}

/**
 * Edits that leave a whole round out: its entries dropped, and what later plans only repeat of what it set.
 * @param rounds decidedRounds of the same log
 * @param seqs entries of the round that decide something; not empty
 */
export function editsWithoutRound(entries: readonly LoggedEntry[], rounds: readonly RoundDecided[], seqs: readonly number[]): EntryEdit[] {
  const dropped = new Set(seqs);
  const last = Math.max(...seqs);
  const set = new Set(rounds.flatMap(({ mentions }) => mentions.flatMap(({ seq, of, own }) => (own && dropped.has(seq) ? [of] : []))));
  const repeats = [...set].flatMap((of) => repeatsOf(rounds, of, (seq) => seq > last));
  const changes = entries.flatMap((entry): EntryEdit[] => {
    const here = repeats.filter(({ seq }) => seq === entry.seq);
    if (here.length === 0) return [];
    const { kind, data } = here.reduce((left, { of }) => withoutMention(left, of), entry as Decision);
    return [{ kind: 'change', seq: entry.seq, entry: { kind, data } as Decision }];
  });
  return [...changes, { kind: 'drop', seqs }];
}
