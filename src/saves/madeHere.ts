/** Marks outside the database of the runs that were made here, so that a database that was emptied is noticed. */

const prefix = 'rapport.run.';

export interface MadeHere {
  note(id: string): void;
  forget(id: string): void;
  /** Ids that were made here and are not among those given. */
  missing(present: readonly string[]): string[];
}

/** @param marks null where the browser has none: then nothing can be noticed */
export function madeHere(marks: Storage | null): MadeHere {
  return {
    note: (id) => orLeave(() => marks?.setItem(prefix + id, '1')),
    forget: (id) => orLeave(() => marks?.removeItem(prefix + id)),
    missing: (present) => {
      const kept = new Set(present);
      return notedIn(marks).filter((id) => !kept.has(id));
    },
  };
}

function notedIn(marks: Storage | null): string[] {
  const ids: string[] = [];
  for (let i = 0; marks !== null && i < marks.length; i += 1) {
    const key = marks.key(i);
    if (key?.startsWith(prefix)) ids.push(key.slice(prefix.length));
  }
  return ids.sort();
}

/** A mark that cannot be set (no room, switched off) only makes the app less watchful: the run itself is in the database. */
function orLeave(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
