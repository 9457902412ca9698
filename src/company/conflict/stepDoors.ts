/** Which steps of a case are open, and why the others are shut. The screen, the log and the tests ask this one list. */

import type { Reason } from '../guards.ts';
import type { CaseState } from './playCase.ts';
import type { CaseStepId } from './steps.ts';

/** State of the machine in which a step can be taken; any of several. */
const openIn: Readonly<Record<CaseStepId, readonly string[]>> = {
  acknowledge: ['received'],
  weigh: ['triage'],
  contain: ['contain', 'crisis'],
  code: ['diagnosing'],
  mode: ['diagnosing', 'festering', 'negotiating'],
  offer: ['negotiating'],
  followUp: ['partial'],
  accept: ['partial'],
  lastChance: ['doubleDeviation'],
  letGo: ['doubleDeviation'],
  mediate: ['thirdParty'],
  standFirm: ['thirdParty'],
  checkBack: ['learning'],
  fix: ['learning'],
  close: ['learning'],
};
/** Reason of a step that is shut in any other state. */
const shut: Readonly<Record<CaseStepId, string>> = {
  acknowledge: 'case.heard',
  weigh: 'case.weighed',
  contain: 'case.notCritical',
  code: 'case.modeChosen',
  mode: 'case.agreed',
  offer: 'case.noMode',
  followUp: 'case.notHalf',
  accept: 'case.notHalf',
  lastChance: 'case.notRefused',
  letGo: 'case.notRefused',
  mediate: 'case.noThirdParty',
  standFirm: 'case.noThirdParty',
  checkBack: 'case.notLearning',
  fix: 'case.notLearning',
  close: 'case.notLearning',
};
const finals: readonly string[] = ['prevented', 'silentExit', 'faded', 'lost', 'closedFixed', 'closedOpenCause'];

export const isFinal = ({ value }: CaseState): boolean => finals.includes(value);

/** Why a step cannot be taken in this state of a case; empty = it can. */
export function stepReasons(state: CaseState, step: CaseStepId): Reason[] {
  const because = (code: string): Reason[] => [{ code, card: 'cnf.case' }];
  const { value, context } = state;
  if (isFinal(state)) return because('case.closed');
  if (openIn[step].includes(value)) {
    if (step === 'code' && context.coded) return because('case.coded');
    if (step === 'followUp' && context.followUps > 0) return because('case.followUpUsed');
    if (step === 'lastChance' && context.lastChances > 0) return because('case.lastChanceUsed');
    if (step === 'checkBack' && context.checkedBack) return because('case.checkedBack');
    return [];
  }
  if (value === 'received') return because('case.notHeard');
  if (value === 'triage' && step !== 'acknowledge') return because('case.notWeighed');
  if (value === 'contain' || value === 'crisis')
    return because(step === 'acknowledge' || step === 'weigh' ? shut[step] : 'case.notContained');
  if (value === 'thirdParty') return because('case.withThirdParty');
  return because(shut[step]);
}
