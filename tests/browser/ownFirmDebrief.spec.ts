/** The debrief of a run on a firm that came as a file, read in the language that the firm is not written in. */
import { expect as soon, test } from '@playwright/test';
import { alone, inOneLanguage, newFirm, zipped, type FolderText } from './ownFirmFiles.ts';
import { runFiles } from './runFiles.ts';

const expect = soon.configure({ timeout: 60_000 });

let files: FolderText;
let played: string;
test.beforeAll(async () => {
  files = newFirm();
  // Words are no part of the rules, so the run is one on the firm in either language.
  played = (await runFiles()).runFileOf(Object.fromEntries(files), 'textbook', 8);
});

const cases = [
  {
    how: 'a Vietnamese folder, zipped, read in English',
    locale: 'en-GB',
    file: () => zipped(inOneLanguage(files, 'vi')),
    note: 'Written in Vietnamese only.',
    title: 'Xưởng rang của bạn',
    section: 'A firm of your own',
    broken: 'could not be loaded',
  },
  {
    how: 'an English scenario.yaml alone, without anchors, read in Vietnamese',
    locale: 'vi-VN',
    file: () => alone(inOneLanguage(files, 'en').get('scenario.yaml')!),
    note: 'Kịch bản này chỉ có bản tiếng Anh.',
    title: 'Your coffee roastery',
    section: 'Doanh nghiệp tự soạn',
    broken: 'Chưa tải được',
  },
] as const;

for (const { how, locale, file, note, title, section, broken } of cases) {
  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

    test(`every chapter and the printed report of ${how} open whole, and say in which language the firm is written`, async ({ page }) => {
      test.setTimeout(240_000);
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto('./');
      await page.locator('input[accept*=".zip"]').setInputFiles(file());
      const card = page.getByRole('region', { name: section }).getByRole('article');
      await expect(card).toContainText(title);
      await expect(card).toContainText(note);
      await page
        .locator('input[accept^=".json"]')
        .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(played) });
      await page.waitForURL(/#\/run\//, { timeout: 60_000 });
      await page.locator('.button.main').first().press('Enter', { timeout: 60_000 });
      const chapters = page.locator('main nav').first().getByRole('link');
      await expect(chapters).toHaveCount(9);
      const main = page.getByRole('main');
      for (const [place, chapter] of (await chapters.allInnerTexts()).entries()) {
        await chapters.nth(place).press('Enter');
        if (place > 0) await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveText(chapter);
        await expect(main.getByText(note)).toBeVisible();
        await expect(main.locator('h2, h3, button, nav ~ p').first()).toBeVisible();
        await expect(main.getByText(broken)).toHaveCount(0);
        expect(await main.innerText()).not.toMatch(/undefined|NaN|\[object|‹|\{\w+\}/);
      }
      await page.emulateMedia({ media: 'print' });
      const report = page.getByRole('article');
      await expect(report.getByText(title).first()).toBeVisible();
      await expect(report.getByText(note)).toBeVisible();
      expect(errors).toEqual([]);
    });
  });
}
