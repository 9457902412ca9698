/** Whether a screen breaks an accessibility rule, as axe sees it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Expects no violation in the theme that the page has now.
 * @param without parts that only repeat those that are looked at
 */
export async function expectAccessible(page: Page, screen: string, without: readonly string[] = []): Promise<void> {
  // The page has no frames: axe needs no page of its own to gather its results in, and only violations are read.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  for (const selector of without) axe.exclude(selector);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0].html}`)).toEqual([]);
}

/** The same in both themes, one after the other; the page must follow the system. */
export async function expectAccessibleInBothThemes(page: Page, screen: string, without: readonly string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours are measured once they stand still.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectAccessible(page, `${screen}, ${colorScheme}`, without);
  }
}
