import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, writeCsv } from '../../src/classroom/csv.ts';

/** As RFC 4180 has it, and nothing more: CRLF, commas, quotes doubled inside quotes. */
function strictly(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error(`not RFC 4180 at ${cell.lastIndex}`);
    rows.at(-1)!.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
    if (found[3] === '\r\n' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

test('what is written is read by a strict reader as the very cells, whatever they hold', () => {
  const cell = fc.array(fc.constantFrom(...'ab1.,;"=+-@\n\t＝đỹ '), { maxLength: 20 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = strictly(writeCsv(rows));
      expect(read.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\n\uff1d\uff0b\uff0d\uff20])/u, '')))).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1', '=HYPERLINK("http://x","y")'])(
  'a spreadsheet does not take %j for a formula',
  (text) => {
    const [first] = strictly(writeCsv([[text, 'b']]))[0]!;
    expect(first).toMatch(/^['\n]/);
  },
);

test.each([
  [61.25, '61.25'],
  [-3.5, '-3.5'],
  [100, '100'],
  [1234567.891, '1234567.89'],
  [0.1 + 0.2, '0.3'],
  [null, ''],
])('the number %j is written %j, with a dot and without grouping', (value, text) => {
  expect(writeCsv([[value, 'x']])).toBe(`${text},x\r\n`);
});

test('a number that is none is never written', () => {
  expect(() => writeCsv([[Number.NaN]])).toThrow(RangeError);
});

test.each([
  ['commas', 'a,b\r\n1,2\r\n'],
  ['semicolons, as Vietnamese spreadsheets write', 'a;b\n1;2'],
  ['tabs, as pasted', 'a\tb\r1\t2'],
  ['a byte order mark and empty lines', '\ufeffa,b\n\n1,2\n\n'],
])('a list with %s is read', (_name, text) => {
  expect(parseCsv(text)).toEqual({
    ok: true,
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
  });
});

test.each([
  ['a quote that is never closed', 'a,"b\nc', 'openQuote', 1],
  ['a quote inside a bare cell', 'a\nb"c,d', 'strayQuote', 2],
  ['words after a quoted cell', 'a\n"b"c,d', 'strayQuote', 2],
  ['an endless cell', `a\n${'x'.repeat(3000)}`, 'tooLong', 2],
  ['endless cells', `a\n${','.repeat(100)}`, 'tooMany', 2],
])('%s is refused with its line', (_name, text, code, line) => {
  expect(parseCsv(text)).toMatchObject({ ok: false, errors: [{ code, line }] });
});
