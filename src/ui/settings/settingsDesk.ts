/** What the settings need of the browser's storage; main.ts hands it over. */

import type { PreferenceId } from '../../saves/preferences.ts';
import type { StorageState } from '../../saves/storageState.ts';
import type { OfflinePart } from '../offline/openOffline.ts';

export interface SettingsDesk {
  /** Remembers a choice, or forgets it for null; false when the browser does not let the page remember it. */
  keep(id: PreferenceId, value: string | null): boolean;
  storage(): Promise<StorageState>;
  /** True when the browser has promised to keep the runs; null where it cannot be asked. */
  askToPersist(): Promise<boolean | null>;
  /** Once the page can be used; null where that part did not load. */
  offline: Promise<OfflinePart | null>;
}
