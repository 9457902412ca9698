/** Puts the saves and the engine together into sessions. */

import type { Saves } from '../../saves/saves.ts';
import { choiceFor, headerFor, type Assignment } from '../../classroom/assignment.ts';
import { assignedFolder } from '../../classroom/assignedScenario.ts';
import { deckWords } from '../../classroom/deckWords.ts';
import { done, type Outcome } from '../../saves/outcome.ts';
import type { FoundScenario } from '../../saves/scenarioText.ts';
import type { ScenarioFolder } from '../../scenario/parseScenario.ts';
import { folderHash } from '../../scenario/scenarioHash.ts';
import type { OpenRun } from '../../saves/writer.ts';
import { startEngine } from '../engineClient.ts';
import { freshRun, runOptions } from '../runOptions.ts';
import { Session } from '../session.svelte.ts';

/**
 * @param search the query of the address, which may set seeds and sizes
 * @param allOpen whether every card may be decided from the first round
 */
export async function beginRun(
  saves: Saves,
  { folder, firm }: FoundScenario,
  app: string,
  search: string,
  allOpen: boolean,
): Promise<Outcome<Session>> {
  const { scenario } = folder;
  const setting = runOptions(search, { ...freshRun(scenario, crypto), ...(allOpen && { allOpen }) }, scenario.worlds.length);
  return sessionOf(saves, await saves.start(folder, { ...setting, app, mode: 'practice' }, firm));
}

/**
 * Begins a student's run of an assignment: on the firm as the lecturer changed it, with the luck that belongs to the student.
 * @param folder the firm as it ships; the assignment must fit it
 */
export async function beginAssigned(
  saves: Saves,
  folder: ScenarioFolder,
  assignment: Assignment,
  student: string,
  app: string,
): Promise<Outcome<Session>> {
  const set = assignedFolder(assignment, folder, deckWords);
  const { title, quarters } = set.scenario;
  const firm = { content: folderHash(set), title, quarters };
  return sessionOf(saves, await saves.start(set, { ...choiceFor(assignment, student), ...headerFor(assignment, student), app }, firm));
}

export async function openRun(saves: Saves, id: string): Promise<Outcome<Session>> {
  return sessionOf(saves, await saves.open(id));
}

function sessionOf(saves: Saves, opened: Outcome<OpenRun>): Outcome<Session> {
  return opened.ok ? done(new Session(opened.value, startEngine(), saves.listen)) : opened;
}
