/** The page: fonts, tokens, the shipped scenarios, the engine in its worker. */

import { mount } from 'svelte';
import { cards, load } from 'virtual:scenarios';
import { version } from '../package.json';
import App from './App.svelte';
import { openPreferences } from './saves/preferences.ts';
import type { Outcome } from './saves/outcome.ts';
import type { Saves } from './saves/saves.ts';
import type { FoundScenario } from './saves/scenarioText.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { language } from './ui/language.svelte.ts';
import { router } from './ui/route.svelte.ts';
import { idle } from './ui/tasks.ts';
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

/** A scenario that ships, or a firm of one's own. @param ref id, or hash of the content */
async function found(ref: string): Promise<Outcome<FoundScenario>> {
  if (cards.some((card) => card.id === ref)) return { ok: true, value: { folder: await load(ref), firm: null } };
  return (await saves()).firms.find(ref);
}

/** What keeps the app for a time without a network; it takes nothing of the first load. */
async function offlinePart() {
  try {
    await loaded();
    await idle();
    return (await import('./ui/offline/openOffline.ts')).openOffline(preferences);
  } catch (error) {
    console.warn(error);
    return null;
  }
}
/** Resolves when all that the page opens with is there. */
const loaded = (): Promise<unknown> =>
  document.readyState === 'complete' ? Promise.resolve() : new Promise((resolve) => addEventListener('load', resolve, { once: true }));

mount(App, {
  target,
  props: {
    cards,
    async loadDossier(ref) {
      const scenario = await found(ref);
      if (!scenario.ok) return scenario;
      const { folder, firm } = scenario.value;
      const file = firm === null ? null : await (await saves()).firms.file(ref);
      return { ok: true, value: { folder, fileGone: file?.ok === false && file.code === 'firmMissing' } };
    },
    runs: {
      saves,
      async begin(ref, allOpen) {
        const [{ beginRun }, scenario, kept] = await Promise.all([import('./ui/runs/openRuns.ts'), found(ref), saves()]);
        return scenario.ok ? beginRun(kept, scenario.value, version, location.search, allOpen) : scenario;
      },
      async shipped(id) {
        return cards.some((card) => card.id === id) ? load(id) : null;
      },
      async beginAssigned(assignment, student) {
        const { id } = assignment.scenario;
        const [{ beginAssigned }, scenario, kept] = await Promise.all([import('./ui/runs/openRuns.ts'), found(id), saves()]);
        return scenario.ok ? beginAssigned(kept, scenario.value.folder, assignment, student, version) : scenario;
      },
      async open(id) {
        const [{ openRun }, kept] = await Promise.all([import('./ui/runs/openRuns.ts'), saves()]);
        return openRun(kept, id);
      },
      reader: async (tell) => (await import('./ui/runs/fileReader.ts')).startReader(tell),
      firmReader: async (tell) => (await import('./ui/firms/firmReader.ts')).startFirmReader(tell),
      async copyToToday(id, scenarioId) {
        const own = cards.some((card) => card.id === scenarioId) ? await load(scenarioId) : undefined;
        return (await saves()).copyToToday(id, version, own);
      },
    },
    desk: {
      keep: preferences.keep,
      storage: async () => (await saves()).state(),
      askToPersist: async () => (await saves()).askToPersist(),
      offline: offlinePart(),
    },
  },
});
