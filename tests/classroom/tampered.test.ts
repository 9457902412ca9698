import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradingSeedsOf, type Assignment } from '../../src/classroom/assignment.ts';
import { ClassBench, type AnchorOutcomes } from '../../src/classroom/classBench.ts';
import type { RefusalId } from '../../src/classroom/checkRun.ts';
import { gradedEntry, type LeagueEntry } from '../../src/classroom/leagueEntry.ts';
import type { Outcome } from '../../src/game/score/outcomes.ts';
import type { EntryData, RunFile } from '../../src/game/run.ts';
import { writeRun } from '../../src/game/runFile.ts';
import { mutantRuns } from '../mutantRuns.ts';
import { assignment, decisionsOf, folderOf, studentRun } from './classFixture.ts';
import { lots, type Lots } from './mutants.ts';
import { families } from './tamperings.ts';

const bench = new ClassBench(folderOf(), assignment);
const honestRuns = (): RunFile[] => [
  studentRun('B21DCVT001', [{ kind: 'note', data: { text: 'giữ nguyên' } }, ...decisionsOf('stay')]),
  studentRun('B21DCVT002', decisionsOf('textbook')),
  studentRun('Lê Thị Ánh', [{ kind: 'predict', data: { kpi: 'churn', low: 1000, high: 9000, because: 'price' } }, ...decisionsOf('leap')]),
];

/** The run that this student has who decides the same on the page; app, claim and what was looked ahead are free and taken over. */
function honestTwin({ app, claimed, lookedAhead, entries, assignment: named }: RunFile): RunFile {
  const decisions = entries.map(({ kind, data }) => ({ kind, data }) as EntryData);
  const run = studentRun(named!.student, decisions, assignment, app);
  return { ...run, ...(claimed && { claimed }), ...(lookedAhead && { lookedAhead }) };
}

const names = Object.keys(families);
const count = mutantRuns(100);

test(`${count} runs that were tampered with are refused for what is wrong with them, or are what that student could have played`, () => {
  const honest = honestRuns();
  const drawn = fc.sample(lots, { numRuns: count, seed: 41 });
  const found: Record<string, Partial<Record<RefusalId | 'honest', number>>> = {};
  drawn.forEach((each: Lots, index) => {
    const name = names[index % names.length]!;
    const { tamper, reasons } = families[name]!;
    const checked = bench.check(tamper(honest, each));
    const told = checked.ok ? 'honest' : checked.refusal.reason;
    (found[name] ??= {})[told] = (found[name][told] ?? 0) + 1;
    if (!checked.ok) {
      expect(reasons, `${name} ${JSON.stringify(each)} ${checked.refusal.at}`).toContain(checked.refusal.reason);
      return;
    }
    const { run } = checked.played;
    expect(writeRun(run), `${name} ${JSON.stringify(each)}`).toBe(writeRun(honestTwin(run)));
    // What the twin cannot show: it is as free in its rounds as the run that it was made of.
    for (const entry of run.entries) {
      if (entry.kind === 'commit') expect(entry.data.quarters).toBe(assignment.quartersPerRound);
      if (entry.kind !== 'note') expect(entry.quarter).toBeLessThanOrEqual(assignment.rounds * assignment.quartersPerRound);
    }
  });
  if (process.env.RAPPORT_MUTANTS !== undefined) console.info(JSON.stringify(found, null, 1));
  // Every way of tampering was tried.
  expect(Object.keys(found)).toEqual(names);
});

test('the honest runs themselves are taken', () => {
  for (const run of honestRuns()) expect(bench.check(writeRun(run))).toMatchObject({ ok: true });
});

test('where the draws are told, a claimed score must be the one that is reckoned; where they are held back it is not held against them', () => {
  const { heldBack: _heldBack, grading: _grading, ...open } = assignment;
  const { scenario } = folderOf(open);
  const ownBench = new ClassBench(folderOf(open), open);
  const run = studentRun('B21DCVT001', decisionsOf('stay'), open);
  const checked = ownBench.check(writeRun(run));
  if (!checked.ok) throw new RangeError(checked.refusal.reason);
  const seeds = gradingSeedsOf(open);
  // One draw stands for all: what is claimed is held against whatever the outcomes come to.
  const [outcome, anchors] = [ownBench.outcome(run.entries, seeds[0]!), ownBench.anchors(seeds[0]!)];
  const graded = (total: number | null, set: Assignment = open): LeagueEntry => {
    const played = { ...checked.played, run: { ...run, ...(total !== null && { claimed: { total } }) } };
    const count = gradingSeedsOf(set).length;
    return gradedEntry(
      'a.json',
      false,
      played,
      set,
      scenario,
      Array<Outcome>(count).fill(outcome),
      Array<AnchorOutcomes>(count).fill(anchors),
    );
  };
  const { total } = graded(null).graded!.score;
  expect(graded(total).refusal).toBeNull();
  for (const wrong of [total + 0.02, total - 0.02, total + 10]) expect(graded(wrong).refusal?.reason).toBe('score');
  expect(graded(total + 10, assignment).refusal).toBeNull();
});
