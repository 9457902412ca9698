import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';
import { defineConfig } from 'vitest/config';
import { textOptions } from './tools/text-options.mjs';

/** Plugins that the page and its workers both need; a worker is a build of its own and takes them again. */
function sharedPlugins(): PluginOption[] {
  return [];
}

export default defineConfig({
  base: './',
  plugins: [
    ...sharedPlugins(),
    // Vitest compiles the words once by its global set-up.
    process.env.VITEST ? undefined : paraglideVitePlugin(textOptions),
    svelte({
      configFile: false,
      // Runes for our own files only: some packages still ship components of the older kind.
      dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? undefined : { runes: true }),
    }),
  ],
  worker: { format: 'es', plugins: sharedPlugins },
  build: { target: 'es2022', manifest: true },
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
        // Logic in `.svelte.ts` files: the browser half of Svelte, where signals live.
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'runes', environment: 'node', include: ['tests/**/*.svelte.test.ts'] },
      },
    ],
  },
});
