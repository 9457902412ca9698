/** The built app without a network, between two versions, and with files that do not come: real Chromium, its real cache, a server that stops. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Build } from '../../src/offline/build.ts';
import { expectAccessibleInBothThemes } from './accessible.ts';
import { BuildServer } from './buildServer.ts';
import { nextBuild, nextVersion } from './nextBuild.ts';
import { toDebrief, turnTo } from './openDebrief.ts';
import { alone } from './ownFirmFiles.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', serviceWorkers: 'allow' });

const run = '?customers=500&world=0&people=1';
const { files } = JSON.parse(
  readFileSync('dist/service-worker.js', 'utf8').split('\n', 1)[0].slice('const rapportBuild='.length, -1),
) as Build;
/** All but the page, which is asked for by going there. */
const others = files.filter(({ path }) => path !== '');
const fileNamed = (begin: string): string => `assets/${readdirSync('dist/assets').find((name) => name.startsWith(begin))!}`;

const line = (page: Page) => page.locator('dd [role=status]');
const cacheNames = (page: Page): Promise<string[]> => page.evaluate(async () => (await caches.keys()).map((name) => name.split(' ')[0]!));

/** The app's settings, once all its files are kept. */
async function keepAll(page: Page, server: BuildServer): Promise<void> {
  await page.goto(`${server.url}${run}#/settings`);
  await expect(line(page)).toHaveText(/^everything \(/, { timeout: 60_000 });
}

async function cutOff(context: BrowserContext, server: BuildServer): Promise<void> {
  await server.stop();
  await context.setOffline(true);
}

/** Plays the first round of a firm. */
async function playRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.locator('#question')).toBeVisible();
  await page.locator('.button.main').first().click();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
}

