/**
 * The relations of a block of customers: who deals with whom this quarter, and what the passes over them leave for one another.
 * What belongs together lies in one array, since each further array costs a loop more than the arithmetic does (measured).
 */

/** Customers in a block: long loops over all customers are slower and less steady in V8 (measured). */
export const BLOCK = 1024;
/** Companies that a pair can name. */
export const MOST_COMPANIES = 8;

/** Offsets in `met`: what a wrong record spoils, what a failure does to satisfaction and adds to the log odds of leaving. */
export const M = { spoiled: 0, hurt: 1, failureExit: 2 } as const;
export const MET_ROW = 3;

/** Bits of `happened`: calls of the customer 0-5, waited too long 6, met several people 7, contacts of the firm 8-15, failure kept
 *  silent 16, right record at hand 17, `met` holds something 18. */
export const H = { calls: 0x3f, waited: 6, several: 7, contacts: 8, silent: 16, known: 17, met: 18 } as const;

export interface Relations {
  count: number;
  /** Customer x 8 + company. */
  pair: Int32Array;
  /** Four random words a relation. */
  draws: Uint32Array;
  /** Factor of contacts and offers on purchases; after booking the revenue in currency. */
  bought: Float64Array;
  purchases: Int32Array;
  happened: Int32Array;
  /** MET_ROW numbers a relation; valid where `happened` says so. */
  met: Float64Array;
  /** Places of the relations that need more than the loops do: rare ones are listed, so that the loops make no calls. */
  listed: Int32Array;
  listedCount: number;
}

/**
 * Room for the relations of one block with up to `perCustomer` companies each: the same every time, since quarters are played one after
 * another and nothing in it outlives its block.
 */
export function relationsFor(perCustomer: number): Relations {
  const kept = rooms.get(perCustomer) ?? makeRelations(perCustomer);
  rooms.set(perCustomer, kept);
  return kept;
}
const rooms = new Map<number, Relations>();

function makeRelations(perCustomer: number): Relations {
  const most = BLOCK * perCustomer;
  return {
    count: 0,
    pair: new Int32Array(most),
    draws: new Uint32Array(most * 4),
    bought: new Float64Array(most),
    purchases: new Int32Array(most),
    happened: new Int32Array(most),
    met: new Float64Array(most * MET_ROW),
    listed: new Int32Array(most + 1),
    listedCount: 0,
  };
}

export function customerOf(pair: number): number {
  return pair >>> 3;
}

export function companyOf(pair: number): number {
  return pair & (MOST_COMPANIES - 1);
}

export function pairOf(customer: number, company: number): number {
  return customer * MOST_COMPANIES + company;
}

/** Sets what a relation met this quarter; the caller marks it in `happened`. */
export function setMet(met: Float64Array, r: number, spoiled: number, hurt: number, failureExit: number): void {
  met[r * MET_ROW + M.spoiled] = spoiled;
  met[r * MET_ROW + M.hurt] = hurt;
  met[r * MET_ROW + M.failureExit] = failureExit;
}
