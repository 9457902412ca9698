/** The customers as columns: one typed array a trait, index = customer. 34 + 6 K bytes a customer for K companies. */

/** `supplier` of a customer of nobody. */
export const NOBODY = 255;
/** Shares 0-1 are stored as 0..255 in bytes and 0..65535 in words. */
export const BYTE = 255;
export const WORD = 65535;
/** One step of a byte and of a word, as factors: a multiplication is several times faster than a division. */
export const PER_BYTE = 1 / BYTE;
export const PER_WORD = 1 / WORD;
/** `service` of a customer with the mean of the segment. */
export const USUAL_SERVICE = 16;

export interface Columns {
  segment: Uint8Array;
  /** Quarter in which the customer enters the market; 0 = there from the start. */
  entry: Uint8Array;
  channel: Uint8Array;
  /** Category purchases a quarter, mean of this customer. */
  rate: Float32Array;
  /** Money a purchase, mean of this customer, in currency. */
  spend: Float32Array;
  /** Segment and need profile in one: segment x 128 + profile, see needProfiles. */
  kind: Uint16Array;
  /** Welcome firm-initiated contacts a quarter, in sixteenths. */
  tolerated: Uint8Array;
  privacyConcern: Uint8Array;
  complaintPropensity: Uint8Array;
  reach: Uint8Array;
  switchingCost: Uint8Array;
  /** Service contacts a quarter over the segment's mean, in sixteenths. */
  service: Uint8Array;
  /** Contractual: probability of leaving a quarter; repertoire: drop-out rate a quarter. Before any treatment. */
  leavingBase: Float32Array;
  /** Expected performance over what the customer is used to: -0.5 to 0.5 as 0..65535. */
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
  'kind',
  'tolerated',
  'privacyConcern',
  'complaintPropensity',
  'reach',
  'switchingCost',
  'service',
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

type Column<Name extends keyof Columns> = Columns[Name];

/** All columns from a way to make each: the one place where such objects are made, so that V8 sees them all alike. */
function columnsFrom(make: <Name extends keyof Columns>(name: Name) => Column<Name>): Columns {
  return {
    segment: make('segment'),
    entry: make('entry'),
    channel: make('channel'),
    rate: make('rate'),
    spend: make('spend'),
    kind: make('kind'),
    tolerated: make('tolerated'),
    privacyConcern: make('privacyConcern'),
    complaintPropensity: make('complaintPropensity'),
    reach: make('reach'),
    switchingCost: make('switchingCost'),
    service: make('service'),
    leavingBase: make('leavingBase'),
    expectation: make('expectation'),
    tenure: make('tenure'),
    priorFailures: make('priorFailures'),
    leftBecause: make('leftBecause'),
    contribution: make('contribution'),
    supplier: make('supplier'),
    active: make('active'),
    taste: make('taste'),
    satisfaction: make('satisfaction'),
    relationship: make('relationship'),
  };
}

const numberColumns: ReadonlySet<keyof Columns> = new Set(['rate', 'spend', 'leavingBase', 'contribution']);
const wordColumns: ReadonlySet<keyof Columns> = new Set(['kind', 'expectation', 'taste', 'satisfaction', 'relationship']);
const columnsByCompany: ReadonlySet<keyof Columns> = new Set(['taste', 'satisfaction', 'relationship']);

/** Room for `people` customers and `companies` companies, all zero. Every buffer is a whole number of 32-bit words. */
export function makeColumns(people: number, companies: number): Columns {
  return columnsFrom((name) => {
    const length = columnsByCompany.has(name) ? people * companies : people;
    const room = (bytes: number): ArrayBuffer => new ArrayBuffer(Math.ceil((length * bytes) / 4) * 4);
    const column = numberColumns.has(name)
      ? new Float32Array(room(4), 0, length)
      : wordColumns.has(name)
        ? new Uint16Array(room(2), 0, length)
        : new Uint8Array(room(1), 0, length);
    return column as Column<typeof name>;
  });
}

/** A copy that shares the columns which never change. */
export function copyColumns(columns: Columns): Columns {
  const moving: ReadonlySet<keyof Columns> = new Set(movingColumns);
  return columnsFrom((name) => {
    const column = columns[name];
    if (!moving.has(name)) return column;
    const Kind = column.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => typeof column;
    return new Kind(column.buffer.slice(0), 0, column.length);
  });
}

/** Memory of the columns in bytes. */
export function columnBytes(columns: Columns): number {
  return columnNames.reduce((sum, name) => sum + columns[name].byteLength, 0);
}
