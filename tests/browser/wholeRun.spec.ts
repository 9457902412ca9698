/** Whole runs in the two ways a learner may play: by keyboard alone, and by mouse with a reload in the middle. */
import { expect, test, type Page } from '@playwright/test';

const run = '?customers=500&world=0&people=1';
const rounds = 8;
const focusedText = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** Presses Tab until the focus stands on something of that name, then Enter. */
async function pressNamed(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedText(page))) return page.keyboard.press('Enter');
  }
  throw new Error(`the Tab key never reached ${name}`);
}

test.describe('by keyboard alone, in Vietnamese', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 1280, height: 720 } });

  test('eight rounds, each with a decision opened and kept, lead to the score', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(`./${run}`);
    await pressNamed(page, /^Đọc hồ sơ.*Voras/);
    await pressNamed(page, /^Bắt đầu/);
    for (let round = 1; round <= rounds; round += 1) {
      await expect(page.locator('#question')).toBeFocused();
      const first = page.locator('.cards h2 button').first();
      if ((await first.count()) > 0) {
        const card = (await first.innerText()).split('\n')[0];
        await pressNamed(page, new RegExp(`^${card.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
        await pressNamed(page, /^Giữ như vậy/);
      }
      await pressNamed(page, /^Chốt quý/);
      await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 30_000 });
      await pressNamed(page, round < rounds ? /^Sang quý/ : /^(Vén màn|Xem kết quả|Sang|Kết thúc)/);
    }
    await expect(page.getByRole('heading', { name: 'Điểm của lượt chơi' })).toBeVisible({ timeout: 60_000 });
  });
});

test.describe('by mouse, in English', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });

  test('sixteen quarters with a reload in the middle of a round: the draft is there again, and the run ends with its score', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(`./${run}`);
    await page.getByRole('link', { name: /Read the dossier.*Voras/ }).click();
    const main = page.locator('.button.main');
    await main.first().click();
    for (let round = 1; round <= rounds; round += 1) {
      await expect(page.locator('#question')).toBeVisible();
      if (round === 4) {
        const question = await page.locator('#question').innerText();
        const card = page.locator('.cards h2 button').first();
        await card.click();
        await page.getByRole('button', { name: 'Leave it so' }).first().click();
        const undecided = await page
          .getByText(/still undecided|still to decide/)
          .first()
          .innerText();
        // The draft is written a moment after the last change.
        await page.waitForTimeout(1000);
        await page.reload();
        await expect(page.locator('#question')).toHaveText(question, { timeout: 30_000 });
        await expect(page.getByText(/still undecided|still to decide/).first()).toHaveText(undecided);
      }
      await main.first().click();
      await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 30_000 });
      await main.first().click();
    }
    await expect(page.getByRole('heading', { name: 'Score of the run' })).toBeVisible({ timeout: 60_000 });
  });
});
