/** How bad failures are: a table over their probability, since a power for each failure would cost more than the rest of it. */

import { pow } from '../math/elementary.ts';
import type { ParameterValues } from '../parameters.ts';

const BITS = 10;
/** Shift of a random word that gives a place in the table. */
export const SEVERITY_SHIFT = 32 - BITS;

/** Severity 0-1 at the middle of each step of its probability: ceiling x u^shape. */
export function foldSeverities(p: ParameterValues): Float64Array {
  const steps = 1 << BITS;
  return Float64Array.from({ length: steps }, (_, step) => {
    return p['complaint.severityCeiling'] * pow((step + 0.5) / steps, p['complaint.severityShape']);
  });
}
