/** The one door for scenario folders and playbooks, shipped or uploaded: typed values, or coded errors with line and column. */

import type { Coded, Parsed } from './coded.ts';
import { checkExpected, expectedSchema } from './expectedSchema.ts';
import type { Playbook } from './playbook.ts';
import { checkPlaybook, playbookSchema } from './playbookSchema.ts';
import { checkReferences } from './references.ts';
import type { Expected, Scenario } from './scenario.ts';
import { scenarioSchema } from './scenarioSchema.ts';
import type { Schema } from './schema.ts';
import { ErrorList } from './yamlTree.ts';

export interface ScenarioFolder {
  scenario: Scenario;
  /** By name. */
  playbooks: Readonly<Record<string, Playbook>>;
  /** null: not measured yet. */
  expected: Expected | null;
}

export const scenarioFile = 'scenario.yaml';
export const expectedFile = 'expected.json';
const playbookFile = /^playbooks\/([a-z][a-zA-Z0-9-]{0,39})\.yaml$/;
const mostFiles = 40;

/**
 * Reads a scenario folder, given as text by path inside it: scenario.yaml, playbooks/NAME.yaml, expected.json. Never throws; errors
 * of playbooks and expected.json are found only when scenario.yaml itself is right, because they speak of its segments and quarters.
 * @param form `alone`: scenario.yaml has left its folder, so the playbooks that its traps name may be missing
 */
export function parseScenario(files: ReadonlyMap<string, string>, form: 'folder' | 'alone' = 'folder'): Parsed<ScenarioFolder> {
  const whole = files.get(scenarioFile);
  const errors: Coded[] = [];
  if (files.size > mostFiles) return { ok: false, errors: [{ code: 'tooMany', at: '', values: { count: files.size, most: mostFiles } }] };
  for (const file of files.keys()) {
    if (file !== scenarioFile && file !== expectedFile && !playbookFile.test(file)) errors.push({ code: 'fileUnknown', at: '', file });
  }
  if (whole === undefined) return { ok: false, errors: [...errors, { code: 'fileMissing', at: '', file: scenarioFile }] };
  const scenario = parseText(whole, scenarioFile, scenarioSchema, checkReferences);
  if (!scenario.ok) return { ok: false, errors: [...errors, ...scenario.errors] };

  const playbooks: Record<string, Playbook> = {};
  for (const file of [...files.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const name = playbookFile.exec(file)?.[1];
    if (name === undefined) continue;
    const playbook = readPlaybook(files.get(file) ?? '', file, scenario.value, name);
    if (playbook.ok) playbooks[name] = playbook.value;
    else errors.push(...playbook.errors);
  }
  const names = new Set(Object.keys(playbooks));
  if (form === 'folder') errors.push(...trapErrors(whole, scenario.value, names));
  const measured = files.get(expectedFile);
  const expected =
    measured === undefined
      ? null
      : parseText(measured, expectedFile, expectedSchema, (value, list) => checkExpected(value, scenario.value, names, list));
  if (expected?.ok === false) errors.push(...expected.errors);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: { scenario: scenario.value, playbooks, expected: expected?.ok ? expected.value : null } };
}

/** A trap names a playbook of its own folder. */
function trapErrors(whole: string, { traps }: Scenario, playbooks: ReadonlySet<string>): readonly Coded[] {
  const errors = new ErrorList(scenarioFile);
  const unknown = traps.flatMap(({ playbook }, i) => (playbook === undefined || playbooks.has(playbook) ? [] : [{ playbook, i }]));
  // Read once more only for the line of a fault.
  if (unknown.length > 0) errors.read(whole);
  for (const { playbook, i } of unknown) errors.add('unknownReference', ['traps', i, 'playbook'], { kind: 'playbook', id: playbook });
  return errors.errors;
}

/** Reads one playbook for a scenario. Never throws. */
export function parsePlaybook(text: string, scenario: Scenario): Parsed<Playbook> {
  return readPlaybook(text, 'playbook.yaml', scenario, null);
}

function readPlaybook(text: string, file: string, scenario: Scenario, name: string | null): Parsed<Playbook> {
  return parseText(text, file, playbookSchema(scenario), (playbook, errors) => {
    if (name !== null && playbook.name !== name) errors.add('unknownReference', ['name'], { kind: 'file', id: playbook.name });
    checkPlaybook(playbook, scenario, errors);
  });
}

function parseText<T>(text: string, file: string, shape: Schema<T>, check: (value: T, errors: ErrorList) => void): Parsed<T> {
  const errors = new ErrorList(file);
  const tree = errors.read(text);
  const value = tree === null ? undefined : shape.read(tree, [], errors);
  if (value !== undefined && errors.errors.length === 0) check(value, errors);
  return value !== undefined && errors.errors.length === 0 ? { ok: true, value } : { ok: false, errors: errors.errors };
}
