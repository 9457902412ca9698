/** The built page, played as a learner plays it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** A small run, the same each time: 500 customers in the first hidden world. */
const run = '?customers=500&world=0&people=1';

/** The one filled button of a screen. */
const main = (page: Page) => page.locator('.button.main');

async function accessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // The page follows the system; colours are measured once they stand still.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${screen}, ${colorScheme}: ${id} ${nodes[0].html}`)).toEqual([]);
  }
}

async function openRun(page: Page): Promise<void> {
  await page.goto(`./${run}`);
  await page.getByRole('link', { name: /(Đọc hồ sơ|Read the dossier).*Voras/ }).click();
  await main(page).click();
  await expect(page.locator('#question')).toBeVisible();
}

/** No part of the page may stick out to the right. */
const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The open screen on a phone, in both languages; afterwards it is Vietnamese and as wide as before. */
async function fitsPhone(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 360, height: 780 });
  for (const language of ['en', 'vi']) {
    await page.getByRole('banner').getByText(language.toUpperCase(), { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${screen}, ${language}` })
      .toBeLessThanOrEqual(360);
  }
  await page.setViewportSize(before);
}

test.describe('a run in Vietnamese', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 1440, height: 900 } });

  test('all eight rounds of Voras Bank lead to a score, and no screen breaks an accessibility rule in either theme', async ({ page }) => {
    test.setTimeout(120_000);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`./${run}`);
    await accessible(page, 'library');
    await page.getByRole('link', { name: /Đọc hồ sơ.*Voras/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngân hàng Voras');
    await accessible(page, 'briefing');
    await main(page).click();

    await expect(page.locator('#question')).toHaveText('Ta phục vụ ai, cạnh tranh bằng gì?');
    await page.getByRole('button', { name: 'Hai lực lượng mạnh nhất' }).click();
    await page.getByText('Người mua ép giá').click();
    await page.getByText('Cạnh tranh nội ngành').click();
    await expect(page.getByLabel('Nhà cung cấp ép giá')).toBeDisabled();
    await page.getByRole('button', { name: 'Đoạn cốt lõi' }).click();
    await page.getByRole('group', { name: 'Phục vụ ai trước' }).getByText('Doanh nghiệp nhỏ').click();
    await page.getByRole('button', { name: 'Ngân sách CRM' }).click();
    await page.getByText('Nghiêng về dịch vụ').click();
    await expect(page.getByText('Còn 5 việc chưa quyết.')).toHaveCount(2);
    await page.getByRole('button', { name: 'Hoàn tác: Ngân sách CRM' }).click();
    await expect(page.getByText('Còn 6 việc chưa quyết.')).toHaveCount(2);
    const low = page.getByRole('slider', { name: 'Đầu thấp của khoảng đoán' });
    await low.focus();
    await low.press('ArrowRight');
    await page.getByRole('group', { name: 'Chủ yếu vì' }).getByText('sự quan tâm').click();
    await accessible(page, 'cockpit');

    for (let round = 1; round <= 8; round += 1) {
      await expect(page.locator('#question')).toBeVisible();
      if (round === 2) {
        await page.getByRole('button', { name: 'Mở ca' }).click();
        await page.getByText('Hợp tác', { exact: true }).click();
        await page.getByRole('button', { name: 'Trả lời khách' }).click();
        await expect(page.getByText('Đã trả lời.')).toBeVisible();
      }
      await main(page).click();
      await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible({ timeout: 20_000 });
      if (round === 1) {
        await expect(page.getByText('Bạn đoán Tỷ lệ rời bỏ trong quý')).toBeVisible();
        await accessible(page, 'understand');
        await fitsPhone(page, 'understand');
      }
      if (round === 2) await expect(page.getByRole('heading', { name: 'Kể đến lần thứ ba' })).toBeVisible();
      await main(page).click();
    }

    await expect(page.getByRole('heading', { name: 'Điểm của lượt chơi' })).toBeVisible({ timeout: 60_000 });
    const score = Number((await page.locator('.score').innerText()).match(/^\d+/)?.[0]);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(100);
    await expect(page.getByRole('heading', { name: '12 tiêu chí chưa chấm' })).toBeVisible();
    await page.getByText('Xem dạng bảng').click();
    await expect(page.getByRole('rowheader', { name: '16', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Chạy bản song sinh' }).click();
    await expect(page.getByRole('heading', { name: /^(CRM của bạn|Chưa phân thắng bại)/ })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/độ lệch chuẩn giữa 8 cặp/).first()).toBeVisible({ timeout: 60_000 });
    await accessible(page, 'debrief');
    await fitsPhone(page, 'debrief');
    await page.getByRole('link', { name: 'Cài đặt' }).click();
    await expect(page.getByRole('heading', { name: 'Cài đặt' })).toBeVisible();
    await fitsPhone(page, 'settings');
    await page.getByRole('banner').getByRole('link', { name: 'Thư viện' }).click();
    await expect(page.getByRole('heading', { name: 'Các lượt chơi của bạn' })).toBeVisible();
    await fitsPhone(page, 'library');
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

test.describe('the keyboard alone', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });

  test('plays a round from the library to its findings', async ({ page }) => {
    await page.goto(`./${run}`);
    const press = async (name: RegExp) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (name.test(focused)) return page.keyboard.press('Enter');
      }
      throw new Error(`the Tab key never reached ${name}`);
    };
    await press(/Read the dossier.*Voras/);
    await press(/Start the run/);
    await expect(page.locator('#question')).toBeFocused();
    await press(/Complaint door/);
    await press(/Leave it so/);
    await expect(page.getByText('7 still undecided.')).toBeVisible();
    await press(/Close quarters/);
    await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 20_000 });
  });
});
