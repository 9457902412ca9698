/** The evidence that the practice of a run is judged by, as plain data: what was done, when, and what it truly came to. */

import type { PathId, QuarterPlan } from '../../company/controls.ts';
import type { FindingId, ReviewFrameId, ReviewMethodId, ReviewMomentId } from '../../company/review/reviewOptions.ts';
import type { AdjustmentChain } from '../../company/review/reviewState.ts';
import type { RecordQuality } from '../../sim/records/recordActions.ts';

/** Where in the log something stands: the quarter, and the entry behind it where one is known. */
export interface Place {
  quarter: number;
  seq?: number;
}

export interface DataConduct {
  /** True quality of the records at the end, and completeness at the end of the first quarter. */
  quality: RecordQuality;
  completenessAtFirst: number;
  /** Share 0-1 of the fields held that are of no use in the trade, and fields held. */
  unused: number;
  fields: number;
  consent: QuarterPlan['dat.consent'];
  /** Pairs of departments with a sharing right. */
  sharing: number;
  breaches: readonly number[];
  /** Breaches that customers were told nothing of, and those that met no more than basic security. */
  silent: number;
  unguarded: number;
  at: { fields: Place | null; consent: Place | null; sharing: Place | null; clean: Place | null };
}

/** How well labels served in one quarter; money a quarter in currency. */
export interface TargetsSeen {
  quarter: number;
  /** Real known customers looked at; whether they were classed, and whether they could have been: the card had been open a quarter. */
  known: number;
  classed: boolean;
  open: boolean;
  /** What the labels cost against the true ones, and what one label for all would. */
  regret: number;
  oneForAll: number;
  /** Agreement with the true classes beyond chance, -1 to 1; null where nobody was classed. */
  kappa: number | null;
  /** Share 0-1 of the service hours meant for the most valuable and the most growable, and of the customers who are. */
  headHours: number;
  headShare: number;
  /** A core segment was named; somebody is not served. */
  core: boolean;
  refuses: boolean;
}

/** Over the last year of the run: means of the quarters in which customers were classed, of all of them where they never were. */
export interface TargetConduct extends Omit<TargetsSeen, 'quarter' | 'open' | 'classed'> {
  /** Share 0-1 of the quarters in which customers could be classed that they were. */
  labelled: number;
  rule: QuarterPlan['idc.class'];
  /** Needs were grouped or looked into. */
  needs: boolean;
  at: { class: Place | null; core: Place | null; refused: Place | null; needs: Place | null };
}

export interface RelationConduct {
  /** Quarters with a cycle, a loyalty programme; triggers in force at the end; quarters with a rule to win back. */
  cycle: number;
  triggers: number;
  loyal: number;
  winBack: number;
  /** Cases that asked for an answer or were opened, and those whose cause was removed. */
  cases: number;
  fixed: number;
  /** Share 0-1 of customers a quarter who went over a failure without a word, and who left, mean over the run. */
  silent: number;
  churn: number;
  at: { cycle: Place | null; winBack: Place | null; cases: readonly Place[] };
}

export interface PeopleConduct {
  /** Adoption 0-100 and shares 0-1 of customers within reach of what was rolled out, at the end. */
  adoption: number;
  reach: number;
  /** Skill H, points 0-100. */
  skill: number;
  skillAtFirst: number;
  trained: number;
  involve: QuarterPlan['imp.involve'];
  /** Share 0-1 of entries in the records that are false. */
  falseEntries: number;
  at: { train: Place | null; involve: Place | null };
}

export interface ToolConduct {
  /** Quarter in which a tool was bought, a process redrawn, a programme billed for the first time; null = never. */
  bought: number | null;
  process: number | null;
  analysed: number | null;
  programme: number | null;
  trial: boolean;
  /** Fit of the vendor chosen less that of the best, 0 or less; null without a tool. */
  vendor: number | null;
  /** Fit of tool and work at the end, 0-1. */
  fit: number;
  /** Error of the forecast of cost, mean over its lines weighed by what they came to, share; null without a programme. */
  tcoError: number | null;
  /** Units planned and unplanned. */
  planned: number;
  unplanned: number;
  at: { tool: Place | null; process: Place | null; tco: Place | null };
}

