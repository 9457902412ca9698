/** What a reader of a YAML tree is. A reader answers undefined after it listed an error. */

import type { Path } from './coded.ts';
import type { JsonSchema } from './jsonSchema.ts';
import type { ErrorList as FileErrors, Tree } from './yamlTree.ts';

/** Where a reader lists what it refuses. */
export interface ErrorList extends Pick<FileErrors, 'add'> {
  /** The languages that texts are written in; left out = both. */
  readonly languages?: readonly ('vi' | 'en')[];
}

export interface Schema<T> {
  readonly optional: false;
  readonly read: (tree: Tree, path: Path, errors: ErrorList) => T | undefined;
  /** What it takes, for editors; less strict than the reader where JSON Schema has no words for a rule. */
  readonly json: () => JsonSchema;
}
export interface OptionalSchema<T> {
  readonly optional: true;
  readonly read: Schema<T>['read'];
  readonly json: Schema<T>['json'];
}
/** One schema a key; a key that the type lets out must be marked optional, and only such a key. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? OptionalSchema<Exclude<T[K], undefined>> : Schema<T[K]>;
};

export const schema = <T>(read: Schema<T>['read'], json: Schema<T>['json']): Schema<T> => ({ optional: false, read, json });
export const optional = <T>({ read, json }: Schema<T>): OptionalSchema<T> => ({ optional: true, read, json });

/** A value as an error shows it. */
export function shown(value: unknown): string {
  const whole = typeof value === 'string' ? value : value === undefined ? 'list or map' : String(value);
  return whole.length > 40 ? `${whole.slice(0, 40)}…` : whole;
}
