/** The reader's place on a screen: how far things are scrolled, and what has the focus. */

export interface Place {
  /** Scrolls everything back and gives the focus back where that is still possible. */
  restore(): void;
}

/** Notes the place in `part` of the page, before it is hidden. */
export function notePlace(part: ParentNode): Place {
  const { scrollX, scrollY } = window;
  const focus = document.activeElement;
  const scrolled = [...part.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
  return {
    restore() {
      for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
      window.scrollTo({ top: scrollY, left: scrollX, behavior: 'instant' });
      if (focus instanceof HTMLElement && part.contains(focus)) focus.focus({ preventScroll: true });
    },
  };
}
