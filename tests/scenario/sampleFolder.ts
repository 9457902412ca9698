/** A scenario folder kept for the tests of the parser: right, and never tuned, so that faults can be planted by line. */

import { parseScenario, type ScenarioFolder } from '../../src/scenario/parseScenario.ts';
import { readScenarioFolder } from '../../tools/scenario-folders.ts';

export const sampleFiles: ReadonlyMap<string, string> = readScenarioFolder(new URL('./sample', import.meta.url).pathname);

export function sampleFolder(): ScenarioFolder {
  const parsed = parseScenario(sampleFiles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors, null, 1));
  return parsed.value;
}
