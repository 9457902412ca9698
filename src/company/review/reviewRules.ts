/** Rules of the review machine as plain functions: what a half of a review needs, when findings open, what an adjustment needs. */

import type { Reason } from '../guards.ts';
import { usualParameters, type FirmParameters } from '../parameters.ts';
import { chainsAReview } from './reviewOptions.ts';

/** Parameters of a scenario that the rules of a review go by. */
export type ReviewTerms = Pick<FirmParameters, 'review.reserveLeast' | 'review.controlLasts' | 'review.waveAge'>;

/** What a review can be held against. Quarters from 1. */
export interface Compared {
  /** Quarter that is being reviewed. */
  quarter: number;
  /** Quarter of the baseline wave, and of the last external half held; null where there is none. */
  baseline: number | null;
  wave: number | null;
  /** Last quarter whose campaign kept some out by lot, null where none did; and whether the programme in the field went through a pilot. */
  tested: number | null;
  piloted: boolean;
}

/** Memory of the machine. */
export interface ReviewMemory {
  /** A review was asked for out of turn. */
  called: boolean;
  /** Halves that the review held last consists of. */
  external: boolean;
  internal: boolean;
  /** The honesty check of it is closed, and so many chains were opened on what it found. */
  checked: boolean;
  opened: number;
}
export const memoryAtStart: ReviewMemory = { called: false, external: false, internal: false, checked: false, opened: 0 };

/** What the machine is told at the end of a quarter. */
export interface ReviewFacts {
  due: boolean;
  /** Halves that were asked for and paid, and what the external one can be held against. */
  external: boolean;
  internal: boolean;
  compared: Compared;
  /** Chains whose re-test is still to come. */
  chains: number;
  /** Usual ones where left out. */
  terms?: ReviewTerms;
}

export type ReviewEvent =
  | { type: 'quarter.end'; facts: ReviewFacts }
  | { type: 'review.call' }
  /** @param reserve units set aside; @param terms usual ones where left out */
  | { type: 'review.check'; reserve: number; terms?: ReviewTerms }
  | { type: 'review.adjust'; reserve: number; terms?: ReviewTerms };

/** A group to compare with: a campaign that kept some out not long ago, or a programme that was tried on a part first. */
export function controlReasons({ quarter, tested, piloted }: Compared, terms: ReviewTerms = usualParameters): Reason[] {
  const fresh = tested !== null && tested >= quarter - terms['review.controlLasts'];
  return fresh || piloted ? [] : [{ code: 'review.noControl', card: 'cam.run' }];
}

/** An earlier wave: an external half held before, or a baseline a year old. */
function earlierWave({ quarter, baseline, wave }: Compared, terms: ReviewTerms): boolean {
  return wave !== null || (baseline !== null && baseline <= quarter - terms['review.waveAge']);
}

/** The external half says what has changed, so that it needs an earlier wave, or a baseline and a group to compare with. */
export function externalReasons(compared: Compared, terms: ReviewTerms = usualParameters): Reason[] {
  if (earlierWave(compared, terms)) return [];
  const { baseline, quarter } = compared;
  const begun = baseline !== null && baseline < quarter;
  return [...(begun ? [] : [{ code: 'review.noBaseline', card: 'evl.plan' }]), ...controlReasons(compared, terms)];
}

/** A chain from a finding to its re-test needs money set aside for it, and there is room for two. */
export function adjustReasons(reserve: number, opened: number, terms: ReviewTerms = usualParameters): Reason[] {
  const least = terms['review.reserveLeast'];
  return [
    ...(reserve >= least ? [] : [{ code: 'review.noReserve', actual: reserve, required: least, card: 'evl.plan' }]),
    ...(opened < chainsAReview ? [] : [{ code: 'review.chainsFull', actual: opened, required: chainsAReview }]),
  ];
}

/** Halves taken down as a review is held. */
export function halvesOf({ external, internal, compared, terms }: ReviewFacts): Pick<ReviewMemory, 'external' | 'internal'> {
  return { external: external && externalReasons(compared, terms).length === 0, internal };
}
