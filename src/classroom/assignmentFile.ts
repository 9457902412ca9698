/** An assignment as a file (JSON) and as a link or QR code (the same, deflated); read back strictly. Never throws on what it is given. */

import { sha256 } from '@noble/hashes/sha2.js';
import { strToU8, deflateSync, Inflate } from 'fflate';
import { fromBase64Url, toBase64Url } from '../game/packedBytes.ts';
import { placeOf, readJson } from '../game/jsonReader.ts';
import { decodeUtf8 } from '../sim/utf8.ts';
import { formatPath, type Coded, type Path } from '../scenario/coded.ts';
import { canonicalJson } from '../sim/canonicalJson.ts';
import type { Assignment } from './assignment.ts';
import { assignmentSchema } from './assignmentSchema.ts';

/** Largest file, in bytes of UTF-8; a code holds no more when inflated. */
export const mostAssignmentBytes = 16 * 1024;
/** Longest code, in characters. */
const mostCodeLength = 8192;
const mostDepth = 8;
const mostErrors = 20;
/** First byte of a code. */
const codeVersion = 1;
const checkBytes = 4;

export type ParsedAssignment = { ok: true; assignment: Assignment } | { ok: false; errors: readonly Coded[] };

const refused = (code: string, values?: Coded['values']): ParsedAssignment => ({
  ok: false,
  errors: [{ code, at: '', ...(values && { values }) }],
});

/** The assignment as a file: a line a field, so that a person can read it. */
export function writeAssignment(assignment: Assignment): string {
  const lines = Object.entries(assignment).map(([key, value]) => `  ${JSON.stringify(key)}: ${canonicalJson(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Reads an assignment file; errors with path and line. */
export function parseAssignment(bytes: Uint8Array): ParsedAssignment {
  if (bytes.length > mostAssignmentBytes) return refused('fileTooLarge', { actual: bytes.length, most: mostAssignmentBytes });
  const text = decodeUtf8(bytes);
  if (text === null) return refused('notUtf8');
  const read = readJson(text, mostDepth);
  if (!read.ok) return read;
  const errors: Coded[] = [];
  const add = (code: string, path: Path, values?: Coded['values']): void => {
    if (errors.length < mostErrors)
      errors.push({ code, at: formatPath(path), ...placeOf(text, read.tree, path), ...(values && { values }) });
  };
  const assignment = assignmentSchema.read(read.tree, [], { add });
  return assignment === undefined || errors.length > 0 ? { ok: false, errors } : { ok: true, assignment };
}

/** The assignment in the characters of a link. */
export function assignmentCode(assignment: Assignment): string {
  const packed = deflateSync(strToU8(canonicalJson(assignment)), { level: 9 });
  const content = Uint8Array.from([codeVersion, ...packed]);
  return toBase64Url(Uint8Array.from([...content, ...sha256(content).slice(0, checkBytes)]));
}

/** Opens such a code. Codes besides those of a file: `packedTooLong`, `packedVersion`, `packedDamaged`. */
export function readAssignmentCode(code: string): ParsedAssignment {
  if (code.length > mostCodeLength) return refused('packedTooLong');
  const bytes = fromBase64Url(code);
  if (bytes === null || bytes.length <= checkBytes + 1) return refused('packedDamaged');
  if (bytes[0] !== codeVersion) return refused('packedVersion');
  const content = bytes.slice(0, -checkBytes);
  const check = sha256(content).slice(0, checkBytes);
  if (!check.every((byte, index) => byte === bytes[content.length + index])) return refused('packedDamaged');
  const inflated = inflate(content.slice(1));
  return inflated === null ? refused('packedDamaged') : parseAssignment(inflated);
}

/** What was deflated; null for damage and for more than a file may hold. */
function inflate(packed: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  try {
    const stream = new Inflate((part, last) => {
      size += part.length;
      if (size > mostAssignmentBytes) throw new RangeError('too much');
      parts.push(part);
      ended = last;
    });
    stream.push(packed, true);
  } catch {
    // Whatever stops it, the code is not one that was made here; the caller says so.
    return null;
  }
  if (!ended) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
