/** What an audit tells of all records: the parts of their quality and the completeness that comes of them. */

import { pow } from '../../sim/math/elementary.ts';
import { type AuditedPart, auditedParts } from '../../sim/records/sampleErrors.ts';
import type { Estimate, FrameId } from '../estimate.ts';
import type { AuditResult } from './evidence.ts';
import { unknown } from './figures.ts';
import { finite, type Interval, wilson, worth, Z80 } from './intervals.ts';

const frameOf = (part: AuditedPart): FrameId => (part === 'coverage' ? 'allCustomers' : 'customersOnFile');
/** Customers that a part was counted over. */
const countedOver = ({ n, looked }: AuditResult, part: AuditedPart): number => (part === 'coverage' ? n : looked.known);

/** A part of the quality, share 0-1. */
export function auditShare(audit: AuditResult | null, part: AuditedPart): Estimate {
  if (audit === null) return unknown('noAudit');
  const n = countedOver(audit, part);
  if (n === 0) return unknown('noCustomersKnown');
  const { quality, errors, drawn, quarter } = audit;
  const value = quality[part];
  return {
    value,
    ...wilson(value, worth(value, errors.parts[part], n, drawn)),
    n,
    asOf: quarter,
    method: 'audit',
    frame: frameOf(part),
  };
}

/**
 * Completeness I in points: the fourth root of four shares or the ceiling of consent, whichever is lower; so are the ends of its interval.
 * The error of the root is of first order in the errors of its parts, which are found in the same customers and move together.
 */
export function completenessEstimate(audit: AuditResult | null): Estimate {
  if (audit === null) return unknown('noAudit');
  const { quality, errors, n, drawn, quarter } = audit;
  if (n === 0) return unknown('noCustomersKnown');
  const ends = Object.fromEntries(
    auditedParts.map((part) => [part, wilson(quality[part], worth(quality[part], errors.parts[part], countedOver(audit, part), drawn))]),
  ) as Record<AuditedPart, Interval>;
  const { coverage, depth, accuracy, linkage } = quality;
  const rootOf = (product: number): number => (product > 0 ? 100 * pow(product, 0.25) : 0);
  const root = rootOf(coverage * depth * accuracy * linkage);
  const half = Z80 * errors.root * Math.sqrt(finite(drawn)) * root;
  const most = rootOf(ends.coverage.high * ends.depth.high * ends.accuracy.high * ends.linkage.high);
  const ceiling = (consent: number): number => 40 + 60 * consent;
  const value = quality.completeness;
  return {
    value,
    low: Math.min(value, Math.max(0, root - half), ceiling(ends.consent.low)),
    high: Math.max(value, Math.min(root > 0 ? root + half : most, ceiling(ends.consent.high), 100)),
    n,
    asOf: quarter,
    method: 'audit',
    frame: 'allCustomers',
  };
}
