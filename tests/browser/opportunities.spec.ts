/** An offer off the strategy in a real browser: it waits with a ring, is answered by keyboard on a phone, and what followed is told. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './accessible.ts';
import { runFiles, scenarioFiles } from './runFiles.ts';

let beforeOffer = '';
test.beforeAll(async () => {
  const { runFileOf } = await runFiles();
  beforeOffer = runFileOf(scenarioFiles(), 'stay', 4);
});

async function sound(page: Page, screen: string): Promise<void> {
  await expectAccessibleInBothThemes(page, screen);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(`${screen}: ${wide}`).toBe(`${screen}: false`);
}

test.use({ locale: 'en-GB', viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' });

test('an offer is read, answered with its ground and followed', async ({ page }) => {
  test.slow();
  await page.goto('./?customers=500&world=0&seed=5');
  const file = { name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(beforeOffer) };
  await page.locator('input[accept^=".json"]').setInputFiles(file);
  await page.getByRole('button', { name: /^On to quarter/ }).click();
  const tab = page.getByRole('tab', { name: /^Know/ });
  // The offer, and a case and the review of the year that wait beside it.
  await expect(tab).toContainText('3 open');
  await expect(tab.locator('.ring')).toBeVisible();
  await page.getByRole('tab', { name: /^Decide/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: /^Payroll for a bauxite mine/ })).toBeVisible();
  await expect(page.getByText('Unanswered at the close, the standing orders say: refuse.')).toBeVisible();
  await page.getByRole('button', { name: 'Read and answer' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Give this answer' })).toBeDisabled();
  await page.getByRole('radio', { name: /^Accept/ }).press(' ');
  await page.getByRole('radio', { name: 'the cash' }).press(' ');
  await sound(page, 'card');
  await page.getByRole('button', { name: 'Give this answer' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Our answer: Accept.' })).toBeVisible();
  await expect(tab).toContainText('2 open');
  await page.getByRole('button', { name: /^Close/ }).click();
  await expect(page.getByText('Our answer: Accept. What decided: the cash.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Strategic alignment, points/ })).toContainText('−\u20608');
  await expect(page.getByRole('row', { name: /^Other income/ })).toBeVisible();
  await sound(page, 'what followed');
});
