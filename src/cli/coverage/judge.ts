/** Judges a map row by row: what is covered, what is missing, and which ids mean nothing in the code. */

import { everyFirm, lackReasons, type MapLine, type Part, parts } from './map.ts';

export interface ChecklistRow {
  id: string;
  source: string;
  kind: string;
  vi: string;
  en: string;
}

/** Something wrong with the map; `id` is the id that failed, or the row's own word. */
export interface MapFault {
  part: Part | 'row' | 'missing';
  id: string;
  code: FaultCode;
}
export const faultCodes = [
  'unknownKind',
  'unknownId',
  'unread',
  'unshown',
  'locked',
  'noLine',
  'twoLines',
  'unknownRow',
  'noReason',
  'idleReason',
  'unknownReason',
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface CoverageItem extends Readonly<Record<Part, readonly string[]>> {
  row: string;
  source: string;
  kind: string;
  name: { vi: string; en: string };
  covered: boolean;
  /** Parts without an id, and why; both empty for a covered row. */
  lacks: readonly Part[];
  reason: string | null;
  faults: readonly MapFault[];
}

/** What is wrong with one id of a part, seen from its line; null = it means something. */
export type Resolve = (part: Part, id: string, line: MapLine) => FaultCode | null;

/** Names the firms of a line that asks for every firm that opens what it decides. */
function withFirms(line: MapLine, firms: readonly string[], resolve: Resolve): MapLine {
  if (!line.scenario.includes(everyFirm)) return line;
  const opens = (firm: string): boolean => line.decision.every((id) => resolve('decision', id, { ...line, scenario: [firm] }) !== 'locked');
  return { ...line, scenario: firms.filter(opens) };
}

/** A row is covered when a decision, an effect, its evidence and a scenario are named and every id means something. */
function judged(
  { id, source, kind, vi, en }: ChecklistRow,
  lines: readonly MapLine[],
  firms: readonly string[],
  resolve: Resolve,
): CoverageItem {
  const empty: MapLine = { row: id, decision: [], effect: [], evidence: [], scenario: [], missing: '' };
  const line = withFirms(lines[0] ?? empty, firms, resolve);
  const lacks = parts.filter((part) => line[part].length === 0);
  const faults: MapFault[] = parts.flatMap((part) =>
    line[part].flatMap((named): MapFault[] => {
      const code = resolve(part, named, line);
      return code === null ? [] : [{ part, id: named, code }];
    }),
  );
  const say = (part: MapFault['part'], code: FaultCode): void => void faults.push({ part, id: line.missing || id, code });
  if (lines.length === 0) say('row', 'noLine');
  if (lines.length > 1) say('row', 'twoLines');
  if (lines.length > 0 && lacks.length > 0 && line.missing === '') say('missing', 'noReason');
  if (lacks.length === 0 && line.missing !== '') say('missing', 'idleReason');
  if (line.missing !== '' && !(lackReasons as readonly string[]).includes(line.missing)) say('missing', 'unknownReason');
  const { decision, effect, evidence, scenario } = line;
  const covered = lacks.length === 0 && faults.length === 0;
  const reason = line.missing === '' ? null : line.missing;
  return { row: id, source, kind, name: { vi, en }, decision, effect, evidence, scenario, covered, lacks, reason, faults };
}

export interface Coverage {
  ok: boolean;
  total: number;
  covered: number;
  missing: number;
  /** Rows covered in each scenario that ships, by its id. */
  byFirm: Readonly<Record<string, number>>;
  items: readonly CoverageItem[];
  /** Lines of rows that the checklist does not have. */
  strangers: readonly MapFault[];
}

/**
 * @param firms ids of the scenarios that ship
 * @param wanted rows that are judged; the others are left out
 */
export function judgeCoverage(
  rows: readonly ChecklistRow[],
  map: readonly MapLine[],
  firms: readonly string[],
  resolve: Resolve,
  wanted: (row: string) => boolean = () => true,
): Coverage {
  const items = rows
    .filter(({ id }) => wanted(id))
    .map((row) =>
      judged(
        row,
        map.filter((line) => line.row === row.id),
        firms,
        resolve,
      ),
    );
  const strangers = map
    .filter((line) => !rows.some(({ id }) => id === line.row))
    .map((line): MapFault => ({ part: 'row', id: line.row, code: 'unknownRow' }));
  const covered = items.filter((item) => item.covered).length;
  const ok = strangers.length === 0 && items.every(({ faults }) => faults.length === 0);
  const inFirm = (firm: string): number => items.filter((item) => item.covered && item.scenario.includes(firm)).length;
  const byFirm = Object.fromEntries(firms.map((firm) => [firm, inFirm(firm)]));
  return { ok, total: items.length, covered, missing: items.length - covered, byFirm, items, strangers };
}
