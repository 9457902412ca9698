/** A quarter ends: stocks, adoption, roll-out and meters move, the machine gets its one event, the books are closed. */

import { afterCampaign } from './campaign.ts';
import { causesAfter } from './conflict/conflictState.ts';
import type { QuarterPlan } from './controls.ts';
import { factsNow } from './attempt.ts';
import { adoptionAfter } from './adoption.ts';
import { tieAfter } from './care.ts';
import { alignmentLost, contradictionsIn } from './contradictions.ts';
import { linksAfter } from './departments.ts';
import { expectationJudged } from './expectation.ts';
import { creditLosses, shockedStocks } from './events.ts';
import type { FirmSpec, FirmState, Stocks } from './firm.ts';
import { activeEffects, planInForce } from './inForce.ts';
import type { MatrixEvent, QuarterFacts } from './matrixRules.ts';
import { isInsolvent, type LedgerParts, ledgerOf, moneyOf } from './money.ts';
import type { FirmObservation } from './observation.ts';
import type { StandingOrders } from './orders.ts';
import { type FirmParameters, parametersOf } from './parameters.ts';
import { programmeOf } from './programme.ts';
import { programmeFinished, programmeRolledBack, programmeStarted, rolloutAfter } from './rollout.ts';
import { goodwillAfter } from './otherChannels.ts';
import { step } from './step.ts';
import { points, sharedPairs, stocksAfter } from './stocks.ts';
import { trustAfter } from './trust.ts';

/**
 * Closes a quarter for a played firm. Nothing is changed in place.
 * @param plan the plan given to `commitQuarter`; what was refused then is left out here too
 */
export function closeQuarter(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  standing: StandingOrders,
  observation: FirmObservation,
): { firm: FirmState; ledger: LedgerParts } {
  const p = parametersOf(spec);
  const acted = planInForce(firm, plan);
  const worked = workDone(firm, spec, acted, standing, observation, p);
  const ended = machineEnded(worked, acted, observation, p);
  const losses = creditLosses(observation.events, observation.quarter, p) + (observation.remedies ?? 0);
  const income = activeEffects(ended, 'cash', observation.quarter).reduce((sum, size) => sum + size, 0);
  const ledger = ledgerOf(ended, spec, observation.books, losses, income, observation.loyalty, observation.commission);
  return {
    firm: {
      ...expectationJudged(ended, ledger.result, p),
      cash: ledger.cash,
      insolvent: firm.insolvent || isInsolvent(ledger.cash, moneyOf(spec)),
      accounts: observation.books.accounts,
      tie: tieAfter(firm, spec, acted, p),
      lastPlan: afterCampaign(acted),
      earlierPlans: [firm.lastPlan, ...firm.earlierPlans.slice(0, 1)],
      path: programmeOf(ended).path,
    },
    ledger,
  };
}

/** Stocks, trust, adoption, roll-out and meters after the quarter. */
function workDone(
  firm: FirmState,
  spec: FirmSpec,
  plan: QuarterPlan,
  standing: StandingOrders,
  observation: FirmObservation,
  p: FirmParameters,
): FirmState {
  const grown = stocksAfter(firm, spec, plan, p, firm.spending.programme);
  const now = contradictionsIn(plan);
  const aligned = alignmentLost(firm.contradictions.length, p) - alignmentLost(now.length, p);
  const raised = raise(grown, firm, observation.quarter, aligned);
  const rollout = rolloutAfter(firm, p);
  const { active } = programmeOf(firm);
  const care = p['meter.smoothing'] * observation.books.care + (1 - p['meter.smoothing']) * firm.individualisation;
  const upkeep = firm.individualisation + p['programme.idleGain'];
  return {
    ...firm,
    stocks: shockedStocks(raised, observation.events, standing, observation.quarter, p),
    trust: trustAfter(firm, plan, standing, observation, p),
    contradictions: now,
    links: linksAfter(firm, plan, sharedPairs(firm, plan, p), p),
    conflict: {
      ...firm.conflict,
      goodwill: goodwillAfter(firm, spec, plan, p),
      openCauses: causesAfter(firm.conflict, observation.quarter, p),
    },
    adoption: adoptionAfter(firm, spec, plan, p),
    rollout,
    rolloutGrowth: rollout - firm.rollout,
    information: observation.records.completeness,
    individualisation: points(active ? care : Math.min(upkeep, care)),
    informationKnown: observation.audited === null ? firm.informationKnown : observation.audited.completeness,
    consentKnown: observation.audited === null ? firm.consentKnown : 100 * observation.audited.consent,
  };
}

/** Purchases that begin to work this quarter, and alignment won or lost by contradictions. */
function raise(stocks: Stocks, firm: FirmState, quarter: number, aligned: number): Stocks {
  const won = (stock: 'T' | 'Q' | 'S' | 'H'): number => activeEffects(firm, `stock.${stock}`, quarter).reduce((sum, size) => sum + size, 0);
  return {
    ...stocks,
    S: points(stocks.S + won('S') + aligned),
    H: points(stocks.H + won('H')),
    T: points(stocks.T + won('T')),
    Q: points(stocks.Q + won('Q')),
  };
}

/** The one event a quarter, and what the change of the programme's state brings with it. */
function machineEnded(firm: FirmState, plan: QuarterPlan, observation: FirmObservation, p: FirmParameters): FirmState {
  const { records } = observation;
  const facts: QuarterFacts = {
    ...factsNow(firm, plan, []),
    businessAnalysed: true,
    customerAnalysed: true,
    trueInformation: firm.information,
    individualisation: firm.individualisation,
    linkage: 100 * records.linkage,
    trueConsent: 100 * records.consent,
    stallDraw: observation.stallDraw,
  };
  const event: MatrixEvent = { type: 'quarter.end', facts };
  const before = programmeOf(firm);
  const after: FirmState = { ...firm, matrix: step('matrix', firm.matrix, event) };
  const now = programmeOf(after);
  if (before.state === 'rollingBack' && now.state === 'idle') {
    return { ...programmeRolledBack(after, p), settledPath: before.path };
  }
  if (before.state === 'embedding' && now.state !== 'embedding' && (now.state === 'idle' || now.path !== before.path)) {
    const done: FirmState = { ...programmeFinished(firm), matrix: after.matrix, settledPath: before.path };
    const next = now.state === 'piloting' || now.state === 'rollingOut';
    return next ? programmeStarted(done, plan, p) : done;
  }
  return after;
}
