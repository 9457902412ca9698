/** What is offered to those concerned by a case, in a mode and by the rule that the plan has for complaints. */

import type { CaseAnswer } from '../company/conflict/playCase.ts';
import type { QuarterPlan } from '../company/controls.ts';
import { remedyRules } from '../company/optionTables.ts';
import type { CaseMove, ConflictMode } from '../company/orders.ts';
import type { CaseView } from './caseView.ts';

/** Remedy by the rule: to all alike, or only where the firm is at fault. */
const ruleFor = (plan: QuarterPlan, { file }: CaseView): QuarterPlan['svc.remedy'] =>
  remedyRules[plan['svc.remedy.byCause']].byFault && file.fault !== 'firm' ? 'none' : plan['svc.remedy'];

/** What is offered in a mode: the remedy that the rule of the plan allows. */
export function offerIn(mode: ConflictMode, plan: QuarterPlan, view: CaseView): CaseAnswer['offer'] {
  const rule = view.kind === 'customer' ? ruleFor(plan, view) : 'part';
  const remedy = mode === 'accommodate' && rule !== 'generous' ? 'full' : rule;
  const warm = plan['svc.tone'] === 'warm';
  // Whoever sits down together says why; whoever meets halfway says little.
  const apology = warm || plan['svc.door'] === 'open' || mode !== 'compromise';
  return { remedy, apology, reason: mode === 'collaborate', date: false };
}

/** An answer in one go in a mode, with what the rule of a plan allows: what a learner might have done with a case that nobody answered. */
export function answerInMode(mode: ConflictMode, plan: QuarterPlan, view: CaseView): CaseMove {
  const { remedy, apology, reason } = offerIn(mode, plan, view);
  return { kind: 'case', slot: view.slot, mode, remedy, apology, reason };
}
