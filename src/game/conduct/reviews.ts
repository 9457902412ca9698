/** What the reviews of a run were worth as evidence, and what came of their findings. */

import type { QuarterPlan } from '../../company/controls.ts';
import { planActs, planHolds, steeredBy } from '../../company/review/adjustment.ts';
import { criteriaJudged, fitOf } from '../../company/review/criteriaFit.ts';
import { revealedBiases } from '../../company/review/questions.ts';
import { reportJudged } from '../../company/review/report.ts';
import { type BiasId, externalMethodIds, type FindingId, type ReviewMethodId } from '../../company/review/reviewOptions.ts';
import type { AdjustmentChain, HeldReview, ReviewFigure } from '../../company/review/reviewState.ts';
import type { PlayedCompany } from '../world.ts';
import { budgetFollows } from './budget.ts';
import type { ChainConduct, HeldConduct, Judged, ReviewConduct } from './evidence.ts';
import { QUARTERS_TO_RETEST } from './defectsSeen.ts';
import type { ConductMemory, Mark } from './memory.ts';

export function reviewConduct({ review }: PlayedCompany, memory: ConductMemory): ReviewConduct {
  const { marks } = memory;
  return {
    held: review.held.map((held, place) =>
      heldConduct(held, marks, review.held[place + 1]?.quarter ?? Infinity, isRead(held.quarter, memory.quarters)),
    ),
    baseline: review.baseline,
    control: review.control,
    budgetFollows: budgetFollows(review.held, memory.quarters),
    chains: review.chains.map((chain): ChainConduct => {
      const { finding, cause, quarter, due, before, after, outcome, action } = chain;
      const mark = marks.findLast((each) => each.quarter === quarter && each.what.includes('review.adjust'));
      return {
        finding,
        cause,
        quarter,
        due,
        before,
        after,
        outcome,
        action,
        mends: mendsOf(chain, review.held, memory),
        gone: goneOf(chain, memory),
        ...(mark && { seq: mark.seq }),
      };
    }),
    defects: defectsFindable(memory),
  };
}

/** What was no defect truly when it was found cannot go. */
function goneOf({ finding, quarter, review }: AdjustmentChain, { defects, retests }: ConductMemory): number | null {
  const again = retests.find((one) => one.finding === finding && one.opened === quarter);
  if (again === undefined) return null;
  const before = defects.find((one) => one.finding === finding && one.quarter === review)?.gravity ?? 0;
  return before > 0 ? Math.max(0, 1 - again.gravity / before) : 0;
}

/** Quarters up to a review in which a plan may not have stood as well for it to be new. */
const YEAR = 4;

/** Whether the plan followed a chain, and for good: what is taken back before it is tested again mends nothing. */
export function mendsOf(
  chain: AdjustmentChain,
  held: readonly Pick<HeldReview, 'quarter'>[],
  { quarters, marks }: Pick<ConductMemory, 'quarters' | 'marks'>,
): ChainConduct['mends'] {
  const { acted, review, due, outcome } = chain;
  if (acted === null) return 'none';
  const tested = outcome === 'open' ? undefined : held.find(({ quarter }) => quarter >= due)?.quarter;
  const plans = (from: number, to: number): QuarterPlan[] =>
    quarters.filter(({ quarter }) => quarter >= from && quarter <= to).map(({ plan }) => plan);
  const [found] = plans(review, review);
  const since = plans(acted, tested ?? Infinity);
  if (found !== undefined && since.length > 0 && planActs(chain, [found], since[0]!) && planHolds(chain, found, since)) {
    return planActs(chain, plans(review - YEAR + 1, review), since[0]!) ? 'new' : 'restored';
  }
  // A programme is steered once; what it comes to is seen in the re-test.
  const steered = marks.some(({ quarter, what }) => quarter === acted && what.includes('move.programme'));
  return steered && steeredBy(chain) ? 'new' : 'none';
}

/**
 * Defects there at any review that could still be followed up: weighed by effect and gravity where they were gravest. Natural is as much as they
 * weighed at any sight of them that the learner had not made; what they weighed more is planted.
 */
function defectsFindable({ defects, quarters }: ConductMemory): ReviewConduct['defects'] {
  const last = quarters.at(-1)?.quarter ?? 0;
  const seen = new Map<FindingId, { weight: number; natural: number }>();
  for (const { quarter, finding, weight, gravity, planted } of defects) {
    if (quarter + QUARTERS_TO_RETEST > last) continue;
    const { weight: known, natural } = seen.get(finding) ?? { weight: 0, natural: 0 };
    const heavy = (weight * gravity) / 100;
    seen.set(finding, { weight: Math.max(known, heavy), natural: planted ? natural : Math.max(natural, heavy) });
  }
  return [...seen].map(([finding, { weight, natural }]) => ({ finding, weight, planted: weight > 0 ? 1 - natural / weight : 0 }));
}

/** A commit by hand came after the one that played the quarter. */
function isRead(quarter: number, quarters: ConductMemory['quarters']): boolean {
  const commit = quarters.find((each) => each.quarter === quarter)?.seq;
  return quarters.some((each) => each.quarter > quarter && each.seq >= 0 && each.seq !== commit);
}

/** Biases of the draft that the questions of the review could show, and those of them that were asked after and taken out. */
function mendedIn(held: HeldReview, struck: readonly BiasId[]): { drafted: number; mended: number } {
  const findable = revealedBiases({ ...held, asked: held.questions });
  const shown = revealedBiases(held);
  return { drafted: findable.length, mended: struck.filter((bias) => shown.includes(bias)).length };
}

function heldConduct(held: HeldReview, marks: readonly Mark[], before: number, read: boolean): HeldConduct {
  const { quarter, frame, n, moment, criteria, goals, figures, report } = held;
  const step = (what: string): { quarter: number; seq: number } | undefined => {
    const mark = marks.find((each) => each.quarter > quarter && each.quarter <= before && each.what.includes(what));
    return mark && { quarter: mark.quarter, seq: mark.seq };
  };
  const { vanity, leading, lagging } = criteriaJudged(criteria, goals);
  const honesty = report && reportJudged(report, held);
  // What was left in of another draft is unmended here too; so is a report from which something true was struck.
  const unmended = (honesty?.elsewhere.length ?? 0) + (honesty?.leftOut.length ?? 0);
  const shown = mendedIn(held, honesty?.mended ?? []);
  const check = step('review.check');
  const reported = step('review.report');
  return {
    quarter,
    frame,
    n,
    chosen: marks.some((mark) => mark.quarter <= quarter && mark.what.includes('evl.criteria')),
    read,
    moment,
    methods: methodsOf(held),
    figures: figures.length,
    answered: figures.length > 0 ? figures.filter(({ value }) => value !== null).length / figures.length : 0,
    judged: figures.flatMap((figure) => judgedOf(figure) ?? []),
    fits: criteria.map((id) => (goals[id] === undefined ? 0 : fitOf(id, goals[id]))),
    tied: criteria.filter((id) => goals[id] !== undefined).length,
    vanity: vanity.length,
    leading,
    lagging,
    found: held.found.length,
    asked: held.asked === null ? null : held.asked.length,
    external: figures
      .filter(({ method }) => (externalMethodIds as readonly ReviewMethodId[]).includes(method))
      .map(({ method, id, value, truth }) => ({ id: `${method}.${id}`, value, truth })),
    report: report &&
      honesty && {
        mended: shown.mended,
        drafted: shown.drafted + unmended,
        dressed: honesty.kept.length + honesty.added.length,
        unasked: honesty.unasked.length,
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
