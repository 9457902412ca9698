/** Cards of strategy against the truth: forces, boxes, money to win or keep, budget, goal, positioning, vision, contradictions. */

import { positionKept } from '../../company/businessStrategy.ts';
import { contradictions } from '../../company/contradictions.ts';
import { budgetIds, type ForceId, type QuarterPlan } from '../../company/controls.ts';
import { weakestOfFour } from '../../company/stocks.ts';
import type { KpiId } from '../reports.ts';
import { gainedIn } from './partnerCard.ts';
import { type CardsRun, coefficients, firstWith, lastQuarter, mean, quartersWith, specOf } from './run.ts';

/** Boxes that a strategy fills, and the first quarter in which each was filled; null = never. */
const boxTests = {
  forces: (plan) => plan['biz.forces'].length === 2,
  core: (plan) => plan['cus.core'].length > 0,
  position: (plan) => plan['biz.position'] !== 'none',
  goal: (plan) => plan['crm.goal'] !== 'none',
  path: (plan) => plan['crm.path'] !== 'stay',
} as const satisfies Readonly<Record<string, (plan: QuarterPlan) => boolean>>;
export type BoxId = keyof typeof boxTests;
export const boxIds = Object.keys(boxTests) as readonly BoxId[];

export const boxesFilled = (run: CardsRun): { box: BoxId; since: number | null }[] =>
  boxIds.map((box) => ({ box, since: firstWith(run, boxTests[box]) }));

/** The two forces named last against the two strongest; null where the scenario does not say which they are. */
export function forcesNamed(run: CardsRun): { named: readonly ForceId[]; truth: readonly ForceId[]; right: number } | null {
  const truth = specOf(run).forces;
  if (truth === undefined) return null;
  const named = lastQuarter(run).plan['biz.forces'];
  return { named, truth, right: named.filter((force) => truth.includes(force)).length };
}

/** Where money for new customers went, and what of them word of mouth brought. */
export interface SplitAgainstMarket {
  /** Mean share 0-1 of marketing money that went to new customers, and the share of people who had a supplier before play. */
  acquire: number;
  saturation: number;
  /** Share 0-1 of the customers won whom others had told of the firm, in the first and the second half of the run; null where nobody was won. */
  referred: readonly [number | null, number | null];
  /** Money for new customers over those won, in currency, and over those among them whom nobody had told; null where there were none. */
  searchCost: number | null;
  searchCostAlone: number | null;
}

export function splitAgainstMarket(run: CardsRun): SplitAgainstMarket {
  const saturation = run.scenario.market.segments.reduce((sum, { share, suppliers }) => {
    const taken = Object.keys(suppliers).reduce((all, id) => all + suppliers[id]!, 0);
    return sum + (share / 1000) * Math.min(1, taken / 1000);
  }, 0);
  const { quarters } = run;
  const won = run.truth.map(gainedIn);
  const told = run.truth.map(({ referred }) => referred ?? 0);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const over = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  const middle = quarters.length >> 1;
  const spent = sum(quarters.map(({ quarter, plan }) => (marketingIn(run, quarter) * plan['biz.split']) / 100));
  return {
    acquire: mean(quarters.map(({ plan }) => plan['biz.split'])) / 100,
    saturation,
    referred: [over(sum(told.slice(0, middle)), sum(won.slice(0, middle))), over(sum(told.slice(middle)), sum(won.slice(middle)))],
    searchCost: over(spent, sum(won)),
    searchCostAlone: over(spent, sum(won) - sum(told)),
  };
}

const marketingIn = (run: CardsRun, of: number): number => run.known.find(({ quarter }) => quarter === of)?.money.marketingCost ?? 0;

/** The parts that must be in harmony; people are paid from a fifth part. */
const four = ['marketing', 'sales', 'service', 'technology'] as const;

/** Mean split of the CRM budget, shares 0-1, the smallest of the four that must be in harmony, and the part of spending that this let work. */
export function budgetInHarmony(run: CardsRun): {
  generic: QuarterPlan['biz.generic'];
  split: QuarterPlan['biz.budget'];
  weakest: (typeof four)[number];
  works: number;
} {
  const p = coefficients(run);
  const split = Object.fromEntries(budgetIds.map((part) => [part, mean(run.quarters.map(({ plan }) => plan['biz.budget'][part])) / 100]));
  const weakest = four.reduce((least, part) => (split[part]! < split[least]! ? part : least));
  return {
    generic: lastQuarter(run).plan['biz.generic'],
    split: split as QuarterPlan['biz.budget'],
    weakest,
    works: mean(run.quarters.map(({ plan }) => weakestOfFour(plan['biz.budget'], p))),
  };
}

