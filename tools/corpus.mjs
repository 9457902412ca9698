/**
 * Rewrites the stored runs behind the engine epoch (tests/game/corpus) after the epoch was raised. Refuses when digests moved and the
 * epoch did not, and the reverse.
 *
 *   node tools/corpus.mjs           bring the stored digests up to a raised epoch
 *   node tools/corpus.mjs --first   freeze the scenario and its playbooks as they are now and begin anew
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './node-bundle.mjs';
import { root } from './paths.mjs';
import { setUp } from './setup.mjs';

await setUp('app');
const bundle = await bundled('corpus', { corpus: join(root, 'tools/proof/corpusCommand.ts') });
const { runCorpus } = await import(pathToFileURL(join(bundle, 'corpus.js')).href);
process.exitCode = runCorpus(root, process.argv.slice(2)) ? 0 : 1;
