/** The customers as columns: one typed array a trait, index = customer. 36 + 6 K bytes a customer for K companies. */

import { needIds } from '../market.ts';

/** `supplier` of a customer of nobody. */
export const NOBODY = 255;
export const NEEDS = needIds.length;
/** Shares 0-1 are stored as 0..255 in bytes and 0..65535 in words. */
export const BYTE = 255;
export const WORD = 65535;

export interface Columns {
  segment: Uint8Array;
  /** Quarter in which the customer enters the market; 0 = there from the start. */
  entry: Uint8Array;
  channel: Uint8Array;
  /** Category purchases a quarter, mean of this customer. */
  rate: Float32Array;
  /** Money a purchase, mean of this customer, in currency. */
  spend: Float32Array;
  /** Weights of the five needs, NEEDS bytes a customer, in units of 1/255. */
  needs: Uint8Array;
  /** Welcome firm-initiated contacts a quarter, in sixteenths. */
  tolerated: Uint8Array;
  privacyConcern: Uint8Array;
  complaintPropensity: Uint8Array;
  reach: Uint8Array;
  switchingCost: Uint8Array;
  /** Contractual: probability of leaving a quarter; repertoire: drop-out rate a quarter. Before any treatment. */
  leavingBase: Float32Array;
  /** Expected performance 0-1. */
  expectation: Uint16Array;
  /** Contractual: quarters with the supplier; repertoire: quarters in the market. */
  tenure: Uint8Array;
  priorFailures: Uint8Array;
  /** Index of the cause of the last leaving, NOBODY if never left. */
  leftBecause: Uint8Array;
  /** Margin over direct cost brought to all suppliers since the start, in currency. */
  contribution: Float32Array;
  /** Contractual: index of the one supplier or NOBODY. */
  supplier: Uint8Array;
  /** Bit k = has an active relation with company k. */
  active: Uint8Array;
  /** Company k of customer i stands at [k * people + i]. */
  taste: Uint16Array;
  satisfaction: Uint16Array;
  relationship: Uint16Array;
}

/** Names in the order in which digests read them. */
export const columnNames = [
  'segment',
  'entry',
  'channel',
  'rate',
  'spend',
  'needs',
  'tolerated',
  'privacyConcern',
  'complaintPropensity',
  'reach',
  'switchingCost',
  'leavingBase',
  'expectation',
  'tenure',
  'priorFailures',
  'leftBecause',
  'contribution',
  'supplier',
  'active',
  'taste',
  'satisfaction',
  'relationship',
] as const satisfies readonly (keyof Columns)[];

/** Columns that a quarter may change; the others are drawn once. */
export const movingColumns = [
  'expectation',
  'tenure',
  'priorFailures',
  'leftBecause',
  'contribution',
  'supplier',
  'active',
  'satisfaction',
  'relationship',
] as const satisfies readonly (keyof Columns)[];

/** Room for `people` customers and `companies` companies, all zero. Every buffer is a whole number of 32-bit words. */
export function makeColumns(people: number, companies: number): Columns {
  const bytes = (count: number): Uint8Array => new Uint8Array(new ArrayBuffer(Math.ceil(count / 4) * 4), 0, count);
  const words = (count: number): Uint16Array => new Uint16Array(new ArrayBuffer(Math.ceil(count / 2) * 4), 0, count);
  return {
    segment: bytes(people),
    entry: bytes(people),
    channel: bytes(people),
    rate: new Float32Array(people),
    spend: new Float32Array(people),
    needs: bytes(people * NEEDS),
    tolerated: bytes(people),
    privacyConcern: bytes(people),
    complaintPropensity: bytes(people),
    reach: bytes(people),
    switchingCost: bytes(people),
    leavingBase: new Float32Array(people),
    expectation: words(people),
    tenure: bytes(people),
    priorFailures: bytes(people),
    leftBecause: bytes(people),
    contribution: new Float32Array(people),
    supplier: bytes(people),
    active: bytes(people),
    taste: words(people * companies),
    satisfaction: words(people * companies),
    relationship: words(people * companies),
  };
}

/** A copy that shares the columns which never change. */
export function copyColumns(columns: Columns): Columns {
  const copy: Columns = { ...columns };
  for (const name of movingColumns) {
    const column = columns[name];
    const buffer = column.buffer.slice(0);
    if (column instanceof Uint8Array) Object.assign(copy, { [name]: new Uint8Array(buffer, 0, column.length) });
    else if (column instanceof Uint16Array) Object.assign(copy, { [name]: new Uint16Array(buffer, 0, column.length) });
    else Object.assign(copy, { [name]: new Float32Array(buffer, 0, column.length) });
  }
  return copy;
}

/** Memory of the columns in bytes. */
export function columnBytes(columns: Columns): number {
  return columnNames.reduce((sum, name) => sum + columns[name].byteLength, 0);
}
