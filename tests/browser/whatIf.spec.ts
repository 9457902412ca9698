/** Replays of the debrief in a real browser: a decision changed and put back, draws of luck stopped and gone on with, workers that do not start. */
import { expect, test, type Page } from '@playwright/test';
import { chapterLinks, openDebrief, turnTo } from './openDebrief.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

let played = '';
test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  played = runFileOf(scenarioFiles(), 'textbook', 16, 200);
});

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

const stopped = (page: Page): Promise<void> => page.getByRole('button', { name: 'Stop and keep the result so far' }).press('Enter');

test('a decision left out is drawn and told with numbers and an interval; put back, nothing differs any more', async ({ page }) => {
  test.setTimeout(180_000);
  await openDebrief(page, played);
  await turnTo(page, 'What if…');
  const results = page.locator('#what-if-results');
  await results.getByRole('button', { name: 'Leave it out and see' }).press('Enter', { timeout: 60_000 });
  await expect(results.getByRole('heading', { name: /over \d+ draws of luck.*\(95% interval: \S+.* to \S+.*\)/ })).toBeVisible({
    timeout: 90_000,
  });
  await stopped(page);
  await expect(results.getByText(/On the luck of this very run, at its end: customer equity .*\d/)).toBeVisible();
  const charts = results.locator('.chart');
  await expect(charts.locator('canvas')).toHaveCount(4);
  await charts.first().getByText('As a table').press('Enter');
  await expect(charts.first().getByRole('row')).toHaveCount(17);
  await expect(charts.first().getByRole('row').last()).toContainText(/\d.*\(95% interval: .*\d.* to .*\d.*\)/);
  await results.getByRole('button', { name: 'Put it back as played' }).press('Enter');
  await expect(results.getByRole('heading', { name: 'Nothing is changed yet: every difference is zero' })).toBeVisible();
  await expect(charts).toHaveCount(0);
});

test('draws of luck stopped on the way stay and are counted, and a new start goes on from them', async ({ page }) => {
  test.setTimeout(180_000);
  await openDebrief(page, played);
  await turnTo(page, 'Skill and luck');
  const status = page.getByRole('main').getByRole('status').filter({ hasText: 'draws played' });
  const done = async (): Promise<number> => Number(/^(\d+) of/.exec(await status.innerText())?.[1]);
  await expect.poll(done, { timeout: 90_000 }).toBeGreaterThan(2);
  await page.getByRole('main').getByRole('button', { name: 'Stop here and keep the result so far' }).press('Enter');
  await expect(status).toBeHidden();
  const told = page.getByText(/exactly your decisions and another luck \(\d+ draws/);
  const draws = async (): Promise<number> => Number(/\((\d+) draws/.exec(await told.innerText())?.[1]);
  const kept = await draws();
  expect(kept).toBeGreaterThan(2);
  const start = page.getByRole('button', { name: /^Play \d+ draws$/ });
  await expect(start).toBeVisible();
  await start.press('Enter');
  expect(await draws()).toBeGreaterThanOrEqual(kept);
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(kept);
  await expect.poll(draws, { timeout: 60_000 }).toBeGreaterThan(kept);
});

test('workers that do not start are told, the debrief can be read on, and another try plays', async ({ page }) => {
  test.setTimeout(180_000);
  await page.route(/replay\.worker.*\.js/, (route) => route.abort());
  await openDebrief(page, played);
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toHaveText(/The browser cannot run the engine/, { timeout: 30_000 });
  await turnTo(page, 'The veil lifted');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The veil lifted');
  await expect(main.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
  await turnTo(page, 'What if…');
  await expect(main.getByRole('alert')).toHaveText(/The browser cannot run the engine/, { timeout: 30_000 });
  await page.unroute(/replay\.worker.*\.js/);
  await main.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(main.getByRole('button', { name: 'Leave it out and see' })).toBeVisible({ timeout: 60_000 });
  await chapterLinks(page).first().press('Enter');
  await main.getByRole('button', { name: 'Score again' }).press('Enter');
  await expect(main.getByRole('heading', { name: /^Scoring: [1-9]\d* of \d+ draws/ })).toBeVisible({ timeout: 60_000 });
});
