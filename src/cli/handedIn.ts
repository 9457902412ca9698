/** Files that a class handed in, found on disk and graded: all of them, or one shard of a batch. */

import { readdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gradingSeedsOf, type Assignment } from '../classroom/assignment.ts';
import { assignedFolder, assignmentFault } from '../classroom/assignedScenario.ts';
import { parseAssignment } from '../classroom/assignmentFile.ts';
import { classPlayer, type ClassJob, type ClassResult, type ClassSetting } from '../classroom/classJob.ts';
import { deckWords } from '../classroom/deckWords.ts';
import { gradedEntry, refusedEntry, type LeagueEntry } from '../classroom/leagueEntry.ts';
import { ENGINE_EPOCH } from '../game/epoch.ts';
import { mostRunBytes } from '../game/runFile.ts';
import { UsageError } from './command.ts';
import { goodScenario, placeOf, shippedIds } from './scenarioFiles.ts';
import { inThreads } from './threads.ts';

/** Files at most in one call. */
const mostFiles = 20_000;

/** Reads an assignment and makes its firm. Throws a UsageError for a file that is none, or that cannot be played here. */
export function assignmentAt(path: string, scenario: string | undefined): ClassSetting {
  if (!existsSync(path)) throw new UsageError('noSuchFile', { name: path });
  const parsed = parseAssignment(readFileSync(path));
  if (!parsed.ok) throw new UsageError('badAssignment', { name: path, first: placeOf(parsed.errors[0]!) });
  const { assignment } = parsed;
  const id = scenario ?? assignment.scenario.id;
  if (scenario === undefined && !shippedIds().includes(id))
    throw new UsageError('noSuchScenario', { name: id, ids: shippedIds().join(' ') });
  const folder = goodScenario(id);
  const fault = assignmentFault(assignment, folder, ENGINE_EPOCH);
  if (fault !== null) throw new UsageError('badAssignment', { name: path, first: fault });
  if (assignment.heldBack && !assignment.grading) throw new UsageError('studentsCopy', { name: path });
  return { folder: assignedFolder(assignment, folder, deckWords), assignment };
}

/** Every .json file of the paths given, folders searched through, in the order of their names. Throws a UsageError for what is not there. */
export function runFilesIn(paths: readonly string[]): readonly string[] {
  const files: string[] = [];
  const visit = (path: string): void => {
    if (!existsSync(path)) throw new UsageError('noSuchFile', { name: path });
    if (!statSync(path).isDirectory()) files.push(path);
    else {
      for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.name.endsWith('.json'))) continue;
        visit(join(path, entry.name));
      }
    }
    if (files.length > mostFiles) throw new UsageError('tooManyFiles', { most: mostFiles });
  };
  paths.forEach(visit);
  return files;
}

/** The part of the files that shard `i` of `n` takes, `i` from 1: every n-th. Throws a UsageError for anything else than i/n. */
export function shardOf(files: readonly string[], shard: string | undefined): readonly string[] {
  if (shard === undefined) return files;
  const found = /^(\d{1,5})\/(\d{1,5})$/.exec(shard);
  const [i, n] = [Number(found?.[1]), Number(found?.[2])];
  if (!(i >= 1 && i <= n)) throw new UsageError('shard', { shard });
  return files.filter((_, index) => index % n === i - 1);
}

/** Checks and grades the files, in their order. @param tell how many replays of files and anchors are done */
export async function entriesOf(
  setting: ClassSetting,
  files: readonly string[],
  tell: (done: number, of: number) => void,
): Promise<readonly LeagueEntry[]> {
  const { assignment, folder } = setting;
  const seeds = gradingSeedsOf(assignment);
  const size = files.map((file) => statSync(file).size);
  const jobs: ClassJob[] = [
    ...seeds.map((seed): ClassJob => ({ kind: 'anchors', seed })),
    // One byte more than is read shows what is too large without reading it.
    ...files.map((file, index): ClassJob => ({
      kind: 'run',
      bytes: size[index]! > mostRunBytes ? new Uint8Array(mostRunBytes + 1) : new Uint8Array(readFileSync(file)),
    })),
  ];
  const thread = { file: new URL('./class.worker.js', import.meta.url), setting, here: classPlayer };
  const results: ClassResult[] = await inThreads(thread, jobs, (done) => tell(done, jobs.length));
  const anchors = results.flatMap((result) => (result.kind === 'anchors' ? [result.outcomes] : []));
  const runs = results.flatMap((result) => (result.kind === 'run' ? [result] : []));
  return runs.map(({ checked, outcomes }, index) => {
    const name = relative('.', files[index]!);
    if (!checked.ok) return refusedEntry(name, false, checked.refusal, checked.run, checked.errors);
    return gradedEntry(name, false, checked.played, assignment, folder.scenario, outcomes, anchors);
  });
}

/** What a shard writes and a league reads. */
export interface Shard {
  format: 1;
  assignment: Assignment;
  entries: readonly LeagueEntry[];
}
