/** The part of the page that keeps the app for a time without a network; it loads once the page can be used. */

import type { Preferences } from '../../saves/preferences.ts';
import { scriptUrl } from '../scriptUrl.ts';
import NewVersion from './NewVersion.svelte';
import { Offline, type OfflineDesk } from './offline.svelte.ts';

export interface OfflinePart {
  offline: Offline;
  /** What the library shows when a new version stands ready. */
  NewVersion: typeof NewVersion;
}

/** Begins to keep the app, unless the learner wants nothing kept. */
export function openOffline(preferences: Preferences): OfflinePart {
  const offline = new Offline(deskHere(preferences));
  addEventListener('online', () => void offline.goOn());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void offline.goOn();
  });
  void offline.start();
  return { offline, NewVersion };
}

function deskHere(preferences: Preferences): OfflineDesk {
  const mark = document.querySelector<HTMLMetaElement>('meta[name="rapport-build"]');
  return {
    workers: workersHere(),
    build: mark?.content ?? null,
    register: (workers) => workers.register(scriptUrl('./service-worker.js'), { updateViaCache: 'none' }),
    savesData: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
    unwanted: () => preferences.read('offline') === 'none',
    keepUnwanted: (unwanted) => void preferences.keep('offline', unwanted ? 'none' : null),
    reload: () => location.reload(),
  };
}

/** Pages of an opaque origin throw on the mere mention. */
function workersHere(): ServiceWorkerContainer | null {
  try {
    return (navigator.serviceWorker as ServiceWorkerContainer | undefined) ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
