/** What a firm sees of its own evaluations: estimates with their error, never the truth, and findings only once the honesty check is closed. */

import type { QuarterPlan } from '../../company/controls.ts';
import type { Reason } from '../../company/guards.ts';
import type {
  AdjustmentChain,
  FoundDefect,
  HeldReview,
  ReviewFigure,
  ReviewPhase,
  ReviewState,
  TrueSentence,
} from '../../company/review/reviewState.ts';
import { memoryAtStart } from '../../company/review/reviewRules.ts';
import { halvesOf, type Halves } from '../../company/review/halves.ts';
import { reviewAnswers, type AnswerGrounds, type ReviewAnswer } from './reviewAnswers.ts';

/** A figure as found: value null with a reason where the method could not tell. */
export type KnownFigure = Omit<ReviewFigure, 'truth' | 'fair'>;

/** What of a review its own people have in hand as it is. */
const open = [
  'quarter',
  'called',
  'frame',
  'n',
  'moment',
  'criteria',
  'external',
  'internal',
  'refused',
  'questions',
  'asked',
  'goals',
  'drafted',
  'report',
  'byOrder',
] as const satisfies readonly (keyof HeldReview)[];
type Open = Pick<HeldReview, (typeof open)[number]>;
const openOf = (held: HeldReview): Open => Object.fromEntries(open.map((key) => [key, held[key]])) as unknown as Open;

export interface HeldKnown extends Open {
  figures: readonly KnownFigure[];
  /** Null as long as the honesty check is open; so are the true sentences of the draft, which tell of it. */
  found: readonly FoundDefect[] | null;
  told: readonly TrueSentence[] | null;
  /** Answers to the questions asked; of the newest review only. */
  answers: readonly ReviewAnswer[];
  /** What the two halves say, held against each other. */
  halves: Halves;
}

export interface ReviewKnown {
  phase: ReviewPhase;
  /** Quarter of the first wave, null where there is none; and whether a group was kept out to compare with. */
  baseline: number | null;
  control: boolean;
  rhythm: QuarterPlan['evl.plan'];
  /** Units kept back to adjust with. */
  reserve: number;
  /** Quarter at whose end the next review is held; null where none is due before the run ends, or only on an event. */
  next: number | null;
  /** Units that a review called now would cost as it is planned. */
  callPrice: number;
  /** Why its external half could not be held; empty where it could. */
  lacking: readonly Reason[];
  held: readonly HeldKnown[];
  chains: readonly AdjustmentChain[];
}

export interface ReviewInput {
  review: ReviewState;
  plan: QuarterPlan;
  next: number | null;
  callPrice: number;
  lacking: readonly Reason[];
  grounds: AnswerGrounds;
  /** Id of the firm. */
  own: string;
}

/** By name and not by leaving out: what is added to a figure later stays with the truth until it is let through here. */
const seen = ({ method, id, value, low, high, n, why }: ReviewFigure): KnownFigure => ({
  method,
  id,
  value,
  low,
  high,
  n,
  ...(why !== undefined && { why }),
});

/** @returns the evaluations of a firm as its own people know them */
export function reviewKnown({ review, plan, next, callPrice, lacking, grounds, own }: ReviewInput): ReviewKnown {
  const newest = review.held.at(-1);
  return {
    phase: review.phase,
    baseline: review.baseline,
    control: review.control,
    rhythm: plan['evl.plan'],
    reserve: plan['evl.reserve'],
    next,
    callPrice,
    lacking,
    held: review.held.map((held): HeldKnown => {
      const figures = held.figures.map(seen);
      return {
        ...openOf(held),
        figures,
        found: held.asked === null ? null : held.found,
        told: held.asked === null ? null : held.told,
        answers: held === newest && held.asked !== null ? reviewAnswers(held, figures, held.asked, grounds) : [],
        halves: halvesOf(figures, own),
      };
    }),
    chains: review.chains,
  };
}

/**
 * The state that the rules of the next step are asked with, as far as the firm knows it: without truth, and with the findings that a check
 * of the open round has brought.
 */
export const stateAsKnown = ({ phase, baseline, control, held, chains }: ReviewKnown, after: ReviewKnown | null): ReviewState => ({
  phase,
  baseline,
  control,
  chains,
  memory: memoryAtStart,
  wave: null,
  tested: null,
  held: held.map(({ answers: _answers, halves: _halves, ...one }, place) => ({
    ...one,
    figures: one.figures.map((figure) => ({ ...figure, truth: null, fair: null })),
    found: one.found ?? after?.held[place]?.found ?? [],
    told: one.told ?? after?.held[place]?.told ?? [],
  })),
});
