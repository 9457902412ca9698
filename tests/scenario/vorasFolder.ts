/** The shipped folder of Voras Bank and the parsed scenario, for tests that start from something right. */

import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { readScenarioFolder } from '../../tools/scenario-folders.ts';

export const vorasPath = new URL('../../scenarios/voras-bank', import.meta.url).pathname;
export const vorasFiles: ReadonlyMap<string, string> = readScenarioFolder(vorasPath);

export function vorasFolder(): ScenarioFolder {
  const parsed = parseScenario(vorasFiles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors, null, 1));
  return parsed.value;
}
