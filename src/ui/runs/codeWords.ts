/** What went wrong with a saved run or a run file, in words. */

import type { Coded } from '../../scenario/coded.ts';
import type { Failure } from '../../saves/outcome.ts';
import { faultWords } from '../../text/faultWords.ts';
import * as m from '../../text/generated/messages.js';
import { hasWord, word } from '../../text/words.ts';
import { number } from '../format.ts';

/** More than this of what is wrong with a file is not listed. */
const mostShown = 5;

/** The sentence for a failure, its code where there is none. */
export function saveCodeWords({ code, entry }: Failure): string {
  if (code === 'damaged' && entry !== undefined) return m.damaged_from({ entry: number(entry + 1) });
  return hasWord('saveCode', code) ? word('saveCode', code) : m.failed_unknown({ code });
}

/** One fault of a file: where it is and what it is. */
export function codedWords({ code, at, file = '', line, values }: Coded): string {
  const where = [file, at, line === undefined ? '' : m.file_line({ line: number(line) })].filter((part) => part !== '').join(', ');
  const what = faultWords({ code, ...(values && { values }) });
  return where === '' ? what : `${where}: ${what}`;
}

/** The first faults, and how many more there are. */
export function faultsOf({ errors = [] }: Failure): { shown: readonly string[]; more: number } {
  return { shown: errors.slice(0, mostShown).map(codedWords), more: Math.max(0, errors.length - mostShown) };
}
