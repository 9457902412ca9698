/** Words of an evaluation: names of its choices, its answers and its chains. */

import { fitOf } from '../../company/review/criteriaFit.ts';
import { findingStages, stageOf } from '../../company/review/findings.ts';
import {
  accuracyQuestionIds,
  adjustmentQuestionIds,
  appropriatenessQuestionIds,
  findingIds,
  honestyQuestionIds,
  type CriterionChoiceId,
  type FindingId,
  type QuestionId,
  type ReviewGoalId,
  type ReviewMethodId,
} from '../../company/review/reviewOptions.ts';
import type { DraftSentence } from '../../company/review/draft.ts';
import type { AdjustmentChain, BoardReport, FoundDefect } from '../../company/review/reviewState.ts';
import type { HeldKnown, ReviewKnown } from '../../game/known/review.ts';
import type { ReviewAnswer } from '../../game/known/reviewAnswers.ts';
import * as m from '../../text/generated/messages.js';
import { hasWord, word } from '../../text/words.ts';
import { inSentence, list, number, percent } from '../format.ts';

export const criterionWord = (id: CriterionChoiceId): string => word('option', `evl.criteria.${id}`);
export const criteriaWords = (ids: readonly CriterionChoiceId[]): string =>
  ids.length === 0 ? m.evaluation_none_chosen() : list(ids.map((id) => inSentence(criterionWord(id))));
export const methodWord = (id: ReviewMethodId): string =>
  word('option', hasWord('option', `evl.external.${id}`) ? `evl.external.${id}` : `evl.internal.${id}`);

/** Questions in their four groups, each group in its order, those without a question left out. */
export function groupedQuestions(questions: readonly QuestionId[]): { group: string; questions: readonly QuestionId[] }[] {
  const groups: readonly [string, readonly QuestionId[]][] = [
    ['fit', appropriatenessQuestionIds],
    ['accuracy', accuracyQuestionIds],
    ['honesty', honestyQuestionIds],
    ['adjustment', adjustmentQuestionIds],
  ];
  return groups
    .map(([group, all]) => ({ group, questions: all.filter((id) => questions.includes(id)) }))
    .filter((each) => each.questions.length > 0);
}

/** An answer in a sentence. */
export function answerWords({ question, code, criteria = [], finding, cause, value = 0 }: ReviewAnswer): string {
  return word('reviewAnswer', `${question}.${code}`, {
    criteria: criteriaWords(criteria),
    finding: finding === undefined ? '' : inSentence(word('finding', finding)),
    cause: cause === undefined ? '' : inSentence(word('causeOfFinding', cause)),
    share: percent(value, 0),
    n: number(value),
    quarter: number(value),
    bonus: number(value),
    units: number(value, 1),
  });
}

/** How well a criterion serves the goal it was tied to. */
export function fitId(criterion: CriterionChoiceId, goal: ReviewGoalId | undefined): 'well' | 'partly' | 'not' | 'untied' {
  if (goal === undefined) return 'untied';
  const fit = fitOf(criterion, goal);
  return fit === 1 ? 'well' : fit > 0 ? 'partly' : 'not';
}

/** Findings by the part of the evaluation that they belong to, in its order. */
export function groupedFindings<Found extends { finding: FindingId }>(
  found: readonly Found[],
): { group: string; found: readonly Found[] }[] {
  const inOrder = [...found].sort((a, b) => findingIds.indexOf(a.finding) - findingIds.indexOf(b.finding));
  return findingStages
    .map((group) => ({ group, found: inOrder.filter(({ finding }) => stageOf[finding] === group) }))
    .filter((each) => each.found.length > 0);
}

export const chainWords = ({ finding, cause, action }: Pick<AdjustmentChain, 'finding' | 'cause' | 'action'>): string =>
  m.evaluation_chain({
    finding: word('finding', finding),
    cause: inSentence(word('causeOfFinding', cause)),
    action: inSentence(word('adjustment', action)),
  });

