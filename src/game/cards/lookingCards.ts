/** What the firm foresaw, found out and held together, against the truth: rivals, events, analyses, links, ties, cost a customer. */

import { type AnalysisId, analysisIds, type ControlId, controls, pairIds, type PairId, type QuarterPlan } from '../../company/controls.ts';
import type { FirmState } from '../../company/firm.ts';
import { sameValue } from '../../company/plan.ts';
import { branchEffects } from '../../company/responding.ts';
import { generationEffects } from '../../company/toolGenerations.ts';
import type { RivalSeen } from '../reports.ts';
import { type CardsRun, coefficients, knownIn, lastQuarter, mean } from './run.ts';

/** The first rival's move as said for a round and as seen when the round ended. */
export interface RivalForecast {
  quarter: number;
  said: RivalSeen['move'];
  seen: RivalSeen['move'];
}

export function rivalForecasts(run: CardsRun): RivalForecast[] {
  const { quartersPerRound } = run.scenario;
  const last = lastQuarter(run).quarter;
  return run.quarters.flatMap(({ quarter, plan }): RivalForecast[] => {
    const said = plan['prd.rival'];
    const seen = knownIn(run, quarter)?.rivals[0]?.move;
    const ends = quarter % quartersPerRound === 0 || quarter === last;
    return said === 'none' || seen === undefined || !ends ? [] : [{ quarter, said, seen }];
  });
}

/** An event and the quarters until the plan changed after it; null = it never did. */
export interface Reaction {
  event: string;
  quarter: number;
  after: number | null;
  changed: number;
}

/** What is asked and what is foretold: it changes nothing of how the firm acts. */
const onlyLooking: readonly ControlId[] = ['ana.buy', 'prd.rival'];

/** Number of controls in which two plans act otherwise. */
export const planChanges = (before: QuarterPlan, after: QuarterPlan): number =>
  controls.filter(({ id }) => !onlyLooking.includes(id) && !sameValue(before[id], after[id])).length;

/** How soon something was decided anew after each event that the firm saw. */
export function reactions(run: CardsRun): Reaction[] {
  const seen = new Set<string>();
  return run.known.flatMap(({ quarter, events }) =>
    events.flatMap(({ id }): Reaction[] => {
      if (seen.has(id)) return [];
      seen.add(id);
      const later = run.quarters.filter((each) => each.quarter > quarter);
      const plans = [run.quarters.find((each) => each.quarter === quarter)?.plan ?? run.opening.lastPlan, ...later.map(({ plan }) => plan)];
      const index = later.findIndex(({ plan }, i) => planChanges(plans[i]!, plan) > 0);
      if (index < 0) return [{ event: id, quarter, after: null, changed: 0 }];
      return [{ event: id, quarter, after: later[index]!.quarter - quarter, changed: planChanges(plans[index]!, later[index]!.plan) }];
    }),
  );
}

export interface Findings {
  bought: readonly AnalysisId[];
  never: readonly AnalysisId[];
  /** Audits of the records that were made. */
  audits: number;
  /** Rounds that brought an analysis or an audit, and those of them after which the next round's plan was another. */
  found: number;
  acted: number;
}

/** Analyses bought at any time and those never bought; how often what was found was followed by other decisions. */
export function findings(run: CardsRun): Findings {
  const ordered = new Set(run.known.flatMap(({ analyses }) => analyses.map(({ id }) => id)));
  const audited = run.known.filter(
    ({ quarter, kpi: { completeness } }) => completeness.method === 'audit' && completeness.asOf === quarter,
  );
  // A quarter within a round leaves no time to act; what it found is acted on when the round is over.
  const { quartersPerRound } = run.scenario;
  const roundOf = (quarter: number): number => Math.floor((quarter - 1) / quartersPerRound);
  const rounds = new Set(
    run.known
      .filter((report) => report.quarter > 0 && (report.analyses.length > 0 || audited.includes(report)))
      .map(({ quarter }) => roundOf(quarter)),
  );
  const planOf = (round: number): QuarterPlan | undefined => run.quarters.find(({ quarter }) => roundOf(quarter) === round)?.plan;
  const acted = [...rounds].filter((round) => {
    const [now, next] = [planOf(round), planOf(round + 1)];
    return now !== undefined && next !== undefined && planChanges(now, next) > 0;
  });
  return {
    bought: analysisIds.filter((id) => ordered.has(id)),
    never: analysisIds.filter((id) => !ordered.has(id)),
    audits: audited.length,
    found: rounds.size,
    acted: acted.length,
  };
}

export interface LinksAgainstTruth {
  pairs: readonly { pair: PairId; link: number; linked: boolean; worked: number }[];
  /** Share 0-1 of hand-overs at which context is lost, before play and at the end. */
  contextFrom: number;
  contextTo: number;
  /** Ties of named staff to customers, 0-1, before play and at the end. */
  tieFrom: number;
  tieTo: number;
}

/** Links of each pair of departments at the end, points 0-100, and the quarters in which they were worked on. */
export function linksAgainstTruth(run: CardsRun): LinksAgainstTruth {
  const p = coefficients(run);
  const { firm, plan } = lastQuarter(run);
  const lost = (at: FirmState, then: QuarterPlan): number =>
    p['service.contextLoss'] * (1 - at.stocks.X / 100) * generationEffects(at, then, p).context * branchEffects(then, p).context;
  const worked = (pair: PairId): number =>
    run.quarters.filter((each) => each.plan['crm.align'] !== 'none' && each.plan['crm.align.pairs'].includes(pair)).length;
  return {
    pairs: pairIds.map((pair) => ({ pair, link: firm.links[pair], linked: firm.links[pair] >= p['link.linked'], worked: worked(pair) })),
    contextFrom: lost(run.opening, run.opening.lastPlan),
    contextTo: lost(firm, plan),
    tieFrom: run.opening.tie,
    tieTo: firm.tie,
  };
}

/** CRM cost in currency a true customer a quarter. */
export function costACustomer(run: CardsRun): number {
  const cost = run.known.reduce((sum, { money }) => sum + money.crmCost, 0);
  const customers = mean(run.truth.map(({ kpi }) => kpi.customers));
  return customers > 0 ? cost / run.truth.length / customers : 0;
}
