/** Order of the evaluation: governing factors, choice of programme, data, people and tool, then the market's side; right things come before doing things right. */

import { usualParameters, type FirmParameters } from '../parameters.ts';
import { findingScales } from './findingParameters.ts';
import { findingIds, type FindingId } from './reviewOptions.ts';
import type { FoundDefect } from './reviewState.ts';

export const findingStages = ['governing', 'programme', 'data', 'people', 'market'] as const;
export type FindingStage = (typeof findingStages)[number];

/** Where in the order of the evaluation a finding stands. */
export const stageOf: Readonly<Record<FindingId, FindingStage>> = {
  cardsDisagree: 'governing',
  spendingOffStrategy: 'governing',
  pathUnfit: 'programme',
  programmeStalled: 'programme',
  recordsWrong: 'data',
  recordsThin: 'data',
  fieldsUnused: 'data',
  consentMissing: 'data',
  wrongTargets: 'data',
  skillLow: 'people',
  adoptionLow: 'people',
  hiddenCost: 'people',
  failuresUnheard: 'market',
  waitingLong: 'market',
  valueBehind: 'market',
  spuriousLoyalty: 'market',
  earlyDecay: 'market',
};

/** Findings that make what is said of data and people premature. */
const voiding: readonly FindingId[] = ['cardsDisagree', 'spendingOffStrategy', 'pathUnfit', 'programmeStalled'];
const voidable: readonly FindingStage[] = ['data', 'people'];

/**
 * Defects in the order of the evaluation, with those voided that a finding of weight in governing factors or choice of programme comes before:
 * whoever cleans the data of the wrong programme cleans for nothing.
 */
export function inOrder(defects: readonly { finding: FindingId; gravity: number }[], p: FirmParameters = usualParameters): FoundDefect[] {
  const first = defects.some(({ finding, gravity }) => voiding.includes(finding) && gravity >= p['finding.voids']);
  return [...defects]
    .sort((a, b) => findingIds.indexOf(a.finding) - findingIds.indexOf(b.finding))
    .map(({ finding, gravity }) => ({ finding, gravity, voided: first && voidable.includes(stageOf[finding]) }));
}

/** Defects that may be adjusted: not voided, and none on which a chain is open; what weighs most on customer equity comes first. */
export function weightiestOf(found: readonly FoundDefect[], busy: readonly FindingId[] = []): FoundDefect[] {
  const load = ({ finding, gravity }: FoundDefect): number => gravity * findingScales[finding].weight;
  const open = found.filter(({ finding, voided }) => !voided && !busy.includes(finding));
  return open.sort((a, b) => load(b) - load(a) || findingIds.indexOf(a.finding) - findingIds.indexOf(b.finding));
}

/** How strongly a finding works on customer equity, as a learner may be told it. */
export function effectOf(finding: FindingId): 'strong' | 'plain' | 'slight' {
  const { weight } = findingScales[finding];
  return weight >= STRONG ? 'strong' : weight >= PLAIN ? 'plain' : 'slight';
}
/** Weights from which a finding works strongly, and at all by itself. */
const STRONG = 1.5;
const PLAIN = 0.8;

/** The gravest defect that may be adjusted. Null where there is none. */
export function gravestOf(found: readonly FoundDefect[], busy: readonly FindingId[] = []): FoundDefect | null {
  const open = found.filter(({ finding, voided }) => !voided && !busy.includes(finding));
  return open.reduce<FoundDefect | null>((most, one) => (most === null || one.gravity > most.gravity ? one : most), null);
}