/** A sentence of the staff's draft, whether it dresses up or is true. */
export const sentenceWord = (sentence: DraftSentence): string =>
  'bias' in sentence ? word('bias', sentence.bias) : word({ good: 'goodNews', bad: 'badNews' }[sentence.told.news], sentence.told.finding);

/** How a report was put, in a sentence. @param quarter null where it was handed in just now */
export function reportWords({ order, intervals, limits }: BoardReport, quarter: number | null): string {
  const said = {
    order: inSentence(word('reportOrder', order)),
    intervals: intervals ? m.evaluation_report_with_intervals() : m.evaluation_report_without_intervals(),
    limits: limits ? m.evaluation_report_with_limits() : m.evaluation_report_without_limits(),
  };
  return quarter === null ? m.evaluation_report_done_now(said) : m.evaluation_report_done({ ...said, quarter: number(quarter) });
}

/** The check that was made, in a line. */
export const checkedWords = ({ asked, answers }: Pick<HeldKnown, 'asked' | 'answers'>): string =>
  m.evaluation_check_fold({ asked: number(asked?.length ?? 0), warns: number(answers.filter(({ warns }) => warns).length) });

/** What was found, in a line: how much, and what weighs most of what stands. */
export function foundWords(found: readonly FoundDefect[]): string {
  const standing = found.filter(({ voided }) => !voided);
  const [first, ...others] = standing.length > 0 ? standing : found;
  if (first === undefined) return '';
  const heaviest = others.reduce((most, each) => (each.gravity > most.gravity ? each : most), first);
  const finding = inSentence(word('finding', heaviest.finding));
  return m.evaluation_findings_fold({ count: number(found.length), finding, points: number(heaviest.gravity) });
}

/** Where a review waits for the learner: its check, its report, or a chain for what was found; null where it does not. */
export function reviewWaits(review: ReviewKnown | undefined): 'check' | 'report' | 'adjust' | null {
  const newest = review?.held.at(-1);
  if (!review || !newest) return null;
  if (newest.asked === null) return 'check';
  if (newest.report === null) return 'report';
  const opened = review.chains.some((chain) => chain.review === newest.quarter);
  return review.phase === 'findings' && !opened && (newest.found ?? []).length > 0 ? 'adjust' : null;
}

/** The finding of the page: what the newest review asks for. */
export function reviewTitle(review: ReviewKnown): string {
  const newest: HeldKnown | undefined = review.held.at(-1);
  if (!newest) return m.evaluation_title_none();
  const quarter = number(newest.quarter);
  if (newest.asked === null) return m.evaluation_title_check({ quarter });
  const count = (newest.found ?? []).length;
  if (newest.report === null) return m.evaluation_title_report({ quarter });
  if (count === 0) return m.evaluation_title_clean({ quarter });
  const opened = review.chains.filter((chain) => chain.review === newest.quarter).length;
  return opened === 0
    ? m.evaluation_title_adjust({ quarter, count: number(count) })
    : m.evaluation_title_watch({ quarter, count: number(opened) });
}

/** Where the evaluation stands, for the cockpit. @param called one was called in the open round */
export function reviewLine(review: ReviewKnown, called: boolean): string {
  const newest = review.held.at(-1);
  const quarter = number(newest?.quarter ?? 0);
  switch (reviewWaits(review)) {
    case 'check':
      return m.evaluation_link_check({ quarter });
    case 'report':
      return m.evaluation_link_report({ quarter });
    case 'adjust':
      return m.evaluation_link_adjust({ quarter, count: number((newest?.found ?? []).length) });
    case null:
      if (called) return m.evaluation_link_called();
      if (review.rhythm === 'never') return m.evaluation_link_never();
      if (review.rhythm === 'onEvent') return m.evaluation_link_event();
      return review.next === null ? m.evaluation_link_over() : m.evaluation_link_next({ quarter: number(review.next) });
  }
}
