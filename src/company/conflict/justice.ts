/** The three kinds of justice in an answer, and the score of the whole (conflict 3.4; weights are a dial of the scenario). */

import type { ConflictMode } from './conflictModes.ts';
import type { FirmParameters } from '../parameters.ts';
import { modeFit } from './modes.ts';
import { type Band, bandOf, type ConflictKind, halfDaysOwed, type Situation } from './situation.ts';

export const remedyIds = ['none', 'part', 'full', 'generous'] as const;
export type Remedy = (typeof remedyIds)[number];
/** Remedy over loss; a generous one is more than the loss. */
export const remedyOfLoss: Readonly<Record<Remedy, number>> = { none: 0, part: 0.5, full: 1, generous: 1.3 };

export interface ConflictOffer {
  remedy: Remedy;
  apology: boolean;
  reason: boolean;
  /** A date is named by which it is done. */
  date: boolean;
}

/** Weights of distributive, procedural and interactional justice; their sum is 1. */
export interface JusticeWeights {
  distributive: number;
  procedural: number;
  interactional: number;
}
/** Published meta-analyses differ by sector and culture, so that a scenario may set its own. */
export const usualWeights: Readonly<Record<ConflictKind, JusticeWeights>> = {
  customer: { distributive: 0.35, procedural: 0.35, interactional: 0.3 },
  department: { distributive: 0.3, procedural: 0.4, interactional: 0.3 },
  channel: { distributive: 0.5, procedural: 0.35, interactional: 0.15 },
};

/** How the case was handled up to its answer. */
export interface Handling {
  /** Half days waited since it was spoken of, and hand-offs from one to another. */
  waited: number;
  handOffs: number;
  /** Earlier failures of the same customer or pair, a code left out counting as one. */
  priorFailures: number;
  /** Empathy of the staff 0-1. */
  empathy: number;
  /** What a like case got more, as a share of the loss. */
  peerGotMore: number;
}

export type Justice = { [K in keyof JusticeWeights]: number };

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Distributive: offer over loss, at most a little above 1, less what peers got more. Procedural: time and hand-offs. Interactional: words. */
export function justiceOf(offer: ConflictOffer, handling: Handling, band: Band, p: FirmParameters): Justice {
  const fair = within(remedyOfLoss[offer.remedy], 0, 1 + p['justice.surplus']) - p['justice.peer'] * handling.peerGotMore;
  const inTime = 1 - handling.waited / (2 * halfDaysOwed[band]) + (offer.date ? p['justice.date'] : 0);
  const passedOn = handling.handOffs > 2 ? p['justice.handOffs'] : 1;
  const words =
    p['justice.empathy'] * handling.empathy + (offer.apology ? p['justice.apology'] : 0) + (offer.reason ? p['justice.reason'] : 0);
  return { distributive: within(fair, 0, 1.1), procedural: within(inTime, 0, 1) * passedOn, interactional: within(words, 0, 1) };
}

/** justice x (.45 + .55 fit) - .15 a prior failure - .15 (severity - 70)/30 above 70. */
export function conflictScore(
  mode: ConflictMode,
  situation: Situation,
  offer: ConflictOffer,
  handling: Handling,
  p: FirmParameters,
  weights: JusticeWeights = usualWeights[situation.kind],
): number {
  const justice = justiceOf(offer, handling, bandOf(situation.severity, p), p);
  const felt =
    weights.distributive * justice.distributive + weights.procedural * justice.procedural + weights.interactional * justice.interactional;
  const critical = p['severity.critical'];
  const grave = (p['score.critical'] * Math.max(0, situation.severity - critical)) / (100 - critical);
  const fit = p['score.base'] + (1 - p['score.base']) * modeFit(mode, situation, p);
  return felt * fit - p['score.prior'] * handling.priorFailures - grave;
}
