/** The debrief read from its first chapter to its last in a real browser, the replays of three chapters played. */
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './accessible.ts';
import { bundle, scenarioFiles } from './bundle.ts';
import { fitsPhone } from './fitsPhone.ts';

let played = '';
test.beforeAll(async () => {
  const { runFileOf } = (await import(pathToFileURL(await bundle('runFileOf.ts')).href)) as typeof import('./runFileOf.ts');
  played = runFileOf(scenarioFiles(), 'textbook', 16);
});

test.use({ locale: 'vi-VN', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** What is pressed in a chapter, and what must stand there before it is judged. */
const plays: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Điểm và bằng chứng': async (page) => {
    await expect(page.getByRole('heading', { name: 'Điểm của lượt chơi' })).toBeVisible({ timeout: 30_000 });
  },
  'Quyết định nào làm nên điểm': async (page) => {
    await page.getByRole('button', { name: 'Chơi lại để tìm ra' }).click();
    await expect(page.getByRole('heading', { name: /^Vòng \d làm nên|vòng/ }).first()).toBeVisible({ timeout: 30_000 });
  },
};

test('every chapter is reached from the one before, breaks no accessibility rule in either theme and fits a phone', async ({ page }) => {
  test.setTimeout(90_000);
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto('./');
  await page.locator('input[type=file]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
  await page.waitForURL(/#\/run\//);
  await page.locator('.button.main').first().click();
  const chapters = await page.getByRole('navigation', { name: 'Các chương của phần nhìn lại' }).getByRole('link').allInnerTexts();
  for (const [place, chapter] of chapters.entries()) {
    const t = Date.now();
    await plays[chapter]?.(page);
    await expectAccessibleInBothThemes(page, chapter);
    await fitsPhone(page, chapter);
    console.log(chapter, Date.now() - t);
    const next = chapters[place + 1];
    if (next === undefined) break;
    await page.getByRole('link', { name: next }).first().press('Enter');
    await expect(title(page)).toHaveText(next);
  }
  expect(errors).toEqual([]);
});
