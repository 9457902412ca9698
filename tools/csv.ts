/** Comma-separated values as RFC 4180 writes them: fields in double quotes may hold commas, line breaks and doubled quotes. */

/** The rows of a file, each as its fields. Throws a SyntaxError with the line for a quote that is out of place or never closed. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const start = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new SyntaxError(`line ${text.slice(0, start).split('\n').length}: a quote is out of place or never closed`);
    const [, quoted, plain, end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') {
      // A comma at the very end leaves one more field, an empty one.
      if (field.lastIndex === text.length) row.push('');
    } else {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
