/** The class on the lecturer's table: which assignment, which students, which files, and what came of them. */

import { gradingSeedsOf, type Assignment } from '../../../classroom/assignment.ts';
import { assignedFolder } from '../../../classroom/assignedScenario.ts';
import type { AnchorOutcomes } from '../../../classroom/classBench.ts';
import type { ClassJob, ClassSetting } from '../../../classroom/classJob.ts';
import { parseClassList, type Student } from '../../../classroom/classList.ts';
import { deckWords } from '../../../classroom/deckWords.ts';
import { leagueOf, type League } from '../../../classroom/league.ts';
import { gradedEntry, refusedEntry, type LeagueEntry } from '../../../classroom/leagueEntry.ts';
import { unpackRun } from '../../../game/packed.ts';
import type { RunFile } from '../../../game/run.ts';
import { mostRunBytes, writeRun } from '../../../game/runFile.ts';
import { codeIn } from '../../../saves/runCode.ts';
import type { Coded } from '../../../scenario/coded.ts';
import type { ScenarioFolder } from '../../../scenario/parseScenario.ts';
import { playClass } from './classPool.ts';
import { HandedInNames, type HandedIn } from './handedInNames.ts';

/** Files at most at once. */
export const mostFiles = 1000;

export class LeagueDesk {
  readonly #play: typeof playClass;
  /** The class that is graded: its assignment and the firm as the lecturer changed it. */
  setting = $state.raw<ClassSetting | null>(null);
  students = $state.raw<readonly Student[] | null>(null);
  /** What is wrong with the class list. */
  listErrors = $state.raw<readonly Coded[]>([]);
  entries = $state.raw<readonly LeagueEntry[]>([]);
  /** Whole runs of graded entries, by name of the file: for the history of decisions. */
  runs = $state.raw<ReadonlyMap<string, RunFile>>(new Map());
  /** What comes now is late. */
  late = $state(false);
  progress = $state.raw<{ done: number; of: number } | null>(null);
  error = $state.raw<unknown>(null);
  /** More files came than are taken at once. */
  tooMany = $state(false);
  /** Files on which the workers failed: nothing is known of them. */
  failed = $state.raw<readonly string[]>([]);
  /** Files are being read or graded; what comes meanwhile is not taken. */
  busy = $state(false);
  readonly #names = new HandedInNames();
  /** Outcomes of the anchors on the draws that grade, draw by draw. */
  #anchors: readonly AnchorOutcomes[] = [];
  #stop: (() => void) | null = null;
  readonly league: League;

  constructor(play: typeof playClass = playClass) {
    this.#play = play;
    this.league = $derived(leagueOf(this.entries, this.students));
  }

  /** Takes an assignment; what was graded for another one is put away. @param folder the firm as it ships */
  take(assignment: Assignment, folder: ScenarioFolder): void {
    this.stop();
    this.setting = { assignment, folder: assignedFolder(assignment, folder, deckWords) };
    this.entries = [];
    this.runs = new Map();
    this.#anchors = [];
    this.#names.clear();
    this.failed = [];
    this.error = null;
  }

  /** Reads a class list; an empty text means that there is none. */
  list(text: string): void {
    this.listErrors = [];
    if (text.trim() === '') {
      this.students = null;
      return;
    }
    const parsed = parseClassList(text);
    if (parsed.ok) this.students = parsed.students;
    else this.listErrors = parsed.errors;
  }

  /** Takes files in and grades them; those that were graded stay. Never rejects: what went wrong is kept in `error`. */
  async files(files: readonly File[]): Promise<void> {
    await this.#taken(files.length, () =>
      Promise.all(
        files.slice(0, mostFiles).map(async (file): Promise<HandedIn> => ({
          name: file.name,
          // Larger than any run: its first bytes are enough to refuse it.
          bytes: new Uint8Array(await file.slice(0, mostRunBytes + 1).arrayBuffer()),
        })),
      ),
    );
  }

  /** The same of links and codes, one a line. */
  async links(text: string): Promise<void> {
    const lines = text.split(/\s+/).filter((line) => line !== '');
    await this.#taken(lines.length, () =>
      lines.slice(0, mostFiles).map((line): HandedIn => {
        const code = codeIn(line);
        const opened = code === null ? null : unpackRun(code);
        // What is no code is given on as it is and refused by the reader, by name.
        return { name: line.slice(-12), bytes: new TextEncoder().encode(opened?.ok ? writeRun(opened.run) : line) };
      }),
    );
  }

  /** One lot at a time: a second one would be lost between the reading and the grading of the first. */
  async #taken(count: number, read: () => readonly HandedIn[] | Promise<readonly HandedIn[]>): Promise<void> {
    if (this.setting === null || this.busy) return;
    this.busy = true;
    this.tooMany = count > mostFiles;
    this.error = null;
    try {
      await this.#grade(this.#names.named(await read()));
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  get anchors(): readonly AnchorOutcomes[] {
    return this.#anchors;
  }

  stop = (): void => this.#stop?.();

  async #grade(files: readonly HandedIn[]): Promise<void> {
    const { setting, late } = this;
    if (setting === null || files.length === 0) return;
    const { assignment, folder } = setting;
    const seeds = gradingSeedsOf(assignment);
    const missing = seeds.slice(this.#anchors.length);
    const jobs: ClassJob[] = [
      ...missing.map((seed): ClassJob => ({ kind: 'anchors', seed })),
      ...files.map(({ bytes }): ClassJob => ({ kind: 'run', bytes })),
    ];
    const anchors: AnchorOutcomes[] = [...this.#anchors];
    const waiting: (() => void)[] = [];
    let left = missing.length;
    let done = 0;
    this.failed = this.failed.filter((name) => !files.some((file) => file.name === name));
    this.progress = { done, of: jobs.length };
    const playing = this.#play(setting, jobs, (place, result) => {
      done += 1;
      this.progress = { done, of: jobs.length };
      if (result === null) {
        const file = files[place - missing.length];
        if (file) this.failed = [...this.failed, file.name];
        // Without every anchor nobody can be graded.
        else {
          this.error = new Error('anchors');
          this.stop();
        }
        return;
      }
      if (result.kind === 'anchors') {
        anchors[this.#anchors.length + place] = result.outcomes;
        left -= 1;
        if (left > 0) return;
        this.#anchors = anchors;
        waiting.splice(0).forEach((told) => told());
        return;
      }
      if (result.kind !== 'run') return;
      const { name } = files[place - missing.length]!;
      const { checked, outcomes } = result;
      const take = (): void => {
        const entry = checked.ok
          ? gradedEntry(name, late, checked.played, assignment, folder.scenario, outcomes, anchors)
          : refusedEntry(name, late, checked.refusal, checked.run, checked.errors);
        this.entries = [...this.entries.filter(({ file }) => file !== name), entry];
        if (checked.ok) this.runs = new Map(this.runs).set(name, checked.played.run);
      };
      // A score needs every anchor: a file that is done before them waits.
      if (left > 0) waiting.push(take);
      else take();
    });
    this.#stop = playing.stop;
    try {
      await playing.done;
    } finally {
      this.#stop = null;
      this.progress = null;
    }
  }
}
