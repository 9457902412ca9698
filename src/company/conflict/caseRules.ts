/** Rules of the conflict case as plain functions; the machine only names them. Conflict 3.3, clock of mechanics 7. */

import type { ConflictMode } from './conflictModes.ts';
import { usualParameters as rule } from '../parameters.ts';
import { conflictScore, type ConflictOffer, type JusticeWeights, usualWeights } from './justice.ts';
import { authorityOf, bandIds, bandOf, halfDaysOwed, type Situation } from './situation.ts';

/** Memory of a case. Counters stop at the number that matters. */
export interface CaseContext extends Situation {
  /** Agent 1, supervisor 2, director 3; points of severity that the agent may settle. */
  tier: number;
  agentLimit: number;
  /** Half days at this tier, and since it was spoken of. */
  clock: number;
  waited: number;
  handOffs: number;
  /** Earlier failures that count: before the case, by codes left out, by answers that failed. */
  priorFailures: number;
  coded: boolean;
  rootKnown: boolean;
  /** Severity as whoever weighed it saw it, null before; whether something critical was taken for less. */
  triaged: number | null;
  missed: boolean;
  /** A date was promised with the offer that was accepted. */
  promised: boolean;
  checkedBack: boolean;
  mode: ConflictMode | null;
  offers: number;
  followUps: number;
  lastChances: number;
  /** Score of the offer that waits for its answer. */
  score: number | null;
  /** Best outcome that was reached, as the case is closed. */
  ended: CaseEnding | null;
}
export const caseEndings = ['recoveredDelighted', 'recovered', 'partial', 'doubleDeviation', 'silentExit', 'faded', 'lost'] as const;
export type CaseEnding = (typeof caseEndings)[number];
/** Endings that leave those concerned content. */
export const contentEndings: readonly CaseEnding[] = ['recoveredDelighted', 'recovered'];

/** Circumstances of an offer that the case does not know by itself. */
export interface OfferFacts {
  offer: ConflictOffer;
  /** Empathy of the staff 0-1. */
  empathy: number;
  /** What a like case got more, as a share of the loss. */
  peerGotMore: number;
  weights?: JusticeWeights;
}

export type CaseEvent =
  | { type: 'case.trigger' | 'case.prevent' | 'case.speak' | 'case.probe' | 'case.fade' | 'case.leave' }
  | { type: 'time.halfDay' }
  | { type: 'case.log' }
  | { type: 'case.weigh'; severity: number }
  | { type: 'case.contained' | 'case.leaked' | 'case.spread' }
  | { type: 'case.classify'; rootKnown: boolean; misses?: number }
  | { type: 'case.chooseMode'; mode: ConflictMode }
  | ({ type: 'case.offer' } & OfferFacts)
  | { type: 'case.answer' | 'promise.broken' }
  | { type: 'case.followUp' | 'case.accept' | 'case.lastChance' }
  | { type: 'case.mediate' | 'case.ruleFor' | 'case.ruleAgainst' | 'case.goPublic' }
  | { type: 'case.respond' | 'case.damage' }
  | { type: 'case.fixRoot'; cures?: boolean }
  | { type: 'case.checkBack' | 'case.skip' };
export type CaseEventId = CaseEvent['type'];

const mostOffers = 2;
const lastTier = 3;

/** A case as it begins. @param from what is known of it; the rest is empty */
export function newCase(from: Situation & Pick<CaseContext, 'agentLimit' | 'priorFailures'>): CaseContext {
  return {
    ...from,
    tier: 1,
    clock: 0,
    waited: 0,
    handOffs: 0,
    coded: false,
    rootKnown: false,
    triaged: null,
    missed: false,
    promised: false,
    checkedBack: false,
    mode: null,
    offers: 0,
    followUps: 0,
    lastChances: 0,
    score: null,
    ended: null,
  };
}

