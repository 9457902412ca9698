/** Types of the module that the build makes of glossary.csv. */

declare module 'virtual:glossary' {
  type GlossaryEntry = import('./glossaryEntries.ts').GlossaryEntry;

  /** In the order of the file: by subject. */
  export const entries: readonly GlossaryEntry[];
}
