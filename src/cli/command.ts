/** What a command of the command line is: options in, one result out; nothing is printed but by `commandLine.ts`. */

import type { ParseArgsConfig } from 'node:util';
import type { WordValues } from '../text/words.ts';

export type OptionSpecs = NonNullable<ParseArgsConfig['options']>;
export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface CommandContext {
  /** Language of messages. */
  language: 'en' | 'vi';
  /** One line about work in progress; never part of the result. */
  progress: (text: string) => void;
}

export interface CommandResult {
  /** What `--json` prints. */
  json: unknown;
  /** What is printed without it, line by line. */
  lines: readonly string[];
  /** Exit code: 0 good, 1 the thing checked is bad. */
  good: boolean;
}

export interface Command {
  /** Options beside --json, --lang and --help. */
  options: OptionSpecs;
  run: (positionals: readonly string[], values: OptionValues, context: CommandContext) => CommandResult | Promise<CommandResult>;
}

/** The command was not called as it can be: exit code 2. The id leads to the words `cli.usage.ID`. */
export class UsageError extends Error {
  readonly id: string;
  readonly values: WordValues;
  constructor(id: string, values: WordValues = {}) {
    super(id);
    this.id = id;
    this.values = values;
  }
}

/** The whole number of an option, or its default. Throws a UsageError when it is none or outside [low, high]. */
export function integerOption(
  values: OptionValues,
  name: string,
  { low, high, otherwise }: { low: number; high: number; otherwise: number },
): number {
  const text = values[name];
  if (text === undefined) return otherwise;
  const value = typeof text === 'string' && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= low && value <= high)) throw new UsageError('integer', { option: `--${name}`, low, high });
  return value;
}

/** The text of an option, or undefined. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const text = values[name];
  return typeof text === 'string' ? text : undefined;
}

/** The only positional argument. Throws a UsageError when there is none or more than one. */
export function onePositional(positionals: readonly string[], what: string): string {
  const [only] = positionals;
  if (only === undefined || positionals.length > 1) throw new UsageError('onePositional', { what, count: positionals.length });
  return only;
}
