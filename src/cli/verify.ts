/** `rapport verify FILES..`: whether run files are whole and whether what they claim follows from their decisions. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { chainErrors } from '../game/chain.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { anchorLogs, gradingSeeds, gradingSetting } from '../game/grade.ts';
import { replay, type LoggedEntry } from '../game/replay.ts';
import { mostLookedAhead } from '../game/lookedAhead.ts';
import type { RunFile } from '../game/run.ts';
import { mostRunBytes, parseRun } from '../game/runFile.ts';
import type { Outcome, SeedOutcomes } from '../game/score/outcomes.ts';
import { scoreOf } from '../game/score/total.ts';
import { weightsOf } from '../game/score/weights.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { word } from '../text/words.ts';
import { textOption, UsageError, type Command } from './command.ts';
import { anchorsOf } from './gradedRuns.ts';
import type { ReplayJob } from './replayJob.ts';
import { playJobs } from './replayPool.ts';
import { goodScenario, placeOf, shippedIds } from './scenarioFiles.ts';
import { numbers } from './table.ts';

export type VerifyReason = 'format' | 'chain' | 'engine-epoch' | 'scenario' | 'illegal-entry' | 'digest' | 'score';

interface Verdict {
  file: string;
  ok: boolean;
  reason: VerifyReason | null;
  at?: string;
  claimed: number | null;
  recomputed: number | null;
  /** By round, as the file says; null where it does not say. No replay can show it. */
  lookedAhead: readonly number[] | null;
}

/** Whether a claimed score is the recomputed one; a file may round it to two decimals. */
export function claimHolds(claimed: number, recomputed: number): boolean {
  return Math.abs(claimed - recomputed) <= 0.005 + 1e-9;
}

export const verify: Command = {
  options: { scenario: { type: 'string' } },
  async run(positionals, values, { language, progress }) {
    if (positionals.length === 0) throw new UsageError('missing', { option: 'FILES' });
    const given = textOption(values, 'scenario');
    const folder = given === undefined ? null : goodScenario(given);
    const items: Verdict[] = [];
    const anchors: KnownAnchors = new Map();
    for (const file of positionals) {
      if (!existsSync(file)) throw new UsageError('noSuchFile', { name: file });
      items.push(await verdict(file, folder, anchors, (done, of) => progress(word('cli', 'progress', { done, of }))));
    }
    const good = items.every(({ ok }) => ok);
    return { json: { ok: good, items }, lines: items.map((item) => lineOf(item, language)), good };
  },
};

async function verdict(
  file: string,
  given: ScenarioFolder | null,
  anchors: KnownAnchors,
  tell: (done: number, of: number) => void,
): Promise<Verdict> {
  const claims = { file, claimed: null as number | null, recomputed: null as number | null, lookedAhead: null as Verdict['lookedAhead'] };
  const refuse = (reason: VerifyReason, at?: string): Verdict => ({ ...claims, ok: false, reason, ...(at !== undefined && { at }) });
  if (statSync(file).size > mostRunBytes) return refuse('format', 'fileTooLarge');
  const parsed = parseRun(readFileSync(file));
  if (!parsed.ok) return refuse('format', placeOf(parsed.errors[0]!));
  const { run } = parsed;
  claims.claimed = run.claimed?.total ?? null;
  claims.lookedAhead = run.lookedAhead ?? null;
  const [broken] = chainErrors(run);
  if (broken !== undefined) return refuse('chain', broken.at);
  if (run.epoch !== ENGINE_EPOCH) return refuse('engine-epoch', `epoch ${run.epoch}, ${ENGINE_EPOCH}`);
  const folder = given ?? shipped(run.scenario.id);
  if (folder === null || folder.scenario.id !== run.scenario.id || scenarioHash(folder.scenario) !== run.scenario.hash)
    return refuse('scenario', run.scenario.id);
  const { scenario } = folder;
  if (run.world >= scenario.worlds.length) return refuse('scenario', `world ${run.world}`);
  const { playing } = replay(scenario, run, run.entries, { digests: true });
  const [skipped] = playing.skipped;
  if (skipped !== undefined) return refuse('illegal-entry', `entries[${skipped.seq}] ${skipped.code}`);
  const wrong = wrongDigest(run, playing.digests);
  if (wrong !== null) return refuse('digest', wrong);
  if (claims.claimed === null) return { ...claims, ok: true, reason: null };
  claims.recomputed = await scored(folder, run, anchors, tell);
  return claimHolds(claims.claimed, claims.recomputed) ? { ...claims, ok: true, reason: null } : refuse('score');
}

