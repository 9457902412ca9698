/** The glossary: fetched once, when a term or the page is first opened. */

import type { GlossaryEntry } from '../../text/glossaryEntries.ts';

let loading: Promise<readonly GlossaryEntry[]> | null = null;

/** All terms. A fetch that failed is tried again on the next call. */
export function loadGlossary(): Promise<readonly GlossaryEntry[]> {
  loading ??= import('virtual:glossary').then(
    ({ entries }) => entries,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The term of that key. Throws a RangeError for a key that is in no entry: links are checked by a test. */
export async function loadTerm(key: string): Promise<GlossaryEntry> {
  const found = (await loadGlossary()).find((entry) => entry.key === key);
  if (!found) throw new RangeError(`the glossary has no term ${key}`);
  return found;
}
