/** Numbers of a page that do not open: digits in a cell, a figure or a finding outside the numbers of the glass box. */
import type { Page } from '@playwright/test';

/** Where figures stand; what is prose, a label, a control or a drawing is not looked at. */
const FIGURES = 'td, dd, .figure, .finding, main b, main strong';
const NOT_FIGURES = '.opens, .label, .help, .unseen, .range, small, label, summary, button, input, a, code, nav, svg, [hidden], [aria-hidden="true"]';

/**
 * Each as `heading › row › column: text`, once. Folds are opened first, so that what they hold is looked at too.
 * @param page whose figures are drawn
 */
export async function bareNumbers(page: Page): Promise<string[]> {
  return page.evaluate(
    ([figures, notFigures]) => {
      const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const columnOf = (cell: HTMLTableCellElement): string => {
        const head = cell.closest('table')?.querySelector('thead tr:last-child')?.children;
        return text(head?.[cell.cellIndex]);
      };
      const placeOf = (element: Element): string => {
        const section = element.closest('section, article, .section');
        const heading = text(section?.querySelector('h1, h2, h3, h4, caption')).replace(/[0-9].*$/, '').trim();
        const cell = element.closest('td');
        const row = cell ? text(cell.closest('tr')?.querySelector('th')) : text(element.closest('div')?.querySelector('dt'));
        return [heading, row.replace(/\d/g, '#'), cell ? columnOf(cell) : element.tagName.toLowerCase()].filter((part) => part !== '').join(' › ');
      };
      const found = new Set<string>();
      for (const element of document.querySelectorAll(figures)) {
        if (element.closest(notFigures) || (element as HTMLElement).offsetParent === null) continue;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const parent = walker.currentNode.parentElement!;
          if (!/\d/.test(walker.currentNode.textContent ?? '') || parent.closest(notFigures)) continue;
          found.add(`${placeOf(element)}: ${text(parent)}`);
        }
      }
      return [...found];
    },
    [FIGURES, NOT_FIGURES] as const,
  );
}
