#!/usr/bin/env node
/**
 * The `rapport` command. Builds `src/cli/main.ts` and every `src/cli/*.worker.ts` and `*.process.ts` once and runs the bundle in this process, so exit code
 * and streams are its own.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled, threadEntries } from './node-bundle.mjs';
import { root } from './paths.mjs';
import { setUp } from './setup.mjs';

await setUp('app');
const bundle = await bundled('cli', { main: join(root, 'src/cli/main.ts'), ...threadEntries() });
await import(pathToFileURL(join(bundle, 'main.js')).href);
