/** A matrix of judgement: which goals a criterion can serve, and what kind of criterion it is. */

import type { CriterionChoiceId, ReviewGoalId, ReviewMethodId } from './reviewOptions.ts';

export interface CriterionFacts {
  well: readonly ReviewGoalId[];
  partly: readonly ReviewGoalId[];
  /** Rises with effort or with time, whatever customers gain: it serves no goal. */
  vanity: boolean;
  /** Moves before the result does; others tell what has been. */
  leading: boolean;
  /** Sees who has left or keeps silent. */
  seesLost: boolean;
  /** Says how the firm stands against rivals. */
  relative: boolean;
  /** A good result can be bought at the customer's cost. */
  mayHarm: boolean;
  /** Method that measures it; `books` where the firm's own books and logs do. */
  method: ReviewMethodId | 'books';
}

const facts = (
  method: CriterionFacts['method'],
  well: readonly ReviewGoalId[],
  partly: readonly ReviewGoalId[],
  kinds: readonly ('vanity' | 'leading' | 'seesLost' | 'relative' | 'mayHarm')[] = [],
): CriterionFacts => ({
  method,
  well,
  partly,
  vanity: kinds.includes('vanity'),
  leading: kinds.includes('leading'),
  seesLost: kinds.includes('seesLost'),
  relative: kinds.includes('relative'),
  mayHarm: kinds.includes('mayHarm'),
});

export const criterionFacts: Readonly<Record<CriterionChoiceId, CriterionFacts>> = {
  satisfaction: facts('satisfaction', ['keepCore'], ['growCore', 'winBack'], ['leading']),
  satisfactionOfLost: facts('satisfaction', ['winBack'], ['keepCore'], ['seesLost']),
  customerEquity: facts('equity', ['keepCore', 'growCore'], ['winBack', 'cutCostToServe']),
  equityDrivers: facts('equity', ['keepCore', 'growCore'], [], ['leading']),
  customerValue: facts('valueMap', ['keepCore', 'growCore'], ['winBack'], ['leading', 'relative']),
  loyaltyClasses: facts('loyaltyMatrix', ['keepCore'], ['growCore'], ['leading']),
  retention: facts('retention', ['keepCore'], ['winBack']),
  churn: facts('books', ['keepCore'], ['winBack'], ['mayHarm']),
  complaintsSolved: facts('books', ['keepCore'], ['winBack', 'cutCostToServe'], ['leading']),
  silentExits: facts('satisfaction', ['keepCore', 'winBack'], [], ['seesLost']),
  waiting: facts('books', ['cutCostToServe'], ['keepCore'], ['leading']),
  recordQuality: facts('data', ['knowCustomers'], ['cutCostToServe', 'growCore'], ['leading']),
  targetLift: facts('targets', ['growCore', 'knowCustomers'], ['winBack', 'cutCostToServe']),
  adoption: facts('training', ['knowCustomers'], ['cutCostToServe'], ['leading']),
  staffSkill: facts('training', [], ['keepCore', 'cutCostToServe', 'knowCustomers'], ['leading']),
  costPerCustomer: facts('books', ['cutCostToServe'], [], ['mayHarm']),
  newCustomers: facts('books', [], [], ['vanity', 'mayHarm']),
  followers: facts('books', [], [], ['vanity']),
  ticketsClosed: facts('books', [], [], ['vanity', 'mayHarm']),
  recordsHeld: facts('books', [], [], ['vanity', 'mayHarm']),
};

/**
 * How well a criterion serves a goal, 0-1: 1 it shows whether the goal is reached, .5 it shows a part of it, 0 it says nothing of it.
 * `fitReason.CRITERION` in the words says why.
 */
export function fitOf(criterion: CriterionChoiceId, goal: ReviewGoalId): number {
  const { well, partly } = criterionFacts[criterion];
  if (well.includes(goal)) return 1;
  return partly.includes(goal) ? 0.5 : 0;
}

/** Goals that a criterion can serve, the best first; none for a vanity measure. */
export const goalsServed = (criterion: CriterionChoiceId): readonly ReviewGoalId[] => [
  ...criterionFacts[criterion].well,
  ...criterionFacts[criterion].partly,
];

/** What a set of criteria and the goals that they are said to serve come to. */
export interface CriteriaJudged {
  /** By criterion: fit 0-1 with the goal said; null where no goal was said. */
  fits: Readonly<Partial<Record<CriterionChoiceId, number | null>>>;
  /** Share 0-1 of the criteria tied to a goal that they serve, one that serves it partly counting half. */
  tied: number;
  vanity: readonly CriterionChoiceId[];
  leading: boolean;
  lagging: boolean;
  seesLost: boolean;
  relative: boolean;
}

export function criteriaJudged(
  criteria: readonly CriterionChoiceId[],
  goals: Readonly<Partial<Record<CriterionChoiceId, ReviewGoalId>>>,
): CriteriaJudged {
  const fits: Partial<Record<CriterionChoiceId, number | null>> = {};
  let served = 0;
  for (const criterion of criteria) {
    const goal = goals[criterion];
    const fit = goal === undefined ? null : fitOf(criterion, goal);
    fits[criterion] = fit;
    served += fit ?? 0;
  }
  const some = (kind: 'leading' | 'seesLost' | 'relative'): boolean => criteria.some((criterion) => criterionFacts[criterion][kind]);
  return {
    fits,
    tied: criteria.length > 0 ? served / criteria.length : 0,
    vanity: criteria.filter((criterion) => criterionFacts[criterion].vanity),
    leading: some('leading'),
    lagging: criteria.some((criterion) => !criterionFacts[criterion].leading && !criterionFacts[criterion].vanity),
    seesLost: some('seesLost'),
    relative: some('relative'),
  };
}
