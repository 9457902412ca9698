/** Which page this is, and which one stood in this tab before it: a page that is loaded again may take over what it held itself. */

export interface PageIdentity {
  id: string;
  /** The page that this tab left for this one; null for a new tab, after a crash, and in a copy of a tab that is still open. */
  before: string | null;
}

const key = 'rapport.page';
let claimed: PageIdentity | null = null;

/**
 * The same on every call. The name is handed on only while the page is left, so that a copy of a living tab does not inherit it.
 * @param marks the session storage of the tab; null where there is none
 */
export function pageIdentity(marks: () => Storage | null, newId: () => string): PageIdentity {
  if (claimed !== null) return claimed;
  const id = newId();
  const store = marks();
  claimed = { id, before: store?.getItem(key) ?? null };
  store?.removeItem(key);
  addEventListener('pagehide', () => store?.setItem(key, id));
  addEventListener('pageshow', () => store?.removeItem(key));
  return claimed;
}
