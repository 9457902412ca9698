/** The corpus of the engine epoch as a page on 127.0.0.1, and the same replay for Node: one bundle serves both. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../../paths.mjs';

/** A page that has sent nothing for so long is given up. */
const patienceMs = 180_000;
const html = '<!doctype html><meta charset="utf-8"><title>Rapport</title><script type="module" src="page.mjs"></script>';
const types = { html: 'text/html', json: 'application/json', mjs: 'text/javascript' };

async function bundle(outDir) {
  const entry = Object.fromEntries(['page', 'replayCorpus'].map((name) => [name, join(root, `tools/proof/engines/${name}.ts`)]));
  // Outside the project only the ending tells Node that it is a module.
  const output = { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' };
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'] }, rolldownOptions: { output } },
  });
}

/** What is known of a page that is playing: the runs so far, and a promise of all of them. */
function makeInbox() {
  const runs = [];
  let settle;
  const ended = new Promise((resolve) => (settle = resolve));
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => settle(`no word for ${patienceMs / 1000} s after ${runs.length} runs`), patienceMs);
  };
  const end = (error) => {
    clearTimeout(timer);
    settle(error);
  };
  wait();
  return {
    run(run) {
      runs.push(run);
      wait();
    },
    end,
    /** All runs, in order. Rejects with an Error that says what the page died of. */
    async all() {
      const error = await ended;
      if (error !== null) throw new Error(error);
      return runs;
    },
  };
}

async function textOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/**
 * Serves the page until closed; pages may be opened one after another.
 * @param customers people in every run, null = as many as the corpus says
 * @returns expected: every run as Node plays it; play(open): opens the page by `open(url)` and answers every run as that engine plays it
 */
export async function serveCorpus(customers) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-engines-'));
  await bundle(folder);
  const stored = (name) => readFileSync(join(root, 'tests/game/corpus', name), 'utf8');
  const task = { scenario: stored('scenario.json'), corpus: JSON.parse(stored('runs.json')), customers };
  let inbox = makeInbox();
  inbox.end(null);
  const answer = async (request) => {
    const name = basename(request.url);
    if (request.method === 'POST') {
      const body = JSON.parse(await textOf(request));
      if (name === 'run') inbox.run(body);
      else inbox.end(body.error);
      return ['json', '{}'];
    }
    if (name === '') return ['html', html];
    if (name === 'task.json') return ['json', JSON.stringify(task)];
    return name.endsWith('.mjs') ? ['mjs', readFileSync(join(folder, name), 'utf8')] : null;
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (found) => {
        response.writeHead(found === null ? 404 : 200, { 'content-type': `${types[found?.[0] ?? 'html']}; charset=utf-8` });
        response.end(found?.[1]);
      },
      (error) => {
        inbox.end(String(error));
        response.writeHead(500).end();
      },
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { replayCorpus } = await import(pathToFileURL(join(folder, 'replayCorpus.mjs')).href);
  return {
    expected: () => [...replayCorpus(task)],
    async play(open) {
      inbox = makeInbox();
      const page = inbox;
      open(`http://127.0.0.1:${server.address().port}/`).catch((error) => page.end(String(error)));
      return page.all();
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every quarter and every outcome in which two engines differ, in words; `there` must hold the same runs. */
export function differencesBetween(here, there) {
  return here.flatMap(({ name, digests, outcome }, index) => {
    const other = there[index];
    if (other?.name !== name || other.digests.length !== digests.length) return [`${name}: not played to the end`];
    const quarters = digests.flatMap((digest, quarter) =>
      digest === other.digests[quarter] ? [] : [`${name}, quarter ${quarter + 1}: ${digest} ${other.digests[quarter]}`],
    );
    return outcome === other.outcome ? quarters : [...quarters, `${name}, outcome: ${outcome} | ${other.outcome}`];
  });
}
