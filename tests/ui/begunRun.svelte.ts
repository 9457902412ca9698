/** A run that has just begun, on the screen of a browser of its own; all browsers are closed after each test. */

import { flushSync } from 'svelte';
import { afterEach } from 'vitest';
import type { Saves } from '../../src/saves/saves.ts';
import { Session } from '../../src/ui/session.svelte.ts';
import { Browser, valueOf } from '../saves/browser.ts';
import { folder, settings } from '../saves/sampleRun.ts';
import { FakeClient } from './fakeClient.ts';

export interface BegunRun {
  browser: Browser;
  saves: Saves;
  session: Session;
  client: FakeClient;
}

const browsers: Browser[] = [];
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.close();
});

/** Begins a run in a new browser. */
export async function begunRun(): Promise<BegunRun> {
  const browser = new Browser();
  browsers.push(browser);
  const { saves } = await browser.tab();
  const client = new FakeClient();
  const session = new Session(valueOf(await saves.start(folder, settings)), client, saves.listen);
  await session.open();
  flushSync();
  return { browser, saves, session, client };
}
