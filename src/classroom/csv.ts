/** Comma-separated values after RFC 4180, written so that no spreadsheet takes a cell for a formula. */

/** Spreadsheets take a cell that begins so for a formula (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
/** A number as we write it: dot decimals, no grouping, no exponent. */
const plainNumber = /^-?\d+(\.\d+)?$/;

export type Cell = string | number | null;

/** A cell as text: numbers with at most `decimals` places and a dot; words that look like a formula with an apostrophe before them. */
function cellText(cell: Cell, decimals: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toFixed(decimals)));
  const clean = cell.replaceAll('\0', '').replace(/\r\n?/g, '\n');
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
