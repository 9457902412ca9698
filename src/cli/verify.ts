/** `rapport verify FILES..`: whether run files are whole and whether what they claim follows from their decisions. */

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { claimHolds, headerRefusal, playedRefusal, type Refusal, type RefusalId } from '../classroom/checkRun.ts';
import type { LeagueEntry } from '../classroom/leagueEntry.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { replay } from '../game/replay.ts';
import { mostLookedAhead } from '../game/lookedAhead.ts';
import { mostRunBytes, parseRun } from '../game/runFile.ts';
import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { word } from '../text/words.ts';
import { textOption, UsageError, type Command } from './command.ts';
import { goodScenario, placeOf, shippedIds } from './scenarioFiles.ts';
import { scored, type KnownAnchors } from './runScore.ts';
import { numbers } from './table.ts';
import { assignmentAt, entriesOf, runFilesIn, shardOf, type Shard } from './handedIn.ts';

interface Verdict {
  file: string;
  ok: boolean;
  reason: RefusalId | null;
  at?: string;
  claimed: number | null;
  recomputed: number | null;
  /** By round, as the file says; null where it does not say. No replay can show it. */
  lookedAhead: readonly number[] | null;
}

export const verify: Command = {
  options: { scenario: { type: 'string' }, assignment: { type: 'string' }, shard: { type: 'string' }, out: { type: 'string' } },
  async run(positionals, values, { language, progress }) {
    if (positionals.length === 0) throw new UsageError('missing', { option: 'FILES' });
    const files = shardOf(runFilesIn(positionals), textOption(values, 'shard'));
    const tell = (done: number, of: number): void => progress(word('cli', 'progress', { done, of }));
    const assignment = textOption(values, 'assignment');
    const scenario = textOption(values, 'scenario');
    const items =
      assignment === undefined
        ? await verdicts(files, scenario, tell)
        : await graded(assignment, scenario, files, textOption(values, 'out'), tell);
    const good = items.every(({ ok }) => ok);
    return { json: { ok: good, items }, lines: items.map((item) => lineOf(item, language)), good };
  },
};

type Tell = (done: number, of: number) => void;

/** Runs of any kind, each against its own scenario. */
async function verdicts(files: readonly string[], scenario: string | undefined, tell: Tell): Promise<readonly Verdict[]> {
  const folder = scenario === undefined ? null : goodScenario(scenario);
  const anchors: KnownAnchors = new Map();
  const items: Verdict[] = [];
  for (const file of files) items.push(await verdict(file, folder, anchors, tell));
  return items;
}

/** Runs of one assignment, graded on its draws; the whole result goes into a file for `rapport league` if asked. */
async function graded(
  path: string,
  scenario: string | undefined,
  files: readonly string[],
  out: string | undefined,
  tell: Tell,
): Promise<readonly Verdict[]> {
  const setting = assignmentAt(path, scenario);
  const entries = await entriesOf(setting, files, tell);
  const shard: Shard = { format: 1, assignment: setting.assignment, entries };
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(shard)}\n`);
  return entries.map(verdictOf);
}

const verdictOf = ({ file, refusal, graded: found }: LeagueEntry): Verdict => ({
  file,
  ok: refusal === null,
  reason: refusal?.reason ?? null,
  ...(refusal?.at !== undefined && { at: refusal.at }),
  claimed: found?.claimed ?? null,
  recomputed: found?.score.total ?? null,
  lookedAhead: found === null || found.lookedAhead === null ? null : [found.lookedAhead],
});

async function verdict(
  file: string,
  given: ScenarioFolder | null,
  anchors: KnownAnchors,
  tell: (done: number, of: number) => void,
): Promise<Verdict> {
  const claims = { file, claimed: null as number | null, recomputed: null as number | null, lookedAhead: null as Verdict['lookedAhead'] };
  const refuse = ({ reason, at }: Refusal): Verdict => ({ ...claims, ok: false, reason, ...(at !== undefined && { at }) });
  if (statSync(file).size > mostRunBytes) return refuse({ reason: 'format', at: 'fileTooLarge' });
  const parsed = parseRun(readFileSync(file));
  if (!parsed.ok) return refuse({ reason: 'format', at: placeOf(parsed.errors[0]!) });
  const { run } = parsed;
  claims.claimed = run.claimed?.total ?? null;
  claims.lookedAhead = run.lookedAhead ?? null;
  const folder = given ?? shipped(run.scenario.id);
  const early = headerRefusal(run, folder?.scenario ?? null, ENGINE_EPOCH);
  if (early !== null) return refuse(early);
  const { playing } = replay(folder!.scenario, run, run.entries, { digests: true });
  const late = playedRefusal(run, playing);
  if (late !== null) return refuse(late);
  if (claims.claimed === null) return { ...claims, ok: true, reason: null };
  claims.recomputed = await scored(folder!, run, anchors, tell);
  return claimHolds(claims.claimed, claims.recomputed) ? { ...claims, ok: true, reason: null } : refuse({ reason: 'score' });
}

function shipped(id: string): ScenarioFolder | null {
  return shippedIds().includes(id) ? goodScenario(id) : null;
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
