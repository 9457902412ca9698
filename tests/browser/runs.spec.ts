/** Runs in a real browser: kept, left and found again, in two tabs, and after the storage was emptied. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { runIdOf, savedRows } from './savedRows.ts';

const run = '?customers=500&world=0&seed=5';
const main = (page: Page) => page.locator('.button.main');
const runList = (page: Page) => page.getByRole('region', { name: 'Your runs' });

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

async function begin(page: Page): Promise<string> {
  await page.goto(`./${run}#/briefing/voras-bank`);
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.locator('#question')).toBeVisible();
  return runIdOf(page);
}

async function commit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Close quarters/ }).click();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
}

const next = (page: Page) => page.getByRole('button', { name: /^On to quarter/ }).click();

test('a reload in the middle of round 2 opens the same round, draft and screen', async ({ page }) => {
  await begin(page);
  await commit(page);
  // The findings of a round are a place of their own.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
  await next(page);
  await expect(page.locator('#question')).toHaveText('Which path?');
  await page.getByRole('button', { name: /^Goal and measures/ }).click();
  await page.getByRole('button', { name: 'Leave it so' }).click();
  const low = page.getByRole('slider', { name: 'Low end of the range' });
  await low.focus();
  await low.press('ArrowRight');
  await low.press('ArrowRight');
  await page.getByRole('group', { name: 'Mainly because of' }).getByText('waiting').click();
  const range = await low.getAttribute('aria-valuetext');
  const undecided = await page.locator('footer .waiting').innerText();
  await expect(page.getByText(/^Saved on this device · /)).toBeVisible();
  await page.reload();
  await expect(page.locator('#question')).toHaveText('Which path?');
  await expect(low).toHaveAttribute('aria-valuetext', range ?? '');
  await expect(page.getByRole('group', { name: 'Mainly because of' }).getByRole('radio', { name: 'waiting' })).toBeChecked();
  expect(await page.locator('footer .waiting').innerText()).toBe(undecided);
  await expect(page.getByRole('button', { name: /^Goal and measures/ })).toHaveAttribute('aria-expanded', 'true');
});

test('of two tabs the second can only look, is told why, and takes over when the first is done', async ({ page, context }) => {
  await begin(page);
  await commit(page);
  await next(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText('This run is open in another tab')).toBeVisible();
  await expect(second.getByRole('button', { name: /^Close quarters/ })).toBeDisabled();
  await expectAccessible(second, 'second tab');
  await commit(page);
  await expect(second.getByText('The other tab has gone on with this run.')).toBeVisible();
  await second.getByRole('button', { name: 'Show how it stands now' }).click();
  await expect(second.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
  await page.close();
  await second.reload();
  await expect(second.getByText('This run is open in another tab')).toHaveCount(0);
  await next(second);
  await expect(second.getByRole('button', { name: /^Close quarters 5/ })).toBeEnabled();
});

test('a run is deleted only after asking, and a storage that was emptied is said', async ({ page }) => {
  const first = await begin(page);
  await begin(page);
  await page.goto(`./${run}#/`);
  await expect(runList(page).getByRole('listitem')).toHaveCount(2);
  await expect(main(page).filter({ hasText: 'Continue' })).toBeVisible();
  const oldest = runList(page).getByRole('listitem').last();
  await oldest.getByRole('button', { name: /^Delete/ }).click();
  await expectAccessible(page, 'asked before deleting');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(runList(page).getByRole('listitem')).toHaveCount(2);
  await oldest.getByRole('button', { name: /^Delete/ }).click();
  await page.getByRole('button', { name: 'Delete the run' }).click();
  await expect(runList(page).getByRole('listitem')).toHaveCount(1);
  expect(await savedRows(page, `run/${first}/`)).toEqual([]);
  await expectAccessible(page, 'library with a run');

  // Another page of the origin, so that no connection keeps the database.
  await page.goto('./licenses.txt');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('rapport');
        deleting.onsuccess = resolve;
        deleting.onerror = deleting.onblocked = () => reject(new Error('the database is held'));
      }),
  );
  await page.goto(`./${run}`);
  await expect(page.getByRole('alert')).toContainText('Runs made here and now gone: 1.');
  await expectAccessible(page, 'emptied storage');
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('No run is kept in this browser yet.')).toBeVisible();
});

test('where the browser refuses its storage the run is played in memory, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  await begin(page);
  await expect(page.getByText('The run is held in memory only')).toBeVisible();
  await commit(page);
  await expectAccessible(page, 'run in memory');
  await page.goto(`./${run}#/`);
  await expect(page.getByText('Runs cannot be kept in this browser.')).toBeVisible();
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible();
});

test(
  'without the locks that plain HTTP lacks a reload goes on, another tab only looks, and the library says what is missing',
  { tag: '@long' },
  async ({ context, page }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await begin(page);
    await commit(page);
    await page.reload();
    await next(page);
    await expect(page.getByRole('button', { name: /^Close quarters 3/ })).toBeEnabled();
    const second = await context.newPage();
    await second.goto(page.url());
    await expect(second.getByText('This run is open in another tab')).toBeVisible();
    await second.goto(`./${run}#/`);
    await expect(second.getByText('This page came over plain HTTP.')).toBeVisible();
    await expectAccessible(second, 'library over plain HTTP');
  },
);
