/** The state of the storage in words, row by row. */

import type { StorageState } from '../../saves/storageState.ts';
import * as m from '../../text/generated/messages.js';
import { hasWord, word } from '../../text/words.ts';
import { bytes } from '../format.ts';

export interface StorageRow {
  /** Names the row: message `storageRow.ID`. */
  id: 'holder' | 'why' | 'lasting' | 'used' | 'connection';
  value: string;
}

export function storageRows(state: StorageState): readonly StorageRow[] {
  const { holds, why, persisted, usage, quota, secure } = state;
  const lasting = persisted === null ? 'untold' : persisted ? 'yes' : 'no';
  const rows: (StorageRow | null)[] = [
    { id: 'holder', value: word('storageHolder', holds) },
    why === null ? null : { id: 'why', value: word('storageWhy', hasWord('storageWhy', why) ? why : 'unknown') },
    holds === 'database' ? { id: 'lasting', value: word('storageLasting', lasting) } : null,
    {
      id: 'used',
      value: usage === null || quota === null ? m.storage_used_untold() : m.storage_used_of({ used: bytes(usage), quota: bytes(quota) }),
    },
    { id: 'connection', value: secure ? m.storage_secure() : m.storage_insecure() },
  ];
  return rows.filter((row) => row !== null);
}
