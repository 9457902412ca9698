/** A text for people, in both languages. */

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

export type Text = Record<Language, string>;
