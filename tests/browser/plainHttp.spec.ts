/** The page opened over plain HTTP under another name than localhost, as in a lecture room: no locks, no persistent storage, no service worker. */
import { chromium, expect, test } from '@playwright/test';
import { browserSwitches, readBrowser } from '../../tools/browser.mjs';
import { BuildServer } from './buildServer.ts';

test('over plain HTTP on a name of the room a round can be played, and what is missing is said in a sentence', async () => {
  test.setTimeout(60_000);
  const server = new BuildServer();
  await server.start();
  const executablePath = readBrowser();
  const browser = await chromium.launch({
    args: [...browserSwitches(), '--host-resolver-rules=MAP rapport.classroom 127.0.0.1'],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })).newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://rapport.classroom:${server.port}/?customers=500&world=0&people=1`);
    expect(await page.evaluate(() => ({ secure: window.isSecureContext, locks: 'locks' in navigator }))).toEqual({
      secure: false,
      locks: false,
    });
    await page.getByRole('link', { name: /Read the dossier.*Voras/ }).click();
    await page.locator('.button.main').first().click();
    await expect(page.locator('#question')).toBeVisible();
    await page.locator('.button.main').first().click();
    await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByText('not in this browser', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page.getByText(/This page came over plain HTTP/)).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
  }
});
