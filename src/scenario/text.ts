/** A text for people, in both languages. */

export interface Text {
  vi: string;
  en: string;
}
