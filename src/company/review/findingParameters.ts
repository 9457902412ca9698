/**
 * What each finding is measured in, from where it is no defect to where it could hardly be worse, and what it weighs: its relative effect on
 * customer equity. And what a board report and an adjustment do. Units of 1/100 of the war chest, points 0-100, shares 0-1.
 */

import { type FirmParameter, parameter as of } from '../parameter.ts';
import type { FindingId } from './reviewOptions.ts';

const proposal = 'proposal';
/**
 * Weights were measured with the simulator: the textbook playbook of both scenarios played on with one thing made worse, against the same
 * on the same luck; loss of the logarithm of closing customer equity for each 100 points of mean gravity, over a quarter of it, held to .4-3.
 * What records lack costs little by itself within a run; the floor keeps it from counting for nothing.
 */
const measured = (loss: number): string => `measured with the simulator: ${loss} of ln equity at gravity 100`;
const slight = 'measured with the simulator: under 0.05 of ln equity at gravity 100, set to the floor';

/** A scale of a finding: at `good` the gravity is 0, at `worst` 100, linear between. */
export interface FindingScale {
  good: number;
  worst: number;
  unit: string;
  /** Effect on customer equity; 1 = a quarter of ln equity at gravity 100. */
  weight: number;
  source: string;
}

export const findingScales: Readonly<Record<FindingId, FindingScale>> = {
  cardsDisagree: { good: 0, worst: 4, unit: 'contradictions between cards', weight: 0.4, source: slight },
  spendingOffStrategy: {
    good: 0.25,
    worst: 0.85,
    unit: 'share of the deeds that what was declared asks for',
    weight: 0.5,
    source: proposal,
  },
  pathUnfit: { good: 4, worst: 24, unit: 'points of gap, ill fit included', weight: 3, source: measured(2.7) },
  programmeStalled: { good: 0, worst: 100, unit: 'points', weight: 1.5, source: measured(0.37) },
  recordsWrong: { good: 0.85, worst: 0.45, unit: 'share of filled blocks that are right', weight: 0.4, source: slight },
  recordsThin: { good: 0.6, worst: 0.1, unit: 'geometric mean of coverage, depth and linkage', weight: 0.4, source: slight },
  fieldsUnused: { good: 0.15, worst: 0.65, unit: 'share of the fields held that are of no use', weight: 0.4, source: slight },
  consentMissing: { good: 0.6, worst: 0.1, unit: 'share of the customers on file with valid consent', weight: 0.4, source: slight },
  wrongTargets: { good: 0.6, worst: 0, unit: 'part of the value that the best targets would bring', weight: 1, source: proposal },
  skillLow: { good: 55, worst: 20, unit: 'points', weight: 3, source: measured(0.75) },
  adoptionLow: { good: 70, worst: 20, unit: 'points', weight: 1, source: proposal },
  hiddenCost: { good: 0.05, worst: 0.45, unit: 'share of the bill that nobody had planned', weight: 0.4, source: proposal },
  failuresUnheard: {
    good: 0.84,
    worst: 0.96,
    unit: 'share of felt failures that nobody spoke of',
    weight: 0.4,
    source: `${slight}; ends: an open door leaves .7-.85 unsaid in both scenarios, a closed one .85-.97`,
  },
  waitingLong: { good: 0.05, worst: 0.4, unit: 'share of contacts that waited too long', weight: 1, source: measured(0.23) },
  valueBehind: {
    good: -1,
    worst: -15,
    unit: 'percent of the usual price by which the offer is cheaper than fair',
    weight: 2.2,
    source: measured(0.55),
  },
  spuriousLoyalty: { good: 0.01, worst: 0.08, unit: 'share of customers who stay dissatisfied', weight: 0.5, source: proposal },
  earlyDecay: {
    good: 0.005,
    worst: 0.06,
    unit: 'leaving a quarter in the first year over that of the others',
    weight: 0.5,
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
} as const satisfies Readonly<Record<string, FirmParameter>>;

/** Points 0-100 of a measure on the scale of its finding; the scale may run either way. */
export function gravityAt(finding: FindingId, measure: number): number {
  const { good, worst } = findingScales[finding];
  return Math.min(100, Math.max(0, (100 * (measure - good)) / (worst - good)));
}
