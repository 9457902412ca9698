/** What one customer may be spared, see spared.ts. */

/** Bits of `what`: what a customer is spared in a quarter, and (the last) what he is denied. */
export const SPARE = {
  /** The failure does not happen. */
  failure: 1,
  /** The failure is spoken of and settled at once. */
  answer: 2,
  /** Nobody lets him wait. */
  wait: 4,
  /** No more contacts than are welcome. */
  contacts: 8,
  /** His record is right and at hand. */
  record: 16,
  /** A price above that of the start does not weigh on whether he leaves; the satisfaction that it costs stays. */
  price: 32,
  /** Neither better offers nor louder calls of rivals draw him. */
  rivals: 64,
  /** The complaint is not settled. */
  denied: 128,
} as const;

export interface Spared {
  customer: number;
  company: number;
  /** Bits of SPARE. */
  what: number;
}
