/** Light or dark: as the system says until the reader chooses. */

export type Theme = 'light' | 'dark';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoiceId = (typeof themeChoices)[number];

class ThemeChoice {
  #system = $state<Theme>('light');
  choice = $state<ThemeChoiceId>('system');
  readonly current: Theme = $derived(this.choice === 'system' ? this.#system : this.choice);

  /**
   * Follows the system from now on.
   * @param remembered what `choice` was the last time, or nothing of the kind
   */
  start(query: MediaQueryList, remembered: string | null = null): void {
    const read = () => (this.#system = query.matches ? 'dark' : 'light');
    read();
    query.addEventListener('change', read);
    this.choose(remembered ?? 'system');
  }

  /** An id that is no choice means the system's. */
  choose(id: string): void {
    this.choice = themeChoices.find((choice) => choice === id) ?? 'system';
  }

  toggle(): void {
    this.choice = this.current === 'dark' ? 'light' : 'dark';
  }
}

export const theme = new ThemeChoice();
