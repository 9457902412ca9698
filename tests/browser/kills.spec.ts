/**
 * The browser is killed in the middle of play, several times over one profile: whatever its database had acknowledged is there afterwards.
 * RAPPORT_KILL_SEED chooses the moments; the seed is printed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { browserSwitches, readBrowser } from '../../tools/browser.mjs';
import { runIdOf, savedRows } from './savedRows.ts';
import { here, long } from './halves.ts';

const run = '?customers=500&world=0&seed=5';
const start = '#/briefing/voras-bank';

declare global {
  interface Window {
    reportSaved(rows: [key: string, value: string][]): Promise<void>;
  }
}

/** Even numbers in [0, 1), the same for the same seed. */
function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Tells of every entry of a run once the transaction that wrote it is complete. */
function watchEntries(): void {
  const written = new WeakMap<IDBTransaction, [string, string][]>();
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const { transaction } = this;
    if (/\/entry\//.test(String(key))) {
      const rows = written.get(transaction) ?? [];
      if (!written.has(transaction)) {
        written.set(transaction, rows);
        transaction.addEventListener('complete', () => void window.reportSaved(rows));
      }
      rows.push([String(key), String(value)]);
    }
    return add.call(this, value, key);
  };
}

async function processOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
  return processInfo.find(({ type }) => type === 'browser')!.id;
}

/** Plays until the browser is gone. */
async function playOn(page: Page, draw: () => number): Promise<void> {
  const close = page.getByRole('button', { name: /^Close quarters/ });
  const on = page.getByRole('button', { name: /^On to quarter/ });
  for (;;) {
    await close.or(on).waitFor();
    if (await on.isVisible()) await on.click();
    await close.waitFor();
    const card = page.locator('.cards h2 button').first();
    if (draw() < 0.5 && (await card.isVisible())) await card.click();
    const low = page.getByRole('slider', { name: 'Low end of the range' });
    if (await low.isVisible()) await low.press('ArrowRight');
    await page.getByRole('group', { name: 'Mainly because of' }).locator('label').first().click();
    await close.click();
    // The round is over when its findings are there: until then its cards still stand, and would be gone when they are clicked.
    await on.waitFor();
  }
}

for (const [kills, tag] of [
  [1, here],
  [5, long],
] as const)
  test(
    `no entry that was acknowledged is lost when the browser is killed in the middle of play, times killed: ${kills}`,
    { tag },
    async ({ baseURL }, { retry }) => {
      test.setTimeout(120_000);
      test.skip(process.platform === 'win32', 'a profile is not free at once after a kill there');
      const seed = Number(process.env.RAPPORT_KILL_SEED ?? 20_260 + retry);
      const draw = drawsFrom(seed);
      const profile = await mkdtemp(join(tmpdir(), 'rapport-kills-'));
      const executablePath = readBrowser();
      const saved = new Map<string, string>();
      const moments: string[] = [];
      /** Called with every write that was acknowledged. */
      let heard = (): void => undefined;
      let address = `${baseURL}${run}${start}`;

      const launch = async (): Promise<{ context: BrowserContext; page: Page }> => {
        const context = await chromium.launchPersistentContext(profile, {
          args: browserSwitches(),
          locale: 'en-GB',
          serviceWorkers: 'block',
          viewport: { width: 1280, height: 800 },
          ...(executablePath ? { executablePath } : {}),
        });
        const page = context.pages()[0] ?? (await context.newPage());
        await page.exposeFunction('reportSaved', (rows: [string, string][]) => {
          for (const [key, value] of rows) saved.set(key, value);
          heard();
        });
        await page.addInitScript(watchEntries);
        return { context, page };
      };
      /** Everything acknowledged is in the database, the same in every letter. */
      const lostIn = async (page: Page): Promise<string[]> => {
        const kept = new Map(await savedRows(page, 'run/'));
        return [...saved].filter(([key, value]) => kept.get(key) !== value).map(([key]) => key);
      };

      const lost: string[] = [];
      for (let kill = 0; kill <= kills; kill += 1) {
        const { context, page } = await launch();
        await page.goto(address);
        if (address.endsWith(start)) await page.getByRole('button', { name: 'Start the run' }).click();
        await expect(page.locator('#question').or(page.getByRole('heading', { name: 'Books of the round' }))).toBeVisible();
        address = page.url();
        lost.push(...(await lostIn(page)));
        const commits = [...saved].filter(([key, entry]) => key.includes(runIdOf(page)) && entry.includes('"kind":"commit"')).length;
        // The run stands where the log has led, or further: what was written but not heard of here.
        expect(Number(await page.locator('header dd strong').nth(1).innerText())).toBeGreaterThanOrEqual(2 * commits);
        if (kill === kills) {
          await context.close();
          break;
        }
        const gone = new Promise((resolve) => context.once('close', resolve));
        const pid = await processOf(context);
        // After one to three rounds and up to 700 ms: while the next one is played, reported, decided or written.
        let rounds = 1 + Math.floor(3 * draw());
        const pause = Math.round(700 * draw());
        moments.push(`${rounds} rounds + ${pause} ms`);
        heard = () => {
          rounds -= 1;
          if (rounds === 0) setTimeout(() => process.kill(pid, 'SIGKILL'), pause);
        };
        await Promise.all([playOn(page, draw).catch(() => undefined), gone]);
        // Near its end the next one begins.
        const played = [...saved].filter(([key, entry]) => address.includes(key.split('/')[1]) && entry.includes('"kind":"commit"')).length;
        if (played >= 4) address = `${baseURL}${run}${start}`;
      }
      await rm(profile, { recursive: true, force: true });
      console.log(`seed ${seed}: killed after ${moments.join(', ')}; ${saved.size} entries acknowledged, ${lost.length} lost`);
      expect(moments).toHaveLength(kills);
      expect(saved.size).toBeGreaterThanOrEqual(kills);
      expect(lost).toEqual([]);
    },
  );