function shipped(id: string): ScenarioFolder | null {
  return shippedIds().includes(id) ? goodScenario(id) : null;
}

/** Place of the first digest that is not what the replay gives, is missing, or belongs to a quarter that was not committed. */
function wrongDigest(run: RunFile, recomputed: readonly string[]): string | null {
  const committed = run.entries.reduce((sum, entry) => sum + (entry.kind === 'commit' ? entry.data.quarters : 0), 0);
  for (let index = 0; index < Math.max(committed, run.digests.length); index += 1) {
    if (index >= committed || run.digests[index] !== recomputed[index]) return `digests[${index}]`;
  }
  return null;
}

type AnchorOutcomes = readonly Pick<SeedOutcomes, 'worst' | 'stay' | 'best'>[];
/** Anchors on the grading seeds by what they depend on: a class hands in many runs of one assignment. */
type KnownAnchors = Map<string, AnchorOutcomes>;

/** The score over the grading seeds, as it is given when a run is handed in. */
async function scored(
  folder: ScenarioFolder,
  run: RunFile,
  known: KnownAnchors,
  tell: (done: number, of: number) => void,
): Promise<number> {
  const own = await outcomes(folder, run, [run.entries], tell);
  const key = canonicalJson([run.scenario.hash, run.world, run.populationSeed, gradingSetting(run).customers]);
  const anchors = known.get(key) ?? (await anchorOutcomes(folder, run, tell));
  known.set(key, anchors);
  return scoreOf(
    gradingSeeds.map((seed, index) => ({ seed, run: own[index]!, ...anchors[index]! })),
    run.luckSeed,
    weightsOf(folder.scenario.weights),
  ).total;
}

async function anchorOutcomes(folder: ScenarioFolder, run: RunFile, tell: (done: number, of: number) => void): Promise<AnchorOutcomes> {
  const logs = anchorLogs(folder.scenario, folder.playbooks, anchorsOf(folder, run.world));
  const all = await outcomes(folder, run, [logs.worst, logs.stay, logs.best], tell);
  return gradingSeeds.map((_, index) => ({ worst: all[3 * index]!, stay: all[3 * index + 1]!, best: all[3 * index + 2]! }));
}

/** Outcomes of the logs on every grading seed, seed by seed. */
async function outcomes(
  { scenario }: ScenarioFolder,
  run: RunFile,
  logs: readonly (readonly LoggedEntry[])[],
  tell: (done: number, of: number) => void,
): Promise<Outcome[]> {
  const { customers, world, populationSeed, allOpen } = gradingSetting(run);
  const jobs = gradingSeeds.flatMap((luckSeed) =>
    logs.map((entries): ReplayJob => ({
      setting: { customers, world, populationSeed, luckSeed, ...(allOpen && { allOpen }) },
      policy: { kind: 'log', entries },
      keep: 'outcome',
    })),
  );
  const results = await playJobs(scenario, jobs, (done) => tell(done, jobs.length));
  return results.map(({ outcome }) => outcome);
}

function lineOf({ file, ok, reason, at, claimed, recomputed, lookedAhead }: Verdict, language: 'en' | 'vi'): string {
  const points = numbers(language, 2);
  if (ok) {
    const line = word('cli', claimed === null ? 'verify.good' : 'verify.goodScore', {
      file,
      claimed: claimed === null ? '' : points(claimed),
    });
    const most = mostLookedAhead({ ...(lookedAhead && { lookedAhead }) });
    return most === 0 ? line : word('cli', 'verify.ahead', { line, most: most ?? word('cli', 'verify.aheadUnknown') });
  }
  const why = word('cli', `verify.reason.${reason}`, { claimed: points(claimed ?? 0), recomputed: points(recomputed ?? 0) });
  return `${word('cli', 'verify.bad', { file, why })}${at === undefined ? '' : ` (${at})`}`;
}
