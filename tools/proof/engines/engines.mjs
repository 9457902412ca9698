/** The same bits everywhere: the corpus is replayed in every engine that is installed and compared with Node, quarter by quarter. */
import { existsSync } from 'node:fs';
import { chromium, firefox } from '@playwright/test';
import { browserSwitches, readBrowser } from '../../browser.mjs';
import { differencesBetween, serveCorpus } from './corpusPage.mjs';
import { onPath } from './onPath.mjs';
import { findWebKit, startWebKit } from './webkit.mjs';

/** People in every run: more than the corpus has, so that rare branches are taken too. */
const usualCustomers = 20_000;

/** A browser under Playwright, in the shape that `startWebKit` has. */
async function started(launching) {
  const browser = await launching;
  // A page that is busy is not late: only its own word counts.
  const open = async (url) => (await browser.newPage()).goto(url, { waitUntil: 'commit' });
  return { version: browser.version(), open, close: () => browser.close() };
}

/** `find` answers null for an engine that is not installed; `start` takes what it found; `from` says where to get it. */
const engines = [
  {
    name: 'Chromium',
    from: 'npm test installs it',
    find: () => ({ path: readBrowser() ?? null }),
    start: ({ path }) => started(chromium.launch({ args: browserSwitches(), ...(path === null ? {} : { executablePath: path }) })),
  },
  {
    name: 'Firefox',
    from: 'apt-get install firefox-esr, or set FIREFOX_PATH',
    find() {
      const path = process.env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox');
      return path !== undefined && existsSync(path) ? { path } : null;
    },
    // The channel of an unpatched Firefox, which Playwright drives by WebDriver BiDi.
    start: ({ path }) => started(firefox.launch({ channel: 'moz-firefox', executablePath: path })),
  },
  { name: 'WebKitGTK', from: 'apt-get install webkit2gtk-driver xvfb', find: findWebKit, start: startWebKit },
];

async function compareWith(page, expected, { name, start }, found) {
  const quarters = expected.reduce((sum, { digests }) => sum + digests.length, 0);
  const row = { engine: name, version: null, runs: expected.length, quarters, differences: null };
  let browser = null;
  try {
    browser = await start(found);
    row.version = browser.version;
    const differences = differencesBetween(expected, await page.play(browser.open));
    return { row: { ...row, differences: differences.length }, differences };
  } catch (error) {
    return { row, differences: [`${name} did not play the corpus: ${error.message}`] };
  } finally {
    await browser?.close();
  }
}

/**
 * Compares every engine found with Node. An engine that is not installed is named and left out; one that is and fails is bad.
 * @param customers people in every run, null = the usual 20,000
 * @returns good, figures {node, customers, compared, missing}, lines for a reader
 */
export async function compareEngines(customers) {
  const page = await serveCorpus(customers ?? usualCustomers);
  try {
    const expected = page.expected();
    const figures = { node: process.version, customers: customers ?? usualCustomers, compared: [], missing: [] };
    const lines = [];
    for (const engine of engines) {
      const found = engine.find();
      if (found === null) {
        figures.missing.push(engine.name);
        lines.push(`engines ${engine.name}: NOT INSTALLED, not compared (${engine.from})`);
        continue;
      }
      const { row, differences } = await compareWith(page, expected, engine, found);
      figures.compared.push(row);
      lines.push(
        `engines ${row.engine} ${row.version}: ${row.runs} runs, ${row.quarters} quarters, ${row.differences ?? 'unknown'} differences from Node ${figures.node}`,
        ...differences.slice(0, 5).map((difference) => `  ${difference}`),
      );
    }
    const good = figures.compared.length > 0 && figures.compared.every(({ differences }) => differences === 0);
    return { good, figures, lines };
  } finally {
    page.close();
  }
}