export const isTrivial = ({ severity }: CaseContext): boolean => severity < rule['severity.minor'];
/** A conflict of which nobody hears ends in leaving from here on. */
export const leavesUnheard = ({ severity }: CaseContext): boolean => severity >= rule['severity.major'];
export const isCritical = (severity: number): boolean => severity >= rule['severity.critical'];
/** Severity by which the firm acts: as it was weighed, before that as it is. */
const acted = ({ severity, triaged }: CaseContext): number => triaged ?? severity;
export const owed = (context: CaseContext): number => halfDaysOwed[bandOf(acted(context), rule)];
/** The half day that passes is the one in which the time owed runs out. */
export const overdue = (context: CaseContext): boolean => context.clock + 1 > owed(context);
export const overdueTwice = (context: CaseContext): boolean => context.clock + 1 > 2 * owed(context);
export const isLastTier = ({ tier }: CaseContext): boolean => tier >= lastTier;
export const withinAuthority = (context: CaseContext): boolean => acted(context) <= authorityOf(context.tier, context.agentLimit, rule);

/** Weighed a band too light, those concerned feel that they are not taken seriously, which counts as a failure. */
export function weighed(context: CaseContext, triaged: number): Partial<CaseContext> {
  const lighter = bandIds.indexOf(bandOf(triaged, rule)) < bandIds.indexOf(bandOf(context.severity, rule));
  return {
    triaged,
    missed: isCritical(context.severity) && !isCritical(triaged),
    priorFailures: context.priorFailures + (lighter ? 1 : 0),
  };
}
/** Two wrong codes of three send the case to the wrong desk, which counts as a failure. */
const mostMisses = 1;
export const codesTaken = (context: CaseContext, rootKnown: boolean, misses: number): Partial<CaseContext> => ({
  coded: true,
  rootKnown,
  priorFailures: context.priorFailures + (misses > mostMisses ? 1 : 0),
});

/** Where nobody agreed, nothing is made good: a settlement forced without a duty, or one of endless offers, counts half at most. */
export const agreedFreely = ({ mode, duty, offers }: CaseContext): boolean => (mode !== 'compete' || duty) && offers <= mostOffers;

/** How the answer to the offer ends it; null where it is refused. */
export function endingOf(context: CaseContext): Extract<CaseEnding, 'recoveredDelighted' | 'recovered' | 'partial'> | null {
  const score = context.score ?? 0;
  const freely = agreedFreely(context);
  const first = context.priorFailures === 0 && !isCritical(context.severity);
  if (freely && first && score >= rule['score.delighted']) return 'recoveredDelighted';
  if (freely && score >= rule['score.recovered']) return 'recovered';
  return score >= rule['score.partial'] ? 'partial' : null;
}
export const mayRetry = ({ offers }: CaseContext): boolean => offers < mostOffers;
export const mayFollowUp = ({ followUps }: CaseContext): boolean => followUps < 1;
export const mayHaveLastChance = ({ lastChances }: CaseContext): boolean => lastChances < 1;

const grown = (severity: number, by: number): number => Math.min(100, severity + by);
/** A half day in which nobody has heard of it. */
export const festers = (context: CaseContext): Partial<CaseContext> => ({
  severity: grown(context.severity, rule['severity.unheard']),
  heat: Math.min(5, context.heat + 1),
  waited: context.waited + 1,
  clock: context.clock + 1,
});
/** A half day in which somebody owns it. */
export const waits = (context: CaseContext): Partial<CaseContext> => ({
  severity: grown(context.severity, rule['severity.owned']),
  waited: context.waited + 1,
  clock: context.clock + 1,
});
/** One tier up: another hand, a new clock. */
export const passedOn = (context: CaseContext): Partial<CaseContext> => ({
  tier: Math.min(lastTier, context.tier + 1),
  handOffs: context.handOffs + 1,
  clock: 0,
});
/** A mode chosen without the codes is a guess, which counts as a failure. */
export const modeTaken = (context: CaseContext, mode: ConflictMode): Partial<CaseContext> => ({
  mode,
  coded: true,
  priorFailures: context.priorFailures + (context.coded ? 0 : 1),
});
/** The offer, scored as those concerned will feel it. */
export function offered(context: CaseContext, { offer, empathy, peerGotMore, weights }: OfferFacts): Partial<CaseContext> {
  const handling = { waited: context.waited, handOffs: context.handOffs, priorFailures: context.priorFailures, empathy, peerGotMore };
  const score = conflictScore(context.mode ?? 'avoid', context, offer, handling, rule, weights ?? usualWeights[context.kind]);
  return { offers: Math.min(mostOffers + 1, context.offers + 1), promised: offer.date, score };
}
