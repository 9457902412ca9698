/** What can be wrong with a scenario or playbook file, as codes; the words for each code live with the texts of the app. */

export const scenarioErrorCodes = [
  // The file
  'fileMissing',
  'fileUnknown',
  'fileTooLarge',
  'syntax',
  'tooDeep',
  'alias',
  'anchor',
  'tag',
  'duplicateKey',
  'forbiddenKey',
  // The shape
  'unknownKey',
  'missingKey',
  'missingLanguage',
  'wrongType',
  'notAnInteger',
  'outOfRange',
  'offStep',
  'notAnOption',
  'badId',
  'tooFew',
  'tooMany',
  'tooLong',
  'controlCharacter',
  // What the parts say of each other
  'duplicateId',
  'unknownReference',
  'wrongSum',
  'outsideRun',
  'outOfOrder',
  'unevenRounds',
  'nobodyOnFile',
  'nothingFilled',
  'beyondFields',
  'planRefused',
  // An archive, see archive.ts
  'zipDamaged',
  'zipEncrypted',
  'zipKind',
  'zipNested',
  'zipPath',
  'zipDuplicate',
  'zipRatio',
  'zipTotal',
] as const;
export type ScenarioErrorCode = (typeof scenarioErrorCodes)[number];

/** One thing wrong with untrusted input. `at` is a path like market.segments[2].share; line and column are 1-based. */
export interface Coded {
  code: string;
  at: string;
  /** File inside the folder, such as playbooks/stay.yaml; absent when only one text was given. */
  file?: string;
  line?: number;
  column?: number;
  values?: Readonly<Record<string, string | number>>;
}
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: readonly Coded[] };

/** Steps from the root of a file to a value: keys and list indexes. */
export type Path = readonly (string | number)[];

/** A path as people read it: market.segments[2].share, startPlan[biz.spend]. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z][\w-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${step.length > 60 ? `${step.slice(0, 60)}…` : step}]`;
  }
  return text;
}
