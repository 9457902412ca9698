/** The records as a sample of files shows them: shares 0-1, completeness in points 0-100. */

import type { ReviewFigure } from '../../company/review/reviewState.ts';
import { purpose } from '../../sim/purposes.ts';
import { lookUp } from '../../sim/records/lookedUp.ts';
import { auditedParts, type SampleErrors, sampleErrors } from '../../sim/records/sampleErrors.ts';
import type { Estimate } from '../estimate.ts';
import { audit } from '../gatherEvidence.ts';
import { auditShare, completenessEstimate } from '../known/auditEstimates.ts';
import type { AuditResult } from '../known/evidence.ts';
import { sampledShare } from '../known/figures.ts';
import type { Asking } from './asking.ts';
import { missing } from './figures.ts';
import { reckoningOf } from './reckoning.ts';

/** Errors of all customers as those of a sample of n among them. */
function scaled({ parts, root }: SampleErrors, factor: number): SampleErrors {
  const of = Object.fromEntries(auditedParts.map((part) => [part, parts[part] * factor])) as SampleErrors['parts'];
  return { parts: of, root: root * factor };
}

/** Share of the people on file who have further rows. */
const duplicates = ({ looked, quarter, drawn }: AuditResult): Estimate =>
  sampledShare(looked.known > 0 ? looked.duplicated / looked.known : 0, looked.known, {
    method: 'audit',
    frame: 'customersOnFile',
    asOf: quarter,
    drawn,
  });

const estimates: readonly [string, (found: AuditResult) => Estimate][] = [
  ['completeness', completenessEstimate],
  ...auditedParts.map((part): [string, (found: AuditResult) => Estimate] => [part, (found) => auditShare(found, part)]),
  ['duplicates', duplicates],
];

/** What a look at every file would show, with the errors that a sample of the same size has. */
function inTruth({ world, company, n }: Asking, own: Int32Array, found: AuditResult): AuditResult {
  const { records, spec, quality } = company;
  const useful = spec.records!.usefulFields;
  const errors = sampleErrors(records, own, useful, world.market.parameters['records.maximumAge'], quality);
  const looked = lookUp(records, own);
  const size = Math.min(n, own.length);
  return { ...found, quality, looked, n: own.length, errors: scaled(errors, size > 0 ? Math.sqrt(own.length / size) : 0) };
}

/** Share of the fields kept that nobody reads: counted in full. */
function fieldsUnused({ company }: Asking): ReviewFigure {
  const kept = company.inForce['dat.fields'];
  const value = kept.length > 0 ? kept.filter((field) => !company.spec.records!.usefulFields.includes(field)).length / kept.length : 0;
  return { method: 'data', id: 'fieldsUnused', value, low: value, high: value, n: kept.length, truth: value, fair: 0 };
}

/** What the quality of all files is, where nobody looks at a sample: what findings are read from. */
function onlyTruth(asking: Asking): ReviewFigure[] {
  const { company } = asking;
  const { own } = reckoningOf(asking);
  const { quality } = company;
  const known = own.some((i) => company.records.held[i] !== 0);
  const figures = auditedParts.map((part): ReviewFigure => {
    const counted = part === 'coverage' ? own.length > 0 : known;
    return missing({ method: 'data', id: part }, 'tooFew', { truth: counted ? quality[part] : null, fair: null });
  });
  return [...figures, fieldsUnused(asking)];
}

export function dataMethod(asking: Asking): ReviewFigure[] {
  if (asking.truthOnly === true) return onlyTruth(asking);
  const { world, company, n } = asking;
  const { own } = reckoningOf(asking);
  const found = audit(world, company, own, n, purpose.reviewFiles);
  const all = inTruth(asking, own, found);
  const figures = estimates.map(([id, of]): ReviewFigure => {
    const { value, low, high, n: counted, why } = of(found);
    const truth = of(all);
    const width = truth.value === null ? null : truth.high! - truth.low!;
    return { method: 'data', id, value, low, high, n: counted, ...(why && { why }), truth: truth.value, fair: width };
  });
  return [...figures, fieldsUnused(asking)];
}
