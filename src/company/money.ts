/** A firm's money: the board's release in units, the profit of a quarter in currency, cash and insolvency. */

import type { ObservedQuarter } from '../sim/outcome.ts';
import { budgetIds, type QuarterPlan } from './controls.ts';
import type { FirmMoney, FirmSpec, FirmState } from './firm.ts';
import { inForce } from './inForce.ts';
import type { FirmParameters } from './parameters.ts';

/** Profit of a quarter in currency and the budget in units, as the firm's own books show it. */
export interface LedgerParts {
  revenue: number;
  directCost: number;
  serviceCost: number;
  marketingCost: number;
  fixedCost: number;
  crmCost: number;
  /** Kept by those who run a channel, a marketplace or agents; left out = none. */
  commission?: number;
  /** Given back by a loyalty programme, what the books expect to lapse left out; left out = none. */
  loyaltyCost?: number;
  /** Of offers outside the usual business. */
  otherIncome: number;
  result: number;
  /** Units. */
  released: number;
  spent: number;
  unplanned: number;
  cash: number;
}

/**
 * Money of a firm that is played.
 * @throws Error for a firm without money: a scenario that passed its check never has one
 */
export function moneyOf(spec: FirmSpec): FirmMoney {
  if (spec.money === undefined) throw new Error(`Firm ${spec.id} is played but has no money`);
  return spec.money;
}

/** Currency that one unit stands for: 1/100 of the war chest. */
export const unitValue = (money: FirmMoney): number => money.warChest / 100;

/** Units that the board releases in a quarter: more in the first year, less under weak leadership (.7 + .3 L/100). */
export function releaseOf(quarter: number, leadership: number, p: FirmParameters): number {
  const usual = quarter <= p['budget.earlyQuarters'] ? p['budget.releaseEarly'] : p['budget.releaseLater'];
  return usual * (p['budget.leadershipFloor'] + ((1 - p['budget.leadershipFloor']) * leadership) / 100);
}

/** Units a firm gets to spend in a quarter: the release, and what it spent on customers before play began. */
export function grantOf(firm: FirmState, quarter: number, p: FirmParameters): number {
  return releaseOf(quarter, firm.stocks.L, p) + firm.runningBudget;
}

/** Units of the plan's CRM spend that go into marketing and sales. */
export function marketingUnits(spend: number, budget: QuarterPlan['biz.budget']): number {
  const total = budgetIds.reduce((sum, part) => sum + budget[part], 0);
  return total === 0 ? 0 : (spend * (budget.marketing + budget.sales)) / total;
}

/** Currency put into winning and keeping customers this quarter: the firm's usual marketing, and what the plan adds or takes away. */
export function marketingMoney(firm: FirmState, spec: FirmSpec, plan: QuarterPlan): number {
  const money = moneyOf(spec);
  const units = marketingUnits(inForce(firm, plan, 'biz.spend') * firm.funded, inForce(firm, plan, 'biz.budget'));
  return Math.max(0, money.marketingCost + (units - firm.marketingAtStart) * unitValue(money));
}

/** The part of it that is not paid out of the CRM budget. */
export function usualMarketing(firm: FirmState, spec: FirmSpec): number {
  const money = moneyOf(spec);
  return Math.max(0, money.marketingCost - firm.marketingAtStart * unitValue(money));
}

/** What a loyalty programme costs in a quarter, and by how much what is owed in points has grown, both in currency. */
export interface LoyaltyMoney {
  cost: number;
  owed: number;
}
const noLoyalty: LoyaltyMoney = { cost: 0, owed: 0 };

/** Books of the quarter. `losses` in units (credit losses) are part of the fixed cost; `income` in units comes from offers off the strategy; `commission` in currency. */
export function ledgerOf(
  firm: FirmState,
  spec: FirmSpec,
  books: ObservedQuarter,
  losses: number,
  income = 0,
  loyalty = noLoyalty,
  commission = 0,
): LedgerParts {
  const money = moneyOf(spec);
  const unit = unitValue(money);
  const directCost = books.revenue * money.unitCost;
  const serviceCost = books.revenue - directCost - books.contribution;
  const marketingCost = usualMarketing(firm, spec);
  const fixedCost = money.fixedCost + losses * unit;
  const crmCost = firm.spending.spent * unit;
  const otherIncome = income * unit;
  const result = books.contribution - marketingCost - fixedCost - crmCost - loyalty.cost - commission + otherIncome;
  return {
    revenue: books.revenue,
    directCost,
    serviceCost,
    marketingCost,
    fixedCost,
    crmCost,
    ...(commission === 0 ? {} : { commission }),
    ...(loyalty.cost === 0 ? {} : { loyaltyCost: loyalty.cost }),
    otherIncome,
    result,
    released: firm.released,
    spent: firm.spending.spent,
    unplanned: firm.spending.unplanned,
    // What is owed in points is spent in the books and still in the till.
    cash: firm.cash + (result + loyalty.owed) / unit,
  };
}

/** Debts beyond the limit end play. */
export const isInsolvent = (cash: number, money: FirmMoney): boolean => cash < -money.debtLimit;
