/** The report: its QR code carries the run to another browser; and its chapter when the network is gone. */
import { expect, test, type Page } from '@playwright/test';
import jsQr from 'jsqr';
import { chapterLinks, openDebrief, toDebrief, turnTo } from './openDebrief.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

let played = '';
test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  played = runFileOf(scenarioFiles(), 'textbook', 16, 100);
});

// A module of the code is two pixels wide on a screen of the usual sharpness.
const sharp = { locale: 'en-GB', viewport: { width: 1280, height: 900 }, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
test.use(sharp);

/** Its package is made for loaders that put the function under `default` once more. */
const decode = (jsQr as unknown as { default?: typeof jsQr }).default ?? jsQr;
const report = 'Printed report';
const code = (page: Page) => page.getByRole('img', { name: 'QR code that holds the whole run' });
/** Hash of the file as the report prints it: the last link of the chain of its entries. */
const head = (page: Page): Promise<string> => page.locator('dt', { hasText: 'Hash of the file' }).locator('+ dd').innerText();

/** What a camera reads from the code as it is drawn on the page; empty where it reads nothing. */
async function readCode(page: Page): Promise<string> {
  const picture = (await code(page).screenshot()).toString('base64');
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
    let pixels = '';
    for (let at = 0; at < data.length; at += 4) pixels += data[at]! < 128 ? '1' : '0';
    return { width, height, pixels };
  }, picture);
  const seen = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < pixels.length; at += 1) if (pixels[at] === '1') seen.fill(0, 4 * at, 4 * at + 3);
  return decode(seen, width, height)?.data ?? '';
}

test('the code as drawn is a link, and a browser that never saw the run opens the very same by it', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await openDebrief(page, played);
  await turnTo(page, report);
  await expect(code(page)).toBeVisible({ timeout: 30_000 });
  const link = await readCode(page);
  expect(link).toContain(`${page.url().split('#')[0]}#/code/`);
  const fresh = await browser.newContext(sharp);
  try {
    const other = await fresh.newPage();
    await other.goto(link);
    await expect(other.getByRole('textbox', { name: /^Code of a run/ })).toHaveValue(link.split('#/code/')[1]!, { timeout: 60_000 });
    await other.getByRole('button', { name: 'Open the run of this code' }).press('Enter');
    await toDebrief(other);
    await turnTo(other, report);
    await expect(code(other)).toBeVisible({ timeout: 30_000 });
    expect(await head(other)).toBe(await head(page));
    expect(await readCode(other)).toBe(link);
  } finally {
    await fresh.close();
  }
});

test('with the network cut, chapters that were not opened before open all the same', { tag: '@long' }, async ({ page, context }) => {
  test.setTimeout(180_000);
  await openDebrief(page, played);
  // The last chapter comes behind the first by itself.
  await expect
    .poll(
      () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /ReportChapter.*\.js/.test(name)).length),
      {
        timeout: 30_000,
      },
    )
    .toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  for (const chapter of ['The veil lifted', 'Lessons', report]) {
    await turnTo(page, chapter);
    await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveText(chapter);
    await expect(page.getByText('This part could not be loaded')).toBeHidden();
  }
  await expect(code(page)).toBeVisible({ timeout: 30_000 });
});

test('a chapter that did not come is told, and comes when it is asked for again', async ({ page }) => {
  test.setTimeout(180_000);
  await page.route(/ReportChapter.*\.js/, (route) => route.abort());
  await openDebrief(page, played);
  await turnTo(page, report);
  await expect(page.getByRole('alert').filter({ hasText: 'This part could not be loaded' })).toBeVisible({ timeout: 30_000 });
  await expect(chapterLinks(page)).toHaveCount(9);
  await page.unroute(/ReportChapter.*\.js/);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(code(page)).toBeVisible({ timeout: 30_000 });
});
