/** The one free text of a run: a reason in the learner's own words. */

/** Characters of a note. */
export const mostNoteLength = 140;

/** Line breaks, control characters, halves of characters, and marks that turn the direction of writing. */
export const unshowable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const unshowableRuns = new RegExp(`(?:${unshowable.source})+`, 'gu');

/** What was typed as a log may hold it: in NFC, on one line, at most 140 characters; empty when nothing is left. */
export function noteOf(typed: string): string {
  const line = typed.normalize('NFC').replace(unshowableRuns, ' ').trim();
  return Array.from(line).slice(0, mostNoteLength).join('').trim();
}
