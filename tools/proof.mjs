/**
 * `npm run proof`: the long form of `npm test`, whose figures are committed as docs/proof.json with the engine epoch.
 *
 *   tables    scores of every playbook and generated player: all scenarios, all hidden worlds, all grading seeds
 *   facts     published figures held by the simulated customers, at full size, and a market in which nobody acts
 *   conflicts what is felt, voiced and left unsaid at three complaint doors, and refunding everything against a careful policy
 *   players   those who must not gain by what they do, each held to its bar
 *   rank      rank correlation of score and criteria with the customer equity that mixed playbooks leave eight quarters after
 *   cross     path shapes and generic strategies against each other in every hidden world: who is best where
 *   spread    how far luck moves the score of a fixed playbook, and one played seed against the seeds that grade
 *   reviews   figures of reviews against the truth, by whom is asked and when, and what each temptation of a board report comes to
 *   machines  share of a replay that is spent in machines
 *   models    lift of a tenth by rule, RFM and model, and gain of one-to-one treatment, on clean and on stale files
 *   intervals how often the 80% intervals of known figures hold the truth of those they speak of, over 1000 honest samples each
 *   bench     customer-quarters a second and bytes a customer, and the bars they are held to
 *   mutants   10,000 damaged files a parser
 *   engines   the same digests in Node and in every browser that is installed: Chromium, Firefox, WebKitGTK
 *
 *   npm run proof                          measure everything and print it
 *   npm run proof -- --write               and write docs/proof.json and scenarios/*\/expected.json
 *   npm run proof -- engines bench         only these parts
 *   npm run proof -- --scenario ID         only this scenario (may be given again)
 *   npm run proof -- --seeds 3 --customers 2000 --mutants 500
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bundled, threadEntries } from './node-bundle.mjs';
import { cacheFolder, root } from './paths.mjs';
import { setUp } from './setup.mjs';

const parts = [
  'tables',
  'facts',
  'conflicts',
  'players',
  'rank',
  'cross',
  'spread',
  'reviews',
  'machines',
  'models',
  'intervals',
  'bench',
  'mutants',
  'engines',
];
const proofFile = join(root, 'docs/proof.json');
/** Tables are played at the size at which runs are graded. */
const full = { seeds: 30, customers: 5000, policySeeds: 8, policyCustomers: 20_000, mutants: 10_000 };
/** People in the runs whose time in machines is taken: a quick run, and the usual one. */
const machineSizes = [2000, 20_000];
/** Seeds and people in the measures of players, of ranks, of shapes and of the spread; seeds of paired differences, mixtures in those of ranks. */
const playerRuns = { seeds: 10, customers: 4000, pairedSeeds: 20 };
const rankRuns = { seeds: 4, customers: 4000, mixtures: 50 };
const crossRuns = { seeds: 6, customers: 4000 };
const spreadRuns = { seeds: 30, customers: 4000 };
/** Luck seeds of each world, and people, in the measures of reviews. */
const reviewRuns = { estimates: 8, temptations: 30, customers: 4000 };
/** Seeds and people in the measures of models. */
const modelRuns = { seeds: 8, customers: 4000 };
/** Samples of each known figure, and people in their worlds. */
const intervalRuns = { samples: 1000, customers: 4000 };

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean' },
    scenario: { type: 'string', multiple: true },
    seeds: { type: 'string' },
    customers: { type: 'string' },
    mutants: { type: 'string' },
  },
});

