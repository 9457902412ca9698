/** The fields of a review's step, and what may be chosen in them, in words. */

import type { CriterionChoiceId, FindingId } from '../../../company/review/reviewOptions.ts';
import type { HeldKnown } from '../../../game/known/review.ts';
import { NONE, type ReviewField } from '../../../game/whatIf/reviewFields.ts';
import * as m from '../../../text/generated/messages.js';
import { word } from '../../../text/words.ts';
import { number } from '../../format.ts';
import { criterionWord, sentenceWord } from '../../review/reviewWords.ts';

export function fieldName({ id, of, most }: ReviewField): string {
  switch (id) {
    case 'asked':
      return m.whatIf_review_asked({ most: number(most) });
    case 'goal':
      return m.whatIf_review_goal({ criterion: criterionWord(of as CriterionChoiceId) });
    case 'told':
      return m.whatIf_review_told();
    case 'biases':
      return m.whatIf_review_biases();
    case 'shown':
      return m.evaluation_report_shown();
    case 'intervals':
      return m.evaluation_report_intervals();
    case 'limits':
      return m.evaluation_report_limits();
    case 'order':
      return m.evaluation_report_order();
    case 'finding':
      return m.evaluation_adjust_finding();
    case 'cause':
      return m.evaluation_adjust_cause();
    case 'action':
      return m.evaluation_adjust_action();
    case 'retest':
      return m.evaluation_adjust_retest();
  }
}

/** @param quarter of the round in which the step was taken */
export function fieldOption({ id }: ReviewField, option: string, held: HeldKnown | null, quarter: number): string {
  switch (id) {
    case 'asked':
      return word('reviewQuestion', option);
    case 'goal':
      return option === NONE ? m.evaluation_check_no_goal() : word('option', `crm.goal.${option}`);
    case 'told': {
      const told = (held?.told ?? []).find(({ finding }) => finding === (option as FindingId));
      return told ? sentenceWord({ told }) : word('finding', option);
    }
    case 'biases':
      return word('bias', option);
    case 'shown':
      return criterionWord(option as CriterionChoiceId);
    case 'intervals':
    case 'limits':
      return option === 'yes' ? m.evaluation_yes() : m.evaluation_no();
    case 'order':
      return word('reportOrder', option);
    case 'finding':
      return word('finding', option);
    case 'cause':
      return word('causeOfFinding', option);
    case 'action':
      return word('adjustment', option);
    case 'retest':
      return m.evaluation_adjust_quarters({ quarters: number(Number(option)), due: number(quarter + Number(option)) });
  }
}
