import { expect, test } from 'vitest';
import { lacks, partingDecisions, plansOf, withDecision } from '../../src/classroom/parting.ts';
import { replay } from '../../src/game/replay.ts';
import type { EntryData } from '../../src/game/run.ts';
import { choiceFor } from '../../src/classroom/assignment.ts';
import { assignment, folderOf, studentRun } from './classFixture.ts';

const { scenario } = folderOf();
const commit: EntryData = { kind: 'commit', data: { quarters: 2 } };
const plan = (patch: object): EntryData => ({ kind: 'plan', data: { plan: patch } });
/** A run of four rounds that sets the training budget in the second one, and again in the third. */
const run = (id: string, ...rounds: (EntryData | null)[]) =>
  studentRun(
    id,
    rounds.flatMap((decision) => (decision === null ? [commit] : [decision, commit])),
  ).entries;
const trained = run('A', null, plan({ 'imp.train': 8 }), null, null);
const untrained = run('B', null, plan({ 'imp.train': 0 }), plan({ 'imp.train': 1, 'biz.price': 5 }), null);

test('what the best did and the middle did not is found with its round and its shares', () => {
  const [found, ...rest] = partingDecisions([trained, trained], [untrained, untrained, trained], scenario);
  expect(found).toMatchObject({ control: 'imp.train', quarter: 3, value: 8, top: 1, middle: 1 / 3 });
  expect(rest.filter(({ control }) => control === 'imp.train')).toEqual([]);
  expect(partingDecisions([trained], [trained], scenario)).toEqual([]);
  expect(partingDecisions([], [trained], scenario)).toEqual([]);
});

test('a decision put into a run stands from its quarter to the end, and nothing else of the run changes', () => {
  const decision = { control: 'imp.train', quarter: 3, value: 8, top: 1, middle: 0 } as const;
  expect(lacks(untrained, decision, scenario)).toBe(true);
  const changed = withDecision(untrained, decision);
  const [before, after] = [plansOf(untrained, scenario), plansOf(changed, scenario)];
  expect(after.map((each) => each['imp.train'])).toEqual([before[0]!['imp.train'], 8, 8, 8]);
  after.forEach((each, round) => expect({ ...each, 'imp.train': 0 }).toEqual({ ...before[round], 'imp.train': 0 }));
  expect(lacks(changed, decision, scenario)).toBe(false);
  expect(replay(scenario, choiceFor(assignment, 'B'), changed).playing.skipped).toEqual([]);
});
