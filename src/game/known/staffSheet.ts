/** The sheet by which the staff are paid, beside what the firm's own logs say of the same quarter. */

import { type MeasureInForce, reportedFigure, type StaffMeasureId } from '../../company/staffMeasure.ts';
import type { FirmParameters } from '../../company/parameters.ts';
import type { ObservedQuarter } from '../../sim/outcome.ts';
import type { Recency } from './evidence.ts';

export interface StaffSheet {
  measure: StaffMeasureId;
  /** Per cent of pay. */
  bonus: number;
  /** Share 0-1 answered in time, of complaints settled or of customers kept, or revenue in currency; null where there is nothing to count. */
  reported: number | null;
  logged: number | null;
}

/** What the logs hold of a measure. @param recency null under contract */
function loggedFigure(measure: StaffMeasureId, books: ObservedQuarter, recency: Recency | null): number | null {
  switch (measure) {
    case 'callTime':
      return books.serviceContacts > 0 ? 1 - books.waitedTooLong : null;
    case 'solvedFirst':
      return books.complaints > 0 ? books.complaintsSettled / books.complaints : null;
    case 'revenue':
      return books.revenue;
    case 'customerKept':
      if (recency !== null) return recency.yearsBuyers > 0 ? 1 - recency.silent / recency.yearsBuyers : null;
      return books.accountsBefore > 0 ? 1 - books.closed / books.accountsBefore : null;
  }
}

/** The sheet of a quarter; null where nobody is paid by a measure. */
export function staffSheet(paid: MeasureInForce, books: ObservedQuarter, recency: Recency | null, p: FirmParameters): StaffSheet | null {
  if (paid.bonus === 0) return null;
  const { measure, bonus } = paid;
  const logged = loggedFigure(measure, books, recency);
  return { measure, bonus, logged, reported: logged === null ? null : reportedFigure(paid, logged, p) };
}
