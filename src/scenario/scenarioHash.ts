/** What a scenario's rules are, as one number: a run names it, so that other rules are never taken for the same. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../sim/canonicalJson.ts';
import type { ScenarioFolder } from './parseScenario.ts';
import type { Scenario } from './scenario.ts';

/** Keys of the scenario that hold only words for people. */
const wordsOnly = [
  'languages',
  'title',
  'question',
  'brief',
  'words',
  'sector',
  'place',
  'names',
  'towns',
  'traps',
  'debrief',
  'sources',
] as const;

/** The scenario without texts and without names of people. */
export function scenarioRules(scenario: Scenario): unknown {
  const rules: Record<string, unknown> = { ...scenario };
  for (const key of wordsOnly) delete rules[key];
  rules['cast'] = scenario.cast.map(({ id, firm }) => ({ id, ...(firm !== undefined && { firm }) }));
  return withoutTexts(rules);
}

/** SHA-256 of the canonical JSON of the rules, 64 hex digits. Changing words or key order leaves it; changing any rule moves it. */
export function scenarioHash(scenario: Scenario): string {
  return hashOf(scenarioRules(scenario));
}

/** SHA-256 of the canonical JSON of the whole folder, 64 hex digits: other words or other playbooks move it too. */
export const folderHash = (folder: ScenarioFolder): string => hashOf(folder);

const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !isText(member))
      .map(([key, member]) => [key, withoutTexts(member)]),
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value && Object.keys(value).length === 2;
}
