/** A round on a phone, where little is seen at once: it begins at its question, its bar says what is open, and what was pressed leaves the reader somewhere. */
import { expect, test, type Page } from '@playwright/test';
import { here, long } from './halves.ts';

const run = '?customers=500&world=0&people=1';
const main = (page: Page) => page.locator('.button.main');

async function begin(page: Page, options = ''): Promise<void> {
  await page.goto(`./${run}${options}#/briefing/voras-bank`);
  await main(page).click();
  await expect(page.locator('#question')).toBeVisible();
}

/** What a finger would touch in the middle of the question. */
const atQuestion = (page: Page): Promise<string | undefined> =>
  page.locator('#question').evaluate((question) => {
    const { left, top, width, height } = question.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
  });

for (const [width, height, tag] of [
  [360, 780, here],
  [768, 1024, long],
  [1440, 900, long],
] as const) {
  test.describe(`${width} px wide`, { tag }, () => {
    test.use({ locale: 'vi-VN', viewport: { width, height }, reducedMotion: 'reduce' });

    test('a round and its findings begin at their top, however far the page before was scrolled', async ({ page }) => {
      await begin(page);
      await page.evaluate(() => scrollTo(0, 400));
      await main(page).click();
      await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 20_000 });
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.evaluate(() => scrollTo(0, 400));
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200);
      await main(page).click();
      await expect(page.locator('#question')).toBeFocused();
      await expect(page.getByRole('figure', { includeHidden: true }).first()).toBeAttached();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await atQuestion(page)).toBe('question');
    });
  });
}

test.describe('on a phone', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

  test('the bar says what is undecided and that nothing was forecast', async ({ page }) => {
    await begin(page);
    await expect(page.getByText('Còn 8 việc chưa quyết, chưa đoán.')).toBeVisible();
    await page.getByRole('tab', { name: 'Đoán' }).click();
    const low = page.getByRole('slider', { name: 'Đầu thấp của khoảng đoán' });
    await low.focus();
    await low.press('ArrowRight');
    await page.getByRole('group', { name: 'Chủ yếu vì' }).getByText('sự quan tâm').click();
    await expect(page.getByText('Còn 8 việc chưa quyết.', { exact: true })).toBeVisible();
  });

  test('a card bought open says where it lies and takes the focus there', async ({ page }) => {
    await begin(page);
    await page.getByText(/^Sắp mở: /).click();
    await page
      .getByText(/^Mở ngay: /)
      .first()
      .click();
    const buy = page.getByRole('button', { name: /^Mở “.*” với giá 2 đơn vị$/ }).first();
    const card = /“(.*)”/.exec(await buy.innerText())![1]!;
    await buy.click();
    await page.getByRole('alertdialog').locator('.main').click();
    await expect(page.locator(':focus')).toHaveText(`Đã mở “${card}”: thẻ nằm ở mục “Giữ nguyên từ trước”.`);
    await expect(page.locator(':focus')).toBeInViewport();
  });

  test('a run with every card open says so and where the others lie', async ({ page }) => {
    await begin(page, '&open=all');
    await expect(page.getByText(/^Lượt chơi này mở hết các thẻ: ngoài 8 thẻ của câu hỏi này, \d+ thẻ khác nằm/)).toBeVisible();
  });
});
