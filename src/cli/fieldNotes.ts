/** What docs/scenarios.md says of each field, so that an editor shows the same words. */

import type { DescribedFile } from '../scenario/schemaExport.ts';

/** Heading of the part that speaks of a file. */
const headings: Readonly<Record<DescribedFile, string>> = { scenario: '## scenario.yaml', playbook: '## playbooks/NAME.yaml' };

/**
 * Finds the note of a field by its path, such as `market.segments[].share`. A row of the tables is `| field | meaning | example |`; a field
 * that ends with `.*` speaks of all that lies under it.
 */
export function fieldNotes(text: string, file: DescribedFile): (path: string) => string | undefined {
  const rows = fieldRows(text, file);
  return (path) => rows.get(path) ?? rows.get(`${path}.*`);
}

/** Whether a row speaks of the field: by itself, or of all that lies under a field around it. */
export function isExplained(text: string, file: DescribedFile): (path: string) => boolean {
  const rows = fieldRows(text, file);
  return (path) => rows.has(path) || [...rows.keys()].some((key) => key.endsWith('.*') && `${path}.`.startsWith(key.slice(0, -1)));
}

/** Meaning by field. */
export function fieldRows(text: string, file: DescribedFile): ReadonlyMap<string, string> {
  const start = text.indexOf(`\n${headings[file]}\n`);
  const end = text.indexOf('\n## ', start + 1);
  const part = start < 0 ? '' : text.slice(start, end < 0 ? undefined : end);
  const rows = [...part.matchAll(/^\| `([^`]+)` \| (.+?) \|(?: .*)? \|$/gm)].map((row): [string, string] => [row[1]!, plain(row[2]!)]);
  return new Map(rows);
}

const plain = (meaning: string): string => meaning.replaceAll('`', '').replaceAll('\\|', '|');
