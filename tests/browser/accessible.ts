/** Whether a screen breaks an accessibility rule, as axe sees it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe reads from colours; all its other rules read the same elements in either theme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Expects no violation in the theme that the page has now.
 * @param without parts that only repeat those that are looked at
 * @param rules the only ones that are asked; all when left out
 */
export async function expectAccessible(
  page: Page,
  screen: string,
  without: readonly string[] = [],
  rules?: readonly string[],
): Promise<void> {
  // The page has no frames: axe needs no page of its own to gather its results in, and only violations are read.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (rules !== undefined) axe.withRules([...rules]);
  for (const selector of without) axe.exclude(selector);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0].html}`)).toEqual([]);
}

/** The same in both themes, in the second one what colours decide; the page must follow the system. */
export async function expectAccessibleInBothThemes(page: Page, screen: string, without: readonly string[] = []): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', undefined],
    ['dark', rulesOfColour],
  ] as const) {
    // Colours are measured once they stand still.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectAccessible(page, `${screen}, ${colorScheme}`, without, rules);
  }
}
