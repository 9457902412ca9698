/**
 * What each finding is measured in, from where it is no defect to where it could hardly be worse, and what it weighs: its relative effect on
 * customer equity. And what a board report and an adjustment do. Units of 1/100 of the war chest, points 0-100, shares 0-1.
 */

import { type FirmParameter, parameter as of } from '../parameter.ts';
import type { FindingId } from './reviewOptions.ts';

const proposal = 'proposal';

/** A scale of a finding: at `good` the gravity is 0, at `worst` 100, linear between. */
export interface FindingScale {
  good: number;
  worst: number;
  unit: string;
  /** Effect on customer equity over that of the median finding. */
  weight: number;
  source: string;
}

export const findingScales: Readonly<Record<FindingId, FindingScale>> = {
  cardsDisagree: { good: 0, worst: 4, unit: 'contradictions between cards', weight: 1, source: proposal },
  spendingOffStrategy: { good: 0.25, worst: 0.85, unit: 'share of the deeds that what was declared asks for', weight: 1, source: proposal },
  pathUnfit: { good: 4, worst: 24, unit: 'points of gap, ill fit included', weight: 1.5, source: proposal },
  programmeStalled: { good: 0, worst: 100, unit: 'points', weight: 1.5, source: proposal },
  recordsWrong: { good: 0.85, worst: 0.45, unit: 'share of filled blocks that are right', weight: 1, source: proposal },
  recordsThin: { good: 0.6, worst: 0.1, unit: 'geometric mean of coverage, depth and linkage', weight: 1, source: proposal },
  fieldsUnused: { good: 0.15, worst: 0.65, unit: 'share of the fields held that are of no use', weight: 0.3, source: proposal },
  consentMissing: { good: 0.6, worst: 0.1, unit: 'share of the customers on file with valid consent', weight: 0.8, source: proposal },
  wrongTargets: { good: 0.6, worst: 0, unit: 'part of the value that the best targets would bring', weight: 1.2, source: proposal },
  skillLow: { good: 55, worst: 20, unit: 'points', weight: 1, source: proposal },
  adoptionLow: { good: 70, worst: 20, unit: 'points', weight: 1.2, source: proposal },
  hiddenCost: { good: 0.05, worst: 0.45, unit: 'share of the bill that nobody had planned', weight: 0.4, source: proposal },
  failuresUnheard: { good: 0.55, worst: 0.95, unit: 'share of felt failures that nobody spoke of', weight: 1.2, source: proposal },
  waitingLong: { good: 0.05, worst: 0.4, unit: 'share of contacts that waited too long', weight: 1.5, source: proposal },
  valueBehind: {
    good: -1,
    worst: -15,
    unit: 'percent of the usual price by which the offer is cheaper than fair',
    weight: 2,
    source: proposal,
  },
  spuriousLoyalty: { good: 0.01, worst: 0.08, unit: 'share of customers who stay dissatisfied', weight: 1, source: proposal },
  earlyDecay: {
    good: 0.005,
    worst: 0.06,
    unit: 'leaving a quarter in the first year over that of the others',
    weight: 0.8,
    source: proposal,
  },
};

export const findingParameters = {
  'finding.least': of(8, 0, 50, 'points of gravity from which something is a defect', proposal),
  'finding.voids': of(25, 0, 100, 'points from which a finding in strategy or programme voids those in data and people', proposal),
  'report.mood': of(5, 0, 20, 'points of L won now by one bias left in', 'evaluation: temptations'),
  'report.moodMore': of(2, 0, 20, 'points of L won now by each further bias', proposal),
  'report.moodMost': of(9, 0, 30, 'points of L won by biases at most', proposal),
  'report.badFirst': of(1, 0, 10, 'points of L lost now by bad news told first', proposal),
  'report.limits': of(0.5, 0, 10, 'points of L lost now by limits that are stated', proposal),
  'report.intervals': of(0.5, 0, 10, 'points of L lost now by intervals that are shown', proposal),
  'report.surprise': of(3, 0, 20, 'points of L lost when trouble that was told last and without its limits is found again', proposal),
  'report.audit': of(0.3, 0, 1, 'chance a quarter that an audit finds a bias', 'evaluation: temptations'),
  'report.foundOut': of(25, 0, 100, 'points of L lost when a falsified report is found out', 'evaluation: temptations'),
  'adjust.keep': of(0, 0, 15, 'units of the reserve', proposal),
  'adjust.tune': of(1, 0, 15, 'units of the reserve', proposal),
  'adjust.retarget': of(2, 0, 15, 'units of the reserve', proposal),
  'adjust.changePath': of(3, 0, 15, 'units of the reserve', proposal),
  'adjust.stop': of(1, 0, 15, 'units of the reserve', proposal),
  'adjust.capture': of(0.08, 0, 1, 'factor added to what is written down of what is asked, a unit of the reserve put into data', proposal),
  'adjust.captureLasts': of(2, 1, 12, 'quarters', proposal),
  'adjust.actWithin': of(2, 1, 8, 'quarters within which the plan must follow a decision', proposal),
  'adjust.fixed': of(0.3334, 0, 1, 'gravity found again over that before, at which it counts as fixed', proposal),
  'adjust.better': of(0.8, 0, 1, 'the same, at which it counts as better', proposal),
  'adjust.worse': of(1.2, 1, 5, 'the same, from which it counts as worse', proposal),
  'adjust.unclear': of(45, 0, 100, 'points of gravity between the ends of an interval from which a re-test tells nothing', proposal),
} as const satisfies Readonly<Record<string, FirmParameter>>;

/** Points 0-100 of a measure on the scale of its finding; the scale may run either way. */
export function gravityAt(finding: FindingId, measure: number): number {
  const { good, worst } = findingScales[finding];
  return Math.min(100, Math.max(0, (100 * (measure - good)) / (worst - good)));
}
