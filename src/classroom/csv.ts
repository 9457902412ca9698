/** Comma-separated values after RFC 4180, written so that no spreadsheet takes a cell for a formula, and read back strictly. */

import type { Coded } from '../scenario/coded.ts';

/** Spreadsheets take a cell that begins so for a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\n\r\uff1d\uff0b\uff0d\uff20]/u;
/** A number as we write it: dot decimals, no grouping, no exponent. */
const plainNumber = /^-?\d+(\.\d+)?$/;

export type Cell = string | number | null;

/** A cell as text: numbers with at most `decimals` places and a dot; words that look like a formula with an apostrophe before them. */
function cellText(cell: Cell, decimals: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toFixed(decimals)));
  const clean = cell.replace(/\u0000/g, '').replace(/\r\n?/g, '\n');
  return formulaStart.test(clean) && !plainNumber.test(clean) ? `'${clean}` : clean;
}

const quoted = (text: string): string => (/[",\n\r;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as CSV: comma, CRLF, quotes where needed, a byte order mark if asked (spreadsheets then read UTF-8 rightly).
 * @throws RangeError for a number that is not finite
 */
export function writeCsv(rows: readonly (readonly Cell[])[], { decimals = 2, mark = false } = {}): string {
  for (const row of rows)
    for (const cell of row) if (typeof cell === 'number' && !Number.isFinite(cell)) throw new RangeError('not finite');
  const lines = rows.map((row) => row.map((cell) => quoted(cellText(cell, decimals))).join(','));
  return `${mark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

export type ParsedCsv = { ok: true; rows: readonly (readonly string[])[] } | { ok: false; errors: readonly Coded[] };

/**
 * Rows of a CSV text; the separator (comma, semicolon or tab) is the one that its first line holds most often outside quotes. Empty lines
 * are left out. Codes: `tooMany` (rows, cells), `tooLong` (a cell), `openQuote`, `strayQuote`, each with its line.
 */
export function parseCsv(text: string, limits = { rows: 2000, cells: 60, length: 2000 }): ParsedCsv {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let line = 1;
  let quotedCell = false;
  const refuse = (code: string, values?: Coded['values']): ParsedCsv => ({
    ok: false,
    errors: [{ code, at: '', line, ...(values && { values }) }],
  });
  const endRow = (): void => {
    row.push(cell);
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    cell = '';
    quotedCell = false;
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!;
    if (sign === '"' && cell === '' && !quotedCell) {
      const end = closing(source, at + 1);
      if (end < 0) return refuse('openQuote');
      cell = source.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split('\n').length - 1;
      at = end;
      quotedCell = true;
    } else if (sign === separator) {
      row.push(cell);
      cell = '';
      quotedCell = false;
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && source[at + 1] === '\n') at += 1;
      endRow();
      line += 1;
    } else if (quotedCell || sign === '"') return refuse('strayQuote');
    else cell += sign;
    if (cell.length > limits.length) return refuse('tooLong', { length: cell.length, most: limits.length });
    if (row.length >= limits.cells) return refuse('tooMany', { count: row.length + 1, most: limits.cells });
    if (rows.length > limits.rows) return refuse('tooMany', { count: rows.length, most: limits.rows });
  }
  if (cell !== '' || row.length > 0 || quotedCell) endRow();
  return { ok: true, rows };
}

/** Place of the quote that closes a cell, past doubled ones; -1 for none. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

function separatorOf(text: string): string {
  const first = text
    .slice(0, 4000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)[0]!;
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
