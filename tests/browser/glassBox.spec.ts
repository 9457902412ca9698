/** The glass box during play: it opens at a figure with what the firm knows, or says who keeps it shut. */
import { expect, test, type Page } from '@playwright/test';

test.use({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

async function opened(page: Page, search: string): Promise<void> {
  await page.goto(`./?customers=400&world=0&seed=5${search}#/briefing/voras-bank`);
  await page.locator('.button.main').first().press('Enter');
  await page.getByRole('button', { name: 'How it is worked out: Customers', exact: true }).press('Enter', { timeout: 30_000 });
}

test('what it opens with is the figure of the tile', async ({ page }) => {
  await opened(page, '');
  const card = page.getByRole('dialog', { name: 'How it is worked out: Customers' });
  await expect(card).toContainText('As your firm knows it');
  const shown = await page.locator('.tile', { hasText: 'Customers' }).locator('.figure').first().innerText();
  await expect(card).toContainText(`Quarter 0: ${shown.trim()}`);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('of a run that keeps it shut until its end says so and shows nothing', async ({ page }) => {
  await opened(page, '&glass=end');
  const card = page.getByRole('dialog', { name: 'How it is worked out: Customers' });
  await expect(card).toContainText('Your lecturer keeps the glass box shut');
  await expect(card).not.toContainText('Quarter 0');
});
