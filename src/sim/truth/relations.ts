/**
 * The relations of a block of customers: who deals with whom this quarter, and what the passes over them leave for one another.
 * What belongs together lies in one array, since each further array costs a loop more than the arithmetic does (measured). The small
 * functions of the loops are constants: a declared function is a variable, which V8 looks at before every call that it has taken in.
 */

/** Customers in a block: long loops over all customers are slower and less steady in V8 (measured). */
export const BLOCK = 1024;
/** Companies that a pair can name. */
export const MOST_COMPANIES = 8;
export const MOST_SEGMENTS = 8;

/** Offsets in `met`: what a wrong record spoils, what a failure does to satisfaction and adds to the log odds of leaving, and what money for
 *  those on a list adds to the relationship aimed at. */
export const M = { spoiled: 0, hurt: 1, failureExit: 2, tie: 3 } as const;
export const MET_ROW = 4;

/** Bits of `happened`: calls of the customer 0-5, waited too long 6, met several people 7, contacts of the firm 8-15, failure kept
 *  silent 16, right record at hand 17, `met` holds something 18, failure felt 19. */
export const H = { calls: 0x3f, waited: 6, several: 7, contacts: 8, silent: 16, known: 17, met: 18, felt: 19 } as const;

/** Masks above all relations of a block, and above all cells of a market of at most 8 companies and 8 segments. */
const COUNT_MASK = BLOCK * MOST_COMPANIES * 2 - 1;
export const CELL_MASK = MOST_COMPANIES * MOST_SEGMENTS - 1;

export interface Relations {
  count: number;
  /** Customer x 8 + company. */
  pair: Int32Array;
  /** Company x segments + segment: row of the cell and of the tally. */
  cell: Int32Array;
  /** Four random words a relation. */
  draws: Uint32Array;
  /** Factor of contacts and offers on purchases, then their mean; after booking the revenue in currency. */
  bought: Float64Array;
  purchases: Int32Array;
  happened: Int32Array;
  /** MET_ROW numbers a relation; valid where `happened` says so. */
  met: Float64Array;
  /** Places of the relations that need more than the loops do: rare ones are listed, so that the loops make no calls. */
  listed: Int32Array;
  listedCount: number;
}

const most = BLOCK * MOST_COMPANIES;

/**
 * The relations of the block that is being played, one room for all markets, since quarters are played one after another and nothing in it
 * outlives its block. A constant of the module: V8 then knows where its arrays lie and how long they are, and the loops load neither.
 */
export const relations: Relations = {
  count: 0,
  pair: new Int32Array(most),
  cell: new Int32Array(most),
  draws: new Uint32Array(most * 4),
  bought: new Float64Array(most),
  purchases: new Int32Array(most),
  happened: new Int32Array(most),
  met: new Float64Array(most * MET_ROW),
  listed: new Int32Array(most + 1),
  listedCount: 0,
};

/** How many relations there are, as a number that V8 sees to be small: what is reckoned from it needs no check. */
export const countOfRelations = (): number => relations.count & COUNT_MASK;

/** Row of company k and segment s, small to V8 too. */
export const cellOf = (k: number, segments: number, s: number): number => (Math.imul(k, segments) + s) & CELL_MASK;

/** Place of company k and customer i in the columns by company. */
export const placeOf = (k: number, people: number, i: number): number => (Math.imul(k, people) + i) | 0;

export const customerOf = (pair: number): number => pair >>> 3;

export const companyOf = (pair: number): number => pair & (MOST_COMPANIES - 1);

export const pairOf = (customer: number, company: number): number => customer * MOST_COMPANIES + company;

/** Sets what a relation met this quarter; the caller marks it in `happened`. */
export const setMet = (met: Float64Array, r: number, spoiled: number, hurt: number, failureExit: number, tie: number): void => {
  met[r * MET_ROW + M.spoiled] = spoiled;
  met[r * MET_ROW + M.hurt] = hurt;
  met[r * MET_ROW + M.failureExit] = failureExit;
  met[r * MET_ROW + M.tie] = tie;
};
