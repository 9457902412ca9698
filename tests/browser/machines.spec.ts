/** The drawings of the machines in a real browser: by keyboard, by mouse, on a phone, and for those who do not see them. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './accessible.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

// Readings of a whole page for accessibility take their time.
test.describe.configure({ timeout: 90_000 });

/** A leap that has stalled by the end of its fourth quarter. */
let stalled = '';

test.use({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });

test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  stalled = runFileOf(scenarioFiles(), 'leap', 4);
});

async function toStalled(page: Page): Promise<void> {
  await page.goto('./?customers=500&world=0&seed=5');
  await page
    .locator('input[accept^=".json"]')
    .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(stalled) });
  await page.locator('footer .button.main').click();
  await expect(page.locator('#question')).toBeVisible();
}

const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('the programme is drawn where it stands, and a way tells by keyboard what it asks and what is lacking now', async ({ page }) => {
  await toStalled(page);
  await page.getByText('Map of the programme').focus();
  await page.keyboard.press('Enter');
  const drawing = page.getByRole('listbox', { name: /^Map of the programme/ });
  await expect(drawing.getByRole('option')).toHaveCount(39);
  await expect(drawing.getByRole('option', { name: 'Stalled, here now, quarter 4' })).toBeVisible();
  await expect(drawing.getByRole('option', { name: /^Roll-out, quarter 3/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(drawing).toBeFocused();
  const recovery = drawing.getByRole('option', { name: 'from Stalled to Roll-out: recovery' });
  for (let press = 0; press < 39 && (await recovery.getAttribute('aria-selected')) !== 'true'; press += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(recovery).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.details strong').getByText('Stalled → Roll-out', { exact: true })).toBeVisible();
  await expect(page.getByText(/If: a readiness gap of at most 15 points.*Still lacking now: Readiness gap \d+\/15/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.details strong').getByText('Roll-out', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the programme drawn');
  await page.getByText('As a table').last().click();
  await expect(
    page.getByRole('rowgroup', { name: 'From Stalled' }).or(page.getByRole('rowheader', { name: 'From Stalled' })),
  ).toBeVisible();
  await expectAccessibleInBothThemes(page, 'the programme in rows');
});

test('a rival opens behind its name, and shows the move that anybody can see', { tag: '@long' }, async ({ page }) => {
  await toStalled(page);
  const name = page.getByRole('button', { name: 'Meltemi Direct' });
  await expect(name).toHaveAttribute('aria-expanded', 'false');
  await name.click();
  await expect(name).toHaveAttribute('aria-expanded', 'true');
  const drawing = page.getByRole('listbox', { name: "Map of Meltemi Direct's moves" });
  await expect(drawing.getByRole('option', { name: /^Steady, here now/ })).toBeVisible();
  await drawing.getByText('it failed').click();
  await expect(page.locator('.details strong').getByText('Price cut → Retreat', { exact: true })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'a rival drawn');
});

test('a drawing that does not come says so and comes when it is asked for again', async ({ page }) => {
  await page.route('**/MachineView-*.js', (route) => route.abort());
  await toStalled(page);
  await page.getByText('Map of the four levels').click();
  await expect(page.getByRole('alert')).toContainText('The map did not load.');
  await page.unroute('**/MachineView-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('option', { name: /^L1 Product selling, here now/ })).toBeVisible();
});

test.describe('on a phone, in Vietnamese', () => {
  test.use({ locale: 'vi-VN', viewport: { width: 360, height: 780 } });

  test('no drawing and no table is wider than the screen, and a touch tells what moves a level', async ({ page }) => {
    await toStalled(page);
    await page.getByRole('tab', { name: /^Ma trận/ }).click();
    await page.getByText('Sơ đồ bốn cấp').click();
    await page.getByRole('option', { name: /^từ L1 Bán sản phẩm sang L2/ }).click();
    await expect(page.getByText('Khi hết quý, nếu: mức độ cá nhân hóa tính là cao.')).toBeVisible();
    await page.getByText('Sơ đồ chương trình').click();
    for (const table of await page.getByText('Xem dạng bảng').all()) await table.click();
    expect(await tooWide(page)).toBe(false);
    await expectAccessibleInBothThemes(page, 'drawings on a phone');
  });
});
