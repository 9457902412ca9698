/** The list at the end of a zip archive: what it says to hold, entry by entry, before anything is unpacked (APPNOTE.TXT of PKWARE, 4.3). */

import { strFromU8 } from 'fflate';

export interface ZipEntry {
  /** As the archive writes it. */
  name: string;
  /** Bits: 1 = encrypted. */
  flags: number;
  /** 0 = stored, 8 = deflated. */
  method: number;
  /** CRC-32 of the unpacked bytes. */
  crc: number;
  /** Bytes, packed and unpacked. */
  packed: number;
  unpacked: number;
  /** Where its own header begins. */
  offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
/** Longest comment behind the end record. */
const mostComment = 0xffff;
const utf8Flag = 0x800;

/** True when the bytes begin as an archive does, an empty one included. */
export const beginsAsZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/**
 * The entries as listed; `zipKind` for an archive in parts or of the 64-bit form, `zipDamaged` where the list is not whole.
 * @param most more entries than this are not read; the answer then has one more
 */
export function zipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | 'zipDamaged' | 'zipKind' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return 'zipDamaged';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || at === 0xffffffff) return 'zipKind';
  const entries: ZipEntry[] = [];
  while (entries.length < Math.min(count, most + 1)) {
    if (at + entryLength > end || view.getUint32(at, true) !== entryMark) return 'zipDamaged';
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number];
    const next = at + entryLength + nameLength + extra + comment;
    if (next > end) return 'zipDamaged';
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(bytes.subarray(at + entryLength, at + entryLength + nameLength), flags);
    const [crc, packed, unpacked] = [16, 20, 24].map((place) => view.getUint32(at + place, true)) as [number, number, number];
    entries.push({ name, flags, method: view.getUint16(at + 10, true), crc, packed, unpacked, offset: view.getUint32(at + 42, true) });
    at = next;
  }
  return entries;
}

/** The packed bytes of an entry; null where they do not lie in the archive. */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localMark) return null;
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

/** Where the end record begins: the last one whose comment reaches the end of the file. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - mostComment); at -= 1) {
    if (view.getUint32(at, true) === endMark && at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

/** Many tools write UTF-8 without saying so; what is none is read letter by letter. */
function nameOf(bytes: Uint8Array, flags: number): string {
  const text = strFromU8(bytes);
  return (flags & utf8Flag) !== 0 || !text.includes('\ufffd') ? text : strFromU8(bytes, true);
}
