/** Estimates as they are made: not known, counted in full, or a share of a sample. */

import type { Estimate, FrameId, MethodId, WhyId } from '../estimate.ts';
import { finite, wilson } from './intervals.ts';

export function unknown(why: WhyId): Estimate {
  return { value: null, low: null, high: null, n: 0, asOf: 0, method: 'none', why };
}

/** A full count from the firm's own books or logs: no sampling error. */
export function counted(
  value: number,
  n: number,
  asOf: number,
  method: 'books' | 'logs' = 'books',
  frame: FrameId = 'allCustomers',
): Estimate {
  return { value, low: value, high: value, n: Math.round(n), asOf, method, frame };
}

/** Where a figure comes from and whom it speaks of. */
export interface Source {
  method: MethodId;
  frame: FrameId;
  /** Quarter in which it was found. */
  asOf: number;
  /** Part of the frame that was looked at, 0-1. */
  drawn?: number;
}

/** A share 0-1 found in a sample of n: Wilson's interval, narrower the more of a small frame was drawn. */
export function sampledShare(share: number, n: number, { drawn = 0, ...source }: Source): Estimate {
  if (n <= 0) return unknown('noneSuch');
  return { value: share, ...wilson(share, finite(drawn) === 0 ? Infinity : n / finite(drawn)), n, ...source };
}
