/** Readers of single values: numbers, words, texts, ids. */

import type { Path } from './coded.ts';
import { idSchema, integerSchema } from './jsonSchema.ts';
import { schema, shown, type ErrorList, type Schema } from './reader.ts';
import type { Tree } from './yamlTree.ts';

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
  schema(
    (tree, path, errors) => {
      const value = scalar(tree, path, errors, 'number');
      if (value === undefined) return undefined;
      if (value >= low && value <= high) return value;
      errors.add('outOfRange', path, { value, low, high });
      return undefined;
    },
    () => ({ type: 'number', minimum: low, maximum: high }),
  );

/** A whole number in [low, high] that lies on low + n x step. */
export const integer = (low: number, high: number, step = 1): Schema<number> =>
  schema(
    (tree, path, errors) => {
      const value = scalar(tree, path, errors, 'number');
      if (value === undefined) return undefined;
      if (!Number.isInteger(value)) errors.add('notAnInteger', path, { value });
      else if (value < low || value > high) errors.add('outOfRange', path, { value, low, high });
      else if ((value - low) % step !== 0) errors.add('offStep', path, { value, low, step });
      else return value;
      return undefined;
    },
    () => integerSchema(low, high, step),
  );

export const boolean: Schema<boolean> = schema(
  (tree, path, errors) => scalar(tree, path, errors, 'boolean'),
  () => ({ type: 'boolean' }),
);

/** One of a closed list of words or numbers. */
export const oneOf = <const O extends readonly (string | number)[]>(options: O): Schema<O[number]> =>
  schema(
    (tree, path, errors) => {
      const value = tree.kind === 'scalar' ? tree.value : undefined;
      const found = options.find((option) => option === value);
      if (found === undefined) errors.add('notAnOption', path, { value: shown(value), options: options.join(' ') });
      return found;
    },
    () => ({ enum: options }),
  );

/** Text of 1 to `most` characters without control or direction-changing characters. */
export const text = (most: number): Schema<string> =>
  schema(
    (tree, path, errors) => {
      const value = scalar(tree, path, errors, 'string')?.trim();
      if (value === undefined) return undefined;
      if (value === '') errors.add('tooFew', path, { least: 1 });
      else if (value.length > most) errors.add('tooLong', path, { length: value.length, most });
      else if (/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(value.replaceAll('\n', ''))) errors.add('controlCharacter', path);
      else return value;
      return undefined;
    },
    () => ({ type: 'string', minLength: 1, maxLength: most }),
  );

/** Text of a pattern, at most `most` characters, else badId. */
export const patterned = (most: number, pattern: RegExp): Schema<string> =>
  schema(
    (tree, path, errors) => {
      const value = text(most).read(tree, path, errors);
      if (value === undefined || pattern.test(value)) return value;
      errors.add('badId', path, { value });
      return undefined;
    },
    () => ({ type: 'string', pattern: pattern.source }),
  );

/** A letter, then letters, digits or hyphens, at most 40; no name that every object has, such as toString. */
export const isId = (value: string): boolean => /^[a-z][a-zA-Z0-9-]{0,39}$/.test(value) && !(value in Object.prototype);

export const slug: Schema<string> = schema(
  (tree, path, errors) => {
    const value = scalar(tree, path, errors, 'string');
    if (value === undefined || isId(value)) return value;
    errors.add('badId', path, { value: shown(value) });
    return undefined;
  },
  () => idSchema,
);
