/** The open tabs of the app, of whichever build. */

import { buildQuestion } from './messages.ts';

/** Milliseconds that a tab has to answer; one that sleeps does not. */
const PATIENCE = 2_000;

/** Tabs that show the page, also those that another worker serves. @param folder address of the app's folder */
export async function openTabs(clients: Clients, folder: string): Promise<readonly WindowClient[]> {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => /^(index\.html)?(?:[?#]|$)/.test(url.startsWith(folder) ? url.slice(folder.length) : '-'));
}

/** The builds that open tabs use; null when a tab does not say. */
export async function usedBuilds(clients: Clients, folder: string): Promise<ReadonlySet<string> | null> {
  const builds = await Promise.all((await openTabs(clients, folder)).map(buildOf));
  return builds.includes(null) ? null : new Set(builds.filter((build) => build !== null));
}

function buildOf(tab: WindowClient): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const answer = (build: string | null): void => {
      clearTimeout(timer);
      port1.close();
      resolve(build);
    };
    const timer = setTimeout(() => answer(null), PATIENCE);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => answer(typeof data === 'string' ? data : null);
    tab.postMessage(buildQuestion, [port2]);
  });
}
