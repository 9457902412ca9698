/** Light or dark: as the system says until the reader chooses. */

export type Theme = 'light' | 'dark';

class ThemeChoice {
  #system = $state<Theme>('light');
  #chosen = $state<Theme | null>(null);
  readonly current = $derived(this.#chosen ?? this.#system);

  /** Follows the system from now on. */
  start(query: MediaQueryList): void {
    const read = () => (this.#system = query.matches ? 'dark' : 'light');
    read();
    query.addEventListener('change', read);
  }

  toggle(): void {
    this.#chosen = this.current === 'dark' ? 'light' : 'dark';
  }
}

export const theme = new ThemeChoice();
