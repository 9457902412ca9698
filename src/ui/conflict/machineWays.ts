/** The ways of the case machine that the learner may take now, for its drawing. */

import type { CaseStepId } from '../../company/conflict/steps.ts';
import type { CaseEventId } from '../../company/conflict/caseRules.ts';
import type { CasePlayView } from '../../game/caseView.ts';
import type { Refusals } from '../machines/machineWords.ts';

/** Events that a step may send. */
const eventsOf: Readonly<Record<CaseStepId, readonly CaseEventId[]>> = {
  acknowledge: ['case.log'],
  weigh: ['case.weigh'],
  contain: ['case.contained', 'case.respond'],
  code: ['case.classify'],
  mode: ['case.chooseMode'],
  offer: ['case.offer'],
  followUp: ['case.followUp'],
  accept: ['case.accept'],
  lastChance: ['case.lastChance'],
  letGo: ['case.leave', 'case.accept'],
  mediate: ['case.mediate'],
  standFirm: ['case.ruleFor', 'case.ruleAgainst', 'case.goPublic'],
  checkBack: ['case.checkBack'],
  fix: ['case.fixRoot'],
  close: ['case.skip'],
};

/** What refuses each event that the learner may choose; one that several steps send is open when one of them is. */
export function machineWays({ steps }: Pick<CasePlayView, 'steps'>): Refusals {
  const ways: Partial<Record<string, CasePlayView['steps'][number]['refused']>> = {};
  for (const { step, refused } of steps) {
    for (const event of eventsOf[step]) if (ways[event]?.length !== 0) ways[event] = refused;
  }
  return ways;
}
