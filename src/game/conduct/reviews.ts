/** What the reviews of a run were worth as evidence, and what came of their findings. */

import { fitOf } from '../../company/review/criteriaFit.ts';
import { externalMethodIds, type FindingId, type ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { HeldReview, ReviewFigure } from '../../company/review/reviewState.ts';
import type { PlayedCompany } from '../world.ts';
import { budgetFollows } from './budget.ts';
import { criterionKinds } from './criteriaKinds.ts';
import type { ChainConduct, HeldConduct, Judged, ReviewConduct } from './evidence.ts';
import type { ConductMemory, Mark } from './memory.ts';

export function reviewConduct({ review }: PlayedCompany, memory: ConductMemory): ReviewConduct {
  const { marks } = memory;
  return {
    held: review.held.map((held, place) => heldConduct(held, marks, review.held[place + 1]?.quarter ?? Infinity)),
    baseline: review.baseline,
    control: review.control,
    budgetFollows: budgetFollows(review.held, memory.quarters),
    chains: review.chains.map(({ finding, quarter, due, before, after, outcome, action }): ChainConduct => {
      const mark = marks.findLast((each) => each.quarter === quarter && each.what.includes('review.adjust'));
      return { finding, quarter, due, before, after, outcome, action, ...(mark && { seq: mark.seq }) };
    }),
    defects: defectsFindable(memory),
  };
}

/** Defects there at any review, with the greatest weight that they had at one; planted = not there as play began. */
function defectsFindable({ defects }: ConductMemory): ReviewConduct['defects'] {
  const found = new Map<FindingId, number>();
  for (const { quarter, finding, weight } of defects) if (quarter > 1) found.set(finding, Math.max(found.get(finding) ?? 0, weight));
  const first = defects.filter(({ quarter }) => quarter === 1).map(({ finding }) => finding);
  return [...found].map(([finding, weight]) => ({ finding, weight, planted: !first.includes(finding) }));
}

function heldConduct(held: HeldReview, marks: readonly Mark[], before: number): HeldConduct {
  const { quarter, frame, n, moment, criteria, goals, figures, report } = held;
  const step = (what: string): { quarter: number; seq: number } | undefined => {
    const mark = marks.find((each) => each.quarter > quarter && each.quarter <= before && each.what.includes(what));
    return mark && { quarter: mark.quarter, seq: mark.seq };
  };
  const kinds = criteria.map((id) => criterionKinds[id]);
  const check = step('review.check');
  const reported = step('review.report');
  return {
    quarter,
    frame,
    n,
    moment,
    methods: methodsOf(held),
    answered: figures.length > 0 ? figures.filter(({ value }) => value !== null).length / figures.length : 0,
    judged: figures.flatMap((figure) => judgedOf(figure) ?? []),
    fits: criteria.map((id) => (goals[id] === undefined ? 0 : fitOf(id, goals[id]))),
    tied: criteria.filter((id) => goals[id] !== undefined).length,
    vanity: kinds.filter((kind) => kind === 'vanity').length,
    leading: kinds.filter((kind) => kind === 'leading').length,
    lagging: kinds.filter((kind) => kind === 'lagging').length,
    asked: held.asked === null ? null : held.asked.length,
    figures: figures
      .filter(({ method }) => (externalMethodIds as readonly ReviewMethodId[]).includes(method))
      .map(({ method, id, value, truth }) => ({ id: `${method}.${id}`, value, truth })),
    report: report && {
      drafted: report.drafted.length,
      mended: report.drafted.filter((bias) => !report.biases.includes(bias)).length,
      added: report.biases.filter((bias) => !report.drafted.includes(bias)).length,
      limits: report.limits,
      intervals: report.intervals,
      badFirst: report.order === 'badFirst',
      foundOut: report.foundOut,
    },
    ...(check && { check }),
    ...(reported && { reported }),
  };
}

/** A method was held where it brought a figure. */
function methodsOf({ figures, external, internal }: HeldReview): ReviewMethodId[] {
  const bought: readonly ReviewMethodId[] = [...external, ...internal];
  return bought.filter((method) => figures.some((figure) => figure.method === method && figure.value !== null));
}

/** Null where there is nothing to hold a figure against: no value, no interval, or a truth of which no fair width is known. */
function judgedOf({ value, low, high, truth, fair }: ReviewFigure): Judged | null {
  if (value === null || low === null || high === null || truth === null || fair === null || fair <= 0) return null;
  return { width: high - low, miss: Math.max(0, low - truth, truth - high), fair };
}
