/** A run as a code: letters that a QR code or a link carries, and that the library takes where it takes a run file. */

import { packRun } from '../game/packed.ts';
import type { RunFile } from '../game/run.ts';

/** What stands before the code in a link: `https://…/#/code/CODE`. */
const linkMark = '#/code/';
/** A QR code of the largest size, with the least repair, holds so many bytes (ISO/IEC 18004, version 40-L). */
export const mostQrBytes = 2953;

/** Text for a QR code and where a run in it opens. */
export interface RunCode {
  code: string;
  /** What the QR code holds: a link to this app where there is room and an address that others can open, else the code alone. */
  text: string;
  isLink: boolean;
}

/**
 * The code of a run, without its notes (they never leave in a code).
 * @param address where this app is open, without `#`
 * @returns null where the run has too many decisions for one QR code
 */
export function runCode(run: RunFile, address: string): RunCode | null {
  const code = packRun(run);
  const link = `${address}${linkMark}${code}`;
  const isLink = /^https?:\/\//.test(address) && link.length <= mostQrBytes;
  if (!isLink && code.length > mostQrBytes) return null;
  return { code, text: isLink ? link : code, isLink };
}

/**
 * The code in what somebody pasted: the code itself or a link that holds it, white space and line breaks taken out.
 * @returns null for anything else, a run file among them
 */
export function codeIn(text: string): string | null {
  const mark = text.indexOf(linkMark);
  const code = (mark < 0 ? text : text.slice(mark + linkMark.length)).replace(/\s+/g, '');
  return /^[A-Za-z0-9_-]+$/.test(code) ? code : null;
}
