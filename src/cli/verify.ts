/** `rapport verify FILES..`: whether run files are whole and whether what they claim follows from their decisions. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { chainErrors } from '../game/chain.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { anchorLogs, gradingSeeds, type AnchorNames } from '../game/grade.ts';
import { replay } from '../game/replay.ts';
import type { RunFile } from '../game/run.ts';
import { mostRunBytes, parseRun } from '../game/runFile.ts';
import { scoreOf, type SeedOutcomes } from '../game/score.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { word } from '../text/words.ts';
import { textOption, UsageError, type Command } from './command.ts';
import { anchorsOf } from './gradedRuns.ts';
import type { Policy, ReplayJob } from './replayJob.ts';
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
}

/** A file may round its claim to two decimals. */
const tolerance = 0.005;

export const verify: Command = {
  options: { scenario: { type: 'string' } },
  async run(positionals, values, { language, progress }) {
    if (positionals.length === 0) throw new UsageError('missing', { option: 'FILES' });
    const given = textOption(values, 'scenario');
    const folder = given === undefined ? null : goodScenario(given);
    const items: Verdict[] = [];
    for (const file of positionals) {
      if (!existsSync(file)) throw new UsageError('noSuchFile', { name: file });
      items.push(await verdict(file, folder, (done, of) => progress(word('cli', 'progress', { done, of }))));
    }
    const good = items.every(({ ok }) => ok);
    return { json: { ok: good, items }, lines: items.map((item) => lineOf(item, language)), good };
  },
};

async function verdict(file: string, given: ScenarioFolder | null, tell: (done: number, of: number) => void): Promise<Verdict> {
  const claims = { file, claimed: null as number | null, recomputed: null as number | null };
  const refuse = (reason: VerifyReason, at?: string): Verdict => ({ ...claims, ok: false, reason, ...(at !== undefined && { at }) });
  if (statSync(file).size > mostRunBytes) return refuse('format', 'fileTooLarge');
  const parsed = parseRun(readFileSync(file));
  if (!parsed.ok) return refuse('format', placeOf(parsed.errors[0]!));
  const { run } = parsed;
  claims.claimed = run.claimed?.total ?? null;
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
  claims.recomputed = await scored(folder, run, tell);
  return Math.abs(claims.claimed - claims.recomputed) <= tolerance ? { ...claims, ok: true, reason: null } : refuse('score');
}

function shipped(id: string): ScenarioFolder | null {
  return shippedIds().includes(id) ? goodScenario(id) : null;
}

/** Place of the first digest that is not what the replay gives, or of the first one missing. */
function wrongDigest(run: RunFile, recomputed: readonly string[]): string | null {
  const committed = run.entries.reduce((sum, entry) => sum + (entry.kind === 'commit' ? entry.data.quarters : 0), 0);
  for (let index = 0; index < Math.max(committed, run.digests.length); index += 1) {
    if (run.digests[index] !== recomputed[index]) return `digests[${index}]`;
  }
  return null;
}

/** The score over the grading seeds, as it is given when a run is handed in. */
async function scored(folder: ScenarioFolder, run: RunFile, tell: (done: number, of: number) => void): Promise<number> {
  const { scenario, playbooks } = folder;
  const names: AnchorNames = anchorsOf(folder);
  const anchors = anchorLogs(scenario, playbooks, names);
  const policies = [run.entries, anchors.worst, anchors.stay, anchors.best].map((entries): Policy => ({ kind: 'log', entries }));
  const { customers, world, populationSeed } = run;
  const jobs = gradingSeeds.flatMap((luckSeed) =>
    policies.map((policy): ReplayJob => ({ setting: { customers, world, populationSeed, luckSeed }, policy, keep: 'outcome' })),
  );
  const results = await playJobs(scenario, jobs, (done) => tell(done, jobs.length));
  const outcomes = gradingSeeds.map((seed, index): SeedOutcomes => {
    const [own, worst, stay, best] = results.slice(index * policies.length).map(({ outcome }) => outcome);
    return { seed, run: own!, worst: worst!, stay: stay!, best: best! };
  });
  return scoreOf(outcomes, run.luckSeed).total;
}

function lineOf({ file, ok, reason, at, claimed, recomputed }: Verdict, language: 'en' | 'vi'): string {
  const points = numbers(language, 2);
  if (ok)
    return word('cli', claimed === null ? 'verify.good' : 'verify.goodScore', { file, claimed: claimed === null ? '' : points(claimed) });
  const why = word('cli', `verify.reason.${reason}`, { claimed: points(claimed ?? 0), recomputed: points(recomputed ?? 0) });
  return `${word('cli', 'verify.bad', { file, why })}${at === undefined ? '' : ` (${at})`}`;
}
