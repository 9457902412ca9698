/** Whether the money lasts over a round: the plan opened quarter by quarter by the firm's own rules, the market left out. */

import { afterCampaign } from '../company/campaign.ts';
import { commitQuarter } from '../company/commit.ts';
import type { QuarterPlan } from '../company/controls.ts';
import type { FirmState } from '../company/firm.ts';
import type { Move, StandingOrders } from '../company/orders.ts';
import { programmeOf } from '../company/programme.ts';
import { caseWork } from './cases.ts';
import { reviewDue } from './review/due.ts';
import { reserveUnits } from './review/takeSteps.ts';
import type { World } from './world.ts';

/** Units at the end of a quarter of the round. */
export interface QuarterMoney {
  quarter: number;
  /** Spent as the plan asks, less what is cut; and what is then left of what was granted. */
  spent: number;
  left: number;
  /** By how much purchases and running work are more than may be spent on them; 0 where all is paid. */
  short: number;
  /** Not to be touched by purchases and running work: what is always kept back, and the reserve for adjustments. */
  kept: number;
}

/**
 * The money of each quarter of a round under a plan and the moves made, by what the firm knows now: no event strikes, readiness and programme
 * stay as the first quarter leaves them. Nothing is changed.
 */
export function roundMoney(
  world: World,
  plan: QuarterPlan,
  standing: StandingOrders,
  made: readonly Move[],
  quarters: number,
): readonly QuarterMoney[] {
  const [company] = world.played as [World['played'][number]];
  const { spec } = company;
  const { fixes, hours } = caseWork(world, company, made, world.quarter + 1);
  const rows: QuarterMoney[] = [];
  let [firm, asked] = [company.firm, plan];
  for (let quarter = world.quarter + 1; quarter <= Math.min(world.quarter + quarters, world.scenario.quarters); quarter += 1) {
    const first = rows.length === 0;
    const moves = first ? made : [];
    const adjusting = first ? reserveUnits({ ...company, plan: asked }, moves, quarter) : 0;
    const {
      firm: paid,
      plan: inForce,
      refused,
    } = commitQuarter(firm, spec, asked, moves, standing, {
      quarter,
      audited: company.audit?.quality ?? company.claimed,
      analysed: [...company.analysed, ...plan['ana.buy']],
      bought: first ? plan['ana.buy'] : [],
      events: [],
      fixes: first ? fixes : [],
      caseHours: first ? hours : 0,
      review: reviewDue({ ...company, plan: asked }, moves, [], quarter)?.order ?? null,
      adjusting,
    });
    const money = refused.filter(({ code }) => code === 'budget' || code === 'budget.cut');
    rows.push({
      quarter,
      spent: paid.spending.spent,
      left: paid.released,
      short: money.reduce((sum, { actual = 0, required = 0 }) => sum + required - actual, 0),
      kept: Math.max(standing.cashFloor, asked['evl.reserve'] - adjusting, 0),
    });
    firm = ended({ ...paid, lastPlan: inForce });
    asked = afterCampaign(asked);
  }
  return rows;
}

/** The programme has had its quarter, so that what its first one costs is billed once. */
function ended(firm: FirmState): FirmState {
  const { active, context } = programmeOf(firm);
  return active ? { ...firm, matrix: { ...firm.matrix, context: { ...context, turns: context.turns + 1 } } } : firm;
}
