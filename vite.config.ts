import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';
import { defineConfig } from 'vitest/config';
import about from './package.json' with { type: 'json' };
import { ENGINE_EPOCH } from './src/game/epoch.ts';
import { testEngine } from './tools/test-engine.mjs';
import { textOptions } from './tools/text-options.mjs';
import { contentSecurityPolicyTag } from './tools/vite-content-security-policy.ts';
import { glossary } from './tools/vite-glossary.ts';
import { licences } from './tools/vite-licences.ts';
import { lightFaker } from './tools/vite-light-faker.ts';
import { scenarios } from './tools/vite-scenarios.ts';
import { serviceWorker } from './tools/vite-service-worker.ts';

/** Plugins that the page and its workers both need; a worker is a build of its own and takes them again. */
function sharedPlugins(): PluginOption[] {
  return [scenarios(join(import.meta.dirname, 'scenarios'))];
}

const licencePlugins = licences(import.meta.dirname);

/** A file that watches a module by spies, and one whose database is taken away while tabs are open: each has its modules to itself. */
const lonelyTests = ['tests/game/machines.test.ts', 'tests/saves/store.test.ts'];
/** Who watches the tests wants them to run on the sources themselves. */
const engine = process.env.VITEST && process.argv.includes('run') ? [testEngine()] : [];

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [
    ...sharedPlugins(),
    lightFaker(),
    glossary(join(import.meta.dirname, 'src/text/glossary.csv')),
    contentSecurityPolicyTag(),
    isSsrBuild ? undefined : licencePlugins.page,
    isSsrBuild ? undefined : serviceWorker(import.meta.dirname, { app: about.version, epoch: ENGINE_EPOCH }),
    // Vitest and the command line compile the words beforehand.
    process.env.VITEST || isSsrBuild ? undefined : paraglideVitePlugin(textOptions),
    svelte({
      configFile: false,
      // Runes for our own files only: some packages still ship components of the older kind.
      // Tests run in Node but want the half of Svelte that runs in a page, where signals live.
      dynamicCompileOptions: ({ filename }) =>
        filename.includes('node_modules') ? undefined : { runes: true, ...(process.env.VITEST ? { generate: 'client' as const } : {}) },
    }),
  ],
  worker: {
    format: 'es',
    rolldownOptions: { output: { topLevelVar: false } },
    plugins: () => [...sharedPlugins(), licencePlugins.worker()],
  },
  // Typefaces stay files: the page's policy takes none that stand in a style sheet.
  // Constants stay constants: V8 folds them into the loops over customers, but not variables (a third of their time, measured).
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    rolldownOptions: { output: { topLevelVar: false } },
  },
  // All that may load late is prepared at once: finding a package in mid-run would reload the page.
  optimizeDeps: { entries: ['index.html', 'src/**/*.worker.ts', 'src/**/*.svelte'] },
  test: {
    globalSetup: ['./tools/compile-text.mjs', './tools/test-engine.mjs'],
    pool: 'threads',
    tags: [{ name: 'long', description: 'Only with npm run test:long.', timeout: 300_000 }],
    // A slow machine is no fault of the code: only a test that hangs should end by time.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // On two cores Vitest would leave one idle.
    maxWorkers: availableParallelism(),
    // The words are compiled for Node already: millions of letters that need not be read for every project and sent to every worker.
    server: { deps: { external: [/\/src\/text\/generated\//] } },
    projects: [
      {
        // The files share the modules of their worker: loading them anew for every file takes half as long as the tests.
        extends: true,
        plugins: engine,
        test: {
          name: 'rules',
          environment: 'node',
          isolate: false,
          setupFiles: ['./tests/sameLanguage.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [...lonelyTests, 'tests/browser/**', 'tests/ui/**'],
          // A worker is kept only as long as files of this project follow one another.
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Logic of the screens, `.svelte.ts` among it.
        extends: true,
        plugins: engine,
        ssr: { resolve: { conditions: ['browser', 'module', 'default'] } },
        test: {
          name: 'screens',
          environment: 'node',
          isolate: false,
          setupFiles: ['./tests/ui/sameScreen.ts'],
          include: ['tests/ui/**/*.test.ts'],
          server: { deps: { inline: [/svelte/, /bits-ui/] } },
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { name: 'lonely', environment: 'node', include: lonelyTests },
      },
    ],
  },
}));
