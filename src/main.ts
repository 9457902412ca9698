/** The page: fonts, tokens, the shipped scenarios, the engine in its worker. */

import { mount } from 'svelte';
import { cards, load } from 'virtual:scenarios';
import App from './App.svelte';
import { openPreferences } from './saves/preferences.ts';
import type { Saves } from './saves/saves.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { language } from './ui/language.svelte.ts';
import { router } from './ui/route.svelte.ts';
import { freshRun, runOptions } from './ui/runOptions.ts';
import { theme } from './ui/theme.svelte.ts';

const preferences = openPreferences();
language.start(navigator.languages, preferences.read('language'));
theme.start(matchMedia('(prefers-color-scheme: dark)'), preferences.read('theme'));
router.start(window);

const target = document.getElementById('app');
if (!target) throw new Error('the page has no element with the id app');

/** The saves, opened when they are first asked for. */
let opening: Promise<Saves> | null = null;
const saves = (): Promise<Saves> =>
  (opening ??= import('./saves/saves.ts').then(({ openSaves }) =>
    openSaves(async (id) => (cards.some((card) => card.id === id) ? await load(id) : null)),
  ));

mount(App, {
  target,
  props: {
    cards,
    loadScenario: async (id) => (await load(id)).scenario,
    startSession: async (scenario) => {
      const [{ Session }, { startEngine }] = await Promise.all([import('./ui/session.svelte.ts'), import('./ui/engineClient.ts')]);
      const choice = runOptions(location.search, freshRun(scenario, crypto), scenario.worlds.length);
      return new Session(scenario, choice, startEngine());
    },
    desk: {
      keep: preferences.keep,
      storage: async () => (await saves()).state(),
      askToPersist: async () => (await saves()).askToPersist(),
    },
  },
});