test('loaded once, the app opens and plays to its debrief without network or server, every file of it, beside another app', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const { runFileOf } = await runFiles();
  const played = runFileOf(scenarioFiles(), 'textbook', 16, 100);
  const server = new BuildServer('dist', '/course/rapport/');
  await server.start();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await keepAll(page, server);
  await cutOff(context, server);
  await page.reload();
  await expect(line(page)).toHaveText(/^everything \(/);
  await expect(page.getByText('No network', { exact: true })).toBeVisible();
  const sizes = await page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await (await fetch(`./${path}`)).blob()).size)),
    others.map(({ path }) => path),
  );
  expect(sizes).toEqual(others.map(({ bytes }) => bytes));
  await page.goto(`${server.url}${run}`);
  const dossiers = await page
    .getByRole('link', { name: /^Read the dossier/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(dossiers.length).toBeGreaterThan(3);
  for (const dossier of dossiers) {
    await page.goto(`${server.url}${run}${dossier}`);
    await page.reload();
    await expect(page.getByText('Who are the customers?')).toBeVisible();
  }
  await playRound(page);
  await page.goto(server.url);
  const own = page.getByRole('region', { name: 'A firm of your own' });
  await own.getByLabel('Choose a file').setInputFiles(alone(scenarioFiles()['scenario.yaml']!));
  await expect(own.getByRole('status')).toContainText(/now stands among your own firms.*Voras Bank, which ships/, { timeout: 30_000 });
  await page
    .locator('input[accept^=".json"]')
    .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
  await toDebrief(page);
  await turnTo(page, 'Skill and luck');
  await expect(page.getByRole('main').getByText(/[1-9]\d* of \d+ draws played/)).toBeVisible({ timeout: 90_000 });
  await page.getByText('VI', { exact: true }).click();
  await expect(page.getByText('Không có mạng', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});

test('a tab keeps its version while another takes the new one, which names the runs that it leaves behind, and old files go with the last tab', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const server = new BuildServer();
  await server.start();
  const next = nextBuild(999);
  try {
    await keepAll(page, server);
    await page.goto(`${server.url}${run}#/briefing/voras-bank`);
    await playRound(page);
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    server.folder = next.folder;
    const other = await context.newPage();
    await other.goto(`${server.url}${run}`);
    const ready = other.getByRole('status').filter({ hasText: 'A new version of Rapport is ready' });
    await expect(ready).toBeVisible({ timeout: 60_000 });
    await expect(ready).toContainText('Not finished yet:');
    await expect(ready.getByRole('listitem')).toHaveText(/^Voras Bank/);
    await expect(ready).toContainText('open in another tab too');
    await expectAccessibleInBothThemes(other, 'a new version is ready');
    await ready.getByRole('button', { name: 'Reload with the new version' }).click();
    await expect(ready).toBeHidden();
    await other.goto(`${server.url}${run}#/settings`);
    await expect(other.getByText(nextVersion, { exact: true })).toBeVisible();
    // What the first tab has not opened yet comes from its own files: the server has none of them any more.
    server.asked = [];
    await page.getByRole('link', { name: 'Glossary' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('192');
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByText('0.1.0', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page.getByText('A new version of Rapport is ready')).toBeVisible();
    await expect(page.locator('body[data-same-page]')).toBeVisible();
    expect(server.asked.filter((path) => path !== 'service-worker.js')).toEqual([]);
    expect(await cacheNames(other)).toHaveLength(2);
    await page.close();
    await expect
      .poll(
        async () => {
          await other.reload();
          await expect(line(other)).toHaveText(/^everything \(/);
          return cacheNames(other);
        },
        { timeout: 30_000, intervals: [500] },
      )
      .toHaveLength(1);
    await cutOff(context, server);
    await other.reload();
    await expect(other.getByText(nextVersion, { exact: true })).toBeVisible();
  } finally {
    await server.stop();
    next.remove();
  }
});

test(
  'files that do not come are told and harm nothing, neither the app nor its old version, and can be fetched later or removed',
  { tag: '@long' },
  async ({ page, context }) => {
    test.setTimeout(180_000);
    const server = new BuildServer();
    await server.start();
    const next = nextBuild();
    const worker = fileNamed('replay.worker-');
    // As hosts do that answer every address with a page.
    const wrong = { status: 200, text: '<!doctype html><title>Course</title>' };
    try {
      server.faults.set(worker, wrong);
      await page.goto(`${server.url}${run}#/settings`);
      await expect(page.getByRole('alert')).toHaveText(/^Some files did not come/, { timeout: 60_000 });
      await expectAccessibleInBothThemes(page, 'settings, some files missing');
      await expect(line(page)).toHaveText(new RegExp(`^\\d+ of ${files.length} files$`));
      server.faults.clear();
      await page.getByRole('button', { name: 'Fetch everything now' }).click();
      await expect(line(page)).toHaveText(/^everything \(/, { timeout: 60_000 });
      await expect(page.getByRole('alert')).toBeHidden();

      server.folder = next.folder;
      server.faults.set(worker.replace(/\.js$/, '2.js'), { status: 500, text: '' });
      await page.reload();
      await expect(page.getByRole('alert')).toHaveText(/^There is a new version, but not all of it came/, { timeout: 60_000 });
      await expect(page.getByText('0.1.0', { exact: true })).toBeVisible();
      await expect(line(page)).toHaveText(/^everything \(/);
      await context.setOffline(true);
      await page.goto(`${server.url}${run}#/briefing/voras-bank`);
      await page.reload();
      await playRound(page);
      await context.setOffline(false);
      server.faults.clear();
      await page.goto(server.url);
      await page.reload();
      await expect(page.getByText('A new version of Rapport is ready')).toBeVisible({ timeout: 60_000 });

      await page.evaluate(() => caches.open('neighbour'));
      await page.goto(`${server.url}#/settings`);
      await page.getByRole('button', { name: 'Remove these files' }).click();
      await expect(line(page)).toHaveText(`0 of ${files.length} files`);
      await page.reload();
      await expect(line(page)).toHaveText(`0 of ${files.length} files`);
      expect(await cacheNames(page)).toContain('neighbour');
    } finally {
      await server.stop();
      next.remove();
    }
  },
);

test('where data are to be saved, only what is used is kept, until the learner asks for all', async ({ page }) => {
  test.setTimeout(120_000);
  const server = new BuildServer();
  await server.start();
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(`${server.url}#/settings`);
  await expect(page.getByText('files are only kept as you use them')).toBeVisible();
  await page.getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('192');
  await page.getByRole('link', { name: 'Settings' }).click();
  expect(server.asked).not.toContain(fileNamed('engine.worker-'));
  await expect(async () => {
    await page.reload();
    await expect(line(page)).toHaveText(new RegExp(`^[1-9]\\d? of ${files.length} files$`));
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Fetch everything now' }).click();
  await expect(line(page)).toHaveText(/^everything \(/, { timeout: 60_000 });
  await server.stop();
});
