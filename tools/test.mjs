/**
 * `npm test`: the checks that guard the project, static ones first. Ends with the line "N passed, N failed".
 * Each static check counts as one; unit and browser tests count one by one.
 *
 *   npm test                  everything but the tests tagged as long
 *   npm test -- unit lint     only the suites whose name begins so
 *   npm run test:long         the tests tagged as long and no other
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';

const require = createRequire(import.meta.url);
const unitReport = join(cacheFolder, 'unit.json');
const browserReport = join(cacheFolder, 'browser-tests.json');

/** Path of a command that a package brings along. */
function commandOf(packageName, command = packageName) {
  let folder = dirname(require.resolve(packageName));
  while (!existsSync(join(folder, 'package.json')) || JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name !== packageName) {
    folder = dirname(folder);
  }
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

const local = (folder, file) => join(root, 'node_modules', folder, file);

/** One suite for the types of each folder of `src`; a folder with code but without a tsconfig.json is an error. */
function typeSuites() {
  const hasCode = (folder) =>
    readdirSync(join(root, folder), { recursive: true }).some((name) => /\.ts$/.test(name) && !/generated/.test(name));
  const floors = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = floors.map(({ name }) => `src/${name}`).filter((folder) => folder !== 'src/ui' && hasCode(folder));
  return [...folders, 'tools', 'tests'].map((folder) => ({
    name: `types ${folder}`,
    // The native compiler takes a quarter of the time; ESLint still needs the older one, and svelte-check takes both.
    args: [local('@typescript/native', 'bin/tsc'), '-p', folder],
  }));
}

/** Floors that may not read the words (`.dependency-cruiser.cjs`): a build that compiles them anew beside their suite changes nothing for it. */
const wordless = ['sim', 'company', 'scenario', 'game', 'saves', 'offline'].map((floor) => `types src/${floor}`);
const types = typeSuites();
const readsNoWords = ({ name }) => wordless.includes(name);

/** Reads what Vitest wrote down. */
function unitCounts() {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}

/** Reads what Playwright wrote down; a test that passed on a second try has passed. */
function browserCounts() {
  const { expected, flaky, unexpected } = JSON.parse(readFileSync(browserReport, 'utf8')).stats;
  return { passed: expected + flaky, failed: unexpected };
}

/** Where a tool remembers the files it found good; it knows them by their contents. */
const remembered = (tool) => ['--cache', '--cache-strategy', 'content', '--cache-location', join(cacheFolder, tool)];

const words = process.argv.slice(2);
const long = words.includes('--long');
/** A test is in one of the halves: the runners are asked for those with the tag, or for those without. */
const half = long
  ? { unit: ['--tags-filter=long'], browser: ['--grep', '@long'] }
  : { unit: ['--tags-filter=!long'], browser: ['--grep-invert', '@long'] };

/** Suites of one stage may run side by side; a stage starts when the one before has ended. Long ones stand first, so that none is left over. */
const stages = [
  [
    {
      name: 'types src/ui',
      args: [local('svelte-check', 'bin/svelte-check'), '--tsconfig', 'tsconfig.json', '--output', 'human', '--tsgo'],
    },
    { name: 'lint eslint', args: [local('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0', ...remembered('eslint')] },
    {
      name: 'lint imports',
      args: [
        local('dependency-cruiser', 'bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err',
        'src',
      ],
    },
    { name: 'lint promises', args: [local('oxlint', 'bin/oxlint'), '--type-aware', '--max-warnings', '0', 'src', 'tests'] },
    ...types.filter((suite) => !readsNoWords(suite)),
    { name: 'lint unused', args: [local('knip', 'bin/knip.js')] },
    { name: 'lockfile', args: ['tools/check-lockfile.mjs'] },
  ],
  [
    {
      name: 'unit',
      args: [
        local('vitest', 'vitest.mjs'),
        'run',
        ...half.unit,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ],
      report: unitReport,
      counts: unitCounts,
    },
  ],
  [
    // It compiles the words in its own way, into thousands of files: all that reads the words stands before.
    { name: 'build', args: [commandOf('vite'), 'build', '--logLevel', 'warn'] },
    { name: 'lint format', args: [commandOf('prettier'), '--check', '--log-level', 'warn', '.', ...remembered('prettier')] },
    // The build keeps one core busy for long.
    ...types.filter(readsNoWords),
  ],
  [
    { name: 'size', args: ['tools/first-load.mjs'], showsOutput: true },
    {
      name: 'browser',
      args: [local('@playwright/test', 'cli.js'), 'test', ...half.browser, '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
      report: browserReport,
      counts: browserCounts,
    },
  ],
];

/** Runs one suite and says how it went; its own output follows where it failed or is worth reading. */
function run({ name, args, env = {}, report, counts, showsOutput = false }) {
  if (report !== undefined) rmSync(report, { force: true });
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const good = code === 0;
      const counted = counts !== undefined && existsSync(report) ? counts() : { passed: good ? 1 : 0, failed: 0 };
      const result = { passed: counted.passed, failed: good ? counted.failed : Math.max(1, counted.failed) };
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${good ? 'ok  ' : 'FAIL'} ${name.padEnd(20)} ${result.passed} passed, ${result.failed} failed  (${seconds} s)`);
      if (!good || showsOutput) console.log(output.trimEnd());
      resolve(result);
    });
  });
}

/** Runs the suites of a stage, two at a time. */
async function runStage(suites) {
  const waiting = [...suites];
  const results = [];
  const worker = async () => {
    for (let suite = waiting.shift(); suite !== undefined; suite = waiting.shift()) results.push(await run(suite));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

const wanted = words.filter((word) => word !== '--long');
/** Suites that look at code, not at single tests, have nothing long. */
const inHalf = ({ name }) => !long || ['unit', 'build', 'browser'].includes(name);
mkdirSync(cacheFolder, { recursive: true });
const results = [];
for (const stage of stages) {
  const chosen = stage.filter(inHalf).filter(({ name }) => wanted.length === 0 || wanted.some((prefix) => name.startsWith(prefix)));
  results.push(...(await runStage(chosen)));
}
if (results.length === 0) {
  console.log(
    `No suite begins with: ${wanted.join(', ')}. There are: ${stages
      .flat()
      .map(({ name }) => name)
      .join(', ')}.`,
  );
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.length === 0 ? 1 : results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
