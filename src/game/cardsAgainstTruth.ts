/** The learner's cards against the truth of a closed run: what was decided, what was the case. Reads the run and changes nothing. */

import { coreAgainstTruth, cutAgainstTruth, fieldsAgainstUse, groupsAgainstTruth } from './cards/customerCards.ts';
import { costACustomer, findings, linksAgainstTruth, reactions, rivalForecasts } from './cards/lookingCards.ts';
import {
  consultingSpells,
  costOfOwnership,
  expectationsAgainstTruth,
  leadership,
  programmeCourse,
  scopeReached,
  toolAgainstTruth,
} from './cards/programmeCards.ts';
import { partnerAgainstTruth } from './cards/partnerCard.ts';
import type { CardsQuarter, CardsRun } from './cards/run.ts';
import {
  boxesFilled,
  budgetInHarmony,
  clashesHeld,
  forcesNamed,
  goalAgainstTruth,
  positionHeld,
  splitAgainstMarket,
  visionAgainstDeeds,
} from './cards/strategyCards.ts';

export type { CardsQuarter, CardsRun };

/** Parts that have nothing to compare are null or empty; units stand with each part. @throws RangeError for a run without a quarter */
export function cardsAgainstTruth(run: CardsRun) {
  if (run.quarters.length === 0 || run.truth.length === 0) throw new RangeError('no quarter was played');
  return {
    quarters: run.quarters.length,
    boxes: boxesFilled(run),
    forces: forcesNamed(run),
    core: coreAgainstTruth(run),
    split: splitAgainstMarket(run),
    budget: budgetInHarmony(run),
    goal: goalAgainstTruth(run),
    position: positionHeld(run),
    vision: visionAgainstDeeds(run),
    clashes: clashesHeld(run),
    cut: cutAgainstTruth(run),
    partner: partnerAgainstTruth(run),
    groups: groupsAgainstTruth(run),
    fields: fieldsAgainstUse(run),
    course: programmeCourse(run),
    leadership: leadership(run),
    scope: scopeReached(run),
    tool: toolAgainstTruth(run),
    consultants: consultingSpells(run),
    costs: costOfOwnership(run),
    expectations: expectationsAgainstTruth(run),
    costACustomer: costACustomer(run),
    links: linksAgainstTruth(run),
    rival: rivalForecasts(run),
    reactions: reactions(run),
    findings: findings(run),
  };
}

export type CardsAgainstTruth = ReturnType<typeof cardsAgainstTruth>;
