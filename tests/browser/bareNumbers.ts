/** Numbers of a page that do not open: digits in a cell, a figure or a finding outside the numbers of the glass box. */
import type { Page } from '@playwright/test';

/** Where figures stand; prose, labels, controls and drawings are not looked at, nor what a card of the glass box itself tells. */
const FIGURES = 'td, dd, .figure, .finding, main b, main strong';
const ELSEWHERE =
  '.opens, .opened, .label, .help, .unseen, .range, small, label, summary, button, input, a, code, nav, svg, q, [hidden], [aria-hidden="true"]';

/** Folds are opened, those in folds too. */
async function unfold(page: Page): Promise<void> {
  const folds = page.locator('main details:not([open])');
  for (let round = 0; round < 4 && (await folds.count()) > 0; round += 1)
    await folds.evaluateAll((all) => all.forEach((fold) => fold.setAttribute('open', '')));
}

/** Each as `heading › row › column: text`, once; digits in names are left out of the place, so that it says what kind of number it is. */
export async function bareNumbers(page: Page): Promise<string[]> {
  await unfold(page);
  return page.evaluate(
    ([figures, elsewhere]) => {
      const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const kind = (said: string): string =>
        said
          .replace(/\d[\d.,]*/g, '#')
          .slice(0, 60)
          .replaceAll(':', '');
      function placeOf(element: Element): string {
        const cell = element.closest('td');
        const heading = text(element.closest('section, article')?.querySelector('h1, h2, h3, h4, caption'));
        const row = text(cell ? cell.closest('tr')?.querySelector('th') : element.closest('div')?.querySelector('dt'));
        const column = cell
          ? text(cell.closest('table')?.querySelector('thead tr:last-child')?.children[cell.cellIndex])
          : element.localName;
        return [heading, row, column].map(kind).join(' › ');
      }
      const found = new Set<string>();
      for (const element of document.querySelectorAll<HTMLElement>(figures)) {
        if (element.closest(elsewhere) !== null || element.offsetParent === null) continue;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode;
          if (/\d/.test(textContent ?? '') && parentElement?.closest(elsewhere) === null)
            found.add(`${placeOf(element)}: ${(textContent ?? '').trim()}`);
        }
      }
      return [...found];
    },
    [FIGURES, ELSEWHERE] as const,
  );
}
