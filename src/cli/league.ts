/** `rapport league SHARDS..`: the league of a class out of what `verify --out` wrote, shard by shard. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { assignmentId } from '../classroom/assignment.ts';
import { parseAssignment } from '../classroom/assignmentFile.ts';
import { parseClassList, type Student } from '../classroom/classList.ts';
import { writeCsv } from '../classroom/csv.ts';
import { gradebookKeys, gradebookRows, tableRows } from '../classroom/gradebook.ts';
import { classSpread, leagueOf, type League, type LeagueRow } from '../classroom/league.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import { decodeUtf8 } from '../sim/utf8.ts';
import { word } from '../text/words.ts';
import { textOption, UsageError, type Command, type OptionValues } from './command.ts';
import type { Shard } from './handedIn.ts';
import { placeOf } from './scenarioFiles.ts';
import { numbers, table } from './table.ts';

/** Largest class list, in bytes. */
const mostListBytes = 1024 * 1024;

export const league: Command = {
  options: {
    class: { type: 'string' },
    gradebook: { type: 'string' },
    by: { type: 'string' },
    item: { type: 'string' },
    table: { type: 'string' },
  },
  run(positionals, values, { language }) {
    if (positionals.length === 0) throw new UsageError('missing', { option: 'SHARDS' });
    const shards = positionals.map(shardAt);
    const { assignment } = shards[0]!;
    const draws = (shard: Shard): string => `${assignmentId(shard.assignment)} ${canonicalJson(shard.assignment.grading ?? null)}`;
    const other = shards.findIndex((shard) => draws(shard) !== draws(shards[0]!));
    if (other >= 0) throw new UsageError('otherAssignment', { name: positionals[other]! });
    const found = leagueOf(
      shards.flatMap(({ entries }) => entries),
      studentsAt(textOption(values, 'class')),
    );
    const without = writeTables(found, values, language, assignment.title);
    const { rows, alike } = found;
    const json = {
      format: 1,
      assignment: assignmentId(assignment),
      spread: classSpread(rows),
      rows: rows.map(rowJson),
      alike: alike.map(({ a, b, share, equal }) => ({ a: nameOf(rows[a]!), b: nameOf(rows[b]!), share, equal })),
    };
    return { json, lines: [...linesOf(found, language), ...without], good: true };
  },
};

/** A file of `verify --out`: it is our own, so it is read as such, but anything else is told by name. */
function shardAt(path: string): Shard {
  if (!existsSync(path)) throw new UsageError('noSuchFile', { name: path });
  try {
    const shard = JSON.parse(readFileSync(path, 'utf8')) as Partial<Shard> | null;
    const whole = shard?.format === 1 && Array.isArray(shard.entries);
    if (whole && parseAssignment(utf8ToBytes(JSON.stringify(shard.assignment ?? null))).ok) return shard as Shard;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError('badShard', { name: path });
}

function studentsAt(path: string | undefined): readonly Student[] | null {
  if (path === undefined) return null;
  if (!existsSync(path)) throw new UsageError('noSuchFile', { name: path });
  const bytes = readFileSync(path);
  const text = bytes.length > mostListBytes ? null : decodeUtf8(bytes);
  if (text === null) throw new UsageError('badClassList', { name: path, first: bytes.length > mostListBytes ? 'fileTooLarge' : 'notUtf8' });
  const parsed = parseClassList(text);
  if (!parsed.ok) throw new UsageError('badClassList', { name: path, first: placeOf(parsed.errors[0]!) });
  return parsed.students;
}

/** Writes the tables asked for; answers a line on students that the gradebook has to leave out. */
function writeTables({ rows }: League, values: OptionValues, language: 'en' | 'vi', title: string): string[] {
  const plain = textOption(values, 'table');
  if (plain !== undefined) writeFileSync(plain, writeCsv(tableRows(rows, language), { mark: true }));
  const file = textOption(values, 'gradebook');
  if (file === undefined) return [];
  const by = gradebookKeys.find((key) => key === (textOption(values, 'by') ?? 'id'));
  if (by === undefined) throw new UsageError('gradebookKey', { keys: gradebookKeys.join(' ') });
  const book = gradebookRows(rows, { by, item: textOption(values, 'item') ?? title, language });
  writeFileSync(file, writeCsv(book.rows));
  return book.without.length === 0
    ? []
    : [word('cli', 'league.without', { count: book.without.length, names: book.without.map(nameOf).join(', ') })];
}

const nameOf = ({ id, entry }: LeagueRow): string => id ?? entry?.file ?? '';

const rowJson = ({ id, standing, rank, graded, entry, listed, others }: LeagueRow): unknown => ({
  id,
  standing,
  listed,
  rank,
  score: graded?.score.total ?? null,
  sd: graded?.score.luck?.sd ?? null,
  quarters: graded?.quarters ?? null,
  lookedAhead: graded?.lookedAhead ?? null,
  file: entry?.file ?? null,
  others: others.map(({ file }) => file),
  refusal: entry?.refusal ?? null,
});

function linesOf({ rows, alike }: League, language: 'en' | 'vi'): string[] {
  const points = numbers(language, 1);
  const column = (id: string): string => word('gradebook', `column.${id}`);
  const lines = table(
    [column('id'), column('rank'), column('total'), column('sd'), column('standing')],
    rows.map((row) => [
      nameOf(row),
      row.rank === null ? '' : String(row.rank),
      row.graded === null ? '' : points(row.graded.score.total),
      row.graded?.score.luck ? points(row.graded.score.luck.sd) : '',
      `${word('standing', row.standing)}${row.entry?.refusal ? ` (${row.entry.refusal.reason}${row.entry.refusal.at === undefined ? '' : ` ${row.entry.refusal.at}`})` : ''}`,
    ]),
  );
  const spread = classSpread(rows);
  const summary = spread === null ? [] : [word('cli', 'league.spread', { n: spread.n, mean: points(spread.mean), sd: points(spread.sd) })];
  const pairs = alike.map(({ a, b, share }) =>
    word('cli', 'league.alike', { a: nameOf(rows[a]!), b: nameOf(rows[b]!), share: numbers(language, 0)(100 * share) }),
  );
  return [...lines, ...summary, ...pairs];
}
