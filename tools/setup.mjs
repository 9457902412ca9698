/**
 * Makes a fresh clone ready: checks Node, installs the locked packages, compiles the words and, for tests, finds a browser.
 * Uses only what comes with Node, because it runs before anything is installed. Says nothing on stdout.
 *
 *   node tools/setup.mjs app | tests
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './browser.mjs';
import { cacheFolder, root } from './paths.mjs';

const stampFile = join(cacheFolder, 'install-stamp');

/** Ends with one clear sentence instead of a stack trace. */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!good) fail(`Rapport needs Node 20.19 or newer, or 22.12 or newer; this is Node ${process.versions.node}. See https://nodejs.org.`);
}

function installStamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return `${hash.digest('hex')} node${process.versions.node.split('.')[0]} ${process.platform}-${process.arch}`;
}

/** True when node_modules already holds every package of the lockfile, for example after `npm install` by hand. */
function alreadyInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const missing = Object.entries(locked).filter(
    ([path, entry]) => path !== '' && !entry.optional && installed[path]?.version !== entry.version,
  );
  const extra = Object.entries(installed).filter(([path, entry]) => locked[path]?.version !== entry.version);
  return missing.length === 0 && extra.length === 0;
}

/** Runs npm through the file that npm names in its environment; a bare `npm` needs a shell on Windows. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const run = cli?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return run.status === 0;
}

function installPackages() {
  const stamp = installStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!alreadyInstalled()) {
    process.stderr.write('Installing the packages of package-lock.json (once) ...\n');
    if (!npm('ci', '--include=dev', '--no-audit', '--no-fund'))
      fail('npm ci failed: see the lines above. A connection to the package registry is needed once.');
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Everything the given purpose needs; returns at once when nothing has changed. */
export async function setUp(purpose) {
  checkNode();
  installPackages();
  const { default: compileText } = await import('./compile-text.mjs');
  await compileText({ anyLayout: purpose === 'app' });
  if (purpose === 'tests') {
    const problem = prepareBrowser();
    if (problem !== null) fail(problem);
  }
}

const purpose = process.argv[2];
if (process.argv[1]?.endsWith('setup.mjs')) {
  if (purpose !== 'app' && purpose !== 'tests') fail('Usage: node tools/setup.mjs app|tests');
  await setUp(purpose);
}