/** The whole number of an option. */
function count(name, otherwise) {
  if (asked[name] === undefined) return otherwise;
  const value = Number(asked[name]);
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} must be a whole number from 1: ${asked[name]}`);
  return value;
}

const chosen = positionals.length > 0 ? positionals : parts;
const strange = chosen.find((part) => !parts.includes(part));
if (strange !== undefined) throw new RangeError(`the parts of the proof are ${parts.join(', ')}; there is no ${strange}`);
const customers = count('customers', null);
const tell = (text) => process.stderr.write(`${text}\n`);
const rounded = (value) => Number(value.toPrecision(4));
/** The same value with all numbers to four digits, so that the file shows figures and not noise. */
function readable(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? value : rounded(value);
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

/** Runs a Node program of the project; answers its exit code and what it printed. */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ good: code === 0, output }));
  });
}

async function load(name, file, entries = {}, plugins = []) {
  const bundle = await bundled(name, { [name]: join(root, file), ...entries }, plugins);
  return import(pathToFileURL(join(bundle, `${name}.js`)).href);
}

/** In the bundle that measures machines every import of the door to them leads to the one with a clock in it. */
const timedDoor = {
  name: 'timed-door',
  enforce: 'pre',
  resolveId(source, importer) {
    const outside = importer !== undefined && !importer.endsWith('timedStep.ts');
    return outside && source.endsWith('/step.ts') ? join(root, 'tools/proof/timedStep.ts') : undefined;
  },
};

const { scenarioTables, shippedIds, ENGINE_EPOCH } = await (async () => {
  await setUp('tests');
  return load('tables', 'tools/proof/tables.ts', threadEntries());
})();
const scenarios = asked.scenario ?? shippedIds();

/** Each measure answers whether it is good, its figures for the file, and lines for a reader. */
const measures = {
  async tables() {
    const figures = {};
    const lines = [];
    let good = true;
    for (const id of scenarios) {
      let told = 0;
      const { tables, expected } = await scenarioTables(id, customers ?? full.customers, count('seeds', full.seeds), (world, done, of) => {
        if (done === of || done >= told + 40 || done < told) {
          told = done;
          tell(`${id} ${world}: ${done} of ${of} runs`);
        }
      });
      const { worlds } = tables;
      figures[id] = tables;
      for (const [world, { players, paired }] of Object.entries(worlds)) {
        lines.push(`${id} / ${world} (${tables.customers} people, ${tables.seeds} seeds)`);
        for (const { name, mean, sd, X1, X2 } of players) {
          const criterion = (each, unit) => `${(each.mean / unit).toFixed(1)} +- ${(each.sd / unit).toFixed(1)} (${each.place.toFixed(2)})`;
          lines.push(
            `  ${name.padEnd(18)} ${mean.toFixed(1).padStart(6)} +- ${sd.toFixed(1).padStart(4)}   X1 ${criterion(X1, 1)}   X2 ${criterion(X2, 1e6)} M`,
          );
        }
        for (const { a, b, mean, sd, clear } of paired) {
          lines.push(
            `  ${`${a} - ${b}`.padEnd(28)} ${mean.toFixed(1).padStart(6)} +- ${sd.toFixed(1).padStart(4)}${clear ? '' : '   NOT CLEAR'}`,
          );
          good &&= clear;
        }
      }
      if (asked.write) writeFileSync(join(root, 'scenarios', id, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
    }
    return { good, figures, lines };
  },

  async facts() {
    const { good, output } = await run(['tools/rapport.mjs', 'facts', '--market', '--json']);
    const figures = JSON.parse(output);
    const lines = figures.items.map(
      ({ id, status, expect, low, high, measured, monteCarloError }) =>
        `fact ${id.padEnd(5)} ${status.padEnd(6)} expected ${expect} in ${low}..${high}, ` +
        (measured === null ? 'not measured' : `measured ${rounded(measured)} +- ${rounded(monteCarloError)}`),
    );
    return { good, figures, lines };
  },

  async conflicts() {
    const { complaintPolicies } = await load('conflicts', 'tools/proof/conflicts.ts');
    const figures = scenarios.map((id) => complaintPolicies(id, customers ?? full.policyCustomers, count('seeds', full.policySeeds)));
    const lines = figures.flatMap(({ scenario, policies, pairs }) => [
      ...Object.entries(policies).map(
        ([name, { complaintsPerThousand: heard, voiced, silentExitsPerThousand: silent, churn }]) =>
          `${scenario} ${name.padEnd(9)} complaints ${rounded(heard.mean)} +- ${rounded(heard.sd)} per 1000, voiced ${rounded(voiced.mean)} ` +
          `of felt, silent exits ${rounded(silent.mean)} +- ${rounded(silent.sd)} per 1000, churn ${rounded(churn.mean)} +- ${rounded(churn.sd)}`,
      ),
      ...pairs.map(
        ({ a, b, complaints, churn, contribution, equity, result, good }) =>
          `${scenario} ${`${a} against ${b}`.padEnd(25)} complaints x ${rounded(complaints.mean)}, churn ${rounded(churn.mean)} +- ${rounded(churn.sd)}, ` +
          `contribution ${rounded(contribution.mean)} +- ${rounded(contribution.sd)}, result ${rounded(result.mean)} +- ${rounded(result.sd)}, ` +
          `equity ${rounded(equity.mean)} +- ${rounded(equity.sd)}${good ? '' : '   NOT AS SAID'}`,
      ),
    ]);
    return { good: figures.every(({ pairs }) => pairs.every(({ good }) => good)), figures, lines };
  },

  async players() {
    const { playerRows } = await load('players', 'tools/proof/players.ts', threadEntries());
    const size = { ...playerRuns, customers: customers ?? playerRuns.customers, seeds: count('seeds', playerRuns.seeds) };
    const rows = [];
    for (const id of scenarios) rows.push(...(await playerRows(id, size, tell)));
    const said = (value) => (value === null || value === undefined ? '-' : value.toFixed(2));
    const lines = rows.map(
      ({ player, scenario, world, measured, error, bar, ok, more }) =>
        `${scenario} / ${world}: ${player.padEnd(18)} ${bar.of.padEnd(11)} ${said(measured).padStart(7)}${error === undefined ? '' : ` +- ${said(error)}`}  bar ${said(bar.low)} to ${said(bar.high)}${ok ? '' : '   MISSED'}` +
        `   ${Object.entries(more)
          .map(([name, value]) => `${name} ${said(value)}`)
          .join(' ')}`,
    );
    return { good: rows.every(({ ok }) => ok), figures: { ...size, rows }, lines };
  },

  async rank() {
    const { rankFigures } = await load('rank', 'tools/proof/rank.ts');
    const size = { ...rankRuns, customers: customers ?? rankRuns.customers, seeds: count('seeds', rankRuns.seeds) };
    const rows = scenarios.flatMap((id) => rankFigures(id, size, tell));
    const lines = rows.map(
      ({ scenario, world, total, bar, ok, criteria }) =>
        `${scenario} / ${world}: score and equity after ${total.toFixed(2)}, bar ${bar}${ok ? '' : '   MISSED'}   ` +
        Object.entries(criteria)
          .map(([id, value]) => `${id} ${value === null ? '-' : value.toFixed(2)}`)
          .join(' '),
    );
    return { good: rows.every(({ ok }) => ok), figures: { ...size, rows }, lines };
  },

  async cross() {
    const { crossRows } = await load('cross', 'tools/proof/cross.ts', threadEntries());
    const size = { customers: customers ?? crossRuns.customers, seeds: count('seeds', crossRuns.seeds) };
    const rows = [];
    for (const id of scenarios) rows.push(...(await crossRows(id, size, tell)));
    const told = ({ scores, best, next, margin, error }) =>
      `${Object.entries(scores)
        .map(([id, { mean, sd }]) => `${id} ${mean.toFixed(1)} +- ${sd.toFixed(1)}`)
        .join('  ')}   best ${best}, over ${next} by ${margin.toFixed(1)} +- ${error === null ? '-' : error.toFixed(1)}`;
    const lines = rows.flatMap(({ scenario, world, shapes, generics }) => [
      `${scenario} / ${world}: ${told(shapes)}`,
      `${scenario} / ${world} with each generic strategy: ${told(generics)}`,
    ]);
    const bestOf = (kind) => new Set(rows.map((row) => row[kind].best));
    const walked = [...new Set(rows.flatMap(({ shapes }) => Object.keys(shapes.scores)))];
    const never = walked.filter((id) => !bestOf('shapes').has(id));
    lines.push(`best in no world: ${never.join(', ') || 'none'}`);
    const staying = rows.filter(({ shapes }) => shapes.best === 'stay').length;
    const good = bestOf('shapes').size > 1 && bestOf('generics').size === 3 && bestOf('shapes').has('p14') && staying >= rows.length / 4;
    return { good, figures: { ...size, rows, never }, lines };
  },

  async spread() {
    const { spreadRows } = await load('spread', 'tools/proof/spread.ts', threadEntries());
    const size = { customers: customers ?? spreadRuns.customers, seeds: count('seeds', spreadRuns.seeds) };
    const rows = [];
    for (const id of scenarios) rows.push(...(await spreadRows(id, size, tell)));
    const lines = rows.map(
      ({ scenario, world, playbook, mean, sd, low, high, played }) =>
        `${scenario} / ${world}: ${playbook.padEnd(18)} ${mean.toFixed(1)} +- ${sd.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)}), as played ${played.toFixed(1)}`,
    );
    return { good: rows.length > 0, figures: { ...size, rows }, lines };
  },

  async reviews() {
    const { estimateRows } = await load('reviews', 'tools/proof/reviews.ts');
    const { temptationRows } = await load('temptations', 'tools/proof/temptations.ts');
    const people = customers ?? reviewRuns.customers;
    const sized = (seeds) => ({ customers: people, seeds: count('seeds', seeds) });
    const estimates = scenarios.flatMap((id) => estimateRows(id, sized(reviewRuns.estimates)));
    const temptations = scenarios.flatMap((id) => temptationRows(id, sized(reviewRuns.temptations)));
    const lines = [
      ...estimates.map(
        ({ scenario, frame, moment, figures, held, of, error, width }) =>
          `${scenario} ${frame} ${moment}: ${figures.padEnd(18)} ${((100 * held) / of).toFixed(1)}% of ${of} hold the truth, off by ${rounded(error)}, width ${rounded(width)}`,
      ),
      ...temptations.map(
        ({ scenario, bias, reports, foundOut, foundOutInAYear, leadershipFirst, leadershipLast, score, honest }) =>
          `${scenario} ${bias.padEnd(20)} ${reports} reports, ${(100 * foundOut).toFixed(0)}% found out, ${foundOutInAYear === null ? '-' : (100 * foundOutInAYear).toFixed(0)}% within a year, leadership ${leadershipFirst.mean.toFixed(1)} at once, ` +
          `${leadershipLast.mean.toFixed(1)} at the end, score ${score.toFixed(1)} against ${honest.toFixed(1)}`,
      ),
    ];
    return {
      good: temptations.every(({ score, honest }) => score < honest),
      figures: { customers: people, estimates, temptations },
      lines,
    };
  },

  async machines() {
    const { machineTime } = await load('machines', 'tools/proof/machineTime.ts', {}, [timedDoor]);
    const figures = (customers === null ? machineSizes : [customers]).map((size) => machineTime(scenarios[0], size));
    const lines = figures.map(
      ({ customers: size, share, eventsPerQuarter, mostEventsInAQuarter, millisecondsPerEvent }) =>
        `machines at ${size} people: ${(100 * share).toFixed(1)}% of a replay, ${eventsPerQuarter.toFixed(1)} events a quarter ` +
        `(at most ${mostEventsInAQuarter}), ${millisecondsPerEvent.toFixed(3)} ms an event`,
    );
    return { good: figures.every(({ mostEventsInAQuarter }) => mostEventsInAQuarter <= 30), figures, lines };
  },

  async models() {
    const { modelFigures } = await load('models', 'tools/proof/models.ts');
    const seeds = Math.min(modelRuns.seeds, count('seeds', modelRuns.seeds));
    const figures = scenarios.map((id) => modelFigures(id, seeds, customers ?? modelRuns.customers));
    const said = ({ mean, sd }) => `${mean.toFixed(2)} +- ${sd.toFixed(2)}`;
    const lines = figures.flatMap(({ scenario, lift, oneToOne }) => [
      ...Object.entries(lift).map(
        ([files, by]) =>
          `${scenario}: lift of a tenth on ${files} files: ${Object.entries(by)
            .map(([name, each]) => `${name} ${said(each)}`)
            .join(', ')}`,
      ),
      ...oneToOne.map(
        ({ stale, gain }) =>
          `${scenario}: one-to-one over mass treatment, ${100 * stale}% stale: ${said({ mean: 100 * gain.mean, sd: 100 * gain.sd })}%`,
      ),
    ]);
    const good = figures.every(
      ({ lift, oneToOne }) =>
        lift.good.churn.mean > lift.bad.churn.mean &&
        lift.good.churn.mean > lift.good.rfm.mean &&
        oneToOne[2].gain.mean < 0.6 * oneToOne[0].gain.mean,
    );
    return { good, figures, lines };
  },

  async intervals() {
    const { bounds, reckonedBounds, intervalFigures } = await load('intervals', 'tools/proof/intervals.ts');
    const figures = scenarios.map((id) => intervalFigures(id, customers ?? intervalRuns.customers, intervalRuns.samples));
    const isHonest = ({ held, of, player }) => {
      const { low, high } = player === undefined ? bounds : reckonedBounds;
      return held / of >= low && held / of <= high;
    };
    const rowsOf = ({ sampled, logged, reckoned }) => [...sampled, ...logged, ...reckoned];
    const lines = figures.flatMap((each) =>
      rowsOf(each).map(
        (row) =>
          `${each.scenario} ${row.id.padEnd(20)} ${row.method.padEnd(8)} ${row.frame.padEnd(18)} n ${String(Math.round(row.n)).padStart(6)}  ` +
          `${((100 * row.held) / row.of).toFixed(1)}% of ${row.of}` +
          `${row.player === undefined ? '' : `  ${row.player}, bias ${(100 * row.bias).toFixed(0)}%`}${isHonest(row) ? '' : '   NOT HONEST'}`,
      ),
    );
    return { good: figures.every((each) => rowsOf(each).every(isHonest)), figures, lines };
  },

  async bench() {
    const size = customers === null ? [] : ['--customers', String(customers)];
    const { good, output } = await run(['tools/rapport.mjs', 'bench', '--replays', '--json', ...size]);
    const figures = good ? JSON.parse(output) : null;
    const rows = (figures?.rows ?? []).map(
      ({ name, customers: people, customerQuartersPerSecond, ratioToTidyObjects, bytesPerCustomer }) =>
        `bench ${name} at ${people}: ${customerQuartersPerSecond} customer-quarters a second, ${ratioToTidyObjects.toFixed(2)} of tidy objects, ` +
        `${bytesPerCustomer.toFixed(1)} bytes a customer`,
    );
    const bars = (figures?.bars ?? []).map(
      ({ bar, measured, kind, limit, pass }) =>
        `bench ${bar}: ${measured === null ? 'not measured' : rounded(measured)}, ${kind} ${limit}${pass === false ? '   MISSED' : ''}`,
    );
    return { good, figures, lines: [...rows, ...bars] };
  },

  async mutants() {
    const perParser = count('mutants', full.mutants);
    const report = join(cacheFolder, 'proof-mutants.json');
    const { good, output } = await run(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        'tests/scenario/mutants.test.ts',
        'tests/game/runFile.test.ts',
        'tests/game/packed.test.ts',
        '--testNamePattern=mutants|cut out|replaced',
        '--testTimeout=1200000',
        '--reporter=json',
        `--outputFile=${report}`,
      ],
      { RAPPORT_MUTANTS: String(perParser) },
    );
    if (!good) tell(output);
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    const figures = { perParser, tests: numPassedTests + numFailedTests, failed: numFailedTests };
    return {
      good: good && figures.tests > 0,
      figures,
      lines: [`mutants: ${perParser} a parser, ${figures.tests} tests, ${figures.failed} failed`],
    };
  },

  async engines() {
    const { compareEngines } = await import('./proof/engines/engines.mjs');
    return compareEngines(customers);
  },
};

const stored = existsSync(proofFile) ? JSON.parse(readFileSync(proofFile, 'utf8')) : {};
// Figures of another epoch are of another engine: they are not carried over.
const proof = stored.epoch === ENGINE_EPOCH ? stored : { epoch: ENGINE_EPOCH };
let allGood = true;
for (const part of parts.filter((each) => chosen.includes(each))) {
  tell(`${part} ...`);
  const { good, figures, lines } = await measures[part]();
  for (const line of [...lines, `${good ? 'good' : 'BAD '} ${part}`]) console.log(line);
  allGood &&= good;
  proof[part] = part === 'tables' ? { ...proof.tables, ...readable(figures) } : readable(figures);
}
if (asked.write) {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(proofFile, `${JSON.stringify(proof, null, 2)}\n`);
  tell('Written: docs/proof.json');
}
process.exitCode = allGood ? 0 : 1;
