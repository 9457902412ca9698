/** Whether a defect came of the learner's own decisions in this run, as against what the firm began with. */

import type { QuarterPlan } from '../../company/controls.ts';
import { sameValue, startPlan } from '../../company/plan.ts';
import { contradictionsIn } from '../../company/contradictions.ts';
import { doors } from '../../company/optionTables.ts';
import { programmeOf } from '../../company/programme.ts';
import { gravityAt } from '../../company/review/findingParameters.ts';
import { offStrategy } from '../../company/review/revealedSpending.ts';
import type { FindingId } from '../../company/review/reviewOptions.ts';
import { pow } from '../../sim/math/elementary.ts';
import type { PlayedCompany, World } from '../world.ts';

/** Points by which a defect must be graver than the firm began with to count as made in the run. */
const GRAVER = 10;

type Grounds = { plan: QuarterPlan; start: QuarterPlan; company: PlayedCompany; gravity: number };

const graver = (finding: FindingId, atStart: number, { gravity }: Grounds): boolean => gravity > gravityAt(finding, atStart) + GRAVER;

const tests: Readonly<Record<FindingId, (grounds: Grounds) => boolean>> = {
  cardsDisagree: ({ plan, start }) => {
    const before = contradictionsIn(start);
    return contradictionsIn(plan).some((code) => !before.includes(code));
  },
  spendingOffStrategy: (grounds) => graver('spendingOffStrategy', offStrategy(grounds.start), grounds),
  // Every programme is one's own; none runs as play begins.
  pathUnfit: () => true,
  programmeStalled: ({ company }) => programmeOf(company.firm).context.stalledBy !== 'sponsor',
  recordsWrong: (grounds) => graver('recordsWrong', grounds.company.spec.records!.accuracy, grounds),
  recordsThin: (grounds) => {
    const { coverage, depth, linkage } = grounds.company.spec.records!;
    return graver('recordsThin', pow(Math.max(1e-9, coverage * depth * linkage), 1 / 3), grounds);
  },
  fieldsUnused: ({ plan, start, company }) => {
    const useful = company.spec.records!.usefulFields;
    return plan['dat.fields'].some((field) => !useful.includes(field) && !start['dat.fields'].includes(field));
  },
  consentMissing: (grounds) => graver('consentMissing', grounds.company.spec.records!.consent, grounds),
  // Whoever names somebody has begun to choose; made worse is what catches no more of the value than a lot would.
  wrongTargets: ({ plan, start, gravity }) =>
    gravity >= 100 && (!sameValue(plan['cus.core'], start['cus.core']) || plan['idc.class'] !== start['idc.class']),
  skillLow: (grounds) => graver('skillLow', grounds.company.spec.stocks!.H, grounds),
  // A new way of working is taken up slowly by itself; who hurries it or asks nobody makes it slower.
  adoptionLow: ({ plan, company }) =>
    programmeOf(company.firm).running && (plan['crm.pace'] === 'rushed' || plan['imp.involve'] === 'none'),
  hiddenCost: ({ plan, start }) => plan['crm.path'] !== start['crm.path'] || !sameValue(plan['crm.tco'], start['crm.tco']),
  failuresUnheard: ({ plan, start }) =>
    doors[plan['svc.door']].ease < doors[start['svc.door']].ease || (plan['svc.auto'] !== 'none' && plan['svc.exit'] === 'no'),
  waitingLong: ({ plan, start }) =>
    plan['svc.cap'] < start['svc.cap'] ||
    (plan['svc.promise'] === 'bold' && start['svc.promise'] !== 'bold') ||
    (plan['svc.door'] === 'open' && start['svc.door'] !== 'open'),
  valueBehind: ({ plan, start }) => plan['biz.price'] > start['biz.price'] || plan['svc.cap'] < start['svc.cap'],
  spuriousLoyalty: ({ plan, start }) => plan['idc.loyal'] !== 'none' && start['idc.loyal'] === 'none',
  earlyDecay: ({ plan, start }) => plan['svc.promise'] === 'bold' && start['svc.promise'] !== 'bold',
};

/** @param start the plan that the firm began with, where it is at hand */
export function plantedBy(
  finding: FindingId,
  gravity: number,
  { scenario }: Pick<World, 'scenario'>,
  company: PlayedCompany,
  start: QuarterPlan = startPlan(
    scenario.startPlan,
    scenario.market.segments.map(({ id }) => id),
  ),
): boolean {
  return tests[finding]({ plan: company.inForce, start, company, gravity });
}
