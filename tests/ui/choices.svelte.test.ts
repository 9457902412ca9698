import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { openPreferences } from '../../src/saves/preferences.ts';
import { language } from '../../src/ui/language.svelte.ts';
import { theme } from '../../src/ui/theme.svelte.ts';

/** A media query that a test can turn. */
function darkness(matches: boolean) {
  let listener: () => void = () => undefined;
  const query = { matches, addEventListener: (_: string, listen: () => void) => (listener = listen) };
  return {
    query: query as unknown as MediaQueryList,
    turn(to: boolean) {
      query.matches = to;
      listener();
    },
  };
}

describe('the theme', () => {
  test('follows the system until one is chosen, and again after that is taken back', () => {
    const system = darkness(true);
    theme.start(system.query);
    expect([theme.choice, theme.current]).toEqual(['system', 'dark']);
    system.turn(false);
    expect(theme.current).toBe('light');
    theme.choose('dark');
    system.turn(true);
    system.turn(false);
    expect(theme.current).toBe('dark');
    theme.toggle();
    expect(theme.choice).toBe('light');
    system.turn(true);
    theme.choose('system');
    expect(theme.current).toBe('dark');
  });

  test.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['<b>', 'system'],
    [null, 'system'],
  ])('remembered as %s starts as %s', (remembered, choice) => {
    theme.start(darkness(false).query, remembered);
    expect(theme.choice).toBe(choice);
  });
});

describe('the language', () => {
  test.each([
    [['vi-VN', 'en'], null, 'vi', null],
    [['fr', 'en-GB'], null, 'en', null],
    [['fr'], null, 'en', null],
    [['vi'], 'en', 'en', 'en'],
    [['en'], 'xx', 'en', null],
  ])('of a reader of %j who chose %s is %s', (preferred, remembered, current, chosen) => {
    language.start(preferred, remembered);
    flushSync();
    expect([language.current, language.chosen]).toEqual([current, chosen]);
  });
});

describe('preferences', () => {
  function memory(full = false): Storage {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    } as unknown as Storage;
  }

  test('are read as they were kept, and forgotten for null', () => {
    const preferences = openPreferences({ marks: memory() });
    expect(preferences.read('theme')).toBeNull();
    expect(preferences.keep('theme', 'dark')).toBe(true);
    expect([preferences.read('theme'), preferences.read('language')]).toEqual(['dark', null]);
    expect(preferences.keep('theme', null)).toBe(true);
    expect(preferences.read('theme')).toBeNull();
  });

  test('that the browser will not keep are answered with false, not with an error', () => {
    expect(openPreferences({ marks: null }).keep('theme', 'dark')).toBe(false);
    expect(openPreferences({ marks: memory(true) }).keep('theme', 'dark')).toBe(false);
    expect(openPreferences({ marks: null }).read('theme')).toBeNull();
  });
});
