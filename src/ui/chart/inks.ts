/** The colours and letters that a chart is drawn with. */

/** Colours and letters, as the page has them at the moment. */
export interface Inks {
  ink: string;
  ink3: string;
  accent: string;
  paper: string;
  rule: string;
  font: string;
}
