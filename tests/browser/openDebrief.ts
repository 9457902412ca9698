/** A run file opened at its debrief, and its chapters turned to. English words. */
import { expect, type Page } from '@playwright/test';

export const chapterLinks = (page: Page) => page.getByRole('navigation', { name: 'Chapters of the debrief' }).getByRole('link');

/** From the page of an opened run to its debrief. */
export async function toDebrief(page: Page): Promise<void> {
  await page.waitForURL(/#\/run\//);
  await page.locator('.button.main').first().press('Enter', { timeout: 60_000 });
  await expect(chapterLinks(page).first()).toBeVisible({ timeout: 60_000 });
}

/** Takes the file in at the library and opens the debrief of its run. */
export async function openDebrief(page: Page, file: string): Promise<void> {
  await page.goto('./');
  await page.locator('input[accept^=".json"]').setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await toDebrief(page);
}

export const turnTo = (page: Page, chapter: string): Promise<void> => chapterLinks(page).filter({ hasText: chapter }).press('Enter');
