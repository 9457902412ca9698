/** The colours and letters that a chart is drawn with, and what is drawn. */

/** Colours and letters, as the page has them at the moment. */
export interface Inks {
  ink: string;
  ink3: string;
  accent: string;
  paper: string;
  rule: string;
  /** What lies behind the dots: uncertainty. */
  wash: string;
  font: string;
}

/** What stands on a canvas. */
export interface Drawn<Data> {
  update(data: Data, inks: Inks): void;
  destroy(): void;
}

export const readInks = (element: Element): Inks => {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    ink3: token('--ink-3'),
    accent: token('--accent'),
    paper: token('--paper'),
    rule: token('--rule'),
    wash: token('--accent-wash'),
    font: style.fontFamily,
  };
};
