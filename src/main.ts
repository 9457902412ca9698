/** The page: fonts, tokens, the shipped scenarios, the engine in its worker. */

import { mount } from 'svelte';
import { cards, load } from 'virtual:scenarios';
import App from './App.svelte';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { language } from './ui/language.svelte.ts';
import { router } from './ui/route.svelte.ts';
import { freshRun, runOptions } from './ui/runOptions.ts';
import { theme } from './ui/theme.svelte.ts';

language.start(navigator.languages);
theme.start(matchMedia('(prefers-color-scheme: dark)'));
router.start(window);

const target = document.getElementById('app');
if (!target) throw new Error('the page has no element with the id app');

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
  },
});
