/** What the page's database holds, read from outside the app. */
import type { Page } from '@playwright/test';

export type Row = readonly [key: string, value: unknown];

/** All rows whose key begins so, sorted by key. The page must be of the app's origin. */
export function savedRows(page: Page, prefix: string): Promise<Row[]> {
  return page.evaluate(
    (from) =>
      new Promise<[string, unknown][]>((resolve, reject) => {
        const opening = indexedDB.open('rapport');
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const database = opening.result;
          const table = database.transaction('saves').objectStore('saves');
          const range = IDBKeyRange.bound(from, `${from}\uffff`);
          const [keys, values] = [table.getAllKeys(range), table.getAll(range)];
          table.transaction.oncomplete = () => {
            database.close();
            resolve(keys.result.map((key, i) => [String(key), values.result[i] as unknown]));
          };
        };
      }),
    prefix,
  );
}

/** Digests of the played quarters of a run, in order. */
export async function savedDigests(page: Page, id: string): Promise<(string | null)[]> {
  const rows = await savedRows(page, `run/${id}/report/`);
  return rows.map(([, report]) => (report as { digest: string | null }).digest).filter((digest) => digest !== null);
}

/** Id of the run that the address names. */
export const runIdOf = (page: Page): string => /#\/run\/([a-z0-9]+)/.exec(page.url())?.[1] ?? '';
