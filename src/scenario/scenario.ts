/** A parsed scenario: rules for the lower floors and words for people, side by side. */

import type { AnalysisId, CardId, CostLineId, QuarterPlan, VendorId } from '../company/controls.ts';
import type { EventSpec, FirmSpec, StockId } from '../company/firm.ts';
import type { AnswerEffects, OpportunitySpec } from '../company/opportunities.ts';
import type { RecordsSpec } from '../sim/records/recordActions.ts';
import type { MarketSpec, SegmentSpec } from '../sim/market.ts';
import type { ParameterId } from '../sim/parameters.ts';
import type { CaseSpec, ComplaintSpec, ConflictDials, DisputeSpec, PartnerSpec } from './conflictSpec.ts';
import type { CriterionId } from './criteria.ts';
import type { KpiId } from './kpi.ts';
import type { Language, Text } from './text.ts';

export type { Coded, Parsed } from './coded.ts';

export type { CaseSpec, CaseTelling, ComplaintSpec, ConflictDials, DisputeSpec, PartnerSpec } from './conflictSpec.ts';
export type { Text } from './text.ts';

export interface ScenarioSegment extends SegmentSpec {
  name: Text;
  about: Text;
}
export interface ScenarioMarket extends MarketSpec {
  segments: readonly ScenarioSegment[];
}
export interface ScenarioFirm extends FirmSpec {
  name: Text;
  about: Text;
}
export interface ScenarioEvent extends EventSpec {
  title: Text;
  text: Text;
}
export interface PersonSpec {
  id: string;
  name: string;
  role: Text;
  firm?: string;
}
/** A bought analysis: price in analysis points (10 to spend a quarter). */
export interface AnalysisSpec {
  id: AnalysisId;
  points: number;
}
/** Controls of a card open in quarter `quarter` of a full run. */
export interface UnlockSpec {
  card: CardId;
  quarter: number;
}

/** What a hidden world may set in a segment; needs, channels and suppliers are given whole. */
export interface SegmentOverride extends Partial<Omit<SegmentSpec, 'id' | 'rate' | 'spend' | 'leaving'>> {
  rate?: Partial<SegmentSpec['rate']>;
  spend?: Partial<SegmentSpec['spend']>;
  leaving?: Partial<SegmentSpec['leaving']>;
}
export interface FirmOverride extends Pick<Partial<FirmSpec>, 'generic' | 'parameters' | 'forces' | 'individualisation'> {
  /** Fit of vendors where it is not the usual one; prices are on the quote and so no secret of a world. */
  vendorFits?: Partial<Record<VendorId, number>>;
  stocks?: Partial<Record<StockId, number>>;
  offer?: Partial<FirmSpec['offer']>;
  /** Units in the till when play begins. */
  cash?: number;
  /** What is on file when play begins, as far as it is not as written. */
  records?: Partial<Pick<RecordsSpec, 'coverage' | 'depth' | 'accuracy' | 'linkage' | 'consent'>>;
}
export interface EventOverride {
  quarter?: number;
  size?: number;
}

/** A hidden world: what differs from the scenario as written. */
export interface WorldSpec {
  id: string;
  /** For lecturers and the debrief, never on a learner's screen during a run. */
  about: Text;
  segments?: Readonly<Record<string, SegmentOverride>>;
  parameters?: Partial<Record<ParameterId, number>>;
  firms?: Readonly<Record<string, FirmOverride>>;
  events?: Readonly<Record<string, EventOverride>>;
  /** Of the learner's firm. */
  costLines?: Partial<Record<CostLineId, number>>;
}

/** An answer to an offer in words: what it says, and what then comes of it. */
export interface ScenarioAnswer {
  words: Text;
  after: Text;
  effects: AnswerEffects;
}
/** A lucrative offer off the strategy, or a dilemma of a sale against the customer's interest. */
export interface ScenarioOpportunity extends OpportunitySpec {
  title: Text;
  text: Text;
  /** Who brings it. */
  person: string;
  options: { accept: ScenarioAnswer; refuse: ScenarioAnswer; counter?: ScenarioAnswer };
}

/** The figure that learners forecast in a quarter; the last one repeats. */
export interface ScenarioHypothesis {
  quarter: number;
  kpi: KpiId;
  question: Text;
}

/** Whose names clothe customers for the eye. */
export const nameCultures = ['greek', 'vietnamese', 'cantonese'] as const;
export type NameCulture = (typeof nameCultures)[number];

/** A way of playing that looks good and is not; told in the debrief only. */
export interface TrapSpec {
  id: string;
  text: Text;
  /** The playbook that walks into it, and what that is called in a few words; left out = it is only told. */
  playbook?: string;
  name?: Text;
}

export interface Scenario {
  format: 1;
  id: string;
  /** The one language that its texts are written in, shown in place of the other too; left out = both. */
  languages?: readonly Language[];
  title: Text;
  question: Text;
  brief: readonly { title: Text; text: Text }[];
  /** Words in place of the usual ones, by message key (wordsSchema.ts). */
  words?: Readonly<Record<string, Text>>;
  sector: Text;
  place: Text;
  names: NameCulture;
  /** Towns and quarters that clothe customers for the eye; left out = towns of the country. */
  towns?: readonly string[];
  currency: string;
  /** 4-20. */
  quarters: number;
  quartersPerRound: 1 | 2 | 4;
  /** Weights of criteria in the score, 1-100, within each half; left out = the usual. */
  weights?: Readonly<Partial<Record<CriterionId, number>>>;
  worlds: readonly WorldSpec[];
  chapters: readonly string[];
  minutes: { classHour: number; full: number };
  difficulty: 1 | 2 | 3;
  market: ScenarioMarket;
  /** [0] is the learner's. */
  firms: readonly ScenarioFirm[];
  /** The learner's plan when play begins (what the firm did before); the rest is the controls' defaults. */
  startPlan: Partial<QuarterPlan>;
  events: readonly ScenarioEvent[];
  cases: readonly CaseSpec[];
  /** Each is told once in a run at most. Left out = no cases but the scripted ones. */
  complaints?: readonly ComplaintSpec[];
  /** Conflicts between departments and with channel partners; left out = none is told. */
  disputes?: readonly DisputeSpec[];
  partners?: readonly PartnerSpec[];
  conflict?: ConflictDials;
  /** Left out = none. */
  opportunities?: readonly ScenarioOpportunity[];
  analyses: readonly AnalysisSpec[];
  cast: readonly PersonSpec[];
  unlocks: readonly UnlockSpec[];
  /** KPI asked in each quarter's hypothesis, by quarter; the last one repeats. */
  hypotheses: readonly ScenarioHypothesis[];
  traps: readonly TrapSpec[];
  debrief: readonly Text[];
  sources: readonly string[];
}

/** Results a scenario is held to; committed beside it and checked by test. */
export interface Expected {
  epoch: number;
  /** Names of playbooks that anchor the score: worst trap 0, STAY .35, best known path 1. */
  anchors: { worst: string; stay: string; best: string };
  /** By world id: the best known path where it is another one there. */
  bestIn?: Readonly<Record<string, string>>;
  customers: number;
  seeds: number;
  /** By world id, then playbook name. */
  worlds: Readonly<Record<string, Readonly<Record<string, { mean: number; sd: number; digest: string }>>>>;
}
