/** Cases as the inbox and the engine show them, for tests of the screen. */

import { newCase } from '../../src/company/conflict/caseRules.ts';
import { stepReasons } from '../../src/company/conflict/stepDoors.ts';
import { caseStepIds } from '../../src/company/conflict/steps.ts';
import type { CasePlayView, CaseView } from '../../src/game/caseView.ts';

export const file = {
  temper: 'hurt',
  fault: 'firm',
  duty: false,
  urgent: false,
  priorFailures: 0,
  loss: 14,
  worth: null,
  others: 3.5,
} as const;
/** A case of the inbox. */
export const viewOf = (slot: string, changes: Partial<CaseView> = {}): CaseView => ({
  id: 'told-three-times',
  slot,
  kind: 'customer',
  asked: true,
  again: false,
  between: null,
  severity: 50,
  customer: 3,
  yearlyValue: 100,
  file,
  outcome: null,
  by: null,
  closedIn: null,
  ...changes,
});
/** A case that stands in a state of the machine, with the doors that this opens. */
export const playAt = (state: string, changes: Partial<CasePlayView> = {}): CasePlayView => {
  const context = newCase({ kind: 'customer', severity: 50, ...file, heat: 3, agentLimit: 40 });
  return {
    ...{
      slot: 'a',
      state,
      turns: [],
      waited: 0,
      clock: 0,
      owed: 2,
      tier: 1,
      handOffs: 0,
      hours: 0,
      triaged: null,
      ended: null,
      final: false,
    },
    steps: caseStepIds.map((step) => ({ step, refused: stepReasons({ value: state, context }, step) })),
    ...changes,
  };
};
