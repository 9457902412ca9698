/** The reader's side of a text that a scenario brings in both languages. */
export const localText = (text: { readonly vi: string; readonly en: string }, locale: 'vi' | 'en'): string => text[locale];
