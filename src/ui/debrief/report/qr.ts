/** A text as a QR code to be drawn: byte mode, the least repair, so that a whole run fits. */

import { encode } from 'uqr';

/** Modules of white around the code that a reader needs (ISO/IEC 18004). */
const quiet = 4;

export interface Qr {
  /** Modules on each side, the white margin included. */
  size: number;
  /** The dark modules as the path of an SVG, one unit a module. */
  path: string;
}

/** @throws RangeError where the text is longer than a QR code of the largest size takes (2953 bytes) */
export function qrOf(text: string): Qr {
  // Any mask reads; to try all eight and keep the most even takes eight times as long, and packed text is even enough.
  const { data, size } = encode(text, { ecc: 'L', border: quiet, boostEcc: false, maskPattern: 0 });
  // Runs of dark modules in a row are one stroke: a path a third as long.
  const path = data
    .flatMap((row, y) => {
      const strokes: string[] = [];
      for (let x = 0; x < size; x += 1) {
        if (!row[x]) continue;
        const from = x;
        while (x + 1 < size && row[x + 1]) x += 1;
        strokes.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
      }
      return strokes;
    })
    .join('');
  return { size, path };
}

/** Millimetres of a module on paper at least: what a phone tells apart at arm's length with room to spare (0.33 is the least for print). */
const leastModule = 0.54;
/** Codes of few modules are not printed smaller than this. */
const leastWidth = 50;

/** Width in mm, the white margin included: at most 100 mm for the largest code. */
export const printedWidth = ({ size }: Pick<Qr, 'size'>): number => Math.max(leastWidth, Math.ceil(size * leastModule));
