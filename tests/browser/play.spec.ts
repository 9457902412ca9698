/** The built page, played as a learner plays it. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './accessible.ts';
import { fitsPhone } from './fitsPhone.ts';

/** A small run, the same each time: 500 customers in the first hidden world. */
const run = '?customers=500&world=0&people=1';

/** The one filled button of a screen. */
const main = (page: Page) => page.locator('.button.main');

async function openRun(page: Page): Promise<void> {
  await page.goto(`./${run}`);
  await page.getByRole('link', { name: /(Đọc hồ sơ|Read the dossier).*Voras/ }).click();
  await main(page).click();
  await expect(page.locator('#question')).toBeVisible();
}

/** No part of the page may stick out to the right. */
const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.describe('a run in Vietnamese', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 1440, height: 900 } });

  test('two rounds of Voras Bank show what was decided and what came of it, and no screen breaks an accessibility rule in either theme', async ({
    page,
  }) => {
    test.slow();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`./${run}`);
    await expectAccessibleInBothThemes(page, 'library');
    await page.getByRole('link', { name: /Đọc hồ sơ.*Voras/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngân hàng Voras');
    await expectAccessibleInBothThemes(page, 'briefing');
    await main(page).click();

    await expect(page.locator('#question')).toHaveText('Ta phục vụ ai, cạnh tranh bằng gì?');
    await page.getByRole('button', { name: 'Hai lực lượng mạnh nhất' }).click();
    await page.getByText('Người mua ép giá').click();
    await page.getByText('Cạnh tranh nội ngành').click();
    await expect(page.getByLabel('Nhà cung cấp ép giá')).toBeDisabled();
    await page.getByRole('button', { name: 'Đoạn trung tâm' }).click();
    await page.getByRole('group', { name: 'Phục vụ ai trước' }).getByText('Doanh nghiệp nhỏ').click();
    await page.getByRole('button', { name: 'Ngân sách CRM' }).click();
    await page.getByText('Nghiêng về dịch vụ').click();
    await expect(page.getByText('Còn 5 việc chưa quyết, chưa đoán.')).toBeVisible();
    await page.getByRole('button', { name: 'Hoàn tác: Ngân sách CRM' }).click();
    await expect(page.getByText('Còn 6 việc chưa quyết, chưa đoán.')).toBeVisible();
    const low = page.getByRole('slider', { name: 'Đầu thấp của khoảng đoán' });
    await low.focus();
    await low.press('ArrowRight');
    await page.getByRole('group', { name: 'Chủ yếu vì' }).getByText('sự quan tâm').click();
    await expectAccessibleInBothThemes(page, 'cockpit');

    for (let round = 1; round <= 2; round += 1) {
      await expect(page.locator('#question')).toBeVisible();
      if (round === 2) {
        await page.getByRole('button', { name: 'Mở vụ việc: Kể đến lần thứ ba' }).click();
        const log = page.getByRole('log');
        await page.getByRole('button', { name: 'Nghe và nhận việc' }).click();
        await expect(log.getByText('Ta cảm ơn, nghe hết câu chuyện và cử một người phụ trách.')).toBeVisible();
        const weigh = page.getByRole('button', { name: 'Chấm như vậy' });
        await expect(page.getByText('Còn 6 tiêu chí chưa chấm.')).toBeVisible();
        await expect(weigh).toBeDisabled();
        for (const name of ['Thiệt hại', 'Giá trị', 'Mức lan rộng', 'Pháp lý', 'Lặp lại', 'Độ nóng']) {
          await page
            .getByRole('group', { name: new RegExp(`^${name}`) })
            .getByText('3', { exact: true })
            .click();
        }
        await weigh.click();
        await expect(log.getByText('Ta chấm mức nặng nhẹ: nặng, 60/100.')).toBeVisible();
        await page.getByRole('group', { name: 'Ta làm gì bây giờ?' }).getByText('Chọn kiểu ứng xử').click();
        await expect(page.getByText('Chưa gán mã mà đã chọn kiểu là đoán mò: tính như thêm một lần lỗi.')).toBeVisible();
        await page.getByText('Hợp tác', { exact: true }).click();
        await expect(page.getByText(/^Cùng khách tìm đến gốc việc/)).toBeVisible();
        await page.getByRole('button', { name: 'Ứng xử theo kiểu này' }).click();
        await expect(page.getByText('Chọn mức bù đắp.')).toBeVisible();
        await page.getByRole('group', { name: 'Bù đắp' }).getByText('Bù đủ').click();
        await page.getByRole('button', { name: 'Đưa đề nghị này' }).click();
        await expect(log.getByText('Ta bù đủ thiệt hại.')).toBeVisible();
      }
      await main(page).click();
      await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 20_000 });
      if (round === 1) {
        await expect(page.getByText('Bạn đoán Tỷ lệ rời bỏ trong quý')).toBeVisible();
        await expectAccessibleInBothThemes(page, 'understand');
        await fitsPhone(page, 'understand');
      }
      if (round === 2) await expect(page.getByText('Kể đến lần thứ ba')).toBeVisible();
      else await main(page).click();
    }
    expect(errors).toEqual([]);
  });
});

test.describe('a phone', () => {
  test.use({ locale: 'en-GB', viewport: { width: 360, height: 780 } });

  test('a language switch in mid-round keeps what was decided, and nothing is wider than the screen', async ({ page }) => {
    await openRun(page);
    await page.getByRole('button', { name: /^Complaint door/ }).click();
    await page.getByText('Open', { exact: true }).click();
    await expect(page.getByRole('tab', { name: 'Decide 1/8' })).toBeVisible();
    await page.getByText('VI', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
    await expect(page.getByRole('tab', { name: 'Quyết 1/8' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Mở rộng' })).toBeChecked();
    expect(await tooWide(page)).toBe(false);
    for (const tab of ['Biết', 'Ma trận', 'Đoán']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      expect(await tooWide(page)).toBe(false);
    }
  });
});
