/** The course page: found from the library, read in three lengths, left and come back to, printed and downloaded. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessibleInBothThemes } from './accessible.ts';
import { fitsPhone } from './fitsPhone.ts';

test.use({ locale: 'vi-VN', viewport: { width: 1440, height: 900 } });

test('a lecturer reads the course in three lengths, opens a firm from it and comes back to where he was', async ({ page }) => {
  test.slow();
  await page.goto('./');
  await page.getByRole('link', { name: 'Lịch trình môn học' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Một môn chiến lược CRM' })).toBeFocused({ timeout: 15_000 });
  const weeks = page.locator('article');
  await expect(weeks).toHaveCount(15);
  await expect(page.getByRole('button', { name: 'quản trị quan hệ khách hàng', exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'course', ['ol > li:nth-of-type(n + 4)']);
  await page.getByText('Hai ngày tập huấn', { exact: true }).click();
  await expect(weeks).toHaveCount(4);
  await expect(page.getByText('không chấm điểm', { exact: true })).toHaveCount(4);
  await page.getByText('10 tuần', { exact: true }).click();
  await expect(weeks).toHaveCount(10);
  await expect(weeks.nth(2).getByRole('heading', { level: 3 })).toHaveCount(2);
  await fitsPhone(page, 'course');
  await weeks.nth(0).getByRole('link', { name: 'Khu nghỉ Sóng Biếc' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Khu nghỉ Sóng Biếc' })).toBeVisible();
  await page.goBack();
  await expect(weeks).toHaveCount(10);
  await page.getByRole('link', { name: 'Thuật ngữ', exact: true }).click();
  await page.getByRole('link', { name: 'Về lịch trình môn học' }).click();
  await expect(weeks.first()).toBeVisible();
});

test('by keyboard a rubric opens; on paper every fold stands open; the download is the timetable that is shown', async ({ page }) => {
  await page.goto('./#/class/course');
  const folds = page.locator('details');
  const rubric = folds.filter({ hasText: 'Cách chấm' }).first();
  await rubric.locator('summary').press('Enter');
  await expect(rubric.getByText(/^40%: mỗi vế/)).toBeVisible();
  const all = await folds.count();
  const open = (): Promise<number> => page.locator('details[open]').count();
  expect(await open()).toBe(1);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await open()).toBe(all);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(open).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải bảng CSV' }).click()]);
  expect(download.suggestedFilename()).toBe('rapport-lich-trinh.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(17);
  expect(text).toContain('quản trị quan hệ khách hàng');
  await expect(page.getByText('Đã tải lịch trình về máy.')).toBeVisible();
});
