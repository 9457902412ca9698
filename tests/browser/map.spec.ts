import { expect, test, type Page } from '@playwright/test';
import { here, long } from './halves.ts';

async function startRun(page: Page): Promise<void> {
  await page.goto('./?customers=300&world=0&people=1#/briefing/voras-bank');
  await page.locator('.button.main').click();
  await page.getByRole('application').waitFor();
}
async function playRound(page: Page): Promise<void> {
  await page.locator('.button.main').click();
  await page.locator('table').first().waitFor();
  await page.locator('.button.main').click();
  await page.getByRole('application').waitFor();
}

test.use({ locale: 'en' });

test('the customer map is walked by keyboard: arrows, Enter, M', async ({ page }) => {
  await startRun(page);
  const map = page.getByRole('application', { name: 'Customer map' });
  const card = page.locator('article');
  const spoken = page.locator('figure [aria-live]');
  await expect(card.getByRole('heading')).toHaveText(/^[A-Z]\w+ [A-Z]\w+$/);
  const first = await spoken.textContent();
  await map.focus();
  await page.keyboard.press('ArrowDown');
  await expect(spoken).not.toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(card.getByText('Fields filled')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(map).toBeFocused();
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Name' })).toBeFocused();
  const names = page.getByRole('table', { name: /highest known value/ }).getByRole('rowheader');
  await expect(names.first()).toBeVisible();
  const byValue = await names.allTextContents();
  await page.getByRole('button', { name: 'Name' }).click();
  expect(await names.allTextContents()).not.toEqual(byValue);
  await page.keyboard.press('m');
  await expect(map).toBeFocused();
});

for (const [reducedMotion, tag] of [
  ['no-preference', here],
  ['reduce', long],
] as const) {
  test.describe(`with motion ${reducedMotion}`, { tag }, () => {
    test.use({ contextOptions: { reducedMotion } });

    test('a round later the map says who left the lists and who has a name now', async ({ page }) => {
      await startRun(page);
      await playRound(page);
      await expect(page.getByText(/Since the last round: about [\d,]+ people off the lists, [\d,]+ newly named/)).toBeVisible();
      await page.keyboard.press('Escape');
      const canvas = page.locator('canvas').first();
      // Something is drawn: not every pixel is clear.
      const inked = await canvas.evaluate((element: HTMLCanvasElement) =>
        element
          .getContext('2d')!
          .getImageData(0, 0, element.width, element.height)
          .data.some((byte) => byte !== 0),
      );
      expect(inked).toBe(true);
    });
  });
}
