/** A digest of a whole market, so that two runs can be compared bit for bit between engines and machines. */

import type { Records } from '../records/records.ts';
import { columnNames } from './columns.ts';
import type { Market } from './market.ts';

/** Two 32-bit lanes over 32-bit words; each step is a multiply and a shift, as in MurmurHash3 (A. Appleby). */
export class Digest {
  private first = 0x9747b28c;
  private second = 0x3c6ef372;

  word(value: number): void {
    this.first = Math.imul(this.first ^ value, 0xcc9e2d51);
    this.first ^= this.first >>> 15;
    this.second = Math.imul(this.second ^ value, 0x1b873593);
    this.second ^= this.second >>> 13;
  }

  /** The bytes of a column as 32-bit words, a last partial word padded with zero; its length goes first. */
  column(column: Uint8Array | Uint16Array | Uint32Array | Float32Array): void {
    this.word(column.byteLength);
    const whole = column.byteOffset % 4 === 0 ? Math.floor(column.byteLength / 4) : 0;
    const words = new Uint32Array(column.buffer, column.byteOffset, whole);
    for (let i = 0; i < whole; i += 1) this.word(words[i]!);
    const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    for (let i = whole * 4; i < bytes.length; i += 1) this.word(bytes[i]!);
  }

  text(text: string): void {
    this.word(text.length);
    for (let i = 0; i < text.length; i += 1) this.word(text.charCodeAt(i));
  }

  /** 16 hex digits. */
  toString(): string {
    const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
    return hex(this.first) + hex(this.second);
  }
}

/** Adds all columns of the market and of the records of played firms, in declared order. */
export function digestMarket(digest: Digest, market: Market, records: readonly (Records | null)[]): void {
  for (const name of columnNames) digest.column(market.columns[name]);
  for (const own of records) {
    if (own === null) continue;
    const { held, joined, fields, age, wrong, consent, duplicates } = own;
    for (const column of [held, joined, fields, age, wrong, consent, duplicates]) digest.column(column);
    digest.word(own.duplicateRows);
    for (let row = 0; row < own.duplicateRows; row += 1) digest.word(own.duplicateOf[row]! ^ (own.duplicateSilo[row]! << 28));
  }
}
