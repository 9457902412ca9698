/** The newcomer's first firm, from the library through its first round, in Vietnamese. */
import { expect, test, type Page } from '@playwright/test';

test.use({ locale: 'vi-VN', viewport: { width: 360, height: 780 } });

/** No part of the page may stick out to the right. */
const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('a newcomer finds Tiệm Nắng first and plays a round of it in the words of a shop, on a phone, and nothing is too wide there or on a wide screen', async ({
  page,
}) => {
  await page.goto('./?customers=500&world=0&people=1');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Tiệm Nắng');
  const main = page.locator('.button.main');
  await expect(main).toHaveCount(1);
  await main.click();
  await expect(page).toHaveURL(/#\/briefing\/tiem-nang$/);
  await main.click();
  await expect(page.locator('#question')).toHaveText('Ta phục vụ ai, cạnh tranh bằng gì?');
  await page.getByRole('button', { name: 'Đoạn trung tâm' }).click();
  await page.getByRole('group', { name: 'Chăm ai trước' }).getByText('Khách quen của tiệm').click();
  await expect(page.getByText('Cam kết lãnh đạo', { exact: true }).first()).toBeAttached();
  await main.click();
  await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Đơn thì có, tên thì không')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^Người mua trong quý/ })).toBeVisible();
  // Without contracts it takes a while until silence tells anything.
  await expect(page.getByText('Thôi ghé trong quý').first()).toBeAttached();
  expect(await tooWide(page)).toBe(false);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await tooWide(page)).toBe(false);
});
