/** Whether a screen fits a phone. */
import { expect, type Page } from '@playwright/test';

/** The open screen at 360 px, in both languages; afterwards it is Vietnamese and as wide as before. */
export async function fitsPhone(page: Page, screen: string): Promise<void> {
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
