/** The scenario of a run, kept with it, so that an update of the app never changes a run in progress. */

import type { ScenarioFolder } from '../scenario/parseScenario.ts';
import { scenarioHash } from '../scenario/scenarioHash.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import type { RunFirm } from './records.ts';

/** Finds a shipped scenario by id; null when the app does not have it. */
export type FindScenario = (id: string) => Promise<ScenarioFolder | null>;

/** A scenario, and the firm of one's own that it is; null for one that ships. */
export interface FoundScenario {
  folder: ScenarioFolder;
  firm: RunFirm | null;
}

export const scenarioText = (folder: ScenarioFolder): string => canonicalJson(folder);

/** The scenario read back; null when it is damaged or its rules are not those that the hash names. */
export function readScenario(text: unknown, hash: string): ScenarioFolder | null {
  if (typeof text !== 'string') return null;
  try {
    const folder = JSON.parse(text) as ScenarioFolder;
    return scenarioHash(folder.scenario) === hash && typeof folder.playbooks === 'object' ? folder : null;
  } catch {
    // Whatever damage makes the reading fail, the answer is that there is no such scenario here; the caller says so.
    return null;
  }
}

export function hasRules(folder: ScenarioFolder, hash: string): boolean {
  return scenarioHash(folder.scenario) === hash;
}
