/** Finds (or installs) the Chromium that the browser tests drive, and remembers where it is. Built-ins of Node only. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';

const noteFile = join(cacheFolder, 'browser.json');

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome.exe',
  'msedge.exe',
];

const USUAL_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')];
  }),
};

/** A program that is there and, where asking opens no window, tells its version. */
function works(path) {
  if (!path || !existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function findInstalled() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  const candidates = [process.env.CHROMIUM_PATH, process.env.CHROME_BIN, ...onPath, ...(USUAL_PLACES[process.platform] ?? [])];
  return candidates.find(works) ?? null;
}

function isRoot() {
  return process.getuid?.() === 0;
}

function run(command, args, env = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } }).status === 0;
}

function installWithApt() {
  if (!isRoot() || !existsSync('/etc/debian_version')) return null;
  process.stderr.write('Installing Chromium for the browser tests with apt-get (once) ...\n');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return findInstalled();
}

function installWithPlaywright() {
  process.stderr.write('Installing Chromium for the browser tests with Playwright (once) ...\n');
  return run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
}

/**
 * Makes sure there is a browser and writes down its path. Returns null, or a sentence that says what is missing.
 * A null path in the note means the browser that Playwright itself keeps.
 */
export function prepareBrowser() {
  const known = readBrowser();
  const asked = process.env.CHROMIUM_PATH ?? process.env.CHROME_BIN;
  if (known !== undefined && (asked === undefined || asked === known) && (known === null || existsSync(known))) return null;
  const found = findInstalled() ?? installWithApt();
  if (found === null && !installWithPlaywright()) {
    return 'No Chromium, Chrome or Edge was found and none could be installed. Install one, or set CHROMIUM_PATH to its program.';
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(noteFile, JSON.stringify({ path: found }));
  return null;
}

/** Path of the browser, null for Playwright's own, undefined when the set-up has not run. */
export function readBrowser() {
  return existsSync(noteFile) ? JSON.parse(readFileSync(noteFile, 'utf8')).path : undefined;
}

/** Switches Chromium needs to start as root and to stay quiet behind a closed network. */
export function browserSwitches() {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'];
  return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}
