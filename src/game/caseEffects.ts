/** What the end of a case does to the customer, and what it costs. */

import type { CaseEnding } from '../company/conflict/caseRules.ts';
import { moneyOf, unitValue } from '../company/money.ts';
import { shareAgreed } from './caseAnswers.ts';
import type { ClosedCase } from './caseView.ts';
import type { PlayedCompany, World } from './world.ts';

/** Change of satisfaction and relationship, shares 0-1, by ending. The paradox lifts satisfaction only. */
export const endingEffects: Readonly<Record<CaseEnding, { satisfaction: number; relationship: number; leaves: boolean }>> = {
  recoveredDelighted: { satisfaction: 0.15, relationship: 0.05, leaves: false },
  recovered: { satisfaction: 0.08, relationship: 0.05, leaves: false },
  partial: { satisfaction: -0.05, relationship: -0.05, leaves: false },
  faded: { satisfaction: -0.02, relationship: 0, leaves: false },
  doubleDeviation: { satisfaction: -0.3, relationship: -0.3, leaves: true },
  lost: { satisfaction: -0.3, relationship: -0.3, leaves: true },
  silentExit: { satisfaction: 0, relationship: 0, leaves: true },
};

/** Units of remedies: a simulated customer stands for many, a partner for himself. */
export function remedyPaid({ market }: World, { spec }: PlayedCompany, done: ClosedCase): number {
  const { kind, file } = done;
  if (kind === 'department') return 0;
  const many = kind === 'customer' ? market.represents : 1;
  return (shareAgreed(done) * file.loss * many) / unitValue(moneyOf(spec));
}
