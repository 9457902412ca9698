import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';
import { defineConfig } from 'vitest/config';
import { testEngine } from './tools/test-engine.mjs';
import { textOptions } from './tools/text-options.mjs';
import { contentSecurityPolicyTag } from './tools/vite-content-security-policy.ts';
import { glossary } from './tools/vite-glossary.ts';
import { licences } from './tools/vite-licences.ts';
import { lightFaker } from './tools/vite-light-faker.ts';
import { scenarios } from './tools/vite-scenarios.ts';

/** Plugins that the page and its workers both need; a worker is a build of its own and takes them again. */
function sharedPlugins(): PluginOption[] {
  return [scenarios(join(import.meta.dirname, 'scenarios'))];
}

const licencePlugins = licences(import.meta.dirname);

/**
 * Tests that keep nothing between two calls: not the file that watches a module by spies, nor those that choose a language or keep a
 * storage of their own.
 */
const pureTests = [
  'tests/{sim,company,scenario,scenarios,static,text}/**/*.test.ts',
  'tests/game/!(machines).test.ts',
  'tests/cli/!(commandLine|readme|simulate|verify).test.ts',
  'tests/saves/!(store).test.ts',
];
const spyTests = ['tests/game/machines.test.ts'];
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
    // A slow machine is no fault of the code: only a test that hangs should end by time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On two cores Vitest would leave one idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        // The files share the modules of their worker: loading them anew for every file takes half as long as the tests.
        extends: true,
        plugins: engine,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: pureTests,
          // A worker is kept only as long as files of this project follow one another.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        plugins: engine,
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...pureTests, ...spyTests, 'tests/browser/**', 'tests/**/*.svelte.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'spies', environment: 'node', include: spyTests },
      },
      {
        // Logic in `.svelte.ts` files.
        extends: true,
        plugins: engine,
        ssr: { resolve: { conditions: ['browser', 'module', 'default'] } },
        test: {
          name: 'runes',
          environment: 'node',
          include: ['tests/**/*.svelte.test.ts'],
          server: { deps: { inline: [/svelte/, /bits-ui/] } },
        },
      },
    ],
  },
}));
