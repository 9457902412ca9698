/** The service worker: keeps the files of its build in this browser and answers from them, so that the app opens without a network. */

import type { Build } from './build.ts';
import { KeptFiles } from './keptFiles.ts';
import { asQuestion, type FetchFailure, type NotFetched, type PageQuestion, type WorkerState } from './messages.ts';
import { openTabs, usedBuilds } from './tabs.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in front of this script when the app is built. */
declare const rapportBuild: Build;

const folder = new URL('./', self.location.href).href;
const listed: ReadonlySet<string> = new Set(rapportBuild.files.map(({ path }) => path));
const kept = new KeptFiles(rapportBuild, folder);

const savesData = (): boolean => (self.navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Who has an older build whole gets the new one whole, or not at all: the older one then goes on. */
self.addEventListener('install', (event) => event.waitUntil(install()));

async function install(): Promise<void> {
  if (savesData() || !(await kept.olderIsWhole())) return;
  const failure = await kept.fill(rapportBuild.files.length);
  if (failure === null) return;
  for (const tab of await openTabs(self.clients, folder)) tab.postMessage({ notFetched: failure } satisfies NotFetched);
  throw new Error(failure);
}

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== 'GET' || !address.startsWith(folder) || request.headers.has('range')) return;
  const path = address.slice(folder.length);
  if (request.mode === 'navigate' && (path === '' || path === 'index.html')) {
    event.respondWith(kept.page(request, (work) => event.waitUntil(work)));
  } else if (path !== '' && (listed.has(path) || path.startsWith('assets/'))) event.respondWith(kept.file(path, request));
});

self.addEventListener('message', (event) => {
  const question = asQuestion(event.data);
  const port = event.ports[0];
  if (question !== null && port) event.waitUntil(heed(question).then(async (failure) => port.postMessage(await state(failure))));
});

async function state(failure: FetchFailure | null): Promise<WorkerState> {
  const [have, tabs] = await Promise.all([kept.have(), openTabs(self.clients, folder)]);
  const { id, app, epoch } = rapportBuild;
  return { build: id, app, epoch, ...have, tabs: tabs.length, failure };
}

async function heed(question: PageQuestion): Promise<FetchFailure | null> {
  switch (question.ask) {
    case 'state':
      return null;
    case 'begin':
      await kept.begin();
      return null;
    case 'fill':
      return kept.fill(question.most);
    case 'remove':
      await kept.remove(await usedBuilds(self.clients, folder));
      return null;
    case 'tidy':
      // A worker that waits has its files already, and no tab uses them yet.
      if (self.registration.waiting === null && self.registration.installing === null)
        await kept.tidy(await usedBuilds(self.clients, folder));
      return null;
    case 'takeOver':
      await self.skipWaiting();
      return null;
  }
}
