/**
 * Coefficients that hang on a word of a decision, one table a control. Shares 0-1, points 0-100; numbers that hang on no word are in
 * parameters.ts. Sources: the decision catalogue where it names a number, else proposals tuned by measurement.
 */

import type { AnalysisId, GenericId, QuarterPlan } from './controls.ts';

type Table<Id extends keyof QuarterPlan, Row = number> = Readonly<Record<QuarterPlan[Id] & string, Row>>;

/** Points of an analysis; a quarter has ten of them (catalogue: ana.buy). */
export const analysisPoints: Readonly<Record<AnalysisId, number>> = {
  readiness: 4,
  marginBySegment: 4,
  churnCauses: 4,
  dataAudit: 3,
  rivals: 3,
  needs: 4,
  industry: 2,
  technology: 2,
  unheard: 3,
};

/** Levers a generic strategy strengthens (1) or neglects (-.8), in steps of the sizes in parameters.ts (catalogue: biz.generic). */
export const levers: Readonly<Record<GenericId, { costToServe: number; quality: number; core: number }>> = {
  cost: { costToServe: 1, quality: -0.8, core: 0 },
  differentiation: { costToServe: -0.8, quality: 1, core: 0 },
  focus: { costToServe: 0, quality: -0.8, core: 1 },
};

/** Ease of complaining 0-1, explanation given 0-1, and cost in steps of price.door. */
export const doors: Table<'svc.door', { ease: number; explains: number; cost: number }> = {
  closed: { ease: 0.15, explains: 0.1, cost: -1 },
  asIs: { ease: 0.45, explains: 0.3, cost: 0 },
  open: { ease: 0.8, explains: 0.5, cost: 1 },
};

/** Hours until an answer, and cost in steps of price.speed. */
export const speeds: Table<'svc.speed', { hours: number; cost: number }> = {
  h96: { hours: 96, cost: -1 },
  h48: { hours: 48, cost: 0 },
  h24: { hours: 24, cost: 1 },
  h8: { hours: 8, cost: 2 },
};

/** Half days until the front line answers a case by each standard of speed. */
export const halfDaysToAnswer: Table<'svc.speed', number> = { h8: 1, h24: 2, h48: 4, h96: 8 };

/** Share of the loss made good (above 1 = more than the loss), apology 0-1, and cost in steps of price.remedy. */
export const remedies: Table<'svc.remedy', { share: number; apology: number; cost: number }> = {
  none: { share: 0, apology: 0.4, cost: -1 },
  part: { share: 0.5, apology: 0.6, cost: 0 },
  full: { share: 1, apology: 0.8, cost: 1 },
  generous: { share: 1.3, apology: 1, cost: 2 },
};

/** Whether only the firm's own fault is made good, hours that looking into the cause takes, and cost in steps of price.cause. */
export const remedyRules: Table<'svc.remedy.byCause', { byFault: boolean; hours: number; cost: number }> = {
  all: { byFault: false, hours: 0, cost: 0 },
  firmsFault: { byFault: true, hours: 2, cost: 1 },
};

/** Empathy and apology added 0-1, hours that a kinder answer takes, and cost in steps of price.tone. */
export const tones: Table<'svc.tone', { empathy: number; apology: number; hours: number; cost: number }> = {
  plain: { empathy: 0, apology: 0, hours: 0, cost: 0 },
  warm: { empathy: 0.15, apology: 0.2, hours: 2, cost: 1 },
};

/** Share of unsettled complaints asked after 0-1, also the cost in steps of price.follow. */
export const followUps: Table<'svc.follow'> = { no: 0, yes: 1 };

/** Weight of marketing money to win and to keep customers of a segment, by its task. */
export const tasks: Readonly<Record<QuarterPlan['cus.task'][string], { acquire: number; keep: number }>> = {
  acquire: { acquire: 2, keep: 0.75 },
  keep: { acquire: 1, keep: 1.5 },
  grow: { acquire: 1, keep: 1.25 },
  letGo: { acquire: 0.25, keep: 0 },
};

/** Steps of relationship depth above transactional (unit of the offer). */
export const depths: Readonly<Record<QuarterPlan['cus.depth'][string], number>> = {
  transactional: 0,
  supportive: 1,
  partner: 2,
  oneToOne: 3,
};

/** Matching rules: share of true duplicates missed and of false merges made (catalogue: dat.clean), and cost in steps of price.matching. */
export const matching: Table<'dat.match', { missed: number; wrong: number; cost: number }> = {
  strict: { missed: 0.4, wrong: 0.002, cost: 0 },
  balanced: { missed: 0.2, wrong: 0.01, cost: 1 },
  loose: { missed: 0.08, wrong: 0.04, cost: 2 },
};

/** Points of technology (T) a tool builds, after how many quarters, and points of people (H) it asks before it fits the work. */
export const tools: Table<'imp.tool', { builds: number; lag: number; asks: number }> = {
  present: { builds: 0, lag: 1, asks: 0 },
  pim: { builds: 4, lag: 1, asks: 20 },
  cms: { builds: 8, lag: 1, asks: 35 },
  sfa: { builds: 12, lag: 2, asks: 50 },
  crm: { builds: 18, lag: 3, asks: 65 },
};

/** Involvement 0-1, also the cost in steps of price.involve. */
export const involvement: Table<'imp.involve'> = { none: 0, consult: 0.5, coDesign: 1 };

/** Cost of paying for shared notes, in steps of price.reward. */
export const rewards: Table<'imp.reward'> = { none: 0, points: 0.5, bonus: 1 };

/** Work of alignment in steps, and its cost in steps of price.align (catalogue 1 / 2 / 4). */
export const alignment: Table<'crm.align', { work: number; cost: number }> = {
  none: { work: 0, cost: 0 },
  talk: { work: 1, cost: 1 },
  jointTarget: { work: 2, cost: 2 },
  sharedBonus: { work: 3, cost: 4 },
};

/** Ease of withdrawing consent, -1 to 1, and cost in steps of price.withdrawal. */
export const withdrawals: Table<'dat.withdrawal', { ease: number; cost: number }> = {
  d1: { ease: 1, cost: 1 },
  d7: { ease: 0, cost: 0.5 },
  d30: { ease: -1, cost: 0 },
};

/** Reviews a quarter. */
export const reviewRates: Table<'evl.plan'> = { never: 0, everyFour: 0.25, everyTwo: 0.5, onEvent: 0.25 };

/** Share 0-1 of customers that a roll-out of this scope can reach (catalogue: crm.scope). */
export const scopeReach: Table<'crm.scope'> = { marketingAndIt: 0.5, frontOffices: 0.75, wholeFirm: 1 };

/** How a rival of each generic strategy treats customers before it moves: care, usable records, grain, contacts a quarter, complaint ease. */
export const rivalManner: Readonly<Record<GenericId, { care: number; usable: number; grain: number; contacts: number; ease: number }>> = {
  cost: { care: 0.28, usable: 0.15, grain: 0, contacts: 1, ease: 0.4 },
  differentiation: { care: 0.42, usable: 0.3, grain: 0.25, contacts: 2, ease: 0.6 },
  focus: { care: 0.45, usable: 0.3, grain: 0.5, contacts: 2, ease: 0.55 },
};
