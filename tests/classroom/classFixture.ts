/** A small class on a shipped firm: an assignment and students who follow its playbooks. */

import { choiceFor, headerFor, type Assignment } from '../../src/classroom/assignment.ts';
import { assignedFolder } from '../../src/classroom/assignedScenario.ts';
import { deckWords } from '../../src/classroom/deckWords.ts';
import { appendEntries, newRun } from '../../src/game/chain.ts';
import { ENGINE_EPOCH } from '../../src/game/epoch.ts';
import { playbookEntries } from '../../src/game/playbook.ts';
import { replay } from '../../src/game/replay.ts';
import { runFormat, type EntryData, type RunFile } from '../../src/game/run.ts';
import { scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { tiemNang } from '../game/shippedScenario.ts';

export const shop = tiemNang();

export const assignment: Assignment = {
  format: 1,
  title: 'Bài giữa kỳ',
  epoch: ENGINE_EPOCH,
  scenario: { id: shop.scenario.id, hash: scenarioHash(shop.scenario) },
  rounds: 4,
  quartersPerRound: 2,
  customers: 200,
  world: 0,
  populationSeed: 11,
  luckKey: 77,
  heldBack: true,
  grading: { first: 5001, count: 5 },
  practice: true,
};

/** The firm of an assignment. */
export const folderOf = (set: Assignment = assignment) => assignedFolder(set, shop, deckWords);

/** What a playbook decides in the assignment. */
export const decisionsOf = (playbook: string, set: Assignment = assignment): EntryData[] =>
  playbookEntries(shop.playbooks[playbook]!, set.rounds * set.quartersPerRound, set.quartersPerRound);

/** A student's run with the digests that it plays to. */
export function studentRun(student: string, decisions: readonly EntryData[], set: Assignment = assignment, app = '0.1.0'): RunFile {
  const { scenario } = folderOf(set);
  const header = {
    format: runFormat as typeof runFormat,
    epoch: set.epoch,
    app,
    scenario: { id: scenario.id, hash: scenarioHash(scenario) },
    ...choiceFor(set, student),
    ...headerFor(set, student),
  };
  const run = appendEntries(newRun(header), decisions, { firm: scenario.firms[0].id, by: 'learner' });
  const committed = decisions.reduce((sum, entry) => sum + (entry.kind === 'commit' ? entry.data.quarters : 0), 0);
  const { digests, skipped } = replay(scenario, run, run.entries, { digests: true }).playing;
  if (skipped.length > 0) throw new RangeError(`not legal: ${skipped[0]!.code}`);
  return { ...run, digests: digests.slice(0, committed) };
}
