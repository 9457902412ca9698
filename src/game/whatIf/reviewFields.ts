/** The steps of a review as fields that a what-if can set otherwise: what each holds, what it may hold, and the step with another. */

import {
  adjustmentIds,
  biasIds,
  causeOfFindingIds,
  questionsAReview,
  reportOrderIds,
  retestIds,
  reviewGoalIds,
} from '../../company/review/reviewOptions.ts';
import type { ReviewStep, ReviewStepOf } from '../../company/review/reviewSteps.ts';
import type { HeldKnown } from '../known/review.ts';

export type FieldId =
  'asked' | 'goal' | 'shown' | 'told' | 'biases' | 'intervals' | 'limits' | 'order' | 'finding' | 'cause' | 'action' | 'retest';

/** One thing to choose: one of several, or some of them. */
export interface ReviewField {
  id: FieldId;
  /** Criterion that a goal is for; null elsewhere. */
  of: string | null;
  many: boolean;
  options: readonly string[];
  chosen: readonly string[];
  /** Options that may be chosen together. */
  most: number;
}

export const yesNo = ['yes', 'no'] as const;
/** No goal. */
export const NONE = 'none';

const one = (id: FieldId, options: readonly string[], chosen: string, of: string | null = null): ReviewField => ({
  id,
  of,
  many: false,
  options,
  chosen: [chosen],
  most: 1,
});
const many = (id: FieldId, options: readonly string[], chosen: readonly string[], most = options.length): ReviewField => ({
  id,
  of: null,
  many: true,
  options,
  chosen,
  most,
});
const said = (is: boolean): string => (is ? 'yes' : 'no');

/**
 * The fields of a step, those without a choice left out.
 * @param held the review that the step belongs to, as it was known when the round was over
 */
export function reviewFields(step: ReviewStep, held: HeldKnown): ReviewField[] {
  return fieldsOf(step, held).filter(({ options }) => options.length > 0);
}

function fieldsOf(step: ReviewStep, held: HeldKnown): ReviewField[] {
  switch (step.do) {
    case 'call':
      return [];
    case 'check':
      return [
        many('asked', held.questions, step.asked, Math.min(questionsAReview, held.questions.length)),
        ...held.criteria.map((criterion) => one('goal', [NONE, ...reviewGoalIds], step.goals[criterion] ?? NONE, criterion)),
      ];
    case 'report': {
      const told = toldIn(held);
      return [
        many('shown', held.criteria, step.shown),
        many(
          'told',
          told,
          told.filter((id) => !(step.struck as readonly string[] | undefined)?.includes(id)),
        ),
        many('biases', biasIds, step.biases),
        one('intervals', yesNo, said(step.intervals)),
        one('limits', yesNo, said(step.limits)),
        one('order', reportOrderIds, step.order),
      ];
    }
    case 'adjust':
      return [
        one('finding', findable(step, held), step.finding),
        one('cause', causeOfFindingIds, step.cause),
        one('action', adjustmentIds, step.action),
        one('retest', retestIds.map(String), String(step.retest)),
      ];
  }
}

const toldIn = (held: HeldKnown): readonly string[] => (held.told ?? []).map(({ finding }) => finding);
const findable = ({ finding }: ReviewStepOf<'adjust'>, { found }: HeldKnown): readonly string[] => {
  const open = (found ?? []).filter(({ voided }) => !voided).map((each) => each.finding);
  return open.includes(finding) ? open : [finding, ...open];
};

/** The step with a field otherwise; what is no option of it, or one too many, is left out. */
export function withField(step: ReviewStep, field: ReviewField, chosen: readonly string[], held: HeldKnown): ReviewStep {
  const taken = field.options.filter((id) => chosen.includes(id)).slice(0, field.most);
  const [first] = taken;
  if (!field.many && first === undefined) return step;
  // The options are those of the step's own lists, so that what is taken of them fits it.
  const put = (part: object): ReviewStep => ({ ...step, ...part }) as ReviewStep;
  switch (field.id) {
    case 'goal': {
      if (step.do !== 'check' || field.of === null) return step;
      const goals = Object.fromEntries(
        held.criteria.flatMap((id) => {
          const goal = id === field.of ? first : step.goals[id];
          return goal === undefined || goal === NONE ? [] : [[id, goal]];
        }),
      );
      return put({ goals });
    }
    case 'told': {
      const { struck: _struck, ...others } = step as ReviewStepOf<'report'>;
      const struck = field.options.filter((id) => !taken.includes(id));
      return { ...others, ...(struck.length > 0 && { struck }) } as ReviewStep;
    }
    case 'intervals':
    case 'limits':
      return put({ [field.id]: first === 'yes' });
    case 'retest':
      return put({ retest: Number(first) });
    default:
      return put({ [field.id]: field.many ? taken : first });
  }
}
