/** The debrief read from its first chapter to its last in a real browser, with the replays of its chapters played. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';
import { fitsPhone } from './fitsPhone.ts';
import { here, long } from './halves.ts';

let played = '';
test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  played = runFileOf(scenarioFiles(), 'textbook', 16, 100);
});

test.use({ locale: 'vi-VN', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

const finding = (page: Page, name: RegExp | string): Promise<void> =>
  expect(page.getByRole('heading', { name }).first()).toBeVisible({ timeout: 30_000 });
/** Ends the replays that still run: what there is stays. */
const stop = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^Dừng/ })
    .press('Enter', { timeout: 1_000 })
    .catch(() => undefined);

/** What is done in a chapter, by keyboard, before it is judged. */
const plays: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Điểm và bằng chứng': (page) => finding(page, 'Điểm của lượt chơi'),
  'Quyết định nào làm nên điểm': async (page) => {
    await page.getByRole('button', { name: 'Chơi lại để tìm ra' }).press('Enter');
    await finding(page, /^Vòng \d|^Không vòng/);
    await stop(page);
  },
  'Nếu như…': async (page) => {
    await page.getByRole('button', { name: 'Bỏ quyết định ấy xem sao' }).press('Enter', { timeout: 30_000 });
    await finding(page, /khách (ở lại lâu hơn|rời sớm hơn)|Không khách nào/);
    await stop(page);
    await expect(page.getByRole('button', { name: 'Trả lại như đã chơi' })).toBeVisible();
  },
  'Tài và may': async (page) => {
    await finding(page, /^Với đúng những quyết định này/);
    await stop(page);
  },
  'Chuyện từng khách': (page) => finding(page, /khách đã rời bạn và không trở lại/),
};

for (const [whole, tag] of [
  [false, here],
  [true, long],
] as const)
  test(
    `every chapter leads to the next and, its folds open, fits a phone${whole ? ', and breaks no accessibility rule in either theme' : '; every third is read for accessibility'}`,
    { tag },
    async ({ page }) => {
      // All chapters on a machine that others use: a test that is cut off is paid again by its second and third try.
      test.setTimeout(300_000);
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto('./');
      await page
        .locator('input[accept^=".json"]')
        .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
      await page.waitForURL(/#\/run\//);
      await page.locator('.button.main').first().press('Enter');
      const links = page.getByRole('navigation', { name: 'Các chương của phần nhìn lại' }).getByRole('link');
      await expect(links.first()).toBeVisible({ timeout: 30_000 });
      const chapters = await links.allInnerTexts();
      expect(chapters).toEqual(expect.arrayContaining(Object.keys(plays)));
      for (const [place, chapter] of chapters.entries()) {
        if (whole) await plays[chapter]?.(page);
        await page.locator('main details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
        if (whole) await expectAccessibleInBothThemes(page, chapter);
        else if (place % 3 === 1) await expectAccessible(page, chapter);
        await fitsPhone(page, chapter);
        const next = page.getByRole('navigation', { name: 'Đọc tiếp' }).getByRole('link');
        if (place === chapters.length - 1) await expect(next).toBeHidden();
        else {
          await next.press('Enter');
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(chapters[place + 1]!);
          await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
          expect(await page.evaluate(() => scrollY)).toBe(0);
        }
      }
      expect(errors).toEqual([]);
    },
  );
