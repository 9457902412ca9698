/** Small choices that outlive the page, kept beside the database because the first picture already needs them. */

import { browserEnvironment, type Environment } from './environment.ts';

/** `offline`: 'none' where the learner wants no files of the app to be kept. */
export type PreferenceId = 'language' | 'theme' | 'offline';
const keyOf = (id: PreferenceId): string => `rapport.preference.${id}`;

export interface Preferences {
  /** null where nothing is kept, or nothing can be. */
  read(id: PreferenceId): string | null;
  /** Keeps a choice, or forgets it for null. Answers false when the browser does not let the page remember it. */
  keep(id: PreferenceId, value: string | null): boolean;
}

/** Storage that is full or switched off is a lack that the reader is told of, not an error. */
function allowed<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

export function openPreferences({ marks }: Pick<Environment, 'marks'> = browserEnvironment()): Preferences {
  return {
    read: (id) => allowed(() => marks?.getItem(keyOf(id)) ?? null, null),
    keep: (id, value) =>
      allowed(() => {
        if (marks === null) return false;
        if (value === null) marks.removeItem(keyOf(id));
        else marks.setItem(keyOf(id), value);
        return true;
      }, false),
  };
}
