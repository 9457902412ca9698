import fc from 'fast-check';
import jsQr from 'jsqr';
import { expect, test } from 'vitest';
import { packRun } from '../../src/game/packed.ts';
import { wholeRun } from '../../src/saves/readingFiles.ts';
import { codeIn, mostQrBytes, runCode } from '../../src/saves/runCode.ts';
import { printedWidth, qrOf } from '../../src/ui/debrief/report/qr.ts';
import { busyRun } from '../game/arbitraryRuns.ts';
import { valueOf } from './browser.ts';
import { sampleRun } from './sampleRun.ts';

/** Its package is made for loaders that put the function under `default` once more. */
const decode = (jsQr as unknown as { default?: typeof jsQr }).default ?? jsQr;
const address = 'https://rapport.example/app/';

/** What a camera would see: `scale` pixels a module, dark where the path is. */
function pictureOf(text: string, scale: number): { pixels: Uint8ClampedArray; side: number; size: number } {
  const { size, path } = qrOf(text);
  const side = size * scale;
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column += 1) {
        pixels.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
      }
    }
  }
  return { pixels, side, size };
}

function readBack(text: string): { text: string | undefined; size: number } {
  const { pixels, side, size } = pictureOf(text, 3);
  return { text: decode(pixels, side, side)?.data, size };
}

test('a decoder of another maker reads the code of a run in the QR code, and the library opens it with the same decisions', () => {
  const run = sampleRun(3);
  const { text, isLink } = runCode(run, address)!;
  expect(isLink).toBe(true);
  const seen = readBack(text).text!;
  expect(seen).toBe(text);
  const opened = valueOf(wholeRun(seen));
  expect(opened.entries).toEqual(run.entries);
  expect(opened.digests).toEqual(run.digests);
});

test('the busiest run of twelve quarters is read from a QR code whose modules are half a millimetre or more on a print of at most 100 mm', () => {
  const busiest = fc
    .sample(busyRun, { numRuns: 10, seed: 5 })
    .reduce((most, run) => (packRun(run).length > packRun(most).length ? run : most));
  const { text } = runCode(busiest, address)!;
  const { text: seen, size } = readBack(text);
  expect(seen).toBe(text);
  expect(printedWidth({ size })).toBeLessThanOrEqual(100);
  expect(printedWidth({ size }) / size).toBeGreaterThanOrEqual(0.5);
});

test('the largest text that the code may have is read too, and one letter more is refused', () => {
  const text = 'aZ9_'.repeat(mostQrBytes).slice(0, mostQrBytes);
  expect(readBack(text)).toEqual({ text, size: 177 + 8 });
  expect(() => qrOf(`${text}a`)).toThrow(RangeError);
});

test('a page that nobody else can open gives the code without a link', () => {
  const made = runCode(sampleRun(1), 'file:///home/rapport/index.html')!;
  expect(made).toMatchObject({ isLink: false, text: made.code });
});

test('a code is found in a link and over several lines; a run file is no code', () => {
  const { code, text } = runCode(sampleRun(1), address)!;
  expect(codeIn(text)).toBe(code);
  expect(codeIn(`  ${code.slice(0, 40)}\r\n${code.slice(40)}\n`)).toBe(code);
  expect(codeIn('{"format":1}')).toBeNull();
  expect(codeIn('')).toBeNull();
});

test('a code with any letter changed or cut off is refused by its own word', () => {
  const { code } = runCode(sampleRun(1), address)!;
  const codesOf = (text: string): unknown => {
    const read = wholeRun(text);
    return read.ok ? 'read' : read.errors?.map((error) => error.code);
  };
  for (let place = 8; place < code.length; place += 17) {
    const other = code[place] === 'A' ? 'B' : 'A';
    expect(codesOf(code.slice(0, place) + other + code.slice(place + 1))).toEqual(['packedDamaged']);
  }
  expect(codesOf(code.slice(0, -4))).toEqual(['packedDamaged']);
  expect(codesOf('A'.repeat(20000))).toEqual(['packedTooLong']);
  expect(codesOf('AAAAAAAA')).toEqual(['packedVersion']);
});
