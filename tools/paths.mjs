import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the tools remember between two runs; goes away together with node_modules. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'rapport');
