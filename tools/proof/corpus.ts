/**
 * The corpus behind the engine epoch: twenty runs of a frozen scenario with the digest each ends on. It holds its own copy of the
 * scenario and of the logs, so that a scenario that is tuned or a playbook that is rewritten moves nothing here: only the engine does.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playbookLog } from '../../src/game/grade.ts';
import type { LoggedEntry, RunSetting } from '../../src/game/replay.ts';
import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { lastDigest } from './lastDigest.ts';

/** One run and the digest of its last quarter. */
export interface CorpusRun {
  log: string;
  setting: RunSetting;
  digest: string;
}
export interface Corpus {
  epoch: number;
  /** Decisions by name. */
  logs: Readonly<Record<string, readonly LoggedEntry[]>>;
  runs: readonly CorpusRun[];
}

const customers = 500;
const seeds = [
  { populationSeed: 1, luckSeed: 1001 },
  { populationSeed: 2, luckSeed: 7 },
];

/** The corpus in a folder: `scenario.json` and `runs.json`. Throws an Error when the scenario can no longer be read. */
export function readCorpus(from: string): { scenario: Scenario; corpus: Corpus } {
  return { ...readFrozen(from), corpus: JSON.parse(readFileSync(join(from, 'runs.json'), 'utf8')) as Corpus };
}

function readFrozen(from: string): { scenario: Scenario } {
  // JSON is YAML too: the frozen scenario goes through the one door of scenarios.
  const parsed = parseScenario(new Map([['scenario.yaml', readFileSync(join(from, 'scenario.json'), 'utf8')]]));
  if (!parsed.ok) throw new Error(`The frozen scenario of the corpus can no longer be read: ${JSON.stringify(parsed.errors.slice(0, 3))}`);
  return { scenario: parsed.value.scenario };
}

/** The runs of a new corpus: every playbook in every hidden world on two pairs of seeds. */
export function newCorpus({ scenario, playbooks }: ScenarioFolder, epoch: number): Corpus {
  const logs = Object.fromEntries(Object.entries(playbooks).map(([name, playbook]) => [name, playbookLog(scenario, playbook)]));
  const runs = Object.keys(logs).flatMap((log) =>
    scenario.worlds.flatMap((_, world) => seeds.map((pair) => ({ log, setting: { customers, world, ...pair }, digest: '' }))),
  );
  return played({ epoch, logs, runs }, scenario, epoch);
}

/** Writes `runs.json`, one run a line, so that a change shows which runs moved. */
export function writeRuns(to: string, { epoch, logs, runs }: Corpus): void {
  const list = runs.map((run) => `    ${JSON.stringify(run)}`).join(',\n');
  const decisions = Object.entries(logs).map(([name, entries]) => {
    const lines = entries.map((entry) => `      ${JSON.stringify(entry)}`).join(',\n');
    return `    ${JSON.stringify(name)}: [\n${lines}\n    ]`;
  });
  writeFileSync(
    join(to, 'runs.json'),
    `{\n  "epoch": ${epoch},\n  "logs": {\n${decisions.join(',\n')}\n  },\n  "runs": [\n${list}\n  ]\n}\n`,
  );
}

/** The corpus with the digests that the engine gives now. */
export function played(corpus: Corpus, scenario: Scenario, epoch: number): Corpus {
  const runs = corpus.runs.map((run): CorpusRun => {
    return { ...run, digest: lastDigest(scenario, run.setting, corpus.logs[run.log]!) };
  });
  return { ...corpus, epoch, runs };
}

export type Verdict = 'same' | 'raised' | 'digestsMoved' | 'epochRaisedForNothing' | 'epochLowered';

/** What an engine means for a stored corpus: digests and epoch move together or not at all. */
export function compareCorpus(stored: Corpus, now: Corpus): { verdict: Verdict; moved: readonly CorpusRun[] } {
  const moved = now.runs.filter(({ digest }, index) => digest !== stored.runs[index]?.digest);
  if (now.epoch < stored.epoch) return { verdict: 'epochLowered', moved };
  if (now.epoch > stored.epoch) return { verdict: moved.length > 0 ? 'raised' : 'epochRaisedForNothing', moved };
  return { verdict: moved.length > 0 ? 'digestsMoved' : 'same', moved };
}

const refusals: Readonly<Record<'digestsMoved' | 'epochRaisedForNothing' | 'epochLowered', string>> = {
  digestsMoved:
    'Digests of the corpus moved and the epoch did not: raise ENGINE_EPOCH in src/game/epoch.ts, or find what changed by mistake.',
  epochRaisedForNothing: 'The epoch was raised and no digest of the corpus moved: set ENGINE_EPOCH back, old runs still open.',
  epochLowered: 'The epoch is lower than that of the corpus: it only ever rises.',
};

/**
 * Brings a stored corpus up to the engine as it is now, if epoch and digests agree to move.
 * @param first freeze this scenario and write the corpus anew, whatever was stored; null = keep what is frozen
 * @returns what was done or why nothing was, and whether that is good
 */
export function refreshCorpus(at: string, first: ScenarioFolder | null, epoch: number): { good: boolean; text: string } {
  if (first !== null) {
    writeFileSync(join(at, 'scenario.json'), `${JSON.stringify(first.scenario, null, 1)}\n`);
    const { scenario } = readFrozen(at);
    const corpus = newCorpus({ ...first, scenario }, epoch);
    writeRuns(at, corpus);
    return { good: true, text: `Corpus begun: ${corpus.runs.length} runs at epoch ${epoch}.` };
  }
  const { scenario, corpus } = readCorpus(at);
  const now = played(corpus, scenario, epoch);
  const { verdict, moved } = compareCorpus(corpus, now);
  if (verdict === 'same') return { good: true, text: `No digest of ${corpus.runs.length} runs moved; epoch ${epoch}.` };
  if (verdict !== 'raised') return { good: false, text: `${refusals[verdict]} (${moved.length} of ${corpus.runs.length} runs moved)` };
  writeRuns(at, now);
  return { good: true, text: `Corpus rewritten: ${moved.length} of ${corpus.runs.length} runs moved, epoch ${corpus.epoch} -> ${epoch}.` };
}
