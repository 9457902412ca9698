/** `rapport coverage`: which rows of the course can be decided, act and are shown; every id of the map is looked up in the code. */

import { word } from '../text/words.ts';
import { type Command, textOption, UsageError } from './command.ts';
import checklist from './coverage/checklist.json' with { type: 'json' };
import { type Coverage, type CoverageItem, judgeCoverage, type MapFault } from './coverage/judge.ts';
import { readMap } from './coverage/map.ts';
import { resolverOf } from './coverage/resolve.ts';
import { samplesOf } from './coverage/samples.ts';
import { indexSources, readMapFile, readSources } from './coverage/sources.ts';
import { goodScenario, shippedIds } from './scenarioFiles.ts';
import { numbers, table } from './table.ts';

/** Scenario whose reports show which fields there are. */
const sampleId = 'voras-bank';

export const coverage: Command = {
  options: { rows: { type: 'string' } },
  run(positionals, values, { language }) {
    if (positionals.length > 0) throw new UsageError('noPositional', { given: positionals.join(' ') });
    const wanted = wantedRows(textOption(values, 'rows'));
    const scenarios = new Map(shippedIds().map((id) => [id, goodScenario(id).scenario]));
    const resolve = resolverOf({ scenarios, samples: samplesOf(goodScenario(sampleId).scenario), index: indexSources(readSources()) });
    const judged = judgeCoverage(checklist, readMap(readMapFile()), shippedIds(), resolve, wanted);
    return { json: judged, lines: linesOf(judged, language), good: judged.ok };
  },
};

/** Rows that begin with one of the words given: A, B03, C18a. Throws a UsageError for a word that no row begins with. */
function wantedRows(text: string | undefined): (row: string) => boolean {
  if (text === undefined) return () => true;
  const words = text.split(',');
  const stranger = words.find((begin) => begin === '' || !checklist.some(({ id }) => id.startsWith(begin)));
  if (stranger !== undefined) throw new UsageError('noSuchRow', { name: stranger });
  return (row) => words.some((begin) => row.startsWith(begin));
}

function linesOf(judged: Coverage, language: 'en' | 'vi'): string[] {
  const { items, strangers } = judged;
  const column = (id: string): string => word('cli', `coverage.column.${id}`);
  const sources = [...new Set(items.map(({ source }) => source))];
  const summary = (name: string, rows: readonly CoverageItem[]): string[] => {
    const covered = rows.filter((item) => item.covered).length;
    return [name, ...[rows.length, covered, rows.length - covered, (100 * covered) / Math.max(1, rows.length)].map(numbers(language, 0))];
  };
  const byReason = new Map<string, number>();
  for (const { reason } of items) if (reason !== null) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  return [
    ...table(['source', 'rows', 'covered', 'missing', 'percent'].map(column), [
      ...sources.map((source) =>
        summary(
          word('cli', `coverage.source.${source}`),
          items.filter((item) => item.source === source),
        ),
      ),
      summary(column('all'), items),
    ]),
    '',
    ...table(
      ['firm', 'covered'].map(column),
      Object.entries(judged.byFirm).map(([firm, count]) => [firm, numbers(language, 0)(count)]),
    ),
    '',
    ...[...byReason].map(([reason, count]) => `${numbers(language, 0)(count)}  ${word('cli', `coverage.reason.${reason}`)}`),
    '',
    ...items.flatMap((item) => [itemLine(item, language), ...item.faults.map(faultLine)]),
    ...strangers.map(faultLine),
    '',
    word('cli', judged.ok ? 'coverage.good' : 'coverage.bad'),
  ];
}

function itemLine({ row, name, covered, lacks, reason }: CoverageItem, language: 'en' | 'vi'): string {
  const begin = `${row.padEnd(5)} ${covered ? '+' : '-'} ${name[language]}`;
  if (covered) return begin;
  const why = reason === null ? '' : `: ${word('cli', `coverage.reason.${reason}`)}`;
  return lacks.length > 0 ? `${begin} (${lacks.map((part) => word('cli', `coverage.part.${part}`)).join(', ')}${why})` : begin;
}

const faultLine = ({ part, id, code }: MapFault): string =>
  `      ! ${word('cli', `coverage.part.${part}`)} ${id}: ${word('cli', `coverage.fault.${code}`)}`;
