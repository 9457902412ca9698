/** Small readers that turn a YAML tree into a typed value or into coded errors. A reader answers undefined after it listed an error. */

import type { Path } from './coded.ts';
import type { ErrorList as FileErrors, Tree } from './yamlTree.ts';

/** Where a reader lists what it refuses. */
export type ErrorList = Pick<FileErrors, 'add'>;

export interface Schema<T> {
  readonly optional: false;
  readonly read: (tree: Tree, path: Path, errors: ErrorList) => T | undefined;
}
export interface OptionalSchema<T> {
  readonly optional: true;
  readonly read: Schema<T>['read'];
}
/** One schema a key; a key that the type lets out must be marked optional, and only such a key. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? OptionalSchema<Exclude<T[K], undefined>> : Schema<T[K]>;
};

export const schema = <T>(read: Schema<T>['read']): Schema<T> => ({ optional: false, read });
export const optional = <T>(inner: Schema<T>): OptionalSchema<T> => ({ optional: true, read: inner.read });

/** The value of a scalar of one type; lists wrongType and answers undefined otherwise. */
function scalar<K extends 'string' | 'number' | 'boolean'>(
  tree: Tree,
  path: Path,
  errors: ErrorList,
  expected: K,
): (K extends 'string' ? string : K extends 'number' ? number : boolean) | undefined {
  if (tree.kind === 'scalar' && typeof tree.value === expected) return tree.value as ReturnType<typeof scalar<K>>;
  errors.add('wrongType', path, { expected });
  return undefined;
}

/** A finite number in [low, high]. */
export const number = (low: number, high: number): Schema<number> =>
  schema((tree, path, errors) => {
    const value = scalar(tree, path, errors, 'number');
    if (value === undefined) return undefined;
    if (value >= low && value <= high) return value;
    errors.add('outOfRange', path, { value, low, high });
    return undefined;
  });

/** A whole number in [low, high] that lies on low + n x step. */
export const integer = (low: number, high: number, step = 1): Schema<number> =>
  schema((tree, path, errors) => {
    const value = scalar(tree, path, errors, 'number');
    if (value === undefined) return undefined;
    if (!Number.isInteger(value)) errors.add('notAnInteger', path, { value });
    else if (value < low || value > high) errors.add('outOfRange', path, { value, low, high });
    else if ((value - low) % step !== 0) errors.add('offStep', path, { value, low, step });
    else return value;
    return undefined;
  });

export const boolean: Schema<boolean> = schema((tree, path, errors) => scalar(tree, path, errors, 'boolean'));

/** One of a closed list of words or numbers. */
export const oneOf = <const O extends readonly (string | number)[]>(options: O): Schema<O[number]> =>
  schema((tree, path, errors) => {
    const value = tree.kind === 'scalar' ? tree.value : undefined;
    const found = options.find((option) => option === value);
    if (found === undefined) errors.add('notAnOption', path, { value: shown(value), options: options.join(' ') });
    return found;
  });

/** Text of 1 to `most` characters without control or direction-changing characters. */
export const text = (most: number): Schema<string> =>
  schema((tree, path, errors) => {
    const value = scalar(tree, path, errors, 'string')?.trim();
    if (value === undefined) return undefined;
    if (value === '') errors.add('tooFew', path, { least: 1 });
    else if (value.length > most) errors.add('tooLong', path, { length: value.length, most });
    else if (/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(value.replaceAll('\n', ''))) errors.add('controlCharacter', path);
    else return value;
    return undefined;
  });

/** A letter, then letters, digits or hyphens, at most 40; no name that every object has, such as toString. */
const isId = (value: string): boolean => /^[a-z][a-zA-Z0-9-]{0,39}$/.test(value) && !(value in Object.prototype);

export const slug: Schema<string> = schema((tree, path, errors) => {
  const value = scalar(tree, path, errors, 'string');
  if (value === undefined || isId(value)) return value;
  errors.add('badId', path, { value: shown(value) });
  return undefined;
});

export interface ListLimits {
  least?: number;
  most?: number;
}

export const list = <T>(item: Schema<T>, { least = 0, most = 100 }: ListLimits = {}): Schema<readonly T[]> =>
  schema((tree, path, errors) => {
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
  });

/** A list of different words out of a closed list. */
export const subsetOf = <const O extends readonly string[]>(options: O, limits: ListLimits = {}): Schema<readonly O[number][]> =>
  schema((tree, path, errors) => {
    const items = list(oneOf(options), { most: options.length, ...limits }).read(tree, path, errors);
    const twice = items?.findIndex((item, i) => items.indexOf(item) !== i) ?? -1;
    if (twice < 0) return items;
    errors.add('duplicateId', [...path, twice], { id: String(items?.[twice]) });
    return undefined;
  });

/** Members of a map, or undefined after wrongType. */
function members(tree: Tree, path: Path, errors: ErrorList): (Tree & { kind: 'map' })['members'] | undefined {
  if (tree.kind === 'map') return tree.members;
  errors.add('wrongType', path, { expected: 'map' });
  return undefined;
}

/** An object with these keys and no other. */
export const record = <T extends object>(fields: Fields<T>): Schema<T> =>
  schema((tree, path, errors) => {
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
  });

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
  schema((tree, path, errors) => {
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
  });

/** A table of numbers that sum to `sum`. */
export const summing = <T extends Readonly<Partial<Record<string, number>>>>(inner: Schema<T>, sum: number): Schema<T> =>
  schema((tree, path, errors) => {
    const value = inner.read(tree, path, errors);
    if (value === undefined) return undefined;
    const actual = Object.values(value).reduce<number>((total, part) => total + (part ?? 0), 0);
    if (actual === sum) return value;
    errors.add('wrongSum', path, { sum: actual, expected: sum });
    return undefined;
  });

/** One of several records told apart by the word under `key`. */
export const variants = <T extends object>(key: string, kinds: Readonly<Record<string, Schema<T>>>): Schema<T> =>
  schema((tree, path, errors) => {
    const found = members(tree, path, errors);
    if (!found) return undefined;
    const member = found.get(key);
    if (!member) {
      errors.add('missingKey', [...path, key]);
      return undefined;
    }
    const kind = oneOf(Object.keys(kinds)).read(member.value, [...path, key], errors);
    return kind === undefined ? undefined : kinds[kind]?.read(tree, path, errors);
  });

function shown(value: unknown): string {
  const whole = typeof value === 'string' ? value : value === undefined ? 'list or map' : String(value);
  return whole.length > 40 ? `${whole.slice(0, 40)}…` : whole;
}
