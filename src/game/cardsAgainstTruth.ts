/** The learner's cards against the truth of a closed run: what was decided, what was the case. Reads the run and changes nothing. */

import { coreAgainstTruth, cutAgainstTruth, fieldsAgainstUse, groupsAgainstTruth } from './cards/customerCards.ts';
import { campaignsAgainstTruth } from './cards/campaignCard.ts';
import { channelsAgainstTruth } from './cards/channelCards.ts';
import { contactsAgainstTruth } from './cards/contactCards.ts';
import { mergesAgainstTruth, safetyAgainstTruth } from './cards/dataCards.ts';
import { cycleAgainstTruth } from './cards/cycleCards.ts';
import { powerOfBuyers, substitutesAgainstTruth } from './cards/forceCards.ts';
import { generationsAgainstLimits } from './cards/generationCards.ts';
import { leversAgainstSpend } from './cards/leverCards.ts';
import { costACustomer, findings, linksAgainstTruth, reactions, rivalForecasts } from './cards/lookingCards.ts';
import { orientation, staffMeasured } from './cards/measureCards.ts';
import { needGroups, needsAgainstTruth } from './cards/needCards.ts';
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
import { rewardsAgainstTruth } from './cards/rewardCards.ts';
import { advantageAgainstTruth, valueMap } from './cards/rivalCards.ts';
import { sensedAgainstEvents } from './cards/senseCards.ts';
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
    power: powerOfBuyers(run),
    substitutes: substitutesAgainstTruth(run),
    levers: leversAgainstSpend(run),
    valueMap: valueMap(run),
    advantage: advantageAgainstTruth(run),
    contacts: contactsAgainstTruth(run),
    channels: channelsAgainstTruth(run),
    rewards: rewardsAgainstTruth(run),
    campaigns: campaignsAgainstTruth(run),
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
    needs: needsAgainstTruth(run),
    needGroups: needGroups(run),
    fields: fieldsAgainstUse(run),
    safety: safetyAgainstTruth(run),
    merges: mergesAgainstTruth(run),
    cycle: cycleAgainstTruth(run),
    course: programmeCourse(run),
    leadership: leadership(run),
    scope: scopeReached(run),
    tool: toolAgainstTruth(run),
    generations: generationsAgainstLimits(run),
    consultants: consultingSpells(run),
    costs: costOfOwnership(run),
    expectations: expectationsAgainstTruth(run),
    costACustomer: costACustomer(run),
    staff: staffMeasured(run),
    orientation: orientation(run),
    links: linksAgainstTruth(run),
    rival: rivalForecasts(run),
    sensed: sensedAgainstEvents(run),
    reactions: reactions(run),
    findings: findings(run),
  };
}

export type CardsAgainstTruth = ReturnType<typeof cardsAgainstTruth>;