type Goal = QuarterPlan['crm.goal'];
export type MeasureId = QuarterPlan['crm.measures'][number];
/** Measures that can tell whether a goal is reached. */
export const measuresOfGoal: Readonly<Record<Goal, readonly MeasureId[]>> = {
  none: [],
  keepCore: ['churn', 'satisfaction', 'equity', 'complaintsSettled'],
  growCore: ['shareOfWallet', 'revenue', 'margin', 'equity'],
  winBack: ['newCustomers', 'churn'],
  cutCostToServe: ['margin', 'waiting'],
  knowCustomers: ['recordQuality', 'reach', 'adoption'],
};
/** The true figure that a measure is read from, or whose unit it has; null where none is reported. */
const figures: Readonly<Record<MeasureId, KpiId | null>> = {
  churn: 'churn',
  satisfaction: 'satisfaction',
  equity: 'equity',
  revenue: 'revenue',
  margin: 'contribution',
  shareOfWallet: null,
  complaintsSettled: null,
  waiting: 'waiting',
  recordQuality: 'completeness',
  adoption: null,
  newCustomers: 'customers',
  reach: 'coverage',
};

export interface GoalAgainstTruth {
  goal: Goal;
  /** Share 0-1 of what was spent in quarters without a goal. */
  orphan: number;
  /** What each measure chosen last showed in truth, in the KPI's unit, first and last quarter. */
  measures: readonly { measure: MeasureId; fits: boolean; kpi: KpiId | null; from: number; to: number }[];
}

export function goalAgainstTruth(run: CardsRun): GoalAgainstTruth {
  const { plan } = lastQuarter(run);
  const goal = plan['crm.goal'];
  const spent = (counts: (plan: QuarterPlan) => boolean): number =>
    run.quarters.reduce((sum, quarter) => sum + (counts(quarter.plan) ? quarter.firm.spending.spent : 0), 0);
  const all = spent(() => true);
  const measures = plan['crm.measures'].map((measure) => {
    const kpi = figures[measure];
    const at = (quarter: number): number => {
      const report = run.truth.at(quarter);
      if (kpi === null || report === undefined) return 0;
      return measure === 'newCustomers' ? gainedIn(report) : report.kpi[kpi];
    };
    return { measure, fits: measuresOfGoal[goal].includes(measure), kpi, from: at(0), to: at(-1) };
  });
  return { goal, orphan: all > 0 ? spent((each) => each['crm.goal'] === 'none') / all : 0, measures };
}

/** The positioning line of the last quarter, and the quarters in which a line was kept and broken. */
export function positionHeld(run: CardsRun): { line: QuarterPlan['biz.position']; kept: number; broken: number } {
  const with_ = (kept: boolean): number => quartersWith(run, (plan) => plan['biz.position'] !== 'none' && positionKept(plan) === kept);
  return { line: lastQuarter(run).plan['biz.position'], kept: with_(true), broken: with_(false) };
}

/** What a firm that puts customers first does, whatever it says. */
const signTests = {
  keepsMore: (plan) => plan['biz.split'] <= 50,
  opensDoor: (plan) => plan['svc.door'] === 'open',
  keepsStaff: (plan) => plan['svc.cap'] >= 0,
  leavesExit: (plan) => plan['svc.auto'] === 'none' || plan['svc.auto'] === 'sales' || plan['svc.exit'] === 'yes',
  makesGood: (plan) => plan['svc.remedy'] === 'full' || plan['svc.remedy'] === 'generous',
} as const satisfies Readonly<Record<string, (plan: QuarterPlan) => boolean>>;
export type SignId = keyof typeof signTests;
export const signIds = Object.keys(signTests) as readonly SignId[];

/** The vision declared last, the quarters in which it was public, and those in which each sign of a firm for customers held. */
export function visionAgainstDeeds(run: CardsRun): {
  goal: QuarterPlan['biz.vision.goal'];
  explicit: number;
  signs: readonly { sign: SignId; quarters: number }[];
} {
  return {
    goal: lastQuarter(run).plan['biz.vision.goal'],
    explicit: quartersWith(run, (plan) => plan['biz.vision'] === 'explicit'),
    signs: signIds.map((sign) => ({ sign, quarters: quartersWith(run, signTests[sign]) })),
  };
}

/** Contradictions between cards, in the order of the rules, with the quarters in which each held. */
export function clashesHeld(run: CardsRun): { code: string; quarters: readonly number[] }[] {
  return contradictions
    .map(({ code }) => ({
      code,
      quarters: run.quarters.filter(({ firm }) => firm.contradictions.includes(code)).map(({ quarter }) => quarter),
    }))
    .filter(({ quarters }) => quarters.length > 0);
}
