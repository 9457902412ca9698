import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';
import { defineConfig } from 'vitest/config';
import { textOptions } from './tools/text-options.mjs';
import { scenarios } from './tools/vite-scenarios.ts';

/** Plugins that the page and its workers both need; a worker is a build of its own and takes them again. */
function sharedPlugins(): PluginOption[] {
  return [scenarios(join(import.meta.dirname, 'scenarios'))];
}

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [
    ...sharedPlugins(),
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
  worker: { format: 'es', plugins: sharedPlugins },
  build: { target: 'es2022', manifest: true },
  // All that may load late is prepared at once: finding a package in mid-run would reload the page.
  optimizeDeps: { entries: ['index.html', 'src/**/*.worker.ts', 'src/**/*.svelte'] },
  test: {
    globalSetup: './tools/compile-text.mjs',
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/**/*.svelte.test.ts'],
        },
      },
      {
        // Logic in `.svelte.ts` files.
        extends: true,
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
