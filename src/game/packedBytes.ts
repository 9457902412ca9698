/** Bytes of the packed form: numbers of varying length, sets of indexes, and base64url (RFC 4648, section 5) without padding. */

import { utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeUtf8 } from '../sim/utf8.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Ways in which a set is written; the shortest is taken. */
const setForms = { none: 0, all: 1, bitmap: 2, list: 3 } as const;

/** Thrown by the reader on bytes that no writer makes; caught where a packed run is opened. */
export class PackedDamage extends Error {}

export class ByteWriter {
  private readonly bytes: number[] = [];

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, low ones first. */
  number(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`packed form: ${value} is not a whole number from 0`);
    let rest = value;
    while (rest >= 128) {
      this.bytes.push(128 + (rest % 128));
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }

  signed(value: number): void {
    this.number(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  float(value: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    this.raw(new Uint8Array(view.buffer));
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  text(text: string): void {
    const bytes = utf8ToBytes(text);
    this.number(bytes.length);
    this.raw(bytes);
  }

  /** A set of indexes, rising, out of 0..universe - 1. */
  set(indexes: readonly number[], universe: number): void {
    if (indexes.length === 0) this.number(setForms.none);
    else if (indexes.length === universe) this.number(setForms.all);
    else if (indexes.length <= Math.ceil(universe / 8)) {
      this.number(setForms.list + indexes.length);
      indexes.forEach((index, place) => this.number(place === 0 ? index : index - indexes[place - 1]! - 1));
    } else {
      this.number(setForms.bitmap);
      const map = new Uint8Array(Math.ceil(universe / 8));
      for (const index of indexes) map[index >> 3]! |= 1 << (index & 7);
      this.raw(map);
    }
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Words that come again and again, each written once. */
export class WordList {
  readonly list: string[] = [];

  index(word: string): number {
    const known = this.list.indexOf(word);
    return known >= 0 ? known : this.list.push(word) - 1;
  }
}

export class ByteReader {
  private readonly bytes: Uint8Array;
  private offset = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.offset === this.bytes.length;
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.raw(1)[0]!;
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new PackedDamage('number too large');
      if (byte < 128) return value;
      if (factor > 1e15) throw new PackedDamage('number too long');
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  float(): number {
    const bytes = this.raw(8);
    const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
    if (!Number.isFinite(value)) throw new PackedDamage('not a finite number');
    return value;
  }

  /** A number below `limit`: an index into a list, a count. */
  below(limit: number): number {
    const value = this.number();
    if (value >= limit) throw new PackedDamage('index outside its list');
    return value;
  }

  raw(length: number): Uint8Array {
    if (this.offset + length > this.bytes.length) throw new PackedDamage('ends too early');
    this.offset += length;
    return this.bytes.slice(this.offset - length, this.offset);
  }

  text(mostBytes: number): string {
    const text = decodeUtf8(this.raw(this.below(mostBytes + 1)));
    if (text === null) throw new PackedDamage('not UTF-8');
    return text;
  }

  set(universe: number): number[] {
    const form = this.number();
    const every = Array.from({ length: universe }, (_, index) => index);
    if (form === setForms.none) return [];
    if (form === setForms.all) return every;
    if (form === setForms.bitmap) {
      const map = this.raw(Math.ceil(universe / 8));
      return every.filter((index) => (map[index >> 3]! >> (index & 7)) & 1);
    }
    const indexes: number[] = [];
    for (let left = form - setForms.list; left > 0; left -= 1) {
      const index = this.below(universe) + (indexes.length === 0 ? 0 : indexes.at(-1)! + 1);
      if (index >= universe) throw new PackedDamage('index outside its list');
      indexes.push(index);
    }
    return indexes;
  }
}

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const length = Math.min(3, bytes.length - i) + 1;
    for (let place = 0; place < length; place += 1) text += alphabet[(group >> (18 - 6 * place)) & 63];
  }
  return text;
}

/** The bytes of a base64url text; null when it holds any other character, has an impossible length or unused bits that are not 0. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes: number[] = [];
  let bits = 0;
  let rest = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    rest = (rest << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(rest >> bits);
      rest &= (1 << bits) - 1;
    }
  }
  return rest === 0 ? Uint8Array.from(bytes) : null;
}
