/** What the screens are when something is missing, late or narrow: each says so, is accessible and has a way on. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';

const run = '?customers=500&world=0&seed=5';

/** No part of the page may stick out to the right. */
const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function begin(page: Page): Promise<void> {
  await page.goto(`./${run}#/briefing/voras-bank`);
  await page.locator('.button.main').click();
  await expect(page.locator('#question')).toBeVisible();
}

test.describe('without a network', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

  test('a dossier and the glossary say that they did not come, and come when they are tried again', async ({ page, context }) => {
    await page.goto(`./${run}`);
    await expect(page.getByText('Trình duyệt này chưa giữ lượt chơi nào.')).toBeVisible();
    await context.setOffline(true);
    await page.getByRole('link', { name: /Đọc hồ sơ.*Voras/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa tải được phần này');
    await expectAccessibleInBothThemes(page, 'dossier offline');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngân hàng Voras');
    await context.setOffline(true);
    await page.evaluate(() => (location.hash = '#/glossary'));
    await expect(page.getByRole('heading', { level: 1, name: 'Chưa tải được phần này' })).toBeVisible();
    await expectAccessibleInBothThemes(page, 'glossary offline');
    await page.getByRole('link', { name: /Về hồ sơ/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ngân hàng Voras');
  });

  test('an engine that does not start says so and leads back', async ({ page }) => {
    await page.route('**/engine.worker-*.js', (route) => route.abort());
    await page.goto(`./${run}#/briefing/voras-bank`);
    await page.locator('.button.main').click();
    await expect(page.getByRole('alert')).toContainText('Trình duyệt không chạy được phần tính toán.');
    await expectAccessibleInBothThemes(page, 'engine failed');
    await page.getByRole('link', { name: 'Về thư viện' }).click();
    await expect(page.getByText('Đang chơi dở')).toBeVisible();
    await expectAccessibleInBothThemes(page, 'library with a run');
  });

  test('a run that is not here is refused with the way back', { tag: '@long' }, async ({ page }) => {
    await page.goto(`./${run}#/run/nosuchrun`);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessibleInBothThemes(page, 'run not found');
    await page.getByRole('link', { name: 'Về thư viện' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Ngân hàng Voras' })).toBeVisible();
  });
});

test.describe('a phone by keyboard', () => {
  test.use({ locale: 'en-GB', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

  test('walks the tabs with the arrow keys; each panel is named by its tab and breaks no accessibility rule', async ({ page }) => {
    test.slow();
    await begin(page);
    await page.getByRole('tab', { name: 'Decide 0/8' }).focus();
    for (const name of ['Know', 'Matrix', 'Forecast']) {
      await page.keyboard.press('ArrowRight');
      const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) });
      await expect(tab).toBeFocused();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('tabpanel', { name: new RegExp(`^${name}`) })).toBeVisible();
      expect(await tooWide(page)).toBe(false);
      await expectAccessible(page, `tab ${name}`);
    }
    const low = page.getByRole('slider', { name: 'Low end of the range' });
    await low.press('ArrowRight');
    await page.getByRole('group', { name: 'Mainly because of' }).getByText('waiting').click();
    await expect(page.getByRole('tab', { name: 'Forecast ✓' })).toBeVisible();
  });

  test('opens the menu, changes the theme there and goes to the glossary', async ({ page }) => {
    await page.goto(`./${run}`);
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Library' })).toBeFocused();
    await expectAccessible(page, 'menu');
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Library' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /words of CRM/ })).toBeVisible();
  });
});

test.describe('a decision with levels', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

  test('is moved by keyboard and says its value; opening it decides nothing', async ({ page }) => {
    await begin(page);
    await page.getByRole('button', { name: /^Service staff/ }).click();
    await expect(page.getByText('8 undecided, no forecast.')).toBeVisible();
    const slider = page.getByRole('slider', { name: 'Staff' });
    const box = await slider.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    const before = await slider.getAttribute('aria-valuetext');
    await slider.press('ArrowRight');
    await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');
    await expect(page.getByText('7 undecided, no forecast.')).toBeVisible();
  });
});

test.describe('hints', () => {
  test.use({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

  test('open by keyboard focus and under the mouse, say how sure a figure is and when a decision acts, and close by Escape', async ({
    page,
  }) => {
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await begin(page);
    const hint = page.getByRole('tooltip');
    const doubt = page.getByRole('button', { name: /^counted in full · books/ }).first();
    await page.getByRole('button', { name: 'Churn in the quarter', exact: true }).focus();
    await expect(hint).toHaveCount(0);
    await page.locator('.button.main').click();
    await page.getByRole('button', { name: /^On to quarter/ }).click();
    await page.getByRole('button', { name: 'Churn in the quarter', exact: true }).focus();
    // The number itself stands between: it opens how it is worked out.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(doubt).toBeFocused();
    await expect(hint).toContainText('The books hold every item, so there is no sampling error.');
    await expect(hint).toContainText('It speaks of all customers. As of quarter 2.');
    await expect(doubt).toHaveAttribute('aria-describedby', (await hint.getAttribute('id')) ?? '');
    await expectAccessible(page, 'an open hint');
    await page.keyboard.press('Escape');
    await expect(hint).toHaveCount(0);
    await page.keyboard.press('Tab');
    const card = page.getByRole('button', { name: /^Migration path/ });
    await card.focus();
    await expect(hint).toContainText('Acts from quarter 4 on.');
    await card.press('Enter');
    await expect(hint).toHaveCount(0);
    await expect(page.getByText('Acts from quarter 4 on.')).toBeVisible();
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Leadership/ })
      .hover();
    await expect(hint).toContainText('Under the mark at 30, slow decisions land a quarter later');
    expect(refused).toEqual([]);
  });
});

test.describe('at 200% on a laptop of 1440', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 720, height: 450 }, reducedMotion: 'reduce' });

  test('no screen is wider than the page', { tag: '@long' }, async ({ page }) => {
    await page.goto(`./${run}`);
    expect(await tooWide(page)).toBe(false);
    await begin(page);
    await expect(page.getByRole('application')).toBeVisible();
    expect(await tooWide(page)).toBe(false);
    await page.locator('footer .button.main').click();
    await expect(page.getByRole('heading', { name: 'Sổ sách của vòng' })).toBeVisible();
    await expectAccessible(page, 'findings');
    expect(await tooWide(page)).toBe(false);
  });
});
