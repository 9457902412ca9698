/** Glossary, terms on the screens and the settings, in the built page. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './accessible.ts';

const run = '?customers=300&world=0&people=1';

const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function openCockpit(page: Page): Promise<void> {
  await page.goto(`./${run}#/briefing/voras-bank`);
  await page.locator('.button.main').click();
  await expect(page.locator('#question')).toBeVisible();
}

test.describe('in Vietnamese', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });

  test('glossary, empty result, open term and settings break no accessibility rule in either theme', async ({ page }) => {
    test.slow();
    await page.goto('./#/glossary');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessibleInBothThemes(page, 'glossary', ['main section:nth-of-type(n + 4)']);
    await page.getByRole('searchbox', { name: 'Tìm thuật ngữ' }).fill('qzx');
    await expect(page.getByText('Không thuật ngữ nào khớp với “qzx”.')).toBeVisible();
    await expectAccessibleInBothThemes(page, 'nothing found');
    await page.getByRole('link', { name: 'Cài đặt' }).click();
    await expect(page.getByRole('heading', { name: 'Lượt chơi được giữ ở đâu' })).toBeVisible();
    await expect(page.getByText('cơ sở dữ liệu của trình duyệt này', { exact: true })).toBeVisible();
    await expectAccessibleInBothThemes(page, 'settings');
    await openCockpit(page);
    await page.getByRole('button', { name: 'Sự thỏa mãn', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Sự thỏa mãn' }).getByText('customer satisfaction')).toBeVisible();
    await expectAccessibleInBothThemes(page, 'term');
  });
});

test.describe('the glossary by keyboard', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 1280, height: 800 } });

  test('is searched without marks, walked and left by Escape', async ({ page }) => {
    await page.goto('./#/glossary');
    const field = page.getByRole('searchbox');
    await field.focus();
    await page.keyboard.type('tai san khach');
    await expect(page.getByText('Tìm thấy 1 thuật ngữ')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-key="customer-equity"]')).toBeFocused();
    await field.focus();
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await page.getByRole('button', { name: 'Đ', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Đ', exact: true })).toBeFocused();
  });

  test('opens at the term that the address names, and says so when there is none', async ({ page }) => {
    await page.goto('./#/glossary/win-back');
    await expect(page.locator('[data-key="win-back"]')).toBeFocused();
    await expect(page.locator('[data-key="win-back"]')).toBeInViewport();
    await page.goto('./#/glossary/no-such-term');
    await expect(page.getByText('Không có thuật ngữ nào tên “no-such-term”.')).toBeVisible();
    await expect(page.locator('[data-key]')).toHaveCount(192);
  });
});

test.describe('a look into the glossary in mid-round', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });

  test('leaves the open card, the scrolled column, what was decided and the focus as they were', async ({ page }) => {
    await openCockpit(page);
    await page.getByRole('button', { name: /^Complaint door/ }).click();
    await page.getByText('Open', { exact: true }).click();
    const column = page.locator('.decide');
    const scrolled = (): Promise<number> => column.evaluate((element) => element.scrollTop);
    await column.evaluate((element) => element.scrollTo(0, 120));
    await page.getByRole('button', { name: 'silent (non-complaining) customer' }).click();
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Open in the glossary' }).click();
    await expect(page.locator('[data-key="silent-customer"]')).toBeFocused();
    await expect(page.getByRole('link', { name: 'Glossary' })).toHaveAttribute('aria-current', 'page');
    await page.getByRole('link', { name: /Back to the run/ }).click();
    await expect(page.getByRole('radio', { name: 'Open', exact: true })).toBeChecked();
    expect(await scrolled()).toBe(before);
    await expect(page.getByRole('button', { name: 'silent (non-complaining) customer' })).toBeFocused();
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
    await page.goBack();
    await expect(page.getByRole('radio', { name: 'Open', exact: true })).toBeChecked();
    expect(await scrolled()).toBe(before);
  });
});

test.describe('the settings', () => {
  test.use({ locale: 'en-GB', colorScheme: 'light', viewport: { width: 360, height: 780 } });

  test('change language and theme at once, and both are there again after a reload', async ({ page }) => {
    await page.goto('./#/settings');
    expect(await tooWide(page)).toBe(false);
    await page.getByText('Tiếng Việt', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
    await page.getByText('Tối', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Cài đặt' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByText('Theo thiết bị', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.goto('./#/glossary/customer-equity');
    await expect(page.locator('[data-key="customer-equity"]')).toBeInViewport();
    expect(await tooWide(page)).toBe(false);
  });

  test('lead to the licences of every package and typeface that is shipped', async ({ page, request }) => {
    await page.goto('./#/settings');
    const texts: string[] = [];
    for (const name of ['Licences of all packages in this copy', 'Licence of the typefaces (OFL)']) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      const answer = await request.get(new URL(href!, page.url()).href);
      expect(answer.ok()).toBe(true);
      texts.push(await answer.text());
    }
    for (const name of ['svelte', 'bits-ui', 'chart.js', 'xstate', 'comlink', 'idb-keyval', 'vite', '@inlang/paraglide-js']) {
      expect(texts[0]).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, (MIT|Apache-2.0)`, 'm'));
    }
    for (const name of ['Be Vietnam Pro', 'Source Serif 4', 'IBM Plex Sans', 'SIL OPEN FONT LICENSE']) expect(texts[1]).toContain(name);
  });
});

test.describe('a chart', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });

  test('has its finding as title, a name for readers, and the same numbers as a table', async ({ page }) => {
    await openCockpit(page);
    await page.locator('.button.main').click();
    await expect(page.getByRole('heading', { name: 'Books of the round' })).toBeVisible({ timeout: 20_000 });
    await page.getByRole('combobox', { name: 'Figure of the history' }).selectOption('satisfaction');
    const title = page.getByRole('heading', { name: /^Satisfaction: / });
    await expect(title).toBeVisible();
    const picture = page.getByRole('img', { name: await title.innerText() });
    const inked = (): Promise<number> =>
      picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, index) => index % 4 === 3 && value > 0).length;
      });
    await expect.poll(inked).toBeGreaterThan(500);
    await page.getByText('As a table').click();
    await expect(page.getByRole('table', { name: 'Satisfaction by quarter, as the firm believed' }).getByRole('row')).toHaveCount(4);
  });

  test('that cannot be fetched shows its numbers instead', { tag: '@long' }, async ({ page }) => {
    await page.route(/drawChart/, (route) => route.abort());
    await openCockpit(page);
    await page.locator('.button.main').click();
    await expect(page.getByText('The chart could not be drawn; here are its numbers.')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('table', { name: /by quarter, as the firm believed/ })).toBeVisible();
  });
});

test('a glossary that cannot be fetched says so and is tried again', async ({ page }) => {
  let broken = true;
  await page.route(/virtual_glossary/, (route) => (broken ? route.abort() : route.continue()));
  await page.goto('./#/glossary');
  await expect(page.getByRole('alert')).toBeVisible();
  broken = false;
  await page.locator('.button.main').locator('visible=true').click();
  await expect(page.locator('[data-key]')).toHaveCount(192);
});
