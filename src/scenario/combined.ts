/** Readers of lists and of maps, made of the readers of their parts. */

import type { Path } from './coded.ts';
import { idSchema, objectSchema } from './jsonSchema.ts';
import { optional, schema, shown, type ErrorList, type Fields, type OptionalSchema, type Schema } from './reader.ts';
import { isId, oneOf } from './scalars.ts';
import type { Tree } from './yamlTree.ts';

export interface ListLimits {
  least?: number;
  most?: number;
}

export const list = <T>(item: Schema<T>, { least = 0, most = 100 }: ListLimits = {}): Schema<readonly T[]> =>
  schema(
    (tree, path, errors) => {
      if (tree.kind !== 'list') {
        errors.add('wrongType', path, { expected: 'list' });
        return undefined;
      }
      if (tree.items.length > most) {
        errors.add('tooMany', path, { count: tree.items.length, most });
        return undefined;
      }
      if (tree.items.length < least) errors.add('tooFew', path, { count: tree.items.length, least });
      const items = tree.items.map((part, i) => item.read(part, [...path, i], errors));
      return tree.items.length < least || items.includes(undefined) ? undefined : (items as T[]);
    },
    () => ({ type: 'array', items: item.json(), ...(least > 0 && { minItems: least }), maxItems: most }),
  );

/** A list of different words out of a closed list. */
export const subsetOf = <const O extends readonly string[]>(options: O, limits: ListLimits = {}): Schema<readonly O[number][]> =>
  schema(
    (tree, path, errors) => {
      const items = list(oneOf(options), { most: options.length, ...limits }).read(tree, path, errors);
      const twice = items?.findIndex((item, i) => items.indexOf(item) !== i) ?? -1;
      if (twice < 0) return items;
      errors.add('duplicateId', [...path, twice], { id: String(items?.[twice]) });
      return undefined;
    },
    () => ({ ...list(oneOf(options), { most: options.length, ...limits }).json(), uniqueItems: true }),
  );

/** Members of a map, or undefined after wrongType. */
function members(tree: Tree, path: Path, errors: ErrorList): (Tree & { kind: 'map' })['members'] | undefined {
  if (tree.kind === 'map') return tree.members;
  errors.add('wrongType', path, { expected: 'map' });
  return undefined;
}

/** An object with these keys and no other. */
export const record = <T extends object>(fields: Fields<T>): Schema<T> =>
  schema(
    (tree, path, errors) => {
      const found = members(tree, path, errors);
      if (!found) return undefined;
      let whole = true;
      const result: Record<string, unknown> = {};
      for (const key of found.keys()) {
        if (Object.hasOwn(fields, key)) continue;
        errors.add('unknownKey', [...path, key]);
        whole = false;
      }
      for (const [key, field] of Object.entries(fields) as [string, Schema<unknown> | OptionalSchema<unknown>][]) {
        const member = found.get(key);
        if (member) result[key] = field.read(member.value, [...path, key], errors);
        else if (!field.optional) errors.add('missingKey', [...path, key]);
        if (member ? result[key] === undefined : !field.optional) whole = false;
      }
      return whole ? (result as T) : undefined;
    },
    () => {
      const entries = Object.entries(fields) as [string, Schema<unknown> | OptionalSchema<unknown>][];
      const required = entries.filter(([, field]) => !field.optional).map(([key]) => key);
      return objectSchema(Object.fromEntries(entries.map(([key, field]) => [key, field.json()])), required);
    },
  );

/** A value for some of a closed list of keys; `all` asks for every one. */
function table<K extends string, T>(keys: readonly K[], value: Schema<T>, all: boolean): Schema<Partial<Record<K, T>>> {
  const field = all ? value : optional(value);
  return record(Object.fromEntries(keys.map((key) => [key, field])) as unknown as Fields<Partial<Record<K, T>>>);
}
export const tableOf = <K extends string, T>(keys: readonly K[], value: Schema<T>): Schema<Record<K, T>> =>
  table(keys, value, true) as Schema<Record<K, T>>;
export const partialTableOf = <K extends string, T>(keys: readonly K[], value: Schema<T>): Schema<Partial<Record<K, T>>> =>
  table(keys, value, false);

/** A value for each of any ids. */
export const byId = <T>(value: Schema<T>, most = 20): Schema<Readonly<Record<string, T>>> =>
  schema(
    (tree, path, errors) => {
      const found = members(tree, path, errors);
      if (!found) return undefined;
      if (found.size > most) {
        errors.add('tooMany', path, { count: found.size, most });
        return undefined;
      }
      let whole = true;
      const result: Record<string, T> = {};
      for (const [key, member] of found) {
        const read = value.read(member.value, [...path, key], errors);
        if (!isId(key)) errors.add('badId', [...path, key], { value: shown(key) });
        else if (read !== undefined) result[key] = read;
        if (read === undefined) whole = false;
      }
      return whole ? result : undefined;
    },
    () => ({ type: 'object', propertyNames: idSchema, additionalProperties: value.json(), maxProperties: most }),
  );

/** A table of numbers that sum to `sum`. */
export const summing = <T extends Readonly<Partial<Record<string, number>>>>(inner: Schema<T>, sum: number): Schema<T> =>
  schema((tree, path, errors) => {
    const value = inner.read(tree, path, errors);
    if (value === undefined) return undefined;
    const actual = Object.values(value).reduce<number>((total, part) => total + (part ?? 0), 0);
    if (actual === sum) return value;
    errors.add('wrongSum', path, { sum: actual, expected: sum });
    return undefined;
  }, inner.json);

/** One of several records told apart by the word under `key`. */
export const variants = <T extends object>(key: string, kinds: Readonly<Record<string, Schema<T>>>): Schema<T> =>
  schema(
    (tree, path, errors) => {
      const found = members(tree, path, errors);
      if (!found) return undefined;
      const member = found.get(key);
      if (!member) {
        errors.add('missingKey', [...path, key]);
        return undefined;
      }
      const kind = oneOf(Object.keys(kinds)).read(member.value, [...path, key], errors);
      return kind === undefined ? undefined : kinds[kind]?.read(tree, path, errors);
    },
    () => ({ anyOf: Object.values(kinds).map((kind) => kind.json()) }),
  );
