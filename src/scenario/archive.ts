/** A zipped scenario folder to its files, within limits that hold while it is unpacked: nothing of an archive is believed. */

import { Inflate } from 'fflate';
import type { Coded, Parsed, ScenarioErrorCode } from './coded.ts';
import { scenarioFile } from './parseScenario.ts';
import { mostBytes } from './yamlTree.ts';
import { beginsAsZip, packedBytes, zipDirectory, type ZipEntry } from './zipDirectory.ts';

/** Bytes of an archive, and of all that is in it together. */
export const mostArchiveBytes = 1024 * 1024;
export const mostTotalBytes = 2 * 1024 * 1024;
/** Entries of an archive, folders and what systems put in included. */
export const mostEntries = 200;
/** Unpacked over packed bytes; text of this kind packs to a fifth. */
export const mostRatio = 100;
/** Small files may pack better than that. */
const freeBytes = 16 * 1024;
const mostNameLength = 200;
/** Packed bytes that are unpacked at once: deflate makes at most 1032 of each. */
const stride = 512;

/** Bytes by path inside the folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What systems put into an archive or a folder by themselves. */
export const byTheSystem = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Unpacks file by file; each step yields how many are done, and of how many. Never throws. A folder around all files is left out.
 * Codes: `fileTooLarge`, `tooMany` and those that begin with zip; all bad names are told at once, else the first bad file.
 */
export function* unpack(bytes: Uint8Array): Generator<{ done: number; of: number }, Parsed<Files>> {
  if (bytes.length > mostArchiveBytes) return refused('fileTooLarge', undefined, { most: mostArchiveBytes });
  const listed = zipDirectory(bytes, mostEntries);
  if (typeof listed === 'string') return refused(listed);
  if (listed.length > mostEntries) return refused('tooMany', undefined, { most: mostEntries });
  const errors = nameErrors(listed);
  if (errors.length > 0) return { ok: false, errors };
  const entries = listed.filter(({ name }) => !name.endsWith('/') && !byTheSystem.test(name));
  const around = folderAround(entries);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    yield { done: files.size, of: entries.length };
    const room = Math.min(mostBytes, mostTotalBytes - total);
    const content = contentOf(bytes, entry, room);
    if (content === 'beyond') {
      return room === mostBytes
        ? refused('fileTooLarge', entry, { most: mostBytes })
        : refused('zipTotal', entry, { most: mostTotalBytes });
    }
    if (typeof content === 'string') return refused(content, entry, content === 'zipRatio' ? { most: mostRatio } : undefined);
    if (beginsAsZip(content)) return refused('zipNested', entry);
    total += content.length;
    files.set(entry.name.slice(around.length), content);
  }
  return { ok: true, value: files };
}

function refused(code: ScenarioErrorCode, entry?: ZipEntry, values?: Coded['values']): Parsed<never> {
  return { ok: false, errors: [codedOf(code, entry, values)] };
}

const codedOf = (code: ScenarioErrorCode, entry?: ZipEntry, values?: Coded['values']): Coded => ({
  code,
  at: '',
  ...(entry && { file: shown(entry.name) }),
  ...(values && { values }),
});

const shown = (name: string): string => (name.length > mostNameLength ? `${name.slice(0, mostNameLength)}…` : name);

/** Names that lead out of the folder, stand twice, or belong to an archive in the archive. */
function nameErrors(entries: readonly ZipEntry[]): Coded[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    // Most systems take names for the same that differ in case or in how an accent is written.
    const same = entry.name.normalize('NFC').toLowerCase();
    const twice = seen.has(same);
    seen.add(same);
    if (leadsOut(entry.name)) return [codedOf('zipPath', entry)];
    if (twice) return [codedOf('zipDuplicate', entry)];
    return /\.zip$/i.test(entry.name) ? [codedOf('zipNested', entry)] : [];
  });
}

const leadsOut = (name: string): boolean =>
  name === '' ||
  name.length > mostNameLength ||
  /^\/|\\|^[a-z]:|\0/i.test(name) ||
  name.split('/').some((part) => part === '..' || part === '.');

/** The folder, with its slash, that all files lie in; empty where scenario.yaml lies at the top or there are several. */
function folderAround(entries: readonly ZipEntry[]): string {
  if (entries.some(({ name }) => name === scenarioFile)) return '';
  const [first = ''] = entries.map(({ name }) => name.slice(0, name.indexOf('/') + 1));
  return entries.every(({ name }) => name.startsWith(first)) ? first : '';
}

function contentOf(bytes: Uint8Array, entry: ZipEntry, room: number): Uint8Array | 'beyond' | ScenarioErrorCode {
  if ((entry.flags & 1) !== 0) return 'zipEncrypted';
  if (entry.method !== 0 && entry.method !== 8) return 'zipKind';
  const packed = packedBytes(bytes, entry);
  if (packed === null) return 'zipDamaged';
  const most = Math.max(freeBytes, packed.length * mostRatio);
  const content = entry.method === 0 ? packed : inflated(packed, Math.min(room, most));
  if (content === null) return 'zipDamaged';
  if (content === 'beyond') return most < room ? 'zipRatio' : 'beyond';
  if (content.length > room) return 'beyond';
  return content.length === entry.unpacked && crc32(content) === entry.crc ? content : 'zipDamaged';
}

/** null: not deflated data, or cut off. `beyond`: more than `most` bytes come out of it. */
function inflated(packed: Uint8Array, most: number): Uint8Array | 'beyond' | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += stride) {
      inflate.push(packed.subarray(at, at + stride), at + stride >= packed.length);
      if (length > most) return 'beyond';
    }
  } catch {
    // Whatever it stumbles over, the archive is not whole; the caller says so.
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** CRC-32 of ISO 3309, polynomial 0xEDB88320 reflected. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ -1) >>> 0;
}
