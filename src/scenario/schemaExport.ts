/** JSON Schema of scenario.yaml and of playbooks, for editors: parts that stand in several places are said once. */

import type { JsonSchema } from './jsonSchema.ts';
import { playbookJson } from './playbookSchema.ts';
import { scenarioSchema } from './scenarioSchema.ts';

/** Files of a scenario folder that an editor can help with. */
export const describedFiles = ['scenario', 'playbook'] as const;
export type DescribedFile = (typeof describedFiles)[number];

export interface SchemaDocument extends JsonSchema {
  readonly $schema: string;
  readonly title: string;
  readonly $defs: Readonly<Record<string, JsonSchema>>;
}

/** Parts under this length are said again rather than pointed to. */
const shortest = 160;

/**
 * The schema of one file, draft 2020-12.
 * @param describe what a field means, by its path such as `market.segments[].share`; undefined = nothing to say
 */
export function schemaDocument(file: DescribedFile, describe: (path: string) => string | undefined): SchemaDocument {
  const whole = file === 'scenario' ? scenarioSchema.json() : playbookJson();
  const often = repeated(whole);
  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
  const placed = (schema: JsonSchema, path: string): JsonSchema => {
    const description = describe(path);
    const key = JSON.stringify(schema);
    if (!often.has(key)) return { ...withParts(schema, path), ...(description !== undefined && { description }) };
    let name = names.get(key);
    if (name === undefined) {
      name = freeName(path, definitions);
      names.set(key, name);
      // Held before its parts are read, so that the order of names follows the order of fields.
      definitions[name] = schema;
      definitions[name] = withParts(schema, path);
    }
    return { $ref: `#/$defs/${name}`, ...(description !== undefined && { description }) };
  };
  const withParts = (schema: JsonSchema, path: string): JsonSchema => mapParts(schema, path, placed);
  const root = withParts(whole, '');
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `Rapport ${file}`, ...root, $defs: definitions };
}

/** Every path of a file that holds a value, such as `firms[].records.coverage`; a field of any id is written ID. */
export function fieldPaths(file: DescribedFile): readonly string[] {
  const paths = new Set<string>();
  const visit = (schema: JsonSchema, path: string): JsonSchema => {
    if (path !== '') paths.add(path);
    return mapParts(schema, path, visit);
  };
  mapParts(file === 'scenario' ? scenarioSchema.json() : playbookJson(), '', visit);
  return [...paths];
}

/** The schema with each part replaced by what `part` answers for it. */
function mapParts(schema: JsonSchema, path: string, part: (schema: JsonSchema, path: string) => JsonSchema): JsonSchema {
  const { items, properties, additionalProperties, anyOf } = schema;
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  return {
    ...schema,
    ...(items && { items: part(items, `${path}[]`) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, part(value, below(key))])),
    }),
    ...(additionalProperties && { additionalProperties: part(additionalProperties, below('ID')) }),
    ...(anyOf && { anyOf: anyOf.map((kind) => part(kind, path)) }),
  };
}

/** Parts, as text, that stand in two places or more. */
function repeated(whole: JsonSchema): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (schema: JsonSchema, path: string): JsonSchema => {
    const key = JSON.stringify(schema);
    const before = counts.get(key) ?? 0;
    if (key.length >= shortest) counts.set(key, before + 1);
    return before > 0 ? schema : mapParts(schema, path, count);
  };
  mapParts(whole, '', count);
  return new Set([...counts].flatMap(([key, times]) => (times > 1 ? [key] : [])));
}

/** The last word of the path, with a number where it is taken. */
function freeName(path: string, taken: Readonly<Record<string, JsonSchema>>): string {
  const word = /([A-Za-z]+)(?:\[\]|\.ID)*$/.exec(path)?.[1] ?? 'part';
  let name = word;
  for (let i = 2; Object.hasOwn(taken, name); i++) name = `${word}${i}`;
  return name;
}