export interface GoverningConduct {
  /** Share 0-1 of the deeds that what the cards declare asks for and that were done, mean over the last year. */
  onStated: number;
  /** Contradictions between cards: codes at the end, quarters with any. */
  contradictions: readonly string[];
  clashing: number;
  goal: QuarterPlan['crm.goal'];
  measured: boolean;
  /** Of the two strongest forces those named; null where the scenario does not say. */
  forces: number | null;
  /** Paths begun, in order, with the gap at which each began; how the last one ended. */
  paths: readonly { path: PathId; quarter: number; gap: number; stalled: number; done: boolean; rolledBack: boolean }[];
  at: { generic: Place | null; goal: Place | null; path: Place | null };
}

/** A figure of a review against the truth; all in its own unit. */
export interface Judged {
  width: number;
  miss: number;
  fair: number;
}

export interface ReviewConduct {
  held: readonly HeldConduct[];
  baseline: number | null;
  control: boolean;
  /** Null where no review told the drivers of equity in time. */
  budgetFollows: boolean | null;
  chains: readonly ChainConduct[];
  /** Defects that reviews could have found: weight, and the share 0-1 of it that came of the learner's own decisions. */
  defects: readonly { finding: FindingId; weight: number; planted: number }[];
}

export interface ChainConduct extends Pick<
  AdjustmentChain,
  'finding' | 'cause' | 'quarter' | 'due' | 'before' | 'after' | 'outcome' | 'action'
> {
  seq?: number;
  /**
   * Whether the plan mended what bears on it until it was tested again, or to the end of the run: new = it stood better than ever in the year up
   * to the review; restored = it was put back where it had stood in that year; none = neither.
   */
  mends: 'new' | 'restored' | 'none';
  /** Share 0-1 of the true gravity that was gone when it was tested again; null where it was not. */
  gone: number | null;
}

export interface HeldConduct {
  quarter: number;
  frame: ReviewFrameId;
  n: number;
  /** The learner had chosen its criteria; and a decision was still to come after it, so that it could be read. */
  chosen: boolean;
  read: boolean;
  moment: ReviewMomentId;
  /** Methods whose figures came; none external where that half was refused. */
  methods: readonly ReviewMethodId[];
  /** Figures asked for, the share 0-1 of them with a value, and those that can be held against the truth. */
  figures: number;
  answered: number;
  judged: readonly Judged[];
  /** Fit 0-1 of each criterion with the goal it was tied to; criteria tied to none have 0. */
  fits: readonly number[];
  tied: number;
  vanity: number;
  leading: boolean;
  lagging: boolean;
  asked: number | null;
  /** Defects that it found. */
  found: number;
  external: readonly { id: string; value: number | null; truth: number | null }[];
  report: {
    /** Biases of the draft that the questions put could show, with true sentences struck, and those shown and taken out: who strikes out unasked has found nothing. */
    drafted: number;
    mended: number;
    /** Biases put in, or left in knowingly: a question had shown them. */
    dressed: number;
    /** Biases of the draft that stayed in since nobody asked after them. */
    unasked: number;
    limits: boolean;
    intervals: boolean;
    badFirst: boolean;
    foundOut: number | null;
  } | null;
  check?: Place;
  reported?: Place;
}

export interface LawConduct {
  /** First use of data without right, what made it known, and the decision after that with which it was kept on; null = never. */
  used: number | null;
  warned: number | null;
  kept: Place | null;
}

export interface ConductEvidence {
  quarters: number;
  entries: number;
  fallen: number;
  data: DataConduct;
  targets: TargetConduct;
  relations: RelationConduct;
  people: PeopleConduct;
  tools: ToolConduct;
  governing: GoverningConduct;
  reviews: ReviewConduct;
  law: LawConduct;
}
